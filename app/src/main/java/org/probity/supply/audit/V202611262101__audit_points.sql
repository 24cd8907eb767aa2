-- The points by which the plan is drawn, and what an open Priority finding does, are changed by two. What is proposed stands here; once approved its
-- rows lie in risk_rule and priority_setting, each version beside the ones before.
CREATE TABLE audit.points_change (
    proposal uuid        PRIMARY KEY REFERENCES decision.proposal,
    from_day date        NOT NULL,
    points   jsonb       NOT NULL,   -- key -> points, those that would be otherwise
    open     text        NOT NULL,   -- what an open Priority finding does to new business
    late     text        NOT NULL,   -- and one whose closing day is past
    source   text        NOT NULL,
    record   uuid,                   -- once it was approved
    CONSTRAINT change_known CHECK (open IN ('PASS', 'WARN', 'STOP') AND late IN ('PASS', 'WARN', 'STOP')),
    CONSTRAINT points_change_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

ALTER TABLE audit.risk_rule
    ADD CONSTRAINT points_some CHECK (points BETWEEN 0 AND 500),
    ADD CONSTRAINT risk_rule_source_fits CHECK (char_length(source) <= 300);

-- Two settings may begin on one day; the later one counts.
ALTER TABLE audit.priority_setting
    ADD COLUMN version int NOT NULL DEFAULT 1,
    DROP CONSTRAINT priority_setting_pkey,
    ADD PRIMARY KEY (from_day, version);
