-- What whoever looks on remarks, about one application or the whole, and what the committee answers. Both stay.
CREATE TABLE aid.remark (
    id          uuid        NOT NULL PRIMARY KEY,
    application uuid        REFERENCES aid.application,
    words       text        NOT NULL,
    remarked_by uuid        NOT NULL REFERENCES directory.person,
    remarked_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT remark_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);
CREATE TABLE aid.reply (
    remark     uuid        NOT NULL PRIMARY KEY REFERENCES aid.remark,
    words      text        NOT NULL,
    replied_by uuid        NOT NULL REFERENCES directory.person,
    replied_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT reply_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);

-- A household that is in need for long: whoever lives in it asks to be on the list, and leaves it any day.
CREATE TABLE aid.hardship (
    id       uuid        NOT NULL PRIMARY KEY,
    person   uuid        NOT NULL REFERENCES directory.person,
    words    text        NOT NULL,
    asked_at timestamptz NOT NULL,
    over_at  timestamptz,          -- left by themselves
    record   uuid        NOT NULL,
    CONSTRAINT hardship_words_fits CHECK (char_length(words) <= 1000)
);
CREATE UNIQUE INDEX hardship_once ON aid.hardship (person) WHERE over_at IS NULL;
-- The union has seen it; until a day, after which it looks again.
CREATE TABLE aid.listed (
    id        uuid        NOT NULL PRIMARY KEY,
    hardship  uuid        NOT NULL REFERENCES aid.hardship,
    until_day date        NOT NULL,
    listed_by uuid        NOT NULL,
    listed_at timestamptz NOT NULL,
    record    uuid        NOT NULL
);
CREATE INDEX listed_of ON aid.listed (hardship, listed_at);

CREATE SEQUENCE aid.visit_number;

-- Somebody is visited by a colleague.
CREATE TABLE aid.visit (
    id         uuid        NOT NULL PRIMARY KEY,
    number     text        NOT NULL,
    person     uuid        NOT NULL REFERENCES directory.person,
    visitor    uuid        NOT NULL REFERENCES directory.person,
    occasion   text        NOT NULL,
    day        date        NOT NULL,
    planned_by uuid        NOT NULL,
    planned_at timestamptz NOT NULL,
    over_at    timestamptz,          -- called off
    CONSTRAINT visit_number UNIQUE (number),
    CONSTRAINT visit_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT visit_occasion_known CHECK (occasion IN ('ILLNESS', 'BEREAVEMENT', 'BIRTH', 'FESTIVAL', 'HARDSHIP', 'RETIREMENT')),
    CONSTRAINT visit_of_another CHECK (visitor <> person)
);
CREATE INDEX visit_by_day ON aid.visit (day) WHERE over_at IS NULL;
CREATE INDEX visit_by_person ON aid.visit (person);
CREATE INDEX visit_by_visitor ON aid.visit (visitor);
CREATE TABLE aid.visited (
    visit  uuid        NOT NULL PRIMARY KEY REFERENCES aid.visit,
    day    date        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

-- What the union does for everybody, on a calendar that everybody reads.
CREATE TABLE aid.activity (
    id       uuid        NOT NULL PRIMARY KEY,
    day      date        NOT NULL,
    title_en text        NOT NULL,
    title_zh text        NOT NULL,
    place    text        NOT NULL,
    set_by   uuid        NOT NULL,
    set_at   timestamptz NOT NULL,
    over_at  timestamptz,
    CONSTRAINT activity_title_en_fits CHECK (char_length(title_en) BETWEEN 1 AND 200),
    CONSTRAINT activity_title_zh_fits CHECK (char_length(title_zh) BETWEEN 1 AND 200),
    CONSTRAINT activity_place_fits CHECK (char_length(place) <= 200)
);
CREATE INDEX activity_by_day ON aid.activity (day) WHERE over_at IS NULL;

INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('CN', 'PIPL, art. 13(1)(1), 15 and 29: consent, given apart for what tells of health, and taken back at any time; Trade Union Law, art. 29'),
    ('DE', 'GDPR, art. 6(1)(a), 7(3) and 9(2)(a): consent, taken back at any time')) AS told (country, source)
 CROSS JOIN unnest(ARRAY['aid/remarks', 'aid/hardship', 'aid/visits']) AS part;

-- A table of amounts that one of the committee wrote and another has not agreed to yet; one at a time.
CREATE TABLE aid.draft (
    id         uuid        NOT NULL PRIMARY KEY,
    from_day   date        NOT NULL,
    source     text        NOT NULL,
    drafted_by uuid        NOT NULL REFERENCES directory.person,
    drafted_at timestamptz NOT NULL,
    over_at    timestamptz,
    record     uuid        NOT NULL,
    CONSTRAINT draft_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
CREATE UNIQUE INDEX draft_one_at_a_time ON aid.draft ((true)) WHERE over_at IS NULL;
CREATE TABLE aid.draft_step (
    draft      uuid   NOT NULL REFERENCES aid.draft,
    cost       bigint NOT NULL,
    dependants int    NOT NULL,
    amount     bigint NOT NULL,
    CONSTRAINT draft_step_pk PRIMARY KEY (draft, cost, dependants),
    CONSTRAINT draft_step_of_something CHECK (cost > 0 AND dependants >= 0 AND amount > 0)
);
