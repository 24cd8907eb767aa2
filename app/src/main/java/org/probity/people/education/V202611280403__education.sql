CREATE SCHEMA education;

CREATE SEQUENCE education.number;

-- What law and our own rules allow, from a day on. A change is a new row.
CREATE TABLE education.rule (
    key      text        NOT NULL,
    from_day date        NOT NULL,
    value    int         NOT NULL,
    source   text        NOT NULL,
    set_by   uuid,                  -- null: came with the house
    set_at   timestamptz NOT NULL,
    record   uuid,
    PRIMARY KEY (key, from_day, set_at),
    CONSTRAINT education_rule_value CHECK (value BETWEEN 0 AND 1000),
    CONSTRAINT education_rule_has_source CHECK (source <> ''),
    CONSTRAINT rule_source_fits CHECK (char_length(source) <= 300)
);
INSERT INTO education.rule (key, from_day, value, source, set_at) VALUES
    ('bond-months-most', '2024-01-01', 60, 'our rule; to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('penalty-percent-most', '2024-01-01', 100, 'Labour Contract Law of the PRC, art. 22: never more than the cost of the training; to be confirmed by counsel', '2024-01-01T00:00:00Z');

CREATE TABLE education.partner (
    id       uuid        NOT NULL PRIMARY KEY,
    name_en  text        NOT NULL,
    name_zh  text        NOT NULL,
    added_by uuid        NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT partner_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT partner_name_zh_fits CHECK (char_length(name_zh) <= 300)
);

CREATE TABLE education.programme (
    id           uuid        NOT NULL PRIMARY KEY,
    number       text        NOT NULL,
    partner      uuid        NOT NULL REFERENCES education.partner,
    kind         text        NOT NULL,
    title_en     text        NOT NULL,
    title_zh     text        NOT NULL,
    tuition      numeric(12, 2) NOT NULL,   -- CNY
    from_day     date        NOT NULL,
    until_day    date        NOT NULL,
    professional boolean     NOT NULL,      -- professional training that we pay for: only then a service bond may be agreed
    bond_months  int         NOT NULL,
    bond_percent int         NOT NULL,      -- of what was paid
    opened_by    uuid        NOT NULL,
    opened_at    timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT programme_number_taken UNIQUE (number),
    CONSTRAINT programme_kind CHECK (kind IN ('JUNIOR_COLLEGE', 'BACHELOR', 'CERTIFICATE')),
    CONSTRAINT programme_tuition CHECK (tuition > 0),
    CONSTRAINT programme_days CHECK (until_day >= from_day),
    CONSTRAINT bond_only_for_professional_training CHECK (bond_months = 0 AND bond_percent = 0 OR professional AND bond_months > 0),
    CONSTRAINT bond_never_above_cost CHECK (bond_percent BETWEEN 0 AND 100),
    CONSTRAINT programme_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT programme_title_zh_fits CHECK (char_length(title_zh) <= 300)
);

CREATE TABLE education.application (
    id         uuid        NOT NULL PRIMARY KEY,
    number     text        NOT NULL,
    person     uuid        NOT NULL REFERENCES directory.person,
    programme  uuid        NOT NULL REFERENCES education.programme,
    engagement text        NOT NULL,   -- as what they were engaged when they applied
    words      text        NOT NULL,
    applied_by uuid        NOT NULL,
    applied_at timestamptz NOT NULL,
    CONSTRAINT application_numbered UNIQUE (number),
    CONSTRAINT application_words_fits CHECK (char_length(words) <= 4000)
);
CREATE INDEX application_by_person ON education.application (person);
CREATE UNIQUE INDEX applied_once ON education.application (person, programme);

-- How much is put before a second person; what was approved stands in approved.
CREATE TABLE education.offer (
    proposal    uuid          NOT NULL PRIMARY KEY REFERENCES decision.proposal,
    application uuid          NOT NULL REFERENCES education.application,
    amount      numeric(12, 2) NOT NULL,
    CONSTRAINT offer_amount CHECK (amount > 0)
);
CREATE INDEX offer_by_application ON education.offer (application);
CREATE TABLE education.approved (
    application uuid          NOT NULL PRIMARY KEY REFERENCES education.application,
    amount      numeric(12, 2) NOT NULL,
    made_by     uuid          NOT NULL,
    approved_by uuid          NOT NULL,
    at          timestamptz   NOT NULL,
    day         date          NOT NULL,
    record      uuid          NOT NULL,
    CONSTRAINT four_eyes CHECK (approved_by <> made_by)
);
CREATE TABLE education.refused (
    application uuid        NOT NULL PRIMARY KEY REFERENCES education.application,
    reason      text        NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT refused_reason_fits CHECK (char_length(reason) <= 2000)
);

-- A receipt or an invoice that somebody brings, for which an instalment is owed.
CREATE TABLE education.proof (
    id          uuid          NOT NULL PRIMARY KEY REFERENCES evidence.item,
    application uuid          NOT NULL REFERENCES education.approved,
    no          int           NOT NULL,
    amount      numeric(12, 2) NOT NULL,
    at          timestamptz   NOT NULL,
    CONSTRAINT proof_numbered UNIQUE (application, no),
    CONSTRAINT proof_amount CHECK (amount > 0)
);
-- What finance has paid, as its file says, and what the file states of itself.
CREATE TABLE education.paying_stated (
    record uuid          NOT NULL PRIMARY KEY,
    lines  int           NOT NULL,
    total  numeric(14, 2) NOT NULL,
    day    date          NOT NULL,
    by     uuid          NOT NULL,
    at     timestamptz   NOT NULL
);
CREATE TABLE education.payment (
    proof   uuid          NOT NULL PRIMARY KEY REFERENCES education.proof,
    amount  numeric(12, 2) NOT NULL,
    paid_on date          NOT NULL,
    record  uuid          NOT NULL REFERENCES education.paying_stated,
    at      timestamptz   NOT NULL
);
CREATE INDEX payment_by_day ON education.payment (paid_on);

CREATE TABLE education.result (
    application uuid        NOT NULL PRIMARY KEY REFERENCES education.approved,
    outcome     text        NOT NULL,
    day         date        NOT NULL,
    file        uuid        REFERENCES evidence.item,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT result_outcome CHECK (outcome IN ('OBTAINED', 'FAILED', 'LEFT')),
    CONSTRAINT obtained_is_shown CHECK ((outcome = 'OBTAINED') = (file IS NOT NULL))
);
CREATE INDEX result_by_day ON education.result (day);

CREATE FUNCTION education.rule_on(wanted text, on_day date)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT value FROM education.rule WHERE key = wanted AND from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1
$$;
