-- Compliance of tin: of the suppliers that delivered material holding tin, those whose accepted answer names only smelters that take part in
-- the assurance programme.
--
-- Counted: suppliers with at least one goods receipt in the period of a material with a share of tin above 0 (CAS 7440-31-5).
-- Met: the conflict-minerals answer of the year stands accepted, names at least one tin smelter, and each is conformant or active on the
-- reference list in force at the end of the period, or today while it runs. Being listed is not enough; where no list was loaded, or one
-- without standing, nobody meets it.
-- Left out: suppliers on the tin list from whom nothing came in the period.
SELECT tin.supplier AS subject, tin.number, tin.name_en, tin.name_zh, tin.reason,
       jsonb_build_object('met', CASE WHEN answer.smelters > 0 AND answer.smelters = answer.conformant + answer.active THEN 1 ELSE 0 END,
                          'kilograms', tin.kilograms::text) AS inputs,
       CASE WHEN answer.record IS NULL THEN '{}'::jsonb
            ELSE jsonb_build_object('minerals.status', jsonb_build_object('smelters', answer.smelters::text, 'conformant', answer.conformant::text,
                                                                          'active', answer.active::text)) END AS facts,
       CASE WHEN answer.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'minerals.cmrt', 'record', answer.record, 'class', 'form')) END AS evidence
  FROM minerals.tin_suppliers(:from_day, :until_day, :known_at) AS tin
  LEFT JOIN minerals.tin_answers(:year, least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at) AS answer
         ON answer.supplier = tin.supplier
 ORDER BY tin.supplier
