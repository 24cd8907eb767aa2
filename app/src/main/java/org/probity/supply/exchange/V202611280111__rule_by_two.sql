-- What passes a course is said by two. What is proposed stands here; once agreed it is a rule from its day on.
CREATE TABLE exchange.rule_proposed (
    proposal uuid NOT NULL PRIMARY KEY REFERENCES decision.proposal,
    key      text NOT NULL,
    from_day date NOT NULL,
    value    int  NOT NULL,
    source   text NOT NULL,
    CONSTRAINT rule_proposed_known CHECK (key IN ('pass-percent', 'attempts-a-day', 'attended-percent')),
    CONSTRAINT rule_proposed_value CHECK (value BETWEEN 1 AND 100),
    CONSTRAINT rule_proposed_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

ALTER TABLE exchange.rule ADD COLUMN agreed_by uuid, ADD CONSTRAINT rule_four_eyes CHECK (agreed_by <> set_by);
