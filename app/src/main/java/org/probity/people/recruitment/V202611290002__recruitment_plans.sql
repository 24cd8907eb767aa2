-- What we do so that people learn of us: schools, fairs, channels, people who know people. Its code stands in the address on its posters.
CREATE TABLE recruitment.activity (
    id       uuid        PRIMARY KEY,
    code     text        NOT NULL,
    kind     text        NOT NULL,
    title_en text        NOT NULL,
    title_zh text        NOT NULL,
    from_day date        NOT NULL,
    until_day date       NOT NULL,
    added_by uuid        NOT NULL,
    added_at timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT activity_code_taken UNIQUE (code),
    CONSTRAINT activity_code_form CHECK (code ~ '^[A-Z0-9-]{2,20}$'),
    CONSTRAINT activity_kind CHECK (kind IN ('CAMPUS', 'FAIR', 'CHANNEL', 'REFERRAL')),
    CONSTRAINT activity_days CHECK (until_day >= from_day),
    CONSTRAINT activity_title_en_fits CHECK (char_length(title_en) BETWEEN 1 AND 200),
    CONSTRAINT activity_title_zh_fits CHECK (char_length(title_zh) BETWEEN 1 AND 200)
);
-- What one cost, to the fen; a correction is a row with the difference.
CREATE TABLE recruitment.cost (
    id       uuid          PRIMARY KEY,
    activity uuid          NOT NULL REFERENCES recruitment.activity,
    day      date          NOT NULL,
    yuan     numeric(12, 2) NOT NULL,
    words    text          NOT NULL,
    by       uuid          NOT NULL,
    at       timestamptz   NOT NULL,
    record   uuid          NOT NULL,
    CONSTRAINT cost_is_something CHECK (yuan <> 0),
    CONSTRAINT cost_words_fits CHECK (char_length(words) BETWEEN 1 AND 300)
);
CREATE INDEX cost_by_activity ON recruitment.cost (activity, day);
-- What finance says was paid for recruitment in a year, from its own books.
CREATE TABLE recruitment.cost_stated (
    year   int           NOT NULL,
    yuan   numeric(14, 2) NOT NULL,
    source text          NOT NULL,
    by     uuid          NOT NULL,
    at     timestamptz   NOT NULL,
    record uuid          NOT NULL,
    PRIMARY KEY (year, at),
    CONSTRAINT cost_stated_yuan CHECK (yuan >= 0),
    CONSTRAINT cost_stated_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

-- How many people of a level a unit is to take on within a span; a change is a row that takes the place of the one before.
CREATE TABLE recruitment.plan (
    id        uuid        PRIMARY KEY,
    horizon   text        NOT NULL,
    unit      uuid        NOT NULL REFERENCES directory.unit,
    level     int         NOT NULL,
    from_day  date        NOT NULL,
    until_day date        NOT NULL,
    heads     int         NOT NULL,
    grounds   text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT plan_horizon CHECK (horizon IN ('SHORT', 'MEDIUM', 'LONG')),
    CONSTRAINT plan_level CHECK (level BETWEEN 0 AND 9),
    CONSTRAINT plan_heads CHECK (heads BETWEEN 0 AND 5000),
    CONSTRAINT plan_is_as_long_as_it_says CHECK (until_day > from_day AND CASE horizon
        WHEN 'SHORT' THEN until_day <= from_day + interval '1 year'
        WHEN 'MEDIUM' THEN until_day <= from_day + interval '3 years'
        ELSE until_day <= from_day + interval '10 years' END),
    CONSTRAINT plan_grounds_fits CHECK (char_length(grounds) BETWEEN 1 AND 2000)
);
CREATE INDEX plan_by_unit ON recruitment.plan (unit, level, horizon, from_day, at DESC);
CREATE VIEW recruitment.plan_now AS
    SELECT DISTINCT ON (horizon, unit, level, from_day) id, horizon, unit, level, from_day, until_day, heads, grounds, by, at
      FROM recruitment.plan
     ORDER BY horizon, unit, level, from_day, at DESC;
