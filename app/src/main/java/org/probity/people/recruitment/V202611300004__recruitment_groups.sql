-- What is left of applications knows no sex and no age any more. How groups fared is counted apart from everything else: of a posting where each of its cells holds enough people,
-- else of the whole company, else not at all. A cell counts who is still here and who has gone, so that none of it tells of a few.
CREATE TABLE recruitment.anonymous_group (
    requisition uuid REFERENCES recruitment.requisition,   -- null: of several postings together
    quarter     date NOT NULL,
    stage       text NOT NULL,
    outcome     text NOT NULL,
    attribute   text NOT NULL,
    value       text NOT NULL,
    people      int  NOT NULL,
    CONSTRAINT anonymous_group_once UNIQUE NULLS NOT DISTINCT (requisition, quarter, stage, outcome, attribute, value),
    CONSTRAINT anonymous_group_outcome CHECK (outcome IN ('ON', 'REFUSED')),
    CONSTRAINT anonymous_group_attribute CHECK (attribute IN ('SEX', 'AGE')),
    CONSTRAINT anonymous_group_value CHECK (value <> ''),
    CONSTRAINT anonymous_group_people CHECK (people > 0)
);

WITH cell AS (
    SELECT quarter, stage, outcome, told.attribute, told.value, sum(people)::int AS people
      FROM recruitment.anonymous
     CROSS JOIN LATERAL (VALUES ('SEX', sex), ('AGE', age)) AS told (attribute, value)
     WHERE outcome IN ('ON', 'REFUSED') AND stage <> 'APPLY' AND told.value <> ''
     GROUP BY 1, 2, 3, 4, 5
)
INSERT INTO recruitment.anonymous_group (requisition, quarter, stage, outcome, attribute, value, people)
SELECT NULL, quarter, stage, outcome, attribute, value, people
  FROM (SELECT cell.*, min(people) OVER (PARTITION BY quarter, stage, attribute) AS least FROM cell) AS cell
 WHERE least >= (SELECT rule.least FROM figure.cell_rule AS rule ORDER BY rule.from_day DESC, rule.set_at DESC LIMIT 1);

WITH told AS (
    DELETE FROM recruitment.anonymous WHERE sex <> '' OR age <> '' RETURNING *
)
INSERT INTO recruitment.anonymous AS left_over (requisition, quarter, stage, outcome, ground, sex, age, activity, people)
SELECT requisition, quarter, stage, outcome, ground, '', '', activity, sum(people) FROM told GROUP BY requisition, quarter, stage, outcome, ground, activity
ON CONFLICT (requisition, quarter, stage, outcome, ground, sex, age, activity) DO UPDATE SET people = left_over.people + excluded.people;
ALTER TABLE recruitment.anonymous ADD CONSTRAINT anonymous_knows_no_group CHECK (sex = '' AND age = '');

-- How groups fared, each decision one line for each thing that somebody said of themselves.
CREATE VIEW recruitment.counted_group AS
    SELECT application.requisition, date_trunc('quarter', step.day)::date AS quarter, step.stage, step.outcome, told.attribute, told.value, 1 AS people
      FROM recruitment.step
      JOIN recruitment.application ON application.id = step.application
      JOIN recruitment.apart ON apart.application = application.id
     CROSS JOIN LATERAL (VALUES ('SEX'::text, apart.sex), ('AGE', apart.age)) AS told (attribute, value)
     WHERE told.value <> '' AND step.outcome IN ('ON', 'REFUSED')
    UNION ALL
    SELECT requisition, quarter, stage, outcome, attribute, value, people
      FROM recruitment.anonymous_group;

-- On which day somebody was taken on through a posting stays when their application goes: plans begin and end on days.
CREATE TABLE recruitment.hire_gone (
    requisition uuid NOT NULL REFERENCES recruitment.requisition,
    activity    text NOT NULL,
    day         date NOT NULL,
    people      int  NOT NULL,
    PRIMARY KEY (requisition, activity, day),
    CONSTRAINT hire_gone_people CHECK (people > 0)
);
INSERT INTO recruitment.hire_gone (requisition, activity, day, people)
SELECT requisition, activity, quarter, sum(people) FROM recruitment.anonymous WHERE stage = 'HIRE' AND outcome = 'ON' GROUP BY requisition, activity, quarter;

CREATE OR REPLACE VIEW recruitment.arrived AS
    SELECT requisition, activity, 'APPLY'::text AS stage, day, applied_at AS at, 1 AS people FROM recruitment.application
    UNION ALL
    SELECT application.requisition, application.activity, CASE step.stage WHEN 'SCREEN' THEN 'INTERVIEW' ELSE 'HIRE' END, step.day, step.at, 1
      FROM recruitment.step
      JOIN recruitment.application ON application.id = step.application
     WHERE step.stage IN ('SCREEN', 'HIRE') AND step.outcome = 'ON'
    UNION ALL
    SELECT requisition, activity, CASE stage WHEN 'APPLY' THEN 'APPLY' ELSE 'INTERVIEW' END, quarter, '-infinity', people
      FROM recruitment.anonymous
     WHERE stage IN ('APPLY', 'SCREEN') AND outcome = 'ON'
    UNION ALL
    SELECT requisition, activity, 'HIRE', day, '-infinity', people
      FROM recruitment.hire_gone;
