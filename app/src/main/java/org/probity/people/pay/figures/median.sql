-- What women get for an hour less than men, of what men get: of medians (Directive (EU) 2023/970, art. 9(1)(c)).
--
-- One row: the year, as it was told last before the figure is asked for. A year of which it cannot be said has none. Nobody's pay stands in it.
SELECT told.id AS subject, told.year::text AS number, told.year::text AS name_en, told.year::text AS name_zh, NULL::text AS reason,
       jsonb_build_object('value', told.median::text, 'people', told.women + told.men) AS inputs,
       jsonb_build_object('women', told.women, 'men', told.men) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'pay.gap', 'record', told.record, 'class', 'statement')) AS evidence
  FROM payroll.gap_told(:year, :known_at) AS told
 WHERE told.median IS NOT NULL
