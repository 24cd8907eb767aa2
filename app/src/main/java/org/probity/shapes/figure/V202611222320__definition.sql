-- What a figure meant when it was frozen, kept once for each version of its definition: later versions change nothing in it.
CREATE TABLE figure.definition (
    figure  text        NOT NULL,
    version int         NOT NULL,
    content text        NOT NULL,   -- RFC 8785: words in both languages, queries, fold, rounding, control
    sha256  bytea       NOT NULL,
    record  uuid        NOT NULL REFERENCES log.record,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (figure, version)
);
