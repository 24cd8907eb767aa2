-- A file that was read and waits to be brought in; forgotten after a day. What is brought in stands under evidence.
CREATE TABLE supplier.batch (
    id        uuid        PRIMARY KEY,
    kind      text        NOT NULL,
    year      int,                    -- of a goods-receipt ledger
    file      text        NOT NULL,
    bytes     bytea       NOT NULL,
    read_at   timestamptz NOT NULL,
    read_by   uuid        NOT NULL,
    CONSTRAINT batch_kind CHECK (kind IN ('SUPPLIERS', 'SITES', 'MATERIALS', 'LEDGER')),
    CONSTRAINT ledger_has_year CHECK ((kind = 'LEDGER') = (year IS NOT NULL))
);
