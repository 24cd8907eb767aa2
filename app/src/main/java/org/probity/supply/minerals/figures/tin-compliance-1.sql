-- Compliance of tin: of the suppliers that delivered material holding tin, those whose accepted answer names only smelters that are on the
-- reference list in force.
--
-- Counted: suppliers with at least one goods receipt in the period of a material with a share of tin above 0 (CAS 7440-31-5).
-- Met: the conflict-minerals answer of the year stands accepted, names at least one tin smelter, and each one bears an identification
-- that is on the reference list in force; where no list was loaded, an identification is enough, and the report says so.
-- Left out: suppliers on the tin list from whom nothing came in the period.
WITH delivered AS (
    SELECT supplier, sum(kilograms) AS kilograms
      FROM supplier.received_with('7440-31-5', :from_day, :until_day, :known_at)
     GROUP BY supplier
), listed AS (
    SELECT supplier FROM supplier.with_substance('7440-31-5', :until_day, :known_at)
     UNION
    SELECT supplier FROM delivered
), answer AS (
    SELECT accepted.supplier, accepted.record,
           count(*) FILTER (WHERE named.metal = 'TIN') AS smelters,
           count(*) FILTER (WHERE named.metal = 'TIN'
                              AND named.smelter <> ''
                              AND (minerals.list_at(:known_at) IS NULL
                                   OR EXISTS (SELECT
                                                FROM minerals.listed_smelter AS reference
                                               WHERE reference.list = minerals.list_at(:known_at)
                                                 AND reference.smelter = named.smelter))) AS known
      FROM minerals.accepted_at('minerals.cmrt', :year, :known_at) AS accepted
      LEFT JOIN minerals.named_smelter AS named ON named.paper = accepted.paper
     GROUP BY accepted.supplier, accepted.record
)
SELECT listed.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN delivered.supplier IS NULL THEN 'minerals.no-delivery' END AS reason,
       jsonb_build_object('met', CASE WHEN answer.smelters > 0 AND answer.smelters = answer.known THEN 1 ELSE 0 END,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN answer.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'minerals.cmrt', 'record', answer.record, 'class', 'form')) END AS evidence
  FROM listed
  JOIN supplier.name ON name.id = listed.supplier
  LEFT JOIN delivered ON delivered.supplier = listed.supplier
  LEFT JOIN answer ON answer.supplier = listed.supplier
 ORDER BY listed.supplier
