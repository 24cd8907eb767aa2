CREATE SCHEMA reward;
-- What somebody is paid, and nothing that is not that. Amounts lie sealed under a key that stands in no backup; whoever reads these rows alone learns who has some, and no more.
CREATE SCHEMA pay;

-- How a gain is reckoned and shared, from a day on. Another plan of the code takes its place; what was shared by one stays with it.
CREATE TABLE reward.plan (
    id          uuid          NOT NULL PRIMARY KEY,
    proposal    uuid          NOT NULL REFERENCES decision.proposal,
    code        text          NOT NULL,
    name_en     text          NOT NULL,
    name_zh     text          NOT NULL,
    formula     text          NOT NULL,
    from_day    date          NOT NULL,
    base_cost   numeric(18, 2),          -- what labour cost in the base time, in yuan; of hours saved: the hours it took
    base_output numeric(18, 2),          -- what was produced, or added in value; of hours saved: the units
    ceiling     numeric(6, 2),           -- of hours saved: per cent of those needed that count at most
    rate        numeric(7, 4),           -- of a contribution: per cent of what is beyond the hurdle
    hurdle      numeric(18, 2),
    share       numeric(5, 2) NOT NULL,  -- per cent of a gain that is the people's
    reserve     numeric(5, 2) NOT NULL,  -- per cent of that which is held back
    draws       boolean       NOT NULL,  -- a deficit is borne out of what is held back first
    source      text          NOT NULL,
    CONSTRAINT plan_code CHECK (code ~ '^[A-Z][A-Z0-9-]{0,19}$'),
    CONSTRAINT plan_formula_known CHECK (formula IN ('SCANLON', 'RUCKER', 'IMPROSHARE', 'CONTRIBUTION')),
    CONSTRAINT plan_has_its_base CHECK (CASE formula WHEN 'CONTRIBUTION' THEN rate > 0 AND hurdle >= 0 ELSE base_cost > 0 AND base_output > 0 END),
    CONSTRAINT plan_has_a_ceiling CHECK (formula <> 'IMPROSHARE' OR ceiling > 0),
    CONSTRAINT plan_share CHECK (share BETWEEN 0 AND 100),
    CONSTRAINT plan_reserve CHECK (reserve BETWEEN 0 AND 100),
    CONSTRAINT plan_name_en_fits CHECK (char_length(name_en) BETWEEN 1 AND 200),
    CONSTRAINT plan_name_zh_fits CHECK (char_length(name_zh) BETWEEN 1 AND 200),
    CONSTRAINT plan_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

-- What a grade, or a rating, weighs. NONE is for whoever has none.
CREATE TABLE reward.factor (
    plan   uuid          NOT NULL REFERENCES reward.plan,
    kind   text          NOT NULL,
    code   text          NOT NULL,
    factor numeric(7, 3) NOT NULL,
    CONSTRAINT factor_pk PRIMARY KEY (plan, kind, code),
    CONSTRAINT factor_kind_known CHECK (kind IN ('GRADE', 'RATING')),
    CONSTRAINT factor_code_fits CHECK (char_length(code) BETWEEN 1 AND 20),
    CONSTRAINT factor_not_negative CHECK (factor >= 0)
);

CREATE TABLE reward.plan_agreed (
    plan   uuid        NOT NULL PRIMARY KEY REFERENCES reward.plan,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

-- What a period brought, as finance has it, with the paper that says so. What was wrong is said again under the next number.
CREATE TABLE reward.period (
    id         uuid        NOT NULL PRIMARY KEY,
    plan       uuid        NOT NULL REFERENCES reward.plan_agreed,
    from_day   date        NOT NULL,
    until_day  date        NOT NULL,
    no         int         NOT NULL,
    cost       numeric(18, 2),           -- what labour cost; of hours saved: the hours worked
    output     numeric(18, 2) NOT NULL,  -- what was produced, added in value, made in units, or contributed
    wage       numeric(10, 2),           -- of hours saved: what an hour is worth
    source     text        NOT NULL,
    file       uuid        NOT NULL,
    brought_by uuid        NOT NULL,
    brought_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT period_ends_after_it_begins CHECK (until_day > from_day),
    CONSTRAINT period_once UNIQUE (plan, from_day, until_day, no),
    CONSTRAINT period_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

-- Units that share, each with its factor; people belong to the nearest of them on the way up.
CREATE TABLE reward.unit_factor (
    period uuid          NOT NULL REFERENCES reward.period,
    unit   uuid          NOT NULL REFERENCES directory.unit,
    factor numeric(7, 3) NOT NULL,
    CONSTRAINT unit_factor_pk PRIMARY KEY (period, unit),
    CONSTRAINT unit_factor_not_negative CHECK (factor >= 0)
);

-- A split as it was reckoned and put before a second person; fen.
CREATE TABLE reward.split (
    id       uuid        NOT NULL PRIMARY KEY,
    period   uuid        NOT NULL REFERENCES reward.period,
    proposal uuid        NOT NULL REFERENCES decision.proposal,
    digest   text        NOT NULL, -- of all that went into it; a second person agrees to this and to nothing that came later
    gain     bigint      NOT NULL,
    people   bigint      NOT NULL,
    company  bigint      NOT NULL,
    held     bigint      NOT NULL,
    drawn    bigint      NOT NULL,
    paid     bigint      NOT NULL,
    members  int         NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT split_adds_up CHECK (CASE WHEN gain > 0 THEN gain = people + company AND people = held + paid AND drawn = 0 ELSE people = 0 AND held = 0 AND paid = 0 AND company = gain + drawn END),
    CONSTRAINT split_not_negative CHECK (people >= 0 AND held >= 0 AND drawn >= 0 AND paid >= 0 AND members >= 0),
    CONSTRAINT split_digest_fits CHECK (char_length(digest) = 64)
);
CREATE INDEX split_by_period ON reward.split (period);

CREATE TABLE reward.split_unit (
    split   uuid          NOT NULL REFERENCES reward.split,
    unit    uuid          NOT NULL REFERENCES directory.unit,
    factor  numeric(7, 3) NOT NULL,
    members int           NOT NULL,
    amount  bigint        NOT NULL,
    CONSTRAINT split_unit_pk PRIMARY KEY (split, unit),
    CONSTRAINT split_unit_not_negative CHECK (amount >= 0 AND members >= 0)
);

-- Who was here and has no part, and why.
CREATE TABLE reward.split_out (
    split  uuid NOT NULL REFERENCES reward.split,
    person uuid NOT NULL REFERENCES directory.person,
    why    text NOT NULL,
    CONSTRAINT split_out_pk PRIMARY KEY (split, person),
    CONSTRAINT split_out_why_fits CHECK (char_length(why) <= 60)
);

-- Agreed to by another: from here on it stands.
CREATE TABLE reward.split_agreed (
    split  uuid        NOT NULL PRIMARY KEY REFERENCES reward.split,
    period uuid        NOT NULL UNIQUE REFERENCES reward.period,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

-- Somebody's part: a name that means nothing outside of this split, and sealed what they weighed and got. Which rating it was reckoned by stands beside it, so that one that was moved later is found.
CREATE TABLE pay.part (
    split      uuid  NOT NULL REFERENCES reward.split,
    person     uuid  NOT NULL REFERENCES directory.person,
    code       text  NOT NULL,
    assessment uuid,
    sealed     bytea NOT NULL,
    CONSTRAINT part_pk PRIMARY KEY (split, person),
    CONSTRAINT part_code UNIQUE (split, code),
    CONSTRAINT part_code_fits CHECK (char_length(code) = 12)
);
CREATE INDEX part_by_person ON pay.part (person);

-- A list of amounts or weights left the house: whose hands, when. The list itself is not kept.
CREATE TABLE reward.handed_out (
    id     uuid        NOT NULL PRIMARY KEY,
    split  uuid        NOT NULL REFERENCES reward.split,
    kind   text        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    CONSTRAINT handed_out_kind_known CHECK (kind IN ('PAYMENTS', 'WEIGHTS'))
);
CREATE INDEX handed_out_by_split ON reward.handed_out (split);

CREATE FUNCTION reward.nothing_agreed_is_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was agreed to stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_agreed_is_changed';
END $$;
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE OR DELETE ON reward.split_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.split FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.split_unit FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.part FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
