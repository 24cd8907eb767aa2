-- People who work here at the end of the period, or today while it runs.
--
-- Counted: everybody engaged that day, dispatched workers, interns and contractors too, each once. Left out: retirees, who are no workers.
-- Known edge: somebody engaged in two kinds stands with the one that began last.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), engaged AS (
    SELECT DISTINCT ON (engaged.person) engaged.person, engaged.kind, engaged.from_day
      FROM ends
     CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged
     ORDER BY engaged.person, engaged.kind = 'RETIREE', engaged.from_day DESC
)
SELECT engaged.person AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN engaged.kind = 'RETIREE' THEN 'labour.figure.retired' END AS reason,
       jsonb_build_object('counted', CASE WHEN engaged.kind = 'RETIREE' THEN 0 ELSE 1 END) AS inputs,
       jsonb_build_object('labour.since', engaged.from_day) AS facts,
       '[]'::jsonb AS evidence
  FROM engaged
  JOIN directory.name ON name.id = engaged.person
 ORDER BY engaged.person
