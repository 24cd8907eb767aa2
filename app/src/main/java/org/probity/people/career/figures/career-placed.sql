-- Employees placed on a career track: one row a person engaged at the end of the year, or today while it runs, whatever their engagement.
--
-- Met: somebody placed them on a track by a file, or a panel granted them a level. Retirees are not engaged.
-- Known edge: two engagements at once are one person; a placement stays with whoever changes their unit.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), staff AS (
    SELECT DISTINCT engaged.person FROM ends CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged WHERE engaged.kind <> 'RETIREE'
), placed AS (
    SELECT placed.* FROM ends CROSS JOIN LATERAL career.placed(ends.day, :known_at) AS placed
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN placed.person IS NULL THEN 0 ELSE 1 END, 'counted', 1) AS inputs,
       '{}'::jsonb AS facts,
       CASE WHEN placed.person IS NULL THEN '[]'::jsonb
            ELSE jsonb_build_array(jsonb_build_object('kind', 'career.placed', 'record', placed.record, 'class', 'statement')) END AS evidence
  FROM staff
  JOIN directory.name ON name.id = staff.person
  LEFT JOIN placed ON placed.person = staff.person
 ORDER BY name.id
