-- Who came back from leave around a birth or for a small child: of those whose leave ended in the year, those who were engaged on the day after the last of it.
--
-- Known edge: whoever took several is one, by the last. Whether they came to the same work is not asked.
WITH ended AS (
    SELECT leave.person, max(leave.until_day) AS last_day, sum(leave.amount) AS amount,
           jsonb_agg(jsonb_build_object('kind', 'care.answered', 'record', leave.record, 'class', 'signed') ORDER BY leave.record) AS evidence
      FROM care.family_leave(:known_at) AS leave
     WHERE leave.until_day BETWEEN :from_day AND least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)
     GROUP BY leave.person
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('met', CASE WHEN EXISTS (SELECT FROM directory.engaged(ended.last_day + 1, :known_at) AS engaged WHERE engaged.person = ended.person AND engaged.kind <> 'RETIREE') THEN 1 ELSE 0 END,
                          'hours', (ended.amount / 100.0)::numeric(12, 2)::text) AS inputs,
       jsonb_build_object('last_day', ended.last_day) AS facts,
       ended.evidence
  FROM ended
  JOIN directory.name ON name.id = ended.person
 ORDER BY name.id
