-- Claims by ISO 22095: what may be said of an item, by two, and nothing twice. Each origin that has a certificate, each account of a site, what was entered in it, each claim.
CREATE TABLE traceability.certificate (
    item    int         NOT NULL PRIMARY KEY REFERENCES traceability.item,
    scheme  text        NOT NULL,
    number  text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT certificate_scheme_fits CHECK (char_length(scheme) BETWEEN 1 AND 300),
    CONSTRAINT certificate_number_fits CHECK (char_length(number) BETWEEN 1 AND 300)
);

CREATE TABLE traceability.account (
    id        uuid        NOT NULL PRIMARY KEY,
    model     text        NOT NULL,
    name      text        NOT NULL,
    days      int         NOT NULL,   -- for how long an entry counts
    per_mille int         NOT NULL,   -- how much of an output a thousand of input give
    said_by   uuid        NOT NULL,
    said_at   timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT account_model CHECK (model IN ('ROLLING_AVERAGE', 'CREDIT')),
    CONSTRAINT account_days CHECK (days BETWEEN 1 AND 1100),
    CONSTRAINT account_per_mille CHECK (per_mille BETWEEN 1 AND 1000),
    CONSTRAINT account_name_fits CHECK (char_length(name) BETWEEN 1 AND 300)
);

CREATE TABLE traceability.entry (
    item    int         NOT NULL REFERENCES traceability.item,
    account uuid        NOT NULL REFERENCES traceability.account,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT entered_once PRIMARY KEY (item)
);

CREATE TABLE traceability.claim_proposed (
    proposal uuid           NOT NULL PRIMARY KEY REFERENCES decision.proposal,
    item     int            NOT NULL REFERENCES traceability.item,
    model    text           NOT NULL,
    share    numeric(19,18) NOT NULL,
    account  uuid           REFERENCES traceability.account,
    CONSTRAINT claim_proposed_share CHECK (share > 0 AND share <= 1)
);

CREATE TABLE traceability.claim (
    item        int            NOT NULL REFERENCES traceability.item,
    model       text           NOT NULL,
    share       numeric(19,18) NOT NULL,
    mass        bigint         NOT NULL,
    account     uuid           REFERENCES traceability.account,
    proposed_by uuid           NOT NULL,
    agreed_by   uuid           NOT NULL,
    said_at     timestamptz    NOT NULL,
    record      uuid           NOT NULL,
    CONSTRAINT claimed_once PRIMARY KEY (item),
    CONSTRAINT claim_by_two CHECK (proposed_by <> agreed_by),
    CONSTRAINT claim_share CHECK (share > 0 AND share <= 1),
    CONSTRAINT claim_model CHECK (model IN ('IDENTITY_PRESERVED', 'SEGREGATED', 'CONTROLLED_BLENDING', 'ROLLING_AVERAGE', 'CREDIT')),
    CONSTRAINT claim_of_an_account CHECK ((model IN ('ROLLING_AVERAGE', 'CREDIT')) = (account IS NOT NULL))
);
