-- Whoever the directory has as retired on the last day of the period, and how often they were visited in it.
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('visits', count(visit.id), 'met', CASE WHEN count(visit.id) > 0 THEN 1 ELSE 0 END) AS inputs,
       '{}'::jsonb AS facts,
       coalesce(jsonb_agg(jsonb_build_object('kind', 'retirement.visit', 'record', visit.record, 'class', 'statement') ORDER BY visit.day) FILTER (WHERE visit.id IS NOT NULL), '[]'::jsonb) AS evidence
  FROM (SELECT DISTINCT engaged.person FROM directory.engaged(:until_day, :known_at) AS engaged WHERE engaged.kind = 'RETIREE') AS retired
  JOIN directory.name ON name.id = retired.person
  LEFT JOIN retirement.visit ON visit.person = retired.person AND visit.day BETWEEN :from_day AND :until_day AND visit.said_at <= :known_at
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id
