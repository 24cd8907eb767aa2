CREATE SCHEMA targets;

CREATE TABLE targets.target (
    id          uuid        PRIMARY KEY,
    figure      text        NOT NULL,
    year        int         NOT NULL,
    direction   text        NOT NULL,
    value       numeric     NOT NULL,
    warning     numeric     NOT NULL,   -- beyond it the year counts as lost; the schedule runs towards it
    base_year   int,                    -- the schedule begins at this year's value
    responsible uuid        NOT NULL REFERENCES access.account,
    proposal    uuid        NOT NULL REFERENCES decision.proposal,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT direction_known CHECK (direction IN ('AT_LEAST', 'AT_MOST')),
    CONSTRAINT warns_before_it_is_missed CHECK (CASE direction WHEN 'AT_LEAST' THEN warning <= value ELSE warning >= value END),
    CONSTRAINT base_lies_before CHECK (base_year < year)
);
CREATE INDEX target_by_figure ON targets.target (figure, year);

-- A target that two people want. The newest of a figure and year is what holds.
CREATE TABLE targets.approval (
    target      uuid        PRIMARY KEY REFERENCES targets.target,
    approved_by uuid        NOT NULL,
    approved_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);
