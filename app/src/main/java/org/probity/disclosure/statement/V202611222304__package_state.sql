-- Which signed state of the log the complete package carries, with its cosignatures, and since when. A newer or better witnessed one replaces it.
ALTER TABLE statement.package
    ADD COLUMN note      text,
    ADD COLUMN proved_at timestamptz;
