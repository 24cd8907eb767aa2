-- Lines of payroll's file; of these some are about nobody who was employed on the last day of the month.
SELECT coalesce(max(report.lines), 0)::numeric AS stated,
       (coalesce(max(report.lines), 0) - count(said.person))::numeric AS other
  FROM care.cover_in_force(:until_day, :known_at) AS report
  LEFT JOIN LATERAL (SELECT DISTINCT engaged.person FROM directory.engaged(report.last_day, :known_at) AS engaged WHERE engaged.kind = 'EMPLOYEE') AS employed ON true
  LEFT JOIN care.cover AS said ON said.report = report.report AND said.person = employed.person
 WHERE report.month >= :from_day
