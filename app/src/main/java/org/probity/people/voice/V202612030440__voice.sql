-- The files that write, seal and open, as this house gave them out from a day on. The log has each list: whoever was given another file can show it.
CREATE TABLE voice.own_file (
    sha256 text NOT NULL,          -- of the list
    files  jsonb NOT NULL,         -- hash of each file by its name
    day    date NOT NULL,
    record uuid NOT NULL PRIMARY KEY,
    CONSTRAINT own_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX own_file_by_day ON voice.own_file (day);
