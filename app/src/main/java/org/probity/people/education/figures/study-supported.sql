-- Persons whose study is supported: one row a person with a support that two people agreed to, that began by the end of the year, or today while it runs,
-- and had not ended before the year began. Part-time staff and contractors count like everybody else.
--
-- Known edge: two supports of one person are one person; the control counts supports. Who left the company meanwhile was supported all the same.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), running AS (
    SELECT application.person, application.engagement, programme.kind, approved.record, approved.at
      FROM ends
      JOIN education.approved ON approved.at <= :known_at AND approved.day <= ends.day
      JOIN education.application ON application.id = approved.application
      JOIN education.programme ON programme.id = application.programme
      LEFT JOIN education.result ON result.application = approved.application AND result.at <= :known_at
     WHERE result.day IS NULL OR result.day >= :from_day
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('counted', 1, 'supports', count(*)) AS inputs,
       jsonb_build_object('engagement', min(running.engagement), 'kind', min(running.kind)) AS facts,
       jsonb_agg(jsonb_build_object('kind', 'education.approved', 'record', running.record, 'class', 'signed') ORDER BY running.record) AS evidence
  FROM running
  JOIN directory.name ON name.id = running.person
 GROUP BY name.id, name.number, name.name_en, name.name_zh
 ORDER BY name.id
