CREATE SCHEMA course;

-- What is taught, as it was written here; its address is the hash of its canonical form, so that it cannot change under whoever takes it. Rooms whose courses
-- are files of their own keep none here.
CREATE TABLE course.lesson (
    sha256  text        NOT NULL PRIMARY KEY,
    content text        NOT NULL,
    kept_at timestamptz NOT NULL,
    CONSTRAINT lesson_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT lesson_content_fits CHECK (char_length(content) <= 400000)
);

-- Somebody takes a version of a course. Rooms know who they are and what it is for.
CREATE TABLE course.taking (
    id           uuid        NOT NULL PRIMARY KEY,
    circle       text        NOT NULL,
    who          uuid        NOT NULL,
    sha256       text        NOT NULL,
    seconds_most int         NOT NULL,   -- time online counts up to here; nought where it was not counted
    begun_at     timestamptz NOT NULL,
    CONSTRAINT taking_seconds_most CHECK (seconds_most BETWEEN 0 AND 86400)
);
CREATE INDEX taking_by_who ON course.taking (circle, who);

CREATE TABLE course.page_read (
    taking uuid        NOT NULL REFERENCES course.taking,
    page   int         NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (taking, page)
);

-- A quiz that was handed in. What passes is said by the rule of the day, which stands in the row.
CREATE TABLE course.attempt (
    id             uuid        NOT NULL PRIMARY KEY,
    taking         uuid        NOT NULL REFERENCES course.taking,
    no             int         NOT NULL,
    questions      int         NOT NULL,
    right_answers  int         NOT NULL,
    needed_percent int         NOT NULL,
    passed         boolean     NOT NULL GENERATED ALWAYS AS (right_answers * 100 >= needed_percent * questions) STORED,
    answers        jsonb       NOT NULL,   -- question -> answer chosen
    seconds        int         NOT NULL,   -- online until then
    day            date        NOT NULL,
    at             timestamptz NOT NULL,
    record         uuid        NOT NULL,
    CONSTRAINT attempt_numbered UNIQUE (taking, no),
    CONSTRAINT attempt_counts CHECK (questions > 0 AND right_answers BETWEEN 0 AND questions AND seconds >= 0)
);
CREATE UNIQUE INDEX passed_once ON course.attempt (taking) WHERE passed;
CREATE INDEX attempt_by_day ON course.attempt (day) WHERE passed;

-- The newest sign of life of each person, whatever they take. It is written over: what counts are the stretches between.
CREATE TABLE course.sign (
    circle text        NOT NULL,
    who    uuid        NOT NULL,
    taking uuid        NOT NULL REFERENCES course.taking,
    at     timestamptz NOT NULL,
    PRIMARY KEY (circle, who)
);

-- Somebody was online from when to when. The database holds that nobody is so twice in a second.
CREATE TABLE course.stretch (
    id       uuid        NOT NULL PRIMARY KEY,
    taking   uuid        NOT NULL REFERENCES course.taking,
    circle   text        NOT NULL,
    who      uuid        NOT NULL,
    from_at  timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    CONSTRAINT stretch_turned CHECK (until_at > from_at),
    CONSTRAINT stretch_to_the_second CHECK (date_trunc('second', from_at) = from_at AND date_trunc('second', until_at) = until_at),
    CONSTRAINT nobody_online_twice EXCLUDE USING gist (directory.same(circle || '/' || who::text, circle || '/' || who::text, '[]') WITH &&, tstzrange(from_at, until_at) WITH &&)
);
CREATE INDEX stretch_by_taking ON course.stretch (taking, until_at);
CREATE INDEX stretch_by_time ON course.stretch (from_at);

-- For rooms: pages that were read, quizzes that were handed in, and time online.
CREATE VIEW course.page_known AS
    SELECT taking, page, at FROM course.page_read;
CREATE VIEW course.handed_in AS
    SELECT id, taking, no, questions, right_answers, needed_percent, passed, seconds, day, at, record FROM course.attempt;
CREATE VIEW course.online AS
    SELECT taking, circle, who, from_at, until_at FROM course.stretch;
