-- Green spend: of what the ERP reported as paid in the year, the share that went to suppliers whose accepted proofs reached the threshold of their
-- category's criteria on the day of the payment.
--
-- Counted: every payment in CNY. A category without criteria has no green spend, and its payments count below.
-- Left out: suppliers paid in other currencies alone.
-- Known edge: a certificate that ran out on the 30th makes a payment of the 31st not green; one that was accepted later counts from its own first day. Of a
-- supplier paid in two currencies only the CNY count. The category is the supplier's own, as the register has it now.
WITH paid AS (
    SELECT deed.supplier, deed.day, sum(deed.amount) FILTER (WHERE deed.currency = 'CNY') AS amount, count(*) AS deeds
      FROM clearance.deed_known AS deed
     WHERE deed.kind = 'PAYMENT'
       AND deed.day BETWEEN :from_day AND :until_day
       AND deed.reported_at <= :known_at
     GROUP BY deed.supplier, deed.day
), reached AS (
    SELECT paid.supplier, paid.day,
           sum(criteria.points) FILTER (WHERE shown.record IS NOT NULL) >= max(criteria.threshold) AS green,
           jsonb_agg(DISTINCT shown.evidence) FILTER (WHERE shown.record IS NOT NULL) AS evidence
      FROM paid
      JOIN supplier.name ON name.id = paid.supplier
      JOIN green.criteria(:known_at) AS criteria ON criteria.category = name.category AND criteria.held @> paid.day
      LEFT JOIN LATERAL (SELECT accepted.record,
                                jsonb_build_object('kind', 'green.proof', 'record', accepted.record,
                                                   'class', CASE green.rank(accepted.kind) WHEN 3 THEN 'third-party' WHEN 2 THEN 'signed' ELSE 'statement' END) AS evidence
                           FROM green.accepted(:known_at) AS accepted
                          WHERE accepted.supplier = paid.supplier
                            AND accepted.code = criteria.code
                            AND accepted.held @> paid.day
                            AND green.rank(accepted.kind) >= green.rank(criteria.strength)
                          ORDER BY accepted.record
                          LIMIT 1) AS shown ON true
     GROUP BY paid.supplier, paid.day
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN sum(paid.amount) IS NULL THEN 'green.figure.other-currency' END AS reason,
       jsonb_build_object('green', coalesce(sum(paid.amount) FILTER (WHERE reached.green), 0)::text,
                          'spend', coalesce(sum(paid.amount), 0)::text,
                          'deeds', sum(paid.deeds)) AS inputs,
       jsonb_build_object('category', name.category, 'green.criteria', bool_or(reached.supplier IS NOT NULL)) AS facts,
       coalesce((SELECT jsonb_agg(DISTINCT one ORDER BY one) FROM reached AS again CROSS JOIN jsonb_array_elements(again.evidence) AS one
                  WHERE again.supplier = name.id AND again.green), '[]') AS evidence
  FROM paid
  JOIN supplier.name ON name.id = paid.supplier
  LEFT JOIN reached ON reached.supplier = paid.supplier AND reached.day = paid.day
 GROUP BY name.id, name.number, name.name_en, name.name_zh, name.category
 ORDER BY name.id
