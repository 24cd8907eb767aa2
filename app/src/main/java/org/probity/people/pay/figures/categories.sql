-- Grades of which it is told how pay of women and men lies apart: less than five per cent, or somebody said why for reasons that know no sex (Directive (EU) 2023/970, art. 10(1)).
--
-- Grades in which there are fewer than thirty of either are told together with no other and have no row.
SELECT md5(told.id::text || category.grade)::uuid AS subject, CASE category.grade WHEN '' THEN '–' ELSE category.grade END AS number, CASE category.grade WHEN '' THEN '–' ELSE category.grade END AS name_en,
       CASE category.grade WHEN '' THEN '–' ELSE category.grade END AS name_zh, NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN abs(category.total) < 5 OR reason.said_at IS NOT NULL THEN 1 ELSE 0 END, 'people', category.women + category.men) AS inputs,
       jsonb_build_object('gap', category.total::text, 'women', category.women, 'men', category.men) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'pay.gap', 'record', coalesce(reason.record, told.record), 'class', 'statement')) AS evidence
  FROM payroll.gap_told(:year, :known_at) AS told
  JOIN payroll.gap_category AS category ON category.gap = told.id
  LEFT JOIN payroll.gap_reason AS reason ON reason.gap = category.gap AND reason.grade = category.grade AND reason.said_at <= :known_at
 ORDER BY 1
