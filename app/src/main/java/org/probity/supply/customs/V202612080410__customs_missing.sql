-- Which papers had no file when a pack was made, so that whoever made it can have them brought. Of packs of before only the number is known.
CREATE TABLE customs.missing (
    pack uuid NOT NULL REFERENCES customs.made (pack),
    uri text NOT NULL,
    tier text NOT NULL,
    events bigint NOT NULL,
    things text[] NOT NULL,
    PRIMARY KEY (pack, uri),
    CONSTRAINT missing_events_positive CHECK (events > 0)
);
