-- Smelters of tin that take part in the assurance programme: one row a smelter that an accepted answer of the year names.
--
-- Counted: tin smelters with an identification, named by at least one accepted CMRT of the year; each once, however many suppliers name it.
-- Met: conformant or active on the reference list in force at the end of the period, or today while it runs.
-- Left out: nobody. Smelters without an identification are no rows; the control total says how often they were named.
-- Known edge: one smelter named by a supplier of one kilogram counts like one named by all.
WITH named AS (
    SELECT named.smelter, min(named.name) AS name, count(*) AS times, array_agg(DISTINCT accepted.record) AS records
      FROM minerals.accepted_at('minerals.cmrt', :year, :known_at) AS accepted
      JOIN minerals.named_smelter AS named ON named.paper = accepted.paper AND named.metal = 'TIN' AND named.smelter <> ''
     GROUP BY named.smelter
)
SELECT md5('smelter ' || named.smelter)::uuid AS subject,
       named.smelter AS number, coalesce(listed.name, named.name) AS name_en, coalesce(listed.name, named.name) AS name_zh,
       NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN listed.status IN ('CONFORMANT', 'ACTIVE') THEN 1 ELSE 0 END, 'times', named.times) AS inputs,
       jsonb_build_object('minerals.standing', jsonb_build_object('status', coalesce(listed.status, 'not listed'))) AS facts,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'minerals.cmrt', 'record', record, 'class', 'form') ORDER BY record) FROM unnest(named.records) AS record) AS evidence
  FROM named
  LEFT JOIN minerals.listed_smelter AS listed
         ON listed.list = minerals.list_on(least(:until_day, (:known_at AT TIME ZONE 'Asia/Shanghai')::date), :known_at)
        AND listed.smelter = named.smelter AND listed.metal = 'TIN'
 ORDER BY named.smelter
