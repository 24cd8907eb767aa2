-- The package of a split for whoever reckons it again: which entry of the log published it. Its files lie sealed like the parts it tells of.
CREATE TABLE pay.split_package (
    split     uuid        NOT NULL PRIMARY KEY REFERENCES reward.split,
    sealed    bytea       NOT NULL,
    record    uuid        NOT NULL,
    sealed_at timestamptz NOT NULL
);

ALTER TABLE reward.handed_out DROP CONSTRAINT handed_out_kind_known;
ALTER TABLE reward.handed_out ADD CONSTRAINT handed_out_kind_known CHECK (kind IN ('PAYMENTS', 'WEIGHTS', 'PACKAGE'));
