-- To whose mailbox a case was handed on. Those who had it see it no more, those who have it now were sealed what was written so far.
CREATE TABLE voice.moved (
    card    uuid NOT NULL REFERENCES voice.card,
    no      int  NOT NULL,
    channel text NOT NULL,
    day     date NOT NULL,
    by      uuid NOT NULL,
    record  uuid NOT NULL,
    PRIMARY KEY (card, no),
    CONSTRAINT moved_channel CHECK (channel IN ('LEGAL', 'AUDIT', 'HR', 'FACTORY', 'UNION', 'COMMITTEE'))
);
ALTER TABLE voice.recused DROP CONSTRAINT recused_because;
ALTER TABLE voice.recused ADD CONSTRAINT recused_because CHECK (because IN ('NAMED', 'RELATIVE', 'LINE', 'DEALINGS', 'OTHER', 'MOVED'));

-- A case in which others look at how an earlier one was handled, because whoever reported asked them to. Once a case.
CREATE TABLE voice.review (
    card   uuid NOT NULL PRIMARY KEY REFERENCES voice.card,
    of     uuid NOT NULL REFERENCES voice.card,
    record uuid NOT NULL,
    CONSTRAINT review_once UNIQUE (of),
    CONSTRAINT review_of_another CHECK (card <> of)
);
