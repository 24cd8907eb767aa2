-- Authority that was taken back before its last day. What was signed until then stays signed; from this moment it is authority no more.
CREATE TABLE admission.signatory_withdrawn (
    signatory uuid        PRIMARY KEY REFERENCES admission.signatory,
    reasons   text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT signatory_withdrawn_says_why CHECK (btrim(reasons) <> ''),
    CONSTRAINT signatory_withdrawn_reasons_fits CHECK (char_length(reasons) <= 4000)
);
CREATE TABLE admission.mandate_withdrawn (
    mandate   uuid        PRIMARY KEY REFERENCES admission.mandate,
    reasons   text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT mandate_withdrawn_says_why CHECK (btrim(reasons) <> ''),
    CONSTRAINT mandate_withdrawn_reasons_fits CHECK (char_length(reasons) <= 4000)
);

-- Papers that legal affairs accepted, the newest first: the list from which one is taken back.
CREATE INDEX signatory_checked_newest ON admission.signatory_checked (at DESC) WHERE outcome = 'ACCEPTED';
