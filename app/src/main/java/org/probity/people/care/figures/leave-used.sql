-- Annual leave used: of the hours that were granted for the year, those that were agreed to for days of it and not taken back; one row a person who was granted some.
--
-- Known edge: the hours of days that were left of leave from which somebody came back early were not used. What is agreed to for a day that is yet to come counts as used. Whoever left meanwhile was granted theirs all the same. Hours that payroll records are not asked. Hours that came from the year
-- before count in the year in which they are used and not among those granted for it, so that somebody may have used more than was granted.
WITH granted AS (
    SELECT granted.person, sum(granted.amount) AS amount,
           jsonb_agg(jsonb_build_object('kind', 'care.granting', 'record', granting.record, 'class', 'signed') ORDER BY granting.granted_at, granting.id) AS evidence
      FROM care.granted
      JOIN care.granting ON granting.id = granted.granting AND granting.granted_at <= :known_at
     WHERE granted.year = :year
     GROUP BY granted.person
), used AS (
    SELECT leave.person, sum(leave.amount - coalesce(back.amount, 0)) AS amount,
           jsonb_agg(jsonb_build_object('kind', 'care.answered', 'record', answered.record, 'class', 'signed') ORDER BY answered.answered_at, leave.id) AS evidence
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= :known_at
      LEFT JOIN care.back ON back.leave = leave.id AND back.said_at <= :known_at
      LEFT JOIN care.withdrawn ON withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= :known_at
     WHERE leave.kind = 'ANNUAL' AND leave.from_day BETWEEN :from_day AND :until_day AND withdrawn.leave IS NULL
     GROUP BY leave.person
)
SELECT name.id AS subject, name.number, name.name_en, name.name_zh, NULL::text AS reason,
       jsonb_build_object('granted', (granted.amount / 100.0)::numeric(12, 2)::text, 'used', (coalesce(used.amount, 0) / 100.0)::numeric(12, 2)::text) AS inputs,
       '{}'::jsonb AS facts,
       granted.evidence || coalesce(used.evidence, '[]'::jsonb) AS evidence
  FROM granted
  JOIN directory.name ON name.id = granted.person
  LEFT JOIN used ON used.person = granted.person
 ORDER BY name.id
