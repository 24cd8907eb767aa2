-- Traceability of tin: of the mass of material holding tin that came in the period, the mass whose smelters are all identified.
--
-- Counted: each supplier with at least one such receipt, with the kilograms it delivered.
-- Traced: its kilograms, when its conflict-minerals answer of the year stands accepted and every tin smelter it names bears an
-- identification. Left out: suppliers on the tin list from whom nothing came.
-- Known edge: the mass is the material's, not the tin's in it; the share is the same as long as one supplier's materials hold alike.
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
           count(*) FILTER (WHERE named.metal = 'TIN' AND named.smelter <> '') AS identified
      FROM minerals.accepted_at('minerals.cmrt', :year, :known_at) AS accepted
      LEFT JOIN minerals.named_smelter AS named ON named.paper = accepted.paper
     GROUP BY accepted.supplier, accepted.record
)
SELECT listed.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN delivered.supplier IS NULL THEN 'minerals.no-delivery' END AS reason,
       jsonb_build_object('kilograms', coalesce(delivered.kilograms, 0)::text,
                          'met', CASE WHEN answer.smelters > 0 AND answer.smelters = answer.identified THEN 1 ELSE 0 END,
                          'traced', CASE WHEN answer.smelters > 0 AND answer.smelters = answer.identified
                                         THEN coalesce(delivered.kilograms, 0) ELSE 0 END::text) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN answer.record IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'minerals.cmrt', 'record', answer.record, 'class', 'form')) END AS evidence
  FROM listed
  JOIN supplier.name ON name.id = listed.supplier
  LEFT JOIN delivered ON delivered.supplier = listed.supplier
  LEFT JOIN answer ON answer.supplier = listed.supplier
 ORDER BY listed.supplier
