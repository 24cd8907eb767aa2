CREATE SCHEMA subsidy;

-- Who gets how much for what. None is changed: another begins when it ends.
CREATE TABLE subsidy.scheme (
    id        uuid           NOT NULL PRIMARY KEY,
    code      text           NOT NULL,
    kind      text           NOT NULL,
    name_en   text           NOT NULL,
    name_zh   text           NOT NULL,
    per       text           NOT NULL,
    most      numeric(10, 2) NOT NULL, -- yuan, for a day or for a claim
    times     int,                     -- claims of one person in a year; null: as many as there are days
    receipt   text           NOT NULL, -- whether a claim needs one
    from_day  date           NOT NULL,
    until_day date,
    source    text           NOT NULL,
    set_by    uuid           NOT NULL,
    set_at    timestamptz    NOT NULL,
    record    uuid           NOT NULL,
    CONSTRAINT scheme_code UNIQUE (code),
    CONSTRAINT scheme_code_fits CHECK (char_length(code) BETWEEN 1 AND 20),
    CONSTRAINT scheme_kind_known CHECK (kind IN ('MEALS', 'TRAVEL', 'FAMILY')),
    CONSTRAINT scheme_name_en_fits CHECK (char_length(name_en) <= 100),
    CONSTRAINT scheme_name_zh_fits CHECK (char_length(name_zh) <= 100),
    CONSTRAINT scheme_has_a_name CHECK (name_en <> '' OR name_zh <> ''),
    CONSTRAINT scheme_per_known CHECK (per IN ('DAY', 'CLAIM')),
    CONSTRAINT scheme_gives_something CHECK (most > 0),
    CONSTRAINT scheme_times CHECK (times BETWEEN 1 AND 366),
    CONSTRAINT scheme_receipt_known CHECK (receipt IN ('YES', 'NO')),
    CONSTRAINT scheme_has_days CHECK (until_day >= from_day),
    CONSTRAINT scheme_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

-- What a scheme may give in a year. The newest row counts; whoever agrees holds the scheme's row.
CREATE TABLE subsidy.budget (
    id     uuid           NOT NULL PRIMARY KEY,
    scheme uuid           NOT NULL REFERENCES subsidy.scheme,
    year   int            NOT NULL,
    amount numeric(14, 2) NOT NULL,
    set_by uuid           NOT NULL,
    set_at timestamptz    NOT NULL,
    record uuid           NOT NULL,
    CONSTRAINT budget_year CHECK (year BETWEEN 2000 AND 2200),
    CONSTRAINT budget_amount CHECK (amount >= 0)
);
CREATE INDEX budget_by_scheme ON subsidy.budget (scheme, year, set_at DESC);

CREATE SEQUENCE subsidy.number;

CREATE TABLE subsidy.claim (
    id          uuid           NOT NULL PRIMARY KEY,
    number      text           NOT NULL,
    scheme      uuid           NOT NULL REFERENCES subsidy.scheme,
    person      uuid           NOT NULL REFERENCES directory.person,
    from_day    date           NOT NULL,
    until_day   date           NOT NULL,
    amount      numeric(10, 2) NOT NULL,
    invoice     text           NOT NULL, -- letters and digits of its number; empty: none
    words       text           NOT NULL,
    claimed_by  uuid           NOT NULL,
    claimed_at  timestamptz    NOT NULL,
    record      uuid           NOT NULL,
    void_at     timestamptz,             -- refused, or taken back
    void_record uuid,                    -- that it was taken back
    CONSTRAINT claim_number UNIQUE (number),
    CONSTRAINT claim_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT claim_has_days CHECK (until_day >= from_day),
    CONSTRAINT claim_of_something CHECK (amount > 0),
    CONSTRAINT claim_invoice_fits CHECK (char_length(invoice) <= 40),
    CONSTRAINT claim_words_fits CHECK (char_length(words) <= 1000),
    CONSTRAINT no_day_claimed_twice EXCLUDE USING gist (
        directory.same(scheme || '/' || person, scheme || '/' || person, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&) WHERE (void_at IS NULL)
);
CREATE UNIQUE INDEX claim_invoice_once ON subsidy.claim (invoice) WHERE void_at IS NULL AND invoice <> '';
CREATE INDEX claim_by_person ON subsidy.claim (person);
CREATE INDEX claim_by_scheme ON subsidy.claim (scheme);

CREATE TABLE subsidy.receipt (
    id       uuid  NOT NULL PRIMARY KEY,
    claim    uuid  NOT NULL REFERENCES subsidy.claim,
    evidence uuid  NOT NULL REFERENCES evidence.item,
    sha256   bytea NOT NULL
);
CREATE INDEX receipt_by_claim ON subsidy.receipt (claim);
CREATE INDEX receipt_by_hash ON subsidy.receipt (sha256);

CREATE TABLE subsidy.answer (
    claim       uuid           NOT NULL PRIMARY KEY REFERENCES subsidy.claim,
    outcome     text           NOT NULL,
    amount      numeric(10, 2) NOT NULL,
    reason      text           NOT NULL,
    answered_by uuid           NOT NULL,
    answered_at timestamptz    NOT NULL,
    record      uuid           NOT NULL,
    CONSTRAINT answer_outcome_known CHECK (outcome IN ('AGREED', 'REFUSED')),
    CONSTRAINT answer_amount CHECK ((outcome = 'AGREED' AND amount > 0) OR (outcome = 'REFUSED' AND amount = 0)),
    CONSTRAINT less_with_a_reason CHECK (outcome = 'AGREED' OR reason <> ''),
    CONSTRAINT answer_reason_fits CHECK (char_length(reason) <= 1000)
);

-- A list for payroll, and its lines: each claim in one.
CREATE TABLE subsidy.payment (
    id      uuid           NOT NULL PRIMARY KEY,
    number  text           NOT NULL,
    lines   int            NOT NULL,
    total   numeric(14, 2) NOT NULL,
    made_by uuid           NOT NULL,
    made_at timestamptz    NOT NULL,
    record  uuid           NOT NULL,
    CONSTRAINT payment_number UNIQUE (number),
    CONSTRAINT payment_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT payment_of_something CHECK (lines > 0 AND total > 0)
);
CREATE TABLE subsidy.line (
    claim   uuid           NOT NULL PRIMARY KEY REFERENCES subsidy.claim,
    payment uuid           NOT NULL REFERENCES subsidy.payment,
    amount  numeric(10, 2) NOT NULL,
    CONSTRAINT line_of_something CHECK (amount > 0)
);
CREATE INDEX line_by_payment ON subsidy.line (payment);
