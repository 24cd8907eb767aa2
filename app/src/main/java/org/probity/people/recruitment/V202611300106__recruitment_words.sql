-- A word is forbidden from a day on, or allowed again; who said so stands behind its proposal. Without one it came with the house.
ALTER TABLE recruitment.unlawful
    ADD COLUMN act text NOT NULL DEFAULT 'FORBID',
    ADD COLUMN proposal uuid REFERENCES decision.proposal,
    ADD COLUMN record uuid,
    ADD CONSTRAINT unlawful_act CHECK (act IN ('FORBID', 'ALLOW')),
    ADD CONSTRAINT unlawful_is_in_the_log CHECK (num_nonnulls(proposal, record) IN (0, 2));

CREATE TABLE recruitment.word_proposed (
    proposal uuid PRIMARY KEY REFERENCES decision.proposal,
    word     text NOT NULL,
    act      text NOT NULL,
    from_day date NOT NULL,
    source   text NOT NULL,
    CONSTRAINT word_proposed_act CHECK (act IN ('FORBID', 'ALLOW')),
    CONSTRAINT word_proposed_word_fits CHECK (char_length(word) BETWEEN 2 AND 60),
    CONSTRAINT word_proposed_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
