-- People who work here at the end of the period, or today while it runs, and are not employed by us: sent by an agency or a contractor, in training, or past the age of
-- retirement under a contract of service (GRI 2-8).
--
-- Counted: everybody engaged that day as dispatched worker, contractor, intern or rehired retiree, each once. Left out: nobody; who is employed is no row, part-time staff neither.
-- Known edge: somebody engaged in two kinds stands with the one that began last; so who is also employed is counted here only if the other began later.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), engaged AS (
    SELECT DISTINCT ON (engaged.person) engaged.person, engaged.kind, engaged.from_day
      FROM ends
     CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged
     ORDER BY engaged.person, engaged.kind = 'RETIREE', engaged.from_day DESC
)
SELECT engaged.person AS subject, name.number, name.name_en, name.name_zh,
       NULL::text AS reason,
       jsonb_build_object('counted', 1) AS inputs,
       jsonb_build_object('labour.since', engaged.from_day, 'labour.engaged-as', engaged.kind) AS facts,
       '[]'::jsonb AS evidence
  FROM engaged
  JOIN directory.name ON name.id = engaged.person
 WHERE engaged.kind IN ('DISPATCH', 'CONTRACTOR', 'INTERN', 'REHIRED')
 ORDER BY engaged.person
