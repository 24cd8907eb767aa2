CREATE SCHEMA learning;

CREATE SEQUENCE learning.number;

-- Numbers that somebody decided, from a day on. A change is a new row.
CREATE TABLE learning.rule (
    key      text        NOT NULL,
    from_day date        NOT NULL,
    value    int         NOT NULL,
    source   text        NOT NULL,
    set_by   uuid,                  -- null: came with the house
    set_at   timestamptz NOT NULL,
    record   uuid,
    PRIMARY KEY (key, from_day, set_at),
    CONSTRAINT learning_rule_known CHECK (key IN ('completed-percent', 'feedback-days', 'answered-percent', 'answered-least', 'yearly-due-month')),
    CONSTRAINT learning_rule_value CHECK (value BETWEEN 1 AND 366),
    CONSTRAINT learning_rule_has_source CHECK (source <> ''),
    CONSTRAINT learning_rule_source_fits CHECK (char_length(source) <= 300)
);

INSERT INTO learning.rule (key, from_day, value, source, set_at) VALUES
    ('completed-percent', '2024-01-01', 75, 'our rule', '2024-01-01T00:00:00Z'),
    ('feedback-days', '2024-01-01', 14, 'our rule', '2024-01-01T00:00:00Z'),
    ('answered-percent', '2024-01-01', 30, 'our rule', '2024-01-01T00:00:00Z'),
    ('answered-least', '2024-01-01', 5, 'our rule', '2024-01-01T00:00:00Z'),
    ('yearly-due-month', '2024-01-01', 12, 'our rule', '2024-01-01T00:00:00Z');

CREATE FUNCTION learning.rule_on(wanted text, on_day date)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT value FROM learning.rule WHERE key = wanted AND from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1
$$;

-- A course of our own people. It has no verb that deletes it: what was attended stays.
CREATE TABLE learning.course (
    id           uuid        NOT NULL PRIMARY KEY,
    number       text        NOT NULL,
    kind         text        NOT NULL,
    title_en     text        NOT NULL,
    title_zh     text        NOT NULL,
    about_en     text        NOT NULL,
    about_zh     text        NOT NULL,
    valid_months int,                   -- how long having completed it holds; null: for good
    opened_by    uuid        NOT NULL,
    opened_at    timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT course_number_taken UNIQUE (number),
    CONSTRAINT course_kind_known CHECK (kind IN ('YEARLY', 'QUALIFICATION', 'LEADERSHIP', 'PROFESSIONAL', 'FRESHERS')),
    CONSTRAINT course_has_titles CHECK (title_en <> '' AND title_zh <> ''),
    CONSTRAINT course_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT course_title_zh_fits CHECK (char_length(title_zh) <= 300),
    CONSTRAINT course_about_en_fits CHECK (char_length(about_en) <= 4000),
    CONSTRAINT course_about_zh_fits CHECK (char_length(about_zh) <= 4000),
    CONSTRAINT course_valid_months CHECK (valid_months BETWEEN 1 AND 120)
);

-- Items of competency standards that a course answers; the standards are another room's.
CREATE TABLE learning.course_item (
    course uuid NOT NULL REFERENCES learning.course,
    item   uuid NOT NULL,
    PRIMARY KEY (course, item)
);

-- An occasion on which a course is held, with its sessions; each session is the whole course for those who are there.
CREATE TABLE learning.run (
    occasion uuid NOT NULL PRIMARY KEY REFERENCES gathering.occasion,
    course   uuid NOT NULL REFERENCES learning.course
);
CREATE INDEX run_by_course ON learning.run (course);

CREATE TABLE learning.session (
    session uuid    NOT NULL PRIMARY KEY REFERENCES gathering.session,
    trainer uuid    REFERENCES directory.person,
    online  boolean NOT NULL
);
CREATE INDEX session_by_trainer ON learning.session (trainer) WHERE trainer IS NOT NULL;

-- A list as it was closed, each closing with its own lines: corrections are new ones, and what was stated before can still be read.
CREATE TABLE learning.list (
    session uuid        NOT NULL REFERENCES gathering.session,
    no      int         NOT NULL,
    course  uuid        NOT NULL REFERENCES learning.course,
    day     date        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (session, no)
);
CREATE INDEX list_by_day ON learning.list (day);

CREATE TABLE learning.attended (
    session   uuid    NOT NULL,
    no        int     NOT NULL,
    person    uuid    NOT NULL REFERENCES directory.person,
    seconds   int     NOT NULL,
    completed boolean NOT NULL,   -- there for the share of the session that the rule of its day asks
    PRIMARY KEY (session, no, person),
    FOREIGN KEY (session, no) REFERENCES learning.list,
    CONSTRAINT attended_for_some_time CHECK (seconds BETWEEN 1 AND 86400)
);
CREATE INDEX attended_by_person ON learning.attended (person);

-- A file of readers at doors. The same file is brought in once.
CREATE TABLE learning.badge_file (
    id       uuid        NOT NULL PRIMARY KEY,
    name     text        NOT NULL,
    sha256   text        NOT NULL,
    evidence uuid        NOT NULL,
    lines    int         NOT NULL,
    sessions int         NOT NULL,
    lost     int         NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid,
    CONSTRAINT badge_file_once UNIQUE (sha256),
    CONSTRAINT badge_file_name_fits CHECK (char_length(name) <= 300)
);

-- Somebody signed in and not out: it counts nothing until somebody says until when they were there, or that they were not.
CREATE TABLE learning.lost_sign_out (
    id         uuid        NOT NULL PRIMARY KEY,
    file       uuid        NOT NULL REFERENCES learning.badge_file,
    line       int         NOT NULL,
    session    uuid        NOT NULL REFERENCES gathering.session,
    person     uuid        NOT NULL REFERENCES directory.person,
    came_at    timestamptz NOT NULL,
    left_at    timestamptz,
    settled_by uuid,
    settled_at timestamptz,
    because    text,
    CONSTRAINT lost_line_once UNIQUE (file, line),
    CONSTRAINT lost_left_after_coming CHECK (left_at > came_at),
    CONSTRAINT lost_settled_by_someone CHECK (num_nonnulls(settled_by, settled_at, because) IN (0, 3)),
    CONSTRAINT lost_left_when_settled CHECK (left_at IS NULL OR settled_by IS NOT NULL),
    CONSTRAINT lost_sign_out_because_fits CHECK (char_length(because) <= 1000)
);
CREATE INDEX lost_sign_out_open ON learning.lost_sign_out (session) WHERE settled_by IS NULL;

-- The newest list of each session of a stretch of days, as known at a moment.
CREATE FUNCTION learning.lists(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (session uuid, no int, course uuid, day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (list.session) list.session, list.no, list.course, list.day, list.record
      FROM learning.list
     WHERE list.day BETWEEN from_day AND until_day
       AND list.at <= known_at
     ORDER BY list.session, list.no DESC
$$;

-- Sessions of a stretch of days by name, as known now.
CREATE VIEW learning.session_named AS
    SELECT known.id AS session, known.occasion, run.course, course.number AS course_number, course.kind, course.title_en, course.title_zh,
           known.number || '/' || known.no AS number, known.starts_at, known.ends_at, (known.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day, known.place,
           session.trainer, session.online
      FROM learning.session
      JOIN gathering.session_known AS known ON known.id = session.session
      JOIN learning.run ON run.occasion = known.occasion
      JOIN learning.course ON course.id = run.course;

-- For other rooms: who completed what, by the newest list of each session.
CREATE VIEW learning.completed AS
    SELECT attended.person, list.course, list.session, list.day AS completed_on,
           (list.day + make_interval(months => course.valid_months))::date AS valid_until
      FROM learning.list
      JOIN learning.attended ON attended.session = list.session AND attended.no = list.no
      JOIN learning.course ON course.id = list.course
     WHERE attended.completed
       AND NOT EXISTS (SELECT FROM learning.list AS later WHERE later.session = list.session AND later.no > list.no);

-- For other rooms: courses by name, and what they answer.
CREATE VIEW learning.course_named AS
    SELECT id, number, kind, title_en, title_zh, valid_months FROM learning.course;
CREATE VIEW learning.course_answers AS
    SELECT course, item FROM learning.course_item;
