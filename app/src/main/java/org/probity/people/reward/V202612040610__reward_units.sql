-- Time units: how many are given for a grade and a rating, which part of the dividend they bear in each of their years, and what becomes of those of people who leave.
CREATE TABLE reward.unit_plan (
    id        uuid NOT NULL PRIMARY KEY,
    proposal  uuid NOT NULL REFERENCES decision.proposal,
    code      text NOT NULL,
    name_en   text NOT NULL,
    name_zh   text NOT NULL,
    from_year int  NOT NULL,
    dividends text NOT NULL, -- fractions of the dividend, year by year
    leaving   text NOT NULL, -- what a reason to leave makes of them
    source    text NOT NULL,
    CONSTRAINT unit_plan_code CHECK (code ~ '^[A-Z][A-Z0-9-]{0,19}$'),
    CONSTRAINT unit_plan_year CHECK (from_year BETWEEN 2000 AND 2200),
    CONSTRAINT unit_plan_dividends_fits CHECK (char_length(dividends) BETWEEN 1 AND 200),
    CONSTRAINT unit_plan_leaving_fits CHECK (char_length(leaving) <= 500),
    CONSTRAINT unit_plan_name_en_fits CHECK (char_length(name_en) BETWEEN 1 AND 200),
    CONSTRAINT unit_plan_name_zh_fits CHECK (char_length(name_zh) BETWEEN 1 AND 200),
    CONSTRAINT unit_plan_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

-- RATING is empty for the most that somebody of a grade may hold.
CREATE TABLE reward.unit_size (
    plan   uuid   NOT NULL REFERENCES reward.unit_plan,
    grade  text   NOT NULL,
    rating text   NOT NULL,
    units  bigint NOT NULL,
    CONSTRAINT unit_size_pk PRIMARY KEY (plan, grade, rating),
    CONSTRAINT unit_size_grade_fits CHECK (char_length(grade) BETWEEN 1 AND 20),
    CONSTRAINT unit_size_rating_fits CHECK (char_length(rating) <= 20),
    CONSTRAINT unit_size_not_negative CHECK (units >= 0)
);

CREATE TABLE reward.unit_plan_agreed (
    plan   uuid        NOT NULL PRIMARY KEY REFERENCES reward.unit_plan,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

-- What a year's dividend is, or what a unit is worth as a year ends, in yuan, with the paper that says so. The highest number counts.
CREATE TABLE reward.unit_word (
    id      uuid           NOT NULL PRIMARY KEY,
    plan    uuid           NOT NULL REFERENCES reward.unit_plan_agreed,
    year    int            NOT NULL,
    kind    text           NOT NULL,
    no      int            NOT NULL,
    amount  numeric(14, 6) NOT NULL,
    source  text           NOT NULL,
    file    uuid           NOT NULL,
    said_by uuid           NOT NULL,
    said_at timestamptz    NOT NULL,
    record  uuid           NOT NULL,
    CONSTRAINT unit_word_once UNIQUE (plan, year, kind, no),
    CONSTRAINT unit_word_kind_known CHECK (kind IN ('DIVIDEND', 'VALUE')),
    CONSTRAINT unit_word_not_negative CHECK (amount >= 0),
    CONSTRAINT unit_word_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

CREATE TABLE reward.unit_giving (
    id       uuid           NOT NULL PRIMARY KEY,
    plan     uuid           NOT NULL REFERENCES reward.unit_plan_agreed,
    year     int            NOT NULL,
    proposal uuid           NOT NULL REFERENCES decision.proposal,
    digest   text           NOT NULL,
    base     numeric(14, 6) NOT NULL, -- what a unit is worth when it is given
    members  int            NOT NULL,
    units    bigint         NOT NULL,
    at       timestamptz    NOT NULL,
    CONSTRAINT unit_giving_digest_fits CHECK (char_length(digest) = 64),
    CONSTRAINT unit_giving_not_negative CHECK (members >= 0 AND units >= 0)
);

CREATE TABLE reward.unit_giving_agreed (
    giving uuid        NOT NULL PRIMARY KEY REFERENCES reward.unit_giving,
    plan   uuid        NOT NULL REFERENCES reward.unit_plan,
    year   int         NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    CONSTRAINT unit_giving_agreed_once UNIQUE (plan, year)
);

-- What one person was given, sealed.
CREATE TABLE pay.unit_given (
    giving     uuid  NOT NULL REFERENCES reward.unit_giving,
    person     uuid  NOT NULL REFERENCES directory.person,
    assessment uuid,
    sealed     bytea NOT NULL,
    CONSTRAINT unit_given_pk PRIMARY KEY (giving, person)
);
CREATE INDEX unit_given_by_person ON pay.unit_given (person);

-- Why and when somebody left, as far as units are concerned. The newest counts.
CREATE TABLE reward.unit_left (
    id      uuid        NOT NULL PRIMARY KEY,
    person  uuid        NOT NULL REFERENCES directory.person,
    day     date        NOT NULL,
    reason  text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT unit_left_reason_known CHECK (reason IN ('VOLUNTARY_OTHER', 'VOLUNTARY_GOOD_CAUSE', 'VOLUNTARY_RETIREMENT', 'INVOLUNTARY_OTHER', 'INVOLUNTARY_DEATH', 'INVOLUNTARY_DISABILITY', 'INVOLUNTARY_WITH_CAUSE'))
);
CREATE INDEX unit_left_by_person ON reward.unit_left (person, said_at DESC);
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE OR DELETE ON reward.unit_giving_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.unit_given FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();

INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), 'reward/units', '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES ('CN', 'Labour Contract Law of the PRC, art. 4 and 30; PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made'),
               ('DE', 'GDPR, art. 6(1)(b): needed for the employment contract')) AS told (country, source);
