-- A list handed to payroll: of a split, or of what a year brought by a plan of units. Who stands in it with how much lies sealed in the schema pay, and what stood in one list stands in no other.
CREATE TABLE reward.pay_list (
    id      uuid        NOT NULL PRIMARY KEY,
    kind    text        NOT NULL,
    source  uuid        NOT NULL, -- the split, or the plan of units
    year    int         NOT NULL, -- that brought it
    no      int         NOT NULL,
    lines   int         NOT NULL,
    made_by uuid        NOT NULL,
    made_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT pay_list_kind_known CHECK (kind IN ('GAIN', 'UNITS')),
    CONSTRAINT pay_list_once UNIQUE (source, year, no),
    CONSTRAINT pay_list_of_something CHECK (lines > 0)
);
CREATE TABLE pay.listed (
    person uuid  NOT NULL REFERENCES directory.person,
    source uuid  NOT NULL, -- the split, or the giving of units
    what   text  NOT NULL,
    list   uuid  NOT NULL REFERENCES reward.pay_list,
    sealed bytea NOT NULL,
    CONSTRAINT listed_once PRIMARY KEY (person, source, what),
    CONSTRAINT listed_what_fits CHECK (char_length(what) BETWEEN 1 AND 40)
);
CREATE INDEX listed_by_list ON pay.listed (list);
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.pay_list FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.listed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
