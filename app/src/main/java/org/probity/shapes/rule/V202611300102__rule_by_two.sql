-- Numbers that say who has learned something are said by two: what is proposed stands here, and once another agrees it is a number from its day on.
CREATE TABLE rule.proposed (
    proposal uuid PRIMARY KEY REFERENCES decision.proposal,
    room     text NOT NULL,
    key      text NOT NULL,
    from_day date NOT NULL,
    value    int  NOT NULL,
    source   text NOT NULL,
    CONSTRAINT proposed_value CHECK (value BETWEEN 0 AND 1000),
    CONSTRAINT proposed_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

ALTER TABLE rule.number ADD COLUMN agreed_by uuid, ADD CONSTRAINT number_four_eyes CHECK (agreed_by <> set_by);
