-- Stock plans: how many shares stand ready, by which steps they become somebody's own, and what leave and leaving make of them.
CREATE TABLE reward.stock_plan (
    id          uuid           NOT NULL PRIMARY KEY,
    proposal    uuid           NOT NULL REFERENCES decision.proposal,
    code        text           NOT NULL,
    name_en     text           NOT NULL,
    name_zh     text           NOT NULL,
    kind        text           NOT NULL,
    market      text           NOT NULL, -- where the shares are listed, which says which limits hold
    capital     bigint         NOT NULL, -- shares of the company when the plan was put forward
    shares      bigint         NOT NULL, -- that stand ready under it
    price       numeric(14, 4) NOT NULL, -- what a share costs its holder
    reference   numeric(14, 4) NOT NULL, -- the higher of the averages of prices that the market's rule names
    from_day    date           NOT NULL,
    until_day   date           NOT NULL,
    terms       text           NOT NULL, -- steps, in the open cap-table format
    pauses      text           NOT NULL, -- kinds of leave that move what comes by time; empty: none
    pause_days  int            NOT NULL, -- shorter leave moves nothing
    leaving     text           NOT NULL, -- what a reason to leave makes of what is not one's own yet
    source      text           NOT NULL,
    CONSTRAINT stock_plan_code CHECK (code ~ '^[A-Z][A-Z0-9-]{0,19}$'),
    CONSTRAINT stock_plan_kind_known CHECK (kind IN ('RESTRICTED', 'OPTION')),
    CONSTRAINT stock_plan_market_known CHECK (market IN ('MAIN', 'GROWTH')),
    CONSTRAINT stock_plan_shares CHECK (shares > 0 AND shares <= capital),
    CONSTRAINT stock_plan_price CHECK (price >= 0 AND reference > 0),
    CONSTRAINT stock_plan_days CHECK (until_day > from_day),
    CONSTRAINT stock_plan_pause_days CHECK (pause_days BETWEEN 0 AND 400),
    CONSTRAINT stock_plan_terms_fits CHECK (char_length(terms) <= 200000),
    CONSTRAINT stock_plan_pauses_fits CHECK (char_length(pauses) <= 100),
    CONSTRAINT stock_plan_leaving_fits CHECK (char_length(leaving) <= 500),
    CONSTRAINT stock_plan_name_en_fits CHECK (char_length(name_en) BETWEEN 1 AND 200),
    CONSTRAINT stock_plan_name_zh_fits CHECK (char_length(name_zh) BETWEEN 1 AND 200),
    CONSTRAINT stock_plan_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

CREATE TABLE reward.stock_plan_agreed (
    plan   uuid        NOT NULL PRIMARY KEY REFERENCES reward.stock_plan,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

-- What a rule of a market allows, from a day on. One that is not certain is told and refuses nothing.
CREATE TABLE reward.listing_rule (
    id       uuid           NOT NULL PRIMARY KEY,
    market   text           NOT NULL,
    code     text           NOT NULL,
    from_day date           NOT NULL,
    value    numeric(10, 2) NOT NULL,
    certain  boolean        NOT NULL,
    source   text           NOT NULL,
    said_by  uuid,
    said_at  timestamptz    NOT NULL,
    CONSTRAINT listing_rule_market_known CHECK (market IN ('MAIN', 'GROWTH')),
    CONSTRAINT listing_rule_code_known CHECK (code IN ('ALL_PLANS', 'ONE_PERSON', 'FIRST_RELEASE', 'BETWEEN_RELEASES', 'ONE_RELEASE', 'PRICE_OF_STOCK', 'PRICE_OF_OPTION', 'YEARS', 'LATER_PART', 'LATER_MONTHS')),
    CONSTRAINT listing_rule_value CHECK (value >= 0),
    CONSTRAINT listing_rule_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
INSERT INTO reward.listing_rule (id, market, code, from_day, value, certain, source, said_at)
SELECT gen_random_uuid(), of.market, of.code, '2016-08-13', of.value, of.certain, of.source, '2016-08-13T00:00:00Z'
  FROM (VALUES ('MAIN', 'ALL_PLANS', 10, true, 'Measures for the administration of equity incentives of listed companies, art. 14'),
               ('GROWTH', 'ALL_PLANS', 20, false, 'Listing rules of STAR and ChiNext markets. To be confirmed by counsel'),
               ('MAIN', 'ONE_PERSON', 1, true, 'Measures for the administration of equity incentives of listed companies, art. 14'),
               ('GROWTH', 'ONE_PERSON', 1, true, 'Measures for the administration of equity incentives of listed companies, art. 14'),
               ('MAIN', 'FIRST_RELEASE', 12, false, 'Measures, art. 24 and 30. To be confirmed by counsel'),
               ('GROWTH', 'FIRST_RELEASE', 12, false, 'Measures, art. 24 and 30. To be confirmed by counsel'),
               ('MAIN', 'BETWEEN_RELEASES', 12, false, 'Measures, art. 25 and 31. To be confirmed by counsel'),
               ('GROWTH', 'BETWEEN_RELEASES', 12, false, 'Measures, art. 25 and 31. To be confirmed by counsel'),
               ('MAIN', 'ONE_RELEASE', 50, false, 'Measures, art. 25 and 31. To be confirmed by counsel'),
               ('GROWTH', 'ONE_RELEASE', 50, false, 'Measures, art. 25 and 31. To be confirmed by counsel'),
               ('MAIN', 'PRICE_OF_STOCK', 50, false, 'Measures, art. 23. To be confirmed by counsel'),
               ('GROWTH', 'PRICE_OF_STOCK', 50, false, 'Measures, art. 23; another price with an adviser''s opinion. To be confirmed by counsel'),
               ('MAIN', 'PRICE_OF_OPTION', 100, false, 'Measures, art. 29. To be confirmed by counsel'),
               ('GROWTH', 'PRICE_OF_OPTION', 100, false, 'Measures, art. 29. To be confirmed by counsel'),
               ('MAIN', 'YEARS', 10, false, 'Measures, art. 13. To be confirmed by counsel'),
               ('GROWTH', 'YEARS', 10, false, 'Measures, art. 13. To be confirmed by counsel'),
               ('MAIN', 'LATER_PART', 20, false, 'Measures, art. 15. To be confirmed by counsel'),
               ('GROWTH', 'LATER_PART', 20, false, 'Measures, art. 15. To be confirmed by counsel'),
               ('MAIN', 'LATER_MONTHS', 12, false, 'Measures, art. 15. To be confirmed by counsel'),
               ('GROWTH', 'LATER_MONTHS', 12, false, 'Measures, art. 15. To be confirmed by counsel')) AS of (market, code, value, certain, source);

-- Shares given to people at one time, put before a second person; how many each gets lies in the schema pay.
CREATE TABLE reward.stock_granting (
    id         uuid        NOT NULL PRIMARY KEY,
    plan       uuid        NOT NULL REFERENCES reward.stock_plan_agreed,
    proposal   uuid        NOT NULL REFERENCES decision.proposal,
    day        date        NOT NULL,
    members    int         NOT NULL,
    shares     bigint      NOT NULL,
    brought_in boolean     NOT NULL, -- out of a package in the open cap-table format
    resolution text        NOT NULL, -- of the shareholders, for who gets more than the limit for one person; empty: none
    digest     text        NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT stock_granting_counts CHECK (members > 0 AND shares > 0),
    CONSTRAINT stock_granting_resolution_fits CHECK (char_length(resolution) <= 300),
    CONSTRAINT stock_granting_digest_fits CHECK (char_length(digest) = 64)
);
CREATE INDEX stock_granting_by_plan ON reward.stock_granting (plan);

CREATE TABLE reward.stock_granting_agreed (
    granting uuid        NOT NULL PRIMARY KEY REFERENCES reward.stock_granting,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL
);

-- Steps of a package that was brought in, where they are not the plan's own.
CREATE TABLE reward.stock_terms (
    granting uuid NOT NULL REFERENCES reward.stock_granting,
    code     text NOT NULL,
    terms    text NOT NULL,
    CONSTRAINT stock_terms_pk PRIMARY KEY (granting, code),
    CONSTRAINT stock_terms_code_fits CHECK (char_length(code) BETWEEN 1 AND 200),
    CONSTRAINT stock_terms_terms_fits CHECK (char_length(terms) <= 200000)
);

-- What happened to all who stand under a plan: a target was met (step), or each share became several (parts of whole).
CREATE TABLE reward.stock_event (
    id      uuid        NOT NULL PRIMARY KEY,
    plan    uuid        NOT NULL REFERENCES reward.stock_plan_agreed,
    kind    text        NOT NULL,
    step    text        NOT NULL,
    parts   int         NOT NULL,
    whole   int         NOT NULL,
    day     date        NOT NULL,
    source  text        NOT NULL,
    file    uuid        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT stock_event_kind_known CHECK (kind IN ('HAPPENED', 'DIVIDED')),
    CONSTRAINT stock_event_once UNIQUE (plan, kind, step, day),
    CONSTRAINT stock_event_ratio CHECK (parts BETWEEN 1 AND 1000 AND whole BETWEEN 1 AND 1000),
    CONSTRAINT stock_event_step_fits CHECK (char_length(step) <= 200),
    CONSTRAINT stock_event_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
CREATE INDEX stock_event_by_plan ON reward.stock_event (plan);

-- Up to a day, what became people's own, was exercised or lapsed was entered into the book and told to the registrar.
CREATE TABLE reward.stock_entered (
    id       uuid        NOT NULL PRIMARY KEY,
    plan     uuid        NOT NULL REFERENCES reward.stock_plan_agreed,
    until_day date       NOT NULL,
    handed   bigint      NOT NULL,
    returned bigint      NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT stock_entered_once UNIQUE (plan, until_day),
    CONSTRAINT stock_entered_not_negative CHECK (handed >= 0 AND returned >= 0)
);

-- One holder's grant: sealed how many, since when, and by which steps. And sealed what they alone did or got: so many came sooner, so many were exercised.
CREATE TABLE pay.stock_given (
    id       uuid  NOT NULL PRIMARY KEY,
    granting uuid  NOT NULL REFERENCES reward.stock_granting,
    person   uuid  NOT NULL REFERENCES directory.person,
    sealed   bytea NOT NULL
);
CREATE INDEX stock_given_by_granting ON pay.stock_given (granting);
CREATE INDEX stock_given_by_person ON pay.stock_given (person);

CREATE TABLE pay.stock_act (
    id     uuid        NOT NULL PRIMARY KEY,
    given  uuid        NOT NULL REFERENCES pay.stock_given,
    person uuid        NOT NULL REFERENCES directory.person,
    kind   text        NOT NULL,
    day    date        NOT NULL,
    sealed bytea       NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    CONSTRAINT stock_act_kind_known CHECK (kind IN ('SOONER', 'EXERCISED'))
);
CREATE INDEX stock_act_by_given ON pay.stock_act (given);
CREATE INDEX stock_act_by_person ON pay.stock_act (person);

CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE OR DELETE ON reward.stock_plan_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE OR DELETE ON reward.stock_granting_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.stock_granting FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.stock_given FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.stock_act FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();

INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), 'reward/stock', '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES ('CN', 'PIPL, art. 13(1)(2): needed to conclude and perform a contract to which the person is a party, the plan and its agreement of grant'),
               ('DE', 'GDPR, art. 6(1)(b): needed for the contract of grant')) AS told (country, source);
