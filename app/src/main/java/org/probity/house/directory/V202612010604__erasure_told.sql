-- When rooms were told of an erasure. Those before this day are told once more when a day begins, for a room may have come to the house since; a version that brings such a room sets it back.
ALTER TABLE directory.erasure
    ADD COLUMN told_at timestamptz,
    ADD CONSTRAINT told_when_confirmed CHECK (told_at IS NULL OR confirmed_at IS NOT NULL);
CREATE INDEX erasure_untold ON directory.erasure (confirmed_at) WHERE told_at IS NULL;
