-- How a report reached us. One that was told or sent another way was written down by somebody who has seen it, and its clocks run from the day on which it came to them.
ALTER TABLE voice.card
    ADD COLUMN via text NOT NULL DEFAULT 'WEB',
    ADD CONSTRAINT card_via CHECK (via IN ('WEB', 'EMAIL', 'PHONE', 'LETTER', 'ACCOUNT', 'MEETING'));

-- Letters about a clock, so that none is written twice.
CREATE TABLE voice.reminder (
    card      uuid NOT NULL REFERENCES voice.card,
    due       date NOT NULL,
    days_left int  NOT NULL,
    PRIMARY KEY (card, due, days_left)
);
