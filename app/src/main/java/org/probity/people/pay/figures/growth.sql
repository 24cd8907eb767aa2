-- By how many per cent the highest pay grew, by how many per cent the median of everybody else's did (GRI 2-21-b).
--
-- One row: the year, as it was told last before the figure is asked for. A year of which it cannot be said has none. Nobody's pay stands in it.
SELECT told.id AS subject, told.year::text AS number, told.year::text AS name_en, told.year::text AS name_zh, NULL::text AS reason,
       jsonb_build_object('value', told.ratio_growth::text, 'people', told.women + told.men) AS inputs,
       jsonb_build_object('women', told.women, 'men', told.men) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'pay.gap', 'record', told.record, 'class', 'statement')) AS evidence
  FROM payroll.gap_told(:year, :known_at) AS told
 WHERE told.ratio_growth IS NOT NULL
