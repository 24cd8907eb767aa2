-- From which circle of readers on a figure's rows show their codes and evidence, as two people decided. Without a row it is the narrowest.
CREATE TABLE statement.level (
    id          uuid        PRIMARY KEY,
    figure      text        NOT NULL,
    no          int         NOT NULL,             -- of the figure's proposals, as the proposer saw them
    level       text        NOT NULL,
    reason      text        NOT NULL,
    proposal    uuid        NOT NULL REFERENCES decision.proposal,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT one_level_at_a_time UNIQUE (figure, no),
    CONSTRAINT level_known CHECK (level IN ('PUBLIC', 'CUSTOMER', 'ASSURER')),
    CONSTRAINT level_reason_fits CHECK (char_length(reason) <= 4000),
    CONSTRAINT reason_given CHECK (reason <> '')
);

CREATE TABLE statement.level_approval (
    level       uuid        PRIMARY KEY REFERENCES statement.level,
    approved_by uuid        NOT NULL,
    approved_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);

-- The level that held when the edition was prepared; without one, of a time when the definition alone said it.
ALTER TABLE statement.edition_figure
    ADD COLUMN level text,
    ADD CONSTRAINT level_of_edition_known CHECK (level IN ('PUBLIC', 'CUSTOMER', 'ASSURER'));
