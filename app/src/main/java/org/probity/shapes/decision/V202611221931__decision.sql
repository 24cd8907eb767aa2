CREATE SCHEMA decision;

CREATE TABLE decision.proposal (
    id          uuid        PRIMARY KEY,
    matter      text        NOT NULL,   -- e.g. statement.publish
    subject     uuid        NOT NULL,
    reason      text        NOT NULL,
    proposed_by uuid        NOT NULL,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT proposer_is_fixed UNIQUE (id, proposed_by)
);

-- Whoever rules is not who proposed; the pair is tied to the proposal, so that the rule holds in the data too.
CREATE TABLE decision.ruling (
    proposal    uuid        PRIMARY KEY,
    proposed_by uuid        NOT NULL,
    outcome     text        NOT NULL,
    reason      text        NOT NULL,
    ruled_by    uuid        NOT NULL,
    ruled_at    timestamptz NOT NULL,
    CONSTRAINT of_that_proposal FOREIGN KEY (proposal, proposed_by) REFERENCES decision.proposal (id, proposed_by),
    -- A proposer may withdraw, never approve or reject.
    CONSTRAINT four_eyes CHECK ((outcome = 'WITHDRAWN') = (ruled_by = proposed_by)),
    CONSTRAINT outcome_known CHECK (outcome IN ('APPROVED', 'REJECTED', 'WITHDRAWN'))
);
