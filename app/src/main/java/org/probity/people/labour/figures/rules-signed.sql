-- People who work here at the end of the period, or today while it runs, and whether each signed the labour rules as they stand (GRI 2-23-f).
--
-- Counted: everybody engaged that day, dispatched workers, interns and contractors too, each once. Met: of the newest version of each rule of the area PEOPLE that is in force that day
-- and asked of them, each was acknowledged, and at least one was. Left out: retirees, who are no workers.
-- Known edge: of whom nothing was ever asked counts as not met, for nothing was made known to them. Who was asked of a new version counts as not met until they signed it.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), engaged AS (
    SELECT DISTINCT ON (engaged.person) engaged.person, engaged.kind
      FROM ends
     CROSS JOIN LATERAL directory.engaged(ends.day, :known_at) AS engaged
     ORDER BY engaged.person, engaged.kind = 'RETIREE', engaged.from_day DESC
), newest AS (
    -- Of what was asked again because an earlier signature ran out, the later counts.
    SELECT DISTINCT ON (acknowledged.party, acknowledged.version) acknowledged.party, acknowledged.state, acknowledged.at, acknowledged.record
      FROM ends
     CROSS JOIN LATERAL policy.in_force(ends.day, :known_at) AS rule
      JOIN policy.acknowledged(:known_at) AS acknowledged ON acknowledged.version = rule.version AND acknowledged.state <> 'WAIVED'
     WHERE rule.area = 'PEOPLE'
     ORDER BY acknowledged.party, acknowledged.version, acknowledged.due_day DESC
), said AS (
    SELECT party, count(*) AS asked, count(*) FILTER (WHERE state = 'MET') AS signed, (array_agg(record ORDER BY at DESC) FILTER (WHERE state = 'MET'))[1] AS record
      FROM newest
     GROUP BY party
)
SELECT engaged.person AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN engaged.kind = 'RETIREE' THEN 'labour.figure.retired' END AS reason,
       jsonb_build_object('met', CASE WHEN said.signed = said.asked THEN 1 ELSE 0 END, 'counted', CASE WHEN engaged.kind = 'RETIREE' THEN 0 ELSE 1 END) AS inputs,
       jsonb_build_object('labour.rules-asked', coalesce(said.asked, 0), 'labour.rules-signed', coalesce(said.signed, 0)) AS facts,
       CASE WHEN said.record IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('kind', 'labour.rule-signed', 'record', said.record, 'class', 'signed')) END AS evidence
  FROM engaged
  JOIN directory.name ON name.id = engaged.person
  LEFT JOIN said ON said.party = engaged.person
 ORDER BY engaged.person
