-- Suppliers trained: those of the register that were active at the end of the year, or are today while it runs, of whom at least one contact passed a
-- course of a campaign in the year, or was at a training of a campaign for the share of its time that the rule of its day asks.
--
-- Left out: suppliers whose relation had ended by then, or that were registered only later, also when something was delivered earlier in the year.
-- Known edge: somebody who read every page and failed the quiz counts nothing; a contact who has left the supplier since still counts for it. Trainings
-- whose list nobody has closed count nothing.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), delivered AS (
    SELECT supplier, kilograms FROM supplier.received(:from_day, :until_day, :known_at)
), trained AS (
    SELECT party, count(DISTINCT topic) AS topics, count(DISTINCT guest) AS people, count(DISTINCT guest) FILTER (WHERE way = 'COURSE') AS passed,
           jsonb_agg(DISTINCT jsonb_build_object('kind', CASE way WHEN 'COURSE' THEN 'exchange.passed' ELSE 'gathering.list' END, 'record', record, 'class', 'signed')) AS evidence
      FROM exchange.trained(:from_day, :until_day, :known_at)
     WHERE party IS NOT NULL
     GROUP BY party
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN active.supplier IS NULL OR registered.day > ends.day THEN 'exchange.figure.not-active' END AS reason,
       jsonb_build_object('met', CASE WHEN trained.party IS NULL THEN 0 ELSE 1 END,
                          'counted', 1,
                          'kilograms', coalesce(delivered.kilograms, 0)::text) AS inputs,
       CASE WHEN trained.party IS NULL THEN '{}'::jsonb
            ELSE jsonb_build_object('exchange.topics', trained.topics, 'exchange.people', trained.people, 'exchange.passed', trained.passed) END AS facts,
       coalesce(trained.evidence, '[]') AS evidence
  FROM supplier.name
  JOIN supplier.registered ON registered.supplier = name.id
 CROSS JOIN ends
  LEFT JOIN LATERAL (SELECT supplier FROM supplier.active(ends.day, :known_at) AS listed WHERE listed.supplier = name.id) AS active ON true
  LEFT JOIN delivered ON delivered.supplier = name.id
  LEFT JOIN trained ON trained.party = name.id
 WHERE active.supplier IS NOT NULL AND registered.day <= ends.day OR delivered.supplier IS NOT NULL
 ORDER BY name.id
