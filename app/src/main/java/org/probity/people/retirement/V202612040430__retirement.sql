CREATE SCHEMA retirement;

-- Statutory months by category: who was born before the first month retires at the old age; for every so many months of birth after it, one month later, up to the cap.
CREATE TABLE retirement.schedule (
    category    text        NOT NULL,
    from_day    date        NOT NULL,
    born_from   date        NOT NULL,
    base_months int         NOT NULL,
    step_months int         NOT NULL,
    cap_months  int         NOT NULL,
    source      text        NOT NULL,
    set_at      timestamptz NOT NULL,
    CONSTRAINT schedule_pk PRIMARY KEY (category, from_day),
    CONSTRAINT schedule_category_known CHECK (category IN ('M', 'F55', 'F50')),
    CONSTRAINT schedule_months CHECK (base_months > 0 AND step_months > 0 AND cap_months >= 0),
    CONSTRAINT schedule_source_fits CHECK (char_length(source) <= 300)
);
INSERT INTO retirement.schedule (category, from_day, born_from, base_months, step_months, cap_months, source, set_at) VALUES
    ('M', '2025-01-01', '1965-01-01', 720, 4, 36, 'Decision of the Standing Committee of the National People''s Congress of 2024-09-13, art. 1: men, from 60 to 63; to be confirmed by counsel', '2024-10-01T00:00:00Z'),
    ('F55', '2025-01-01', '1970-01-01', 660, 4, 36, 'Decision of 2024-09-13, art. 1: women who retired at 55, to 58; to be confirmed by counsel', '2024-10-01T00:00:00Z'),
    ('F50', '2025-01-01', '1975-01-01', 600, 2, 60, 'Decision of 2024-09-13, art. 1: women who retired at 50, to 55; to be confirmed by counsel', '2024-10-01T00:00:00Z');

-- Months of contributions from which a monthly pension is paid, by the year in which somebody retires.
CREATE TABLE retirement.minimum (
    year   int  NOT NULL PRIMARY KEY,
    months int  NOT NULL,
    source text NOT NULL,
    CONSTRAINT minimum_source_fits CHECK (char_length(source) <= 300),
    CONSTRAINT minimum_months CHECK (months > 0)
);
INSERT INTO retirement.minimum (year, months, source)
SELECT year, 180 + 6 * greatest(0, least(year, 2039) - 2029), 'Decision of 2024-09-13, art. 2: fifteen years, from 2030 half a year more each year, to twenty in 2039; to be confirmed by counsel' FROM generate_series(2000, 2100) AS year;

-- Birth and category as a paper showed them. Rows are only added; the newest counts.
CREATE TABLE retirement.file (
    id       uuid        NOT NULL PRIMARY KEY,
    person   uuid        NOT NULL REFERENCES directory.person,
    born     date        NOT NULL, -- first day of the month
    category text        NOT NULL,
    shown    text        NOT NULL,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT file_of_a_month CHECK (extract(day FROM born) = 1),
    CONSTRAINT file_category_known CHECK (category IN ('M', 'F55', 'F50')),
    CONSTRAINT file_shown_fits CHECK (char_length(shown) BETWEEN 1 AND 300)
);
CREATE INDEX file_by_person ON retirement.file (person, said_at DESC);

-- Another month than the statutory one, as somebody wishes.
CREATE TABLE retirement.choice (
    id        uuid        NOT NULL PRIMARY KEY,
    person    uuid        NOT NULL REFERENCES directory.person,
    month     date        NOT NULL,
    words     text        NOT NULL,
    chosen_by uuid        NOT NULL,
    chosen_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    over_at   timestamptz,          -- refused, or taken back
    CONSTRAINT choice_of_a_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT choice_words_fits CHECK (char_length(words) <= 1000)
);
CREATE UNIQUE INDEX choice_one ON retirement.choice (person) WHERE over_at IS NULL;

CREATE TABLE retirement.answer (
    choice      uuid        NOT NULL PRIMARY KEY REFERENCES retirement.choice,
    outcome     text        NOT NULL,
    reason      text        NOT NULL,
    answered_by uuid        NOT NULL,
    answered_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT answer_outcome_known CHECK (outcome IN ('AGREED', 'REFUSED')),
    CONSTRAINT refused_with_a_reason CHECK (outcome = 'AGREED' OR reason <> ''),
    CONSTRAINT answer_reason_fits CHECK (char_length(reason) <= 1000)
);

-- What somebody hands over before they go, to whom and by when; done when whoever takes it says so.
CREATE TABLE retirement.handover (
    id          uuid        NOT NULL PRIMARY KEY,
    person      uuid        NOT NULL REFERENCES directory.person,
    taker       uuid        NOT NULL REFERENCES directory.person,
    what        text        NOT NULL,
    by_day      date        NOT NULL,
    asked_by    uuid        NOT NULL,
    asked_at    timestamptz NOT NULL,
    record      uuid        NOT NULL,
    done_at     timestamptz,
    done_record uuid,
    CONSTRAINT handover_to_another CHECK (taker <> person),
    CONSTRAINT handover_what_fits CHECK (char_length(what) BETWEEN 1 AND 500)
);
CREATE INDEX handover_by_person ON retirement.handover (person);
CREATE INDEX handover_by_taker ON retirement.handover (taker);

-- What goes on: commercial insurance, bonuses, units and shares of plans; no amount, the plan's own room has it.
CREATE TABLE retirement.benefit (
    id        uuid        NOT NULL PRIMARY KEY,
    person    uuid        NOT NULL REFERENCES directory.person,
    kind      text        NOT NULL,
    from_day  date        NOT NULL,
    until_day date,
    source    text        NOT NULL,
    said_by   uuid        NOT NULL,
    said_at   timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT benefit_kind_known CHECK (kind IN ('INSURANCE', 'BONUS', 'UNITS', 'SHARES')),
    CONSTRAINT benefit_has_days CHECK (until_day >= from_day),
    CONSTRAINT benefit_source_fits CHECK (char_length(source) BETWEEN 1 AND 300),
    CONSTRAINT benefit_once EXCLUDE USING gist (directory.same(person || '/' || kind, person || '/' || kind, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&)
);

CREATE TABLE retirement.visit (
    id         uuid        NOT NULL PRIMARY KEY,
    person     uuid        NOT NULL REFERENCES directory.person,
    day        date        NOT NULL,
    words      text        NOT NULL,
    visited_by uuid        NOT NULL,
    said_at    timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT visit_once_a_day UNIQUE (person, day),
    CONSTRAINT visit_words_fits CHECK (char_length(words) <= 1000)
);

-- Back after that age, by a contract for services with a term; the engagement stands in the directory.
CREATE TABLE retirement.rehired (
    engagement uuid        NOT NULL PRIMARY KEY,
    person     uuid        NOT NULL REFERENCES directory.person,
    from_day   date        NOT NULL,
    until_day  date        NOT NULL,
    contract   text        NOT NULL, -- its number
    said_by    uuid        NOT NULL,
    said_at    timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT rehired_has_days CHECK (until_day >= from_day),
    CONSTRAINT rehired_contract_fits CHECK (char_length(contract) BETWEEN 1 AND 100)
);
CREATE INDEX rehired_by_person ON retirement.rehired (person);
