-- What another source says of a figure's year, such as the general ledger or the minutes of a committee: typed from a paper by whoever has it, for figures whose own records hold no other
-- total. The newest counts; a correction is a new row.
CREATE TABLE figure.stated (
    id        uuid        PRIMARY KEY,
    figure    text        NOT NULL,
    year      int         NOT NULL,
    number    numeric     NOT NULL,
    source    text        NOT NULL,
    stated_by uuid        NOT NULL,
    stated_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT stated_number CHECK (number BETWEEN 0 AND 1000000000000 AND scale(number) <= 2),
    CONSTRAINT stated_source_fits CHECK (char_length(source) BETWEEN 1 AND 300),
    CONSTRAINT stated_year CHECK (year BETWEEN 2000 AND 2200)
);
CREATE INDEX stated_by_figure ON figure.stated (figure, year, stated_at DESC);
