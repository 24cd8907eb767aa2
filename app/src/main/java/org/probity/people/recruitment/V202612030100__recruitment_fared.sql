-- What pages of statistics and desks read in rows, and counted anew of every application ever sent: how those who are still here fared, in sums beside recruitment.anonymous and
-- recruitment.anonymous_group, which hold those of applications that are gone; and which decision an application waits for. At 60,000 applications of a year a page of statistics took
-- 800 ms and a desk 300. Each follows from applications, steps and what was told apart; the transaction of a fact writes what it changes. Sums take what a fact adds, in the order of
-- their key, so that two who decide never wait for each other in turn.
CREATE TABLE recruitment.fared (
    quarter     date NOT NULL,
    requisition uuid NOT NULL,
    stage       text NOT NULL,
    outcome     text NOT NULL,
    activity    text NOT NULL,
    people      int  NOT NULL,
    PRIMARY KEY (quarter, requisition, stage, outcome, activity)
);
COMMENT ON TABLE recruitment.fared IS 'Not in backups. Follows from applications and steps as they come in again.';

CREATE TABLE recruitment.fared_group (
    quarter     date NOT NULL,
    requisition uuid NOT NULL,
    stage       text NOT NULL,
    outcome     text NOT NULL,
    attribute   text NOT NULL,
    value       text NOT NULL,
    people      int  NOT NULL,
    PRIMARY KEY (quarter, requisition, stage, outcome, attribute, value)
);
COMMENT ON TABLE recruitment.fared_group IS 'Not in backups. Follows from steps and what was told apart as they come in again.';

CREATE TABLE recruitment.undecided (
    application uuid        PRIMARY KEY,
    requisition uuid        NOT NULL,
    stage       text        NOT NULL,   -- the one that is to be decided next
    applied_at  timestamptz NOT NULL
);
COMMENT ON TABLE recruitment.undecided IS 'Not in backups. Follows from applications and steps as they come in again.';
CREATE INDEX undecided_by_stage ON recruitment.undecided (stage, applied_at);
CREATE INDEX undecided_by_posting ON recruitment.undecided (requisition, stage);

-- What the three tables hold, told by the facts alone.
CREATE VIEW recruitment.fared_of_facts AS
    SELECT date_trunc('quarter', day::timestamp)::date AS quarter, requisition, 'APPLY' AS stage, 'ON' AS outcome, activity, count(*)::int AS people
      FROM recruitment.application
     GROUP BY 1, 2, activity
    UNION ALL
    SELECT date_trunc('quarter', step.day::timestamp)::date, application.requisition, step.stage, step.outcome, application.activity, count(*)::int
      FROM recruitment.step
      JOIN recruitment.application ON application.id = step.application
     GROUP BY 1, 2, step.stage, step.outcome, application.activity;

CREATE VIEW recruitment.fared_group_of_facts AS
    SELECT date_trunc('quarter', step.day::timestamp)::date AS quarter, application.requisition, step.stage, step.outcome, told.attribute, told.value, count(*)::int AS people
      FROM recruitment.step
      JOIN recruitment.application ON application.id = step.application
      JOIN recruitment.apart ON apart.application = application.id
     CROSS JOIN LATERAL (VALUES ('SEX', apart.sex), ('AGE', apart.age)) AS told (attribute, value)
     WHERE told.value <> '' AND step.outcome IN ('ON', 'REFUSED')
     GROUP BY 1, 2, step.stage, step.outcome, told.attribute, told.value;

CREATE VIEW recruitment.undecided_of_facts AS
    SELECT application.id AS application, application.requisition, coalesce(following.stage, 'SCREEN') AS stage, application.applied_at
      FROM recruitment.application
      LEFT JOIN LATERAL (SELECT stage, outcome FROM recruitment.step WHERE step.application = application.id
                          ORDER BY array_position(ARRAY['SCREEN', 'INTERVIEW', 'OFFER', 'HIRE'], stage) DESC LIMIT 1) AS newest ON true
      LEFT JOIN (VALUES ('SCREEN', 'INTERVIEW'), ('INTERVIEW', 'OFFER'), ('OFFER', 'HIRE')) AS following (after, stage) ON following.after = newest.stage
     WHERE newest.stage IS NULL OR newest.outcome = 'ON' AND following.stage IS NOT NULL;

CREATE FUNCTION recruitment.application_counts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    one CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    INSERT INTO recruitment.fared AS kept (quarter, requisition, stage, outcome, activity, people)
    SELECT date_trunc('quarter', changed.day::timestamp)::date, changed.requisition, 'APPLY', 'ON', changed.activity, one * count(*)
      FROM changed
     GROUP BY 1, 2, changed.activity
     ORDER BY 1, 2, changed.activity
    ON CONFLICT (quarter, requisition, stage, outcome, activity) DO UPDATE SET people = kept.people + excluded.people;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO recruitment.undecided (application, requisition, stage, applied_at) SELECT id, requisition, 'SCREEN', applied_at FROM changed;
    ELSE
        DELETE FROM recruitment.undecided USING changed WHERE undecided.application = changed.id;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION recruitment.step_counts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    one CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    INSERT INTO recruitment.fared AS kept (quarter, requisition, stage, outcome, activity, people)
    SELECT date_trunc('quarter', changed.day::timestamp)::date, application.requisition, changed.stage, changed.outcome, application.activity, one * count(*)
      FROM changed
      JOIN recruitment.application ON application.id = changed.application
     GROUP BY 1, 2, changed.stage, changed.outcome, application.activity
     ORDER BY 1, 2, changed.stage, changed.outcome, application.activity
    ON CONFLICT (quarter, requisition, stage, outcome, activity) DO UPDATE SET people = kept.people + excluded.people;
    INSERT INTO recruitment.fared_group AS kept (quarter, requisition, stage, outcome, attribute, value, people)
    SELECT date_trunc('quarter', changed.day::timestamp)::date, application.requisition, changed.stage, changed.outcome, told.attribute, told.value, one * count(*)
      FROM changed
      JOIN recruitment.application ON application.id = changed.application
      JOIN recruitment.apart ON apart.application = changed.application
     CROSS JOIN LATERAL (VALUES ('SEX', apart.sex), ('AGE', apart.age)) AS told (attribute, value)
     WHERE told.value <> '' AND changed.outcome IN ('ON', 'REFUSED')
     GROUP BY 1, 2, changed.stage, changed.outcome, told.attribute, told.value
     ORDER BY 1, 2, changed.stage, changed.outcome, told.attribute, told.value
    ON CONFLICT (quarter, requisition, stage, outcome, attribute, value) DO UPDATE SET people = kept.people + excluded.people;
    DELETE FROM recruitment.undecided USING changed WHERE undecided.application = changed.application;
    INSERT INTO recruitment.undecided (application, requisition, stage, applied_at)
    SELECT facts.application, facts.requisition, facts.stage, facts.applied_at
      FROM (SELECT DISTINCT application FROM changed) AS concerned
      JOIN recruitment.undecided_of_facts AS facts ON facts.application = concerned.application;
    RETURN NULL;
END
$$;

CREATE FUNCTION recruitment.apart_counts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    one CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    INSERT INTO recruitment.fared_group AS kept (quarter, requisition, stage, outcome, attribute, value, people)
    SELECT date_trunc('quarter', step.day::timestamp)::date, application.requisition, step.stage, step.outcome, told.attribute, told.value, one * count(*)
      FROM changed
      JOIN recruitment.application ON application.id = changed.application
      JOIN recruitment.step ON step.application = changed.application
     CROSS JOIN LATERAL (VALUES ('SEX', changed.sex), ('AGE', changed.age)) AS told (attribute, value)
     WHERE told.value <> '' AND step.outcome IN ('ON', 'REFUSED')
     GROUP BY 1, 2, step.stage, step.outcome, told.attribute, told.value
     ORDER BY 1, 2, step.stage, step.outcome, told.attribute, told.value
    ON CONFLICT (quarter, requisition, stage, outcome, attribute, value) DO UPDATE SET people = kept.people + excluded.people;
    RETURN NULL;
END
$$;

-- Steps go while their application and what was told apart can still be asked.
CREATE FUNCTION recruitment.steps_go_first() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM recruitment.step WHERE application = OLD.id;
    RETURN OLD;
END
$$;

-- A sum of nobody would still say that somebody was there.
CREATE FUNCTION recruitment.nobody_is_left() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'fared' THEN
        DELETE FROM recruitment.fared WHERE (quarter, requisition, stage, outcome, activity) = (NEW.quarter, NEW.requisition, NEW.stage, NEW.outcome, NEW.activity) AND people = 0;
    ELSE
        DELETE FROM recruitment.fared_group WHERE (quarter, requisition, stage, outcome, attribute, value) = (NEW.quarter, NEW.requisition, NEW.stage, NEW.outcome, NEW.attribute, NEW.value) AND people = 0;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER nobody AFTER UPDATE ON recruitment.fared FOR EACH ROW WHEN (NEW.people = 0) EXECUTE FUNCTION recruitment.nobody_is_left();
CREATE TRIGGER nobody AFTER UPDATE ON recruitment.fared_group FOR EACH ROW WHEN (NEW.people = 0) EXECUTE FUNCTION recruitment.nobody_is_left();

-- What is summed stays as it was written.
CREATE FUNCTION recruitment.fact_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is summed is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'fact_stays', SCHEMA = 'recruitment', TABLE = TG_TABLE_NAME;
END
$$;
CREATE TRIGGER stays BEFORE UPDATE OF id, requisition, activity, day, applied_at ON recruitment.application FOR EACH STATEMENT EXECUTE FUNCTION recruitment.fact_stays();
CREATE TRIGGER stays BEFORE UPDATE OF application, stage, outcome, day ON recruitment.step FOR EACH STATEMENT EXECUTE FUNCTION recruitment.fact_stays();
CREATE TRIGGER stays BEFORE UPDATE ON recruitment.apart FOR EACH STATEMENT EXECUTE FUNCTION recruitment.fact_stays();

CREATE TRIGGER counts_in AFTER INSERT ON recruitment.application REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.application_counts();
CREATE TRIGGER counts_out AFTER DELETE ON recruitment.application REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.application_counts();
CREATE TRIGGER counts_in AFTER INSERT ON recruitment.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.step_counts();
CREATE TRIGGER counts_out AFTER DELETE ON recruitment.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.step_counts();
CREATE TRIGGER counts_in AFTER INSERT ON recruitment.apart REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.apart_counts();
CREATE TRIGGER counts_out AFTER DELETE ON recruitment.apart REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.apart_counts();
CREATE TRIGGER steps_first BEFORE DELETE ON recruitment.application FOR EACH ROW EXECUTE FUNCTION recruitment.steps_go_first();

INSERT INTO recruitment.fared (quarter, requisition, stage, outcome, activity, people) SELECT quarter, requisition, stage, outcome, activity, people FROM recruitment.fared_of_facts;
INSERT INTO recruitment.fared_group (quarter, requisition, stage, outcome, attribute, value, people)
SELECT quarter, requisition, stage, outcome, attribute, value, people FROM recruitment.fared_group_of_facts;
INSERT INTO recruitment.undecided (application, requisition, stage, applied_at) SELECT application, requisition, stage, applied_at FROM recruitment.undecided_of_facts;

-- Who is still here and who has gone, in sums. Of the whole, which knows of no group, and of groups; no view tells of sex and age together any more, nobody asked it.
DROP VIEW recruitment.counted;
CREATE VIEW recruitment.fared_ever AS
    SELECT requisition, quarter, stage, outcome, activity, people FROM recruitment.fared
    UNION ALL
    SELECT requisition, quarter, stage, outcome, activity, people FROM recruitment.anonymous;

CREATE OR REPLACE VIEW recruitment.counted_group AS
    SELECT requisition, quarter, stage, outcome, attribute, value, people FROM recruitment.fared_group
    UNION ALL
    SELECT requisition, quarter, stage, outcome, attribute, value, people FROM recruitment.anonymous_group;

DROP STATISTICS recruitment.step_quarter;
DROP STATISTICS recruitment.application_quarter;
