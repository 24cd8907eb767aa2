-- What a person answered for the company's own declaration of a year. A correction is a new row.
CREATE TABLE minerals.own_answer (
    year   int         NOT NULL,
    no     int         NOT NULL,
    fields jsonb       NOT NULL,   -- by the form's field names
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    PRIMARY KEY (year, no)
);
