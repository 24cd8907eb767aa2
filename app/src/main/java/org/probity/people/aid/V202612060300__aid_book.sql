-- The fund's book as of a day, sealed once for everybody who asks; again when something was entered since.
CREATE TABLE aid.sealed_book (
    id            uuid        NOT NULL PRIMARY KEY,
    day           date        NOT NULL,
    let_out_until date        NOT NULL,   -- payments up to this day stand in it: of a quarter they are told when it is over
    known_at      timestamptz NOT NULL,
    files         bytea       NOT NULL,
    record        uuid        NOT NULL,
    CONSTRAINT sealed_book_let_out_by_then CHECK (let_out_until <= day)
);
CREATE INDEX sealed_book_of_day ON aid.sealed_book (day, let_out_until, known_at DESC);
