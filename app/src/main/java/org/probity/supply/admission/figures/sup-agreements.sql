-- Agreements signed: suppliers with whom all three agreements were in force on each day, from their first delivery of the period to its end.
--
-- Counted: suppliers with at least one goods receipt in the period.
-- Met: framework, non-disclosure and integrity agreement each carried both signatures and held on every day from the first receipt of the
-- period to the end of the period, or today while it runs. Agreements that follow each other without a gap count as one.
-- Left out: suppliers of the register from whom nothing came in the period.
-- Known edge: a supplier that signed a day after its first delivery of the period is not met for the whole period; that is meant.
WITH delivered AS (
    SELECT supplier, kilograms, first_day, least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS end_day
      FROM supplier.received(:from_day, :until_day, :known_at)
), held AS (
    SELECT signed.supplier, signed.leg, range_agg(daterange(signed.from_day, signed.until_day, '[]')) AS days,
           (array_agg(signed.record ORDER BY signed.from_day DESC))[1] AS record, min(signed.from_day) AS since, max(signed.until_day) AS until
      FROM admission.signed(:known_at) AS signed
     WHERE signed.until_day >= signed.from_day
     GROUP BY signed.supplier, signed.leg
), three AS (
    SELECT delivered.supplier,
           count(*) FILTER (WHERE held.days @> daterange(delivered.first_day, delivered.end_day, '[]')) AS whole,
           jsonb_object_agg(held.leg, jsonb_build_object('since', held.since, 'until', held.until)) AS facts,
           jsonb_agg(jsonb_build_object('kind', 'admission.' || held.leg, 'record', held.record, 'class', 'signed') ORDER BY held.leg) AS evidence
      FROM delivered
      JOIN held ON held.supplier = delivered.supplier
     WHERE held.leg IN ('framework', 'confidentiality', 'integrity')
     GROUP BY delivered.supplier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN delivered.supplier IS NULL THEN 'admission.figure.no-delivery' END AS reason,
       jsonb_build_object('met', CASE WHEN three.whole = 3 THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       coalesce(three.facts, '{}') AS facts,
       coalesce(three.evidence, '[]') AS evidence
  FROM supplier.name AS name
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN three ON three.supplier = name.id
 WHERE name.now = name.id
 ORDER BY name.id
