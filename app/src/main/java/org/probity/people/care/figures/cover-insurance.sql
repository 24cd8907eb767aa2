-- Social insurance: of those who were employed on the last day of the last month that payroll reported on, those whom its file says are covered.
--
-- Who is missing in the file counts as not covered, and makes the difference of the control. Dispatched people, interns and the rehired are covered elsewhere or otherwise and are not asked.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1, 'met', CASE WHEN said.insured THEN 1 ELSE 0 END) AS inputs,
       jsonb_build_object('month', report.month) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'care.cover', 'record', report.record, 'class', 'statement')) AS evidence
  FROM care.cover_in_force(:until_day, :known_at) AS report
 CROSS JOIN LATERAL (SELECT DISTINCT engaged.person FROM directory.engaged(report.last_day, :known_at) AS engaged WHERE engaged.kind = 'EMPLOYEE') AS employed
  JOIN directory.name ON name.id = employed.person
  LEFT JOIN care.cover AS said ON said.report = report.report AND said.person = employed.person
 WHERE report.month >= :from_day
 ORDER BY name.id
