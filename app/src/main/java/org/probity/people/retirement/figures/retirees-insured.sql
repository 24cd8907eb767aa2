-- Whoever the directory has as retired on the last day of the period, and whether an insurance runs on that day.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN benefit.record IS NULL THEN 0 ELSE 1 END) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN benefit.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'retirement.benefit', 'record', benefit.record, 'class', 'statement')) END AS evidence
  FROM (SELECT DISTINCT engaged.person FROM directory.engaged(:until_day, :known_at) AS engaged WHERE engaged.kind = 'RETIREE') AS retired
  JOIN directory.name ON name.id = retired.person
  LEFT JOIN retirement.benefit ON benefit.person = retired.person AND benefit.kind = 'INSURANCE' AND benefit.said_at <= :known_at
       AND benefit.from_day <= :until_day AND (benefit.until_day IS NULL OR benefit.until_day >= :until_day)
 ORDER BY name.id
