-- Dual certification: suppliers whose management systems and whose material were both certified at the end of the period.
--
-- Counted: suppliers with a goods receipt in the period whose category needs a certified system or material on the last day.
-- Met: for at least one place of that category, every system leg and the material leg hold at the end of the period, or today while it runs.
-- Left out: suppliers from whom nothing came; suppliers of a category that needs neither.
-- Known edge: a supplier of several categories is judged by the one it bears in the register.
WITH day AS (
    SELECT least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date) AS on_day
), delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), place AS (
    SELECT legs.dossier, legs.supplier, bool_and(coalesce(legs.until_day >= day.on_day, false)) AS whole,
           jsonb_object_agg(legs.leg, jsonb_build_object('until', legs.until_day)) AS facts,
           jsonb_agg(jsonb_build_object('kind', 'admission.' || legs.leg, 'record', legs.record,
                                        'class', CASE legs.kind WHEN 'SYSTEM' THEN 'third-party' ELSE 'statement' END)
                     ORDER BY legs.leg) FILTER (WHERE legs.record IS NOT NULL) AS evidence
      FROM day
     CROSS JOIN LATERAL admission.legs(day.on_day, :known_at) AS legs
      JOIN supplier.name AS name ON name.id = legs.supplier AND name.category = legs.category
     WHERE legs.kind IN ('SYSTEM', 'MATERIAL')
     GROUP BY legs.dossier, legs.supplier
), best AS (
    SELECT DISTINCT ON (supplier) supplier, whole, facts, evidence FROM place ORDER BY supplier, whole DESC, dossier
)
SELECT name.id AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN delivered.supplier IS NULL THEN 'admission.figure.no-delivery'
            WHEN NOT EXISTS (SELECT FROM day CROSS JOIN LATERAL admission.required(name.category, day.on_day, :known_at) AS needs
                              WHERE needs.kind IN ('SYSTEM', 'MATERIAL')) THEN 'admission.figure.none-needed' END AS reason,
       jsonb_build_object('met', CASE WHEN best.whole THEN 1 ELSE 0 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       coalesce(best.facts, '{}') AS facts,
       coalesce(best.evidence, '[]') AS evidence
  FROM supplier.name AS name
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN best ON best.supplier = name.id
 WHERE name.now = name.id
 ORDER BY name.id
