-- Hours of training per person: seconds of training in the year over the people engaged at its end, or today while it runs.
--
-- The denominator is heads, not full-time equivalents: everybody engaged on that day whatever the kind of engagement, retirees not counted. Who left
-- before is a row with their seconds and counts nobody; who joined in December counts one. Known edge: two engagements of one person are one head.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), engaged AS (
    SELECT DISTINCT engaged.person FROM ends CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged WHERE engaged.kind <> 'RETIREE'
), told AS (
    SELECT attended.person, lists.record, sum(attended.seconds) AS seconds
      FROM learning.lists(:from_day, :until_day, :known_at) AS lists
      JOIN learning.attended ON attended.session = lists.session AND attended.no = lists.no
     GROUP BY attended.person, lists.record
), spent AS (
    SELECT person, sum(seconds) AS seconds,
           jsonb_agg(jsonb_build_object('kind', 'learning.list', 'record', record, 'class', 'signed') ORDER BY record) AS evidence
      FROM told
     GROUP BY person
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('seconds', coalesce(spent.seconds, 0), 'person', CASE WHEN engaged.person IS NULL THEN 0 ELSE 1 END) AS inputs,
       '{}'::jsonb AS facts,
       coalesce(spent.evidence, '[]') AS evidence
  FROM engaged
  FULL JOIN spent ON spent.person = engaged.person
  JOIN directory.name ON name.id = coalesce(engaged.person, spent.person)
 ORDER BY name.id
