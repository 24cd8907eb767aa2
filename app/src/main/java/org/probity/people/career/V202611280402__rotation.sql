INSERT INTO career.rule (key, from_day, value, source, set_at) VALUES
    ('role-months', '2024-01-01', 12, 'our rule', '2024-01-01T00:00:00Z'),
    ('choices-most', '2024-01-01', 3, 'our rule', '2024-01-01T00:00:00Z'),
    ('release-days', '2024-01-01', 60, 'our rule', '2024-01-01T00:00:00Z'),
    ('defer-days', '2024-01-01', 30, 'our rule', '2024-01-01T00:00:00Z'),
    ('return-months', '2024-01-01', 6, 'our rule', '2024-01-01T00:00:00Z');

-- A round of rotation: openings that are chosen among together, in a window.
CREATE TABLE career.round (
    id         uuid        NOT NULL PRIMARY KEY,
    number     text        NOT NULL,
    title_en   text        NOT NULL,
    title_zh   text        NOT NULL,
    from_day   date        NOT NULL,
    until_day  date        NOT NULL,
    opened_by  uuid        NOT NULL,
    opened_at  timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT round_number_taken UNIQUE (number),
    CONSTRAINT round_window CHECK (until_day >= from_day),
    CONSTRAINT round_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT round_title_zh_fits CHECK (char_length(title_zh) <= 300)
);
CREATE TABLE career.opening (
    id       uuid NOT NULL PRIMARY KEY,
    round    uuid NOT NULL REFERENCES career.round,
    unit     uuid NOT NULL REFERENCES directory.unit,
    track    text NOT NULL,
    role_en  text NOT NULL,
    role_zh  text NOT NULL,
    seats    int  NOT NULL,
    CONSTRAINT opening_seats CHECK (seats BETWEEN 1 AND 500),
    CONSTRAINT opening_role_en_fits CHECK (char_length(role_en) <= 300),
    CONSTRAINT opening_role_zh_fits CHECK (char_length(role_zh) <= 300)
);
CREATE INDEX opening_by_round ON career.opening (round);

-- What somebody chooses in a round, all their choices together; the newest counts, and one without choices is withdrawn.
CREATE TABLE career.choice (
    id       uuid        NOT NULL PRIMARY KEY,
    round    uuid        NOT NULL REFERENCES career.round,
    person   uuid        NOT NULL REFERENCES directory.person,
    no       int         NOT NULL,
    openings uuid[]      NOT NULL,
    words    text        NOT NULL,
    chosen_by uuid       NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT choice_numbered UNIQUE (round, person, no),
    CONSTRAINT choice_words_fits CHECK (char_length(words) <= 4000)
);
CREATE INDEX choice_by_person ON career.choice (person);

-- Human resources say that rating and discipline stand in nobody's way, the newest counts; no rating comes in here.
CREATE TABLE career.cleared (
    round  uuid        NOT NULL REFERENCES career.round,
    person uuid        NOT NULL REFERENCES directory.person,
    no     int         NOT NULL,
    may    boolean     NOT NULL,
    reason text        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (round, person, no),
    CONSTRAINT cleared_says_why CHECK (may OR reason <> ''),
    CONSTRAINT cleared_reason_fits CHECK (char_length(reason) <= 2000)
);

-- The order in which an opening takes people, as it was published when the round was matched, with what put each in their place.
CREATE TABLE career.matched (
    round      uuid        NOT NULL PRIMARY KEY REFERENCES career.round,
    pairs      int         NOT NULL,   -- applicants and openings that were looked at; none would both rather have each other
    matched_by uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL
);
CREATE TABLE career.shortlisted (
    opening uuid    NOT NULL REFERENCES career.opening,
    person  uuid    NOT NULL REFERENCES directory.person,
    place   int     NOT NULL,
    level   int     NOT NULL,   -- held on the opening's track
    months  int     NOT NULL,   -- in the role they leave
    drawn   text    NOT NULL,   -- decides among equals
    choice  int     NOT NULL,   -- which of their choices it was
    got     boolean NOT NULL,
    PRIMARY KEY (opening, person),
    CONSTRAINT shortlisted_place UNIQUE (opening, place)
);
CREATE INDEX shortlisted_by_person ON career.shortlisted (person);

-- What becomes of a match, step by step.
CREATE TABLE career.move (
    opening uuid        NOT NULL,
    person  uuid        NOT NULL,
    no      int         NOT NULL,
    step    text        NOT NULL,
    day     date        NOT NULL,   -- RELEASED, DEFERRED: the last day in the old post; MOVED, RETURNED: the first in the other
    words   text        NOT NULL,
    file    uuid        REFERENCES evidence.item,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (opening, person, no),
    FOREIGN KEY (opening, person) REFERENCES career.shortlisted,
    CONSTRAINT move_step CHECK (step IN ('RELEASED', 'DEFERRED', 'SIGNED', 'MOVED', 'RETURNED')),
    CONSTRAINT contract_in_writing CHECK ((step = 'SIGNED') = (file IS NOT NULL)),
    CONSTRAINT move_words_fits CHECK (char_length(words) <= 2000)
);
CREATE UNIQUE INDEX deferred_once ON career.move (opening, person) WHERE step = 'DEFERRED';
CREATE UNIQUE INDEX moved_once ON career.move (opening, person) WHERE step = 'MOVED';
CREATE UNIQUE INDEX returned_once ON career.move (opening, person) WHERE step = 'RETURNED';
