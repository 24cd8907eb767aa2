CREATE SCHEMA aid;

-- Whoever lets money out of the fund, or draws a month's list, holds this row: the floor is judged by one at a time.
CREATE TABLE aid.fund (
    one smallint NOT NULL PRIMARY KEY,
    CONSTRAINT fund_is_one CHECK (one = 1)
);
INSERT INTO aid.fund (one) VALUES (1);

-- Somebody gives a band's amount each month with their pay, as they chose.
CREATE TABLE aid.pledge (
    id         uuid        NOT NULL PRIMARY KEY,
    person     uuid        NOT NULL REFERENCES directory.person,
    band       text        NOT NULL,
    amount     bigint      NOT NULL, -- fen a month
    from_month date        NOT NULL,
    pledged_by uuid        NOT NULL,
    pledged_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    over_at    timestamptz,          -- ended, by whoever gives
    last_month date,                 -- the last that was, or is, collected; before the first when none was
    over_record uuid,
    CONSTRAINT pledge_band_known CHECK (band IN ('B5', 'B10', 'B15', 'B20', 'B100', 'B200')),
    CONSTRAINT pledge_of_something CHECK (amount > 0),
    CONSTRAINT pledge_by_months CHECK (extract(day FROM from_month) = 1 AND (last_month IS NULL OR extract(day FROM last_month) = 1)),
    CONSTRAINT pledge_ends_whole CHECK ((over_at IS NULL) = (last_month IS NULL) AND (over_at IS NULL) = (over_record IS NULL))
);
CREATE UNIQUE INDEX pledge_one_at_a_time ON aid.pledge (person) WHERE over_at IS NULL;
CREATE INDEX pledge_by_person ON aid.pledge (person, pledged_at);

-- What payroll is asked to keep back in a month: everybody who gives, as it stood then.
CREATE TABLE aid.run (
    id       uuid        NOT NULL PRIMARY KEY,
    month    date        NOT NULL,
    people   int         NOT NULL,
    amount   bigint      NOT NULL,
    drawn_by uuid        NOT NULL,
    drawn_at timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT run_once UNIQUE (month),
    CONSTRAINT run_by_whom UNIQUE (id, drawn_by),
    CONSTRAINT run_of_months CHECK (extract(day FROM month) = 1),
    CONSTRAINT run_of_somebody CHECK (people > 0 AND amount > 0)
);
CREATE TABLE aid.line (
    run    uuid   NOT NULL REFERENCES aid.run,
    person uuid   NOT NULL REFERENCES directory.person,
    pledge uuid   NOT NULL REFERENCES aid.pledge,
    band   text   NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT line_pk PRIMARY KEY (run, person),
    CONSTRAINT line_band_fits CHECK (char_length(band) <= 10),
    CONSTRAINT line_of_something CHECK (amount > 0)
);
CREATE INDEX line_by_person ON aid.line (person);

-- The month's money is there, as payroll says and another than who drew the list has seen.
CREATE TABLE aid.collected (
    run          uuid        NOT NULL PRIMARY KEY,
    drawn_by     uuid        NOT NULL,
    source       text        NOT NULL,
    people       int         NOT NULL,
    amount       bigint      NOT NULL,
    day          date        NOT NULL,
    collected_by uuid        NOT NULL,
    collected_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT collected_of_run FOREIGN KEY (run, drawn_by) REFERENCES aid.run (id, drawn_by),
    CONSTRAINT collected_by_another CHECK (collected_by <> drawn_by),
    CONSTRAINT collected_of_somebody CHECK (people > 0 AND amount > 0),
    CONSTRAINT collected_source_fits CHECK (char_length(source) BETWEEN 1 AND 200)
);
-- Lines that payroll could not keep back, such as of somebody without pay that month.
CREATE TABLE aid.missed (
    run    uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT missed_pk PRIMARY KEY (run, person),
    CONSTRAINT missed_of_line FOREIGN KEY (run, person) REFERENCES aid.line (run, person)
);

-- What was entered in the book of it: a band alone where enough people gave it, others together.
CREATE TABLE aid.part (
    id     uuid   NOT NULL PRIMARY KEY,
    run    uuid   NOT NULL REFERENCES aid.collected (run),
    band   text   NOT NULL,
    people int    NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT part_once UNIQUE (run, band),
    CONSTRAINT part_band_fits CHECK (char_length(band) <= 10),
    CONSTRAINT part_of_somebody CHECK (people > 0 AND amount > 0)
);

-- What the company and others give.
CREATE TABLE aid.gift (
    id      uuid        NOT NULL PRIMARY KEY,
    kind    text        NOT NULL,
    day     date        NOT NULL,
    amount  bigint      NOT NULL,
    source  text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT gift_kind_known CHECK (kind IN ('COMPANY', 'OTHER')),
    CONSTRAINT gift_of_something CHECK (amount > 0),
    CONSTRAINT gift_source_fits CHECK (char_length(source) BETWEEN 1 AND 200)
);

-- Who sits on the committee that decides, and on the one that looks on; nobody on both.
CREATE TABLE aid.seat (
    id           uuid        NOT NULL PRIMARY KEY,
    person       uuid        NOT NULL REFERENCES directory.person,
    body         text        NOT NULL,
    from_day     date        NOT NULL,
    until_day    date        NOT NULL,
    appointed_by uuid        NOT NULL,
    appointed_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT seat_body_known CHECK (body IN ('COMMITTEE', 'SUPERVISION')),
    CONSTRAINT seat_days CHECK (until_day >= from_day),
    CONSTRAINT nobody_on_two_seats EXCLUDE USING gist (directory.same(person::text, person::text, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&)
);

-- How much is given: by own cost after all insurance and by dependants, from a day on.
CREATE TABLE aid.scale (
    id        uuid        NOT NULL PRIMARY KEY,
    from_day  date        NOT NULL,
    source    text        NOT NULL,
    set_by    uuid,                 -- null: came with the house
    agreed_by uuid,
    set_at    timestamptz NOT NULL,
    record    uuid,
    CONSTRAINT scale_by_two CHECK (set_by <> agreed_by),
    CONSTRAINT scale_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
CREATE TABLE aid.step (
    scale      uuid   NOT NULL REFERENCES aid.scale,
    cost       bigint NOT NULL, -- own cost from so much on, fen
    dependants int    NOT NULL, -- from so many on
    amount     bigint NOT NULL,
    CONSTRAINT step_pk PRIMARY KEY (scale, cost, dependants),
    CONSTRAINT step_of_something CHECK (cost > 0 AND dependants >= 0 AND amount > 0)
);
WITH first AS (
    INSERT INTO aid.scale (id, from_day, source, set_at)
    VALUES ('a1d00000-0000-4000-8000-000000000001', '2024-01-01', 'Came with the house, after published charters of such funds. To be agreed by the committee', '2024-01-01T00:00:00Z')
    RETURNING id
)
INSERT INTO aid.step (scale, cost, dependants, amount)
SELECT first.id, of.cost * 100, of.dependants, of.amount * 100
  FROM first
 CROSS JOIN (VALUES (20000, 0, 4000), (20000, 1, 5000), (20000, 3, 6000), (50000, 0, 10000), (50000, 1, 12000), (50000, 3, 14000),
                    (100000, 0, 20000), (100000, 1, 24000), (100000, 3, 28000), (200000, 0, 30000), (200000, 1, 35000), (200000, 3, 40000)) AS of (cost, dependants, amount);

-- What the table of a day gives: the last step that both reach. Nothing below its first.
CREATE FUNCTION aid.due(on_day date, own_cost bigint, of_dependants int)
RETURNS TABLE (scale uuid, amount bigint)
LANGUAGE sql STABLE AS $$
    SELECT step.scale, step.amount
      FROM aid.step
     WHERE step.scale = (SELECT id FROM aid.scale WHERE from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1) AND step.cost <= own_cost AND step.dependants <= of_dependants
     ORDER BY step.cost DESC, step.dependants DESC
     LIMIT 1
$$;

CREATE SEQUENCE aid.number;

-- Somebody asks for help.
CREATE TABLE aid.application (
    id         uuid        NOT NULL PRIMARY KEY,
    number     text        NOT NULL,
    person     uuid        NOT NULL REFERENCES directory.person,
    ground     text        NOT NULL,
    event_day  date        NOT NULL,
    own_cost   bigint,               -- fen; null: forgotten
    dependants int,
    words      text        NOT NULL,
    day        date        NOT NULL,
    applied_by uuid        NOT NULL,
    applied_at timestamptz NOT NULL,
    due_at     timestamptz,          -- asked for as urgent: help is there by then
    over_at    timestamptz,          -- taken back or refused
    record     uuid        NOT NULL,
    CONSTRAINT application_number UNIQUE (number),
    CONSTRAINT application_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT application_ground_known CHECK (ground IN ('ILLNESS_OWN', 'ILLNESS_FAMILY', 'ACCIDENT', 'DISASTER', 'STUDY')),
    CONSTRAINT application_words_fits CHECK (char_length(words) <= 2000),
    CONSTRAINT application_of_something CHECK (own_cost > 0 AND dependants BETWEEN 0 AND 20)
);
CREATE UNIQUE INDEX application_of_event_once ON aid.application (person, ground, event_day) WHERE over_at IS NULL;
CREATE INDEX application_by_person ON aid.application (person, applied_at);

CREATE TABLE aid.paper (
    application uuid        NOT NULL REFERENCES aid.application,
    item        uuid        NOT NULL REFERENCES evidence.item,
    brought_at  timestamptz NOT NULL,
    CONSTRAINT paper_pk PRIMARY KEY (application, item)
);

CREATE TABLE aid.withdrawn (
    application  uuid        NOT NULL PRIMARY KEY REFERENCES aid.application,
    withdrawn_by uuid        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    record       uuid        NOT NULL
);

-- A member of the committee who is concerned: neither speaks nor sees.
CREATE TABLE aid.recused (
    application uuid        NOT NULL REFERENCES aid.application,
    person      uuid        NOT NULL REFERENCES directory.person,
    recused_at  timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT recused_pk PRIMARY KEY (application, person)
);

-- What a member of the committee says.
CREATE TABLE aid.voice (
    application uuid        NOT NULL REFERENCES aid.application,
    person      uuid        NOT NULL REFERENCES directory.person,
    word        text        NOT NULL,
    reason      text        NOT NULL,
    said_at     timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT voice_pk PRIMARY KEY (application, person),
    CONSTRAINT voice_word_known CHECK (word IN ('YES', 'NO')),
    CONSTRAINT no_has_a_reason CHECK (word = 'YES' OR reason <> ''),
    CONSTRAINT voice_reason_fits CHECK (char_length(reason) <= 1000)
);

-- Two of the committee let out a part at once; the committee decides about the whole later.
CREATE TABLE aid.signature (
    application uuid        NOT NULL REFERENCES aid.application,
    no          smallint    NOT NULL,
    person      uuid        NOT NULL REFERENCES directory.person,
    amount      bigint      NOT NULL,
    signed_at   timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT signature_pk PRIMARY KEY (application, no),
    CONSTRAINT signature_of_two UNIQUE (application, person),
    CONSTRAINT signature_first_or_second CHECK (no IN (1, 2)),
    CONSTRAINT signature_of_something CHECK (amount > 0)
);

-- What the committee's words came to, with what the table gives and what of it the caps leave.
CREATE TABLE aid.decided (
    application uuid        NOT NULL PRIMARY KEY REFERENCES aid.application,
    outcome     text        NOT NULL,
    scale       uuid        REFERENCES aid.scale,
    due         bigint      NOT NULL,
    amount      bigint      NOT NULL,
    decided_at  timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT decided_outcome_known CHECK (outcome IN ('AGREED', 'REFUSED')),
    CONSTRAINT decided_by_the_table CHECK (amount >= 0 AND amount <= due AND (outcome = 'REFUSED') = (scale IS NULL))
);

-- Money that leaves the fund for somebody.
CREATE TABLE aid.payout (
    id          uuid        NOT NULL PRIMARY KEY,
    application uuid        NOT NULL REFERENCES aid.application,
    kind        text        NOT NULL,
    amount      bigint      NOT NULL,
    day         date        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT payout_once UNIQUE (application, kind),
    CONSTRAINT payout_kind_known CHECK (kind IN ('DECIDED', 'URGENT')),
    CONSTRAINT payout_of_something CHECK (amount > 0)
);

-- Lines that were handed to whoever pays.
CREATE TABLE aid.handing (
    id      uuid        NOT NULL PRIMARY KEY,
    lines   int         NOT NULL,
    amount  bigint      NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT handing_of_something CHECK (lines > 0 AND amount > 0)
);
CREATE TABLE aid.handed (
    payout  uuid NOT NULL PRIMARY KEY REFERENCES aid.payout,
    handing uuid NOT NULL REFERENCES aid.handing
);

-- Money that came back: paid back, or never arrived. The payout stays.
CREATE TABLE aid.returned (
    id     uuid        NOT NULL PRIMARY KEY,
    payout uuid        NOT NULL REFERENCES aid.payout,
    amount bigint      NOT NULL,
    day    date        NOT NULL,
    source text        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    CONSTRAINT returned_of_something CHECK (amount > 0),
    CONSTRAINT returned_source_fits CHECK (char_length(source) BETWEEN 1 AND 200)
);
CREATE INDEX returned_of ON aid.returned (payout);

INSERT INTO rule.number (room, key, from_day, value, source, set_at)
SELECT 'aid', told.key, '2024-01-01', told.value, 'Came with the house, after published charters of such funds. To be agreed by the union', '2024-01-01T00:00:00Z'
  FROM (VALUES ('quorum', 3), ('months-given-least', 3), ('year-cap-thousands', 50), ('floor-thousands', 100), ('urgent-thousands', 5), ('urgent-hours', 48), ('told-from', 5)) AS told (key, value);

-- What this room keeps about people.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('CN', 'PIPL, art. 13(1)(1), 15 and 29: consent, given apart for what tells of health, and taken back at any time; Trade Union Law, art. 29'),
    ('DE', 'GDPR, art. 6(1)(a), 7(3) and 9(2)(a): consent, taken back at any time')) AS told (country, source)
 CROSS JOIN unnest(ARRAY['aid/pledges', 'aid/given', 'aid/applications', 'aid/seats', 'aid/voices']) AS part;
