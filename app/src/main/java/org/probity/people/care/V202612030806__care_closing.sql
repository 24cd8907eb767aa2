-- How many days of a year that is over may be used in the next. What is more is owed as pay, unless somebody gave it up in writing, which the house does not keep.
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('care', 'carry-days-most', '2024-01-01', 5, 'Regulations on Paid Annual Leave of Employees, art. 5: across one year where the work needs it; our rule of five days, to be confirmed by counsel', '2024-01-01T00:00:00Z');

-- An act of human resources: what is left of a year goes to the next, or is owed as pay.
CREATE TABLE care.closing (
    id        uuid        NOT NULL PRIMARY KEY,
    year      int         NOT NULL REFERENCES care.year,
    unit      uuid        REFERENCES directory.unit, -- for those of this unit and below; null: for all
    people    int         NOT NULL,
    carried   bigint      NOT NULL, -- hundredths of an hour
    owed      bigint      NOT NULL,
    days      int         NOT NULL, -- of the rule by which it was carried
    closed_by uuid        NOT NULL,
    closed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT closing_of_somebody CHECK (people > 0 AND carried >= 0 AND owed >= 0 AND carried + owed > 0)
);

CREATE TABLE care.closed (
    id      uuid   NOT NULL PRIMARY KEY,
    closing uuid   NOT NULL REFERENCES care.closing,
    person  uuid   NOT NULL REFERENCES directory.person,
    carried bigint NOT NULL,
    owed    bigint NOT NULL,
    CONSTRAINT closed_once UNIQUE (closing, person),
    CONSTRAINT closed_something CHECK (carried >= 0 AND owed >= 0 AND carried + owed > 0)
);
CREATE INDEX closed_by_person ON care.closed (person);
