-- The same counts. Decisions are added up before they are told twice, by sex and by age; and a quarter is that of a day, not of a moment in a zone, which is worked out anew for
-- each of a hundred thousand rows.
CREATE OR REPLACE VIEW recruitment.counted AS
SELECT application.requisition, date_trunc('quarter', application.day::timestamp)::date AS quarter, 'APPLY' AS stage, 'ON' AS outcome, '' AS ground,
       coalesce(apart.sex, '') AS sex, coalesce(apart.age, '') AS age, application.activity, 1 AS people
  FROM recruitment.application LEFT JOIN recruitment.apart ON apart.application = application.id
UNION ALL
SELECT application.requisition, date_trunc('quarter', step.day::timestamp)::date, step.stage, step.outcome, step.ground,
       coalesce(apart.sex, ''), coalesce(apart.age, ''), application.activity, 1
  FROM recruitment.step JOIN recruitment.application ON application.id = step.application LEFT JOIN recruitment.apart ON apart.application = application.id
UNION ALL
SELECT requisition, quarter, stage, outcome, ground, sex, age, activity, people FROM recruitment.anonymous;

CREATE OR REPLACE VIEW recruitment.counted_group AS
SELECT summed.requisition, summed.quarter, summed.stage, summed.outcome, told.attribute, told.value, summed.people
  FROM (SELECT application.requisition, date_trunc('quarter', step.day::timestamp)::date AS quarter, step.stage, step.outcome, apart.sex, apart.age, count(*)::int AS people
          FROM recruitment.step
          JOIN recruitment.application ON application.id = step.application
          JOIN recruitment.apart ON apart.application = application.id
         WHERE step.outcome IN ('ON', 'REFUSED')
         GROUP BY 1, 2, 3, 4, 5, 6) AS summed
 CROSS JOIN LATERAL (VALUES ('SEX', summed.sex), ('AGE', summed.age)) AS told (attribute, value)
 WHERE told.value <> ''
UNION ALL
SELECT requisition, quarter, stage, outcome, attribute, value, people FROM recruitment.anonymous_group;

-- Of a quarter the planner would expect one row in two hundred, and look for each of fifty thousand.
CREATE STATISTICS recruitment.step_quarter ON (date_trunc('quarter', day::timestamp)::date) FROM recruitment.step;
CREATE STATISTICS recruitment.application_quarter ON (date_trunc('quarter', day::timestamp)::date) FROM recruitment.application;
