-- Who is still here a year after leave around a birth or for a small child: of those whose leave ended in the year before and who came back, those who were engaged twelve months after its last day.
--
-- Left out: who did not come back; and where the twelve months are not over.
WITH ended AS (
    SELECT leave.person, max(leave.until_day) AS last_day, sum(leave.amount) AS amount,
           jsonb_agg(jsonb_build_object('kind', 'care.answered', 'record', leave.record, 'class', 'signed') ORDER BY leave.record) AS evidence
      FROM care.family_leave(:known_at) AS leave
     WHERE leave.until_day BETWEEN (CAST(:from_day AS date) - interval '1 year')::date AND CAST(:from_day AS date) - 1
     GROUP BY leave.person
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN NOT EXISTS (SELECT FROM directory.engaged(ended.last_day + 1, :known_at) AS engaged WHERE engaged.person = ended.person AND engaged.kind <> 'RETIREE') THEN 'care.fig.did-not-return'
            WHEN (ended.last_day + interval '1 year')::date > (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date THEN 'care.fig.not-a-year' END AS reason,
       jsonb_build_object('met', CASE WHEN EXISTS (SELECT FROM directory.engaged((ended.last_day + interval '1 year')::date, :known_at) AS engaged WHERE engaged.person = ended.person AND engaged.kind <> 'RETIREE')
                                      THEN 1 ELSE 0 END, 'hours', (ended.amount / 100.0)::numeric(12, 2)::text) AS inputs,
       jsonb_build_object('last_day', ended.last_day) AS facts,
       ended.evidence
  FROM ended
  JOIN directory.name ON name.id = ended.person
 ORDER BY name.id
