CREATE SCHEMA care;

-- Since when somebody has worked in all, also elsewhere, as a paper shows it. Rows are only added; the newest counts. Without one it is their first engagement here.
CREATE TABLE care.service (
    id      uuid        NOT NULL PRIMARY KEY,
    person  uuid        NOT NULL REFERENCES directory.person,
    since   date        NOT NULL,
    source  text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT service_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
CREATE INDEX service_by_person ON care.service (person, said_at DESC);

-- A year of leave. Whoever grants holds its row.
CREATE TABLE care.year (
    year int NOT NULL PRIMARY KEY,
    CONSTRAINT year_is_one CHECK (year BETWEEN 2000 AND 2200)
);

-- An act of human resources: leave of a year for all who are owed more than they were given.
CREATE TABLE care.granting (
    id         uuid        NOT NULL PRIMARY KEY,
    year       int         NOT NULL REFERENCES care.year,
    unit       uuid        REFERENCES directory.unit, -- for those of this unit and below; null: for all
    people     int         NOT NULL,
    amount     bigint      NOT NULL,                  -- hundredths of an hour
    granted_by uuid        NOT NULL,
    granted_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT granting_of_somebody CHECK (people > 0 AND amount > 0)
);

-- What one person was granted by it, and why: the days that their service gives in the year, what they had before, and the rest.
CREATE TABLE care.granted (
    id       uuid          NOT NULL PRIMARY KEY,
    granting uuid          NOT NULL REFERENCES care.granting,
    person   uuid          NOT NULL REFERENCES directory.person,
    year     int           NOT NULL,
    since    date          NOT NULL, -- of their service, as it was known then
    days     int           NOT NULL, -- owed for the year in all
    hours    numeric(5, 2) NOT NULL, -- of a day of work
    amount   bigint        NOT NULL, -- added now, hundredths of an hour
    country  text          NOT NULL,
    region   text          NOT NULL,
    CONSTRAINT granted_once UNIQUE (granting, person),
    CONSTRAINT granted_something CHECK (days > 0 AND hours > 0 AND amount > 0),
    CONSTRAINT granted_country_fits CHECK (char_length(country) <= 2),
    CONSTRAINT granted_region_fits CHECK (char_length(region) <= 100)
);
CREATE INDEX granted_by_person ON care.granted (person, year);

-- A stretch of the year, the years of service that were complete in it, and the days that a whole year of it gives.
CREATE TABLE care.piece (
    granted   uuid          NOT NULL REFERENCES care.granted,
    no        smallint      NOT NULL,
    from_day  date          NOT NULL,
    until_day date          NOT NULL,
    service   smallint      NOT NULL,
    days      numeric(5, 2) NOT NULL,
    rule      uuid,                   -- the number of law it follows from; null: no year is complete, and none gives anything
    CONSTRAINT piece_pk PRIMARY KEY (granted, no),
    CONSTRAINT piece_has_days CHECK (until_day >= from_day)
);

CREATE SEQUENCE care.number;

-- A request for leave. It stands until it is refused or taken back.
CREATE TABLE care.leave (
    id        uuid        NOT NULL PRIMARY KEY,
    number    text        NOT NULL,
    person    uuid        NOT NULL REFERENCES directory.person,
    kind      text        NOT NULL,
    from_day  date        NOT NULL,
    until_day date        NOT NULL,
    part      text        NOT NULL,
    amount    bigint      NOT NULL, -- hundredths of an hour
    words     text        NOT NULL,
    asked_by  uuid        NOT NULL,
    asked_at  timestamptz NOT NULL,
    over_at   timestamptz,          -- refused, or taken back
    CONSTRAINT leave_number UNIQUE (number),
    CONSTRAINT leave_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT leave_kind_known CHECK (kind IN ('ANNUAL')),
    CONSTRAINT leave_days CHECK (until_day >= from_day),
    CONSTRAINT leave_part_known CHECK (part IN ('WHOLE', 'MORNING', 'AFTERNOON')),
    CONSTRAINT half_of_one_day CHECK (part = 'WHOLE' OR from_day = until_day),
    CONSTRAINT leave_of_something CHECK (amount > 0),
    CONSTRAINT leave_words_fits CHECK (char_length(words) <= 1000),
    -- Half days, so that a morning and an afternoon are two.
    CONSTRAINT nobody_away_twice EXCLUDE USING gist (
        directory.same(person::text, person::text, '[]') WITH &&,
        int4range(2 * (from_day - DATE '2000-01-01') + CASE part WHEN 'AFTERNOON' THEN 1 ELSE 0 END,
                  2 * (until_day - DATE '2000-01-01') + CASE part WHEN 'MORNING' THEN 1 ELSE 2 END) WITH &&) WHERE (over_at IS NULL)
);
CREATE INDEX leave_by_person ON care.leave (person, from_day);
CREATE INDEX leave_by_day ON care.leave (from_day) WHERE over_at IS NULL;

-- What a request came to: once, by somebody else.
CREATE TABLE care.answered (
    leave       uuid        NOT NULL PRIMARY KEY REFERENCES care.leave,
    outcome     text        NOT NULL,
    reason      text        NOT NULL,
    answered_by uuid        NOT NULL,
    answered_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT answered_outcome_known CHECK (outcome IN ('AGREED', 'REFUSED')),
    CONSTRAINT refused_with_a_reason CHECK (outcome = 'AGREED' OR reason <> ''),
    CONSTRAINT answered_reason_fits CHECK (char_length(reason) <= 1000)
);

-- Taken back by whoever asked: at any time before it was answered, and before its first day afterwards.
CREATE TABLE care.withdrawn (
    leave        uuid        NOT NULL PRIMARY KEY REFERENCES care.leave,
    withdrawn_by uuid        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    record       uuid        NOT NULL
);
