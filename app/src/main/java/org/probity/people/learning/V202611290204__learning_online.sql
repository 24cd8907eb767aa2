ALTER TABLE learning.rule
    DROP CONSTRAINT learning_rule_known,
    ADD CONSTRAINT learning_rule_known CHECK (key IN (
        'completed-percent', 'feedback-days', 'answered-percent', 'answered-least', 'yearly-due-month', 'quiz-percent', 'quiz-tries', 'online-percent-most'));

INSERT INTO learning.rule (key, from_day, value, source, set_at) VALUES
    ('quiz-percent', '2024-01-01', 80, 'our rule', '2024-01-01T00:00:00Z'),
    ('quiz-tries', '2024-01-01', 3, 'our rule', '2024-01-01T00:00:00Z'),
    ('online-percent-most', '2024-01-01', 200, 'our rule', '2024-01-01T00:00:00Z');   -- of the minutes that a version says

-- A course online as somebody writes it; what is published is kept apart.
CREATE TABLE learning.draft (
    course  uuid        NOT NULL PRIMARY KEY REFERENCES learning.course,
    content text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    CONSTRAINT draft_content_fits CHECK (char_length(content) <= 400000)
);

-- A version that people take online. One of each course is in force; whoever has begun another finishes that.
CREATE TABLE learning.edition (
    id           uuid        NOT NULL PRIMARY KEY,
    course       uuid        NOT NULL REFERENCES learning.course,
    no           int         NOT NULL,
    sha256       text        NOT NULL REFERENCES course.lesson,
    minutes      int         NOT NULL,   -- that it takes a calm reader
    published_by uuid        NOT NULL,
    published_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    ended_by     uuid,
    ended_at     timestamptz,
    CONSTRAINT edition_numbered UNIQUE (course, no),
    CONSTRAINT edition_minutes CHECK (minutes BETWEEN 1 AND 240),
    CONSTRAINT edition_ended_by_someone CHECK (num_nonnulls(ended_by, ended_at) IN (0, 2))
);
CREATE UNIQUE INDEX edition_in_force ON learning.edition (course) WHERE ended_at IS NULL;

CREATE TABLE learning.taking (
    taking  uuid NOT NULL PRIMARY KEY REFERENCES course.taking,
    edition uuid NOT NULL REFERENCES learning.edition,
    course  uuid NOT NULL REFERENCES learning.course,
    person  uuid NOT NULL REFERENCES directory.person,
    no      int  NOT NULL,
    CONSTRAINT taking_numbered UNIQUE (course, person, no)
);
CREATE INDEX taking_by_person ON learning.taking (person);
CREATE INDEX taking_by_edition ON learning.taking (edition);

-- All who were online with a version on a day are one list, closed as the next day begins.
CREATE TABLE learning.online_day (
    edition  uuid NOT NULL REFERENCES learning.edition,
    day      date NOT NULL,
    occasion uuid NOT NULL REFERENCES gathering.occasion,
    PRIMARY KEY (edition, day),
    CONSTRAINT one_occasion_a_day UNIQUE (occasion)
);

CREATE VIEW learning.passed AS
    SELECT taking.taking, taking.person, taking.course, taking.edition, handed_in.day, handed_in.at, handed_in.seconds, handed_in.record
      FROM learning.taking
      JOIN course.handed_in ON handed_in.taking = taking.taking AND handed_in.passed;

CREATE OR REPLACE VIEW learning.session_named AS
    SELECT known.id AS session, known.occasion, run.course, course.number AS course_number, course.kind, course.title_en, course.title_zh,
           known.number || '/' || known.no AS number, known.starts_at, known.ends_at, (known.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day, known.place,
           session.trainer, session.online, EXISTS (SELECT FROM learning.online_day WHERE online_day.occasion = known.occasion) AS alone
      FROM learning.session
      JOIN gathering.session_known AS known ON known.id = session.session
      JOIN learning.run ON run.occasion = known.occasion
      JOIN learning.course ON course.id = run.course;

-- For other rooms: who completed what, by the newest list of each session, or by a quiz that they passed.
CREATE OR REPLACE VIEW learning.completed AS
    SELECT attended.person, list.course, list.session, list.day AS completed_on,
           (list.day + make_interval(months => course.valid_months))::date AS valid_until
      FROM learning.list
      JOIN learning.attended ON attended.session = list.session AND attended.no = list.no
      JOIN learning.course ON course.id = list.course
     WHERE attended.completed
       AND NOT EXISTS (SELECT FROM learning.list AS later WHERE later.session = list.session AND later.no > list.no)
    UNION
    SELECT passed.person, passed.course, coalesce((SELECT known.id FROM learning.online_day JOIN gathering.session_known AS known ON known.occasion = online_day.occasion
                                                    WHERE online_day.edition = passed.edition AND online_day.day = passed.day), passed.taking), passed.day,
           (passed.day + make_interval(months => course.valid_months))::date
      FROM learning.passed
      JOIN learning.course ON course.id = passed.course;
