-- Procurement staff trained: those engaged in a procurement department (integrated, silicon, equipment, a site's) or below it at the end of the year, or
-- today while it runs, who passed a course of a campaign in the year, or were at a training for the share of its time that the rule of its day asks.
--
-- Left out: colleagues who were trained and are not, or no longer, in procurement; quality operations among them.
-- Known edge: who joined in December is counted like everybody else. Seconds are those of each list; whoever sat in two rooms at once has both here,
-- because that is what the lists stated.
WITH ends AS (
    SELECT least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date) AS day
), staff AS (
    SELECT procurement.person FROM ends CROSS JOIN LATERAL exchange.procurement_staff(ends.day, :known_at) AS procurement
), trained AS (
    SELECT guest, count(DISTINCT topic) AS topics,
           jsonb_agg(DISTINCT jsonb_build_object('kind', CASE way WHEN 'COURSE' THEN 'exchange.passed' ELSE 'gathering.list' END, 'record', record, 'class', 'signed')) AS evidence
      FROM exchange.trained(:from_day, :until_day, :known_at)
     WHERE circle = 'staff'
     GROUP BY guest
), there AS (
    SELECT spent.guest, sum(spent.seconds) AS seconds
      FROM gathering.spent(:known_at) AS spent
      JOIN gathering.session_known AS session ON session.id = spent.session
     WHERE spent.circle = 'staff'
       AND spent.kind = 'exchange.session'
       AND (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from_day AND :until_day
     GROUP BY spent.guest
), listed AS (
    SELECT person FROM staff UNION SELECT guest FROM trained UNION SELECT guest FROM there
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh,
       CASE WHEN staff.person IS NULL THEN 'exchange.figure.not-procurement' END AS reason,
       jsonb_build_object('met', CASE WHEN trained.guest IS NULL THEN 0 ELSE 1 END,
                          'counted', 1,
                          'seconds', coalesce(there.seconds, 0)) AS inputs,
       CASE WHEN trained.guest IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('exchange.topics', trained.topics) END AS facts,
       coalesce(trained.evidence, '[]') AS evidence
  FROM listed
  JOIN directory.name ON name.id = listed.person
  LEFT JOIN staff ON staff.person = listed.person
  LEFT JOIN trained ON trained.guest = listed.person
  LEFT JOIN there ON there.guest = listed.person
 ORDER BY name.id
