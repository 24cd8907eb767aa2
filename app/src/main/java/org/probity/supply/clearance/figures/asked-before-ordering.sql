-- Asked before ordering: orders that the ERP reported for the year for which a clearance was asked before, of all orders it reported.
--
-- Asked: an answer about the same supplier and act, named by the order or bearing its number, not later than its day, whatever it said.
-- Left out: suppliers from whom only receipts and payments were reported.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN count(*) FILTER (WHERE deed.kind = 'ORDER') = 0 THEN 'clearance.no-order' END AS reason,
       jsonb_build_object('asked', count(*) FILTER (WHERE deed.kind = 'ORDER' AND deed.answer IS NOT NULL),
                          'orders', count(*) FILTER (WHERE deed.kind = 'ORDER'),
                          'deeds', count(*)) AS inputs,
       '{}'::jsonb AS facts,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'clearance.report', 'record', record, 'class', 'statement') ORDER BY record) FROM unnest(array_agg(DISTINCT deed.record)) AS record) AS evidence
  FROM clearance.deed_known AS deed
  JOIN supplier.name ON name.id = deed.supplier
 WHERE deed.day BETWEEN :from_day AND :until_day
   AND deed.reported_at <= :known_at
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id
