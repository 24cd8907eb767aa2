-- Traceability of tin: of the mass of material holding tin that came in the period, the mass whose smelters are all identified.
--
-- Counted: each supplier with at least one such receipt, with the kilograms it delivered.
-- Traced: its kilograms, when its conflict-minerals answer of the year stands accepted and every tin smelter it names bears an
-- identification. Left out: suppliers on the tin list from whom nothing came.
-- Known edge: the mass is the material's, not the tin's in it; the share is the same as long as one supplier's materials hold alike.
SELECT tin.supplier AS subject, tin.number, tin.name_en, tin.name_zh, tin.reason,
       jsonb_build_object('kilograms', tin.kilograms::text,
                          'met', CASE WHEN answer.smelters > 0 AND answer.smelters = answer.identified THEN 1 ELSE 0 END,
                          'traced', CASE WHEN answer.smelters > 0 AND answer.smelters = answer.identified THEN tin.kilograms ELSE 0 END::text) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN answer.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'minerals.cmrt', 'record', answer.record, 'class', 'form')) END AS evidence
  FROM minerals.tin_suppliers(:from_day, :until_day, :known_at) AS tin
  LEFT JOIN minerals.tin_answers(:year, least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at) AS answer
         ON answer.supplier = tin.supplier
 ORDER BY tin.supplier
