-- A questionnaire that somebody brought as a file, as it stands there, under the terms that it names; it is never changed.
CREATE TABLE survey.pack (
    code       text        NOT NULL PRIMARY KEY,
    text       text        NOT NULL,
    sha256     text        NOT NULL,
    brought_by uuid        NOT NULL,
    brought_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT pack_code CHECK (code ~ '^[a-z]+(-[a-z0-9]+)?$'),
    CONSTRAINT pack_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT pack_text_fits CHECK (char_length(text) BETWEEN 1 AND 65536)
);

-- What goes with the outcome of a pack among the people of a cell: the share each dimension has in what is explained, with its range, in millionths.
CREATE TABLE survey.driver (
    cell      uuid NOT NULL REFERENCES figure.cell,
    dimension text NOT NULL,
    explained int  NOT NULL,
    share     int  NOT NULL,
    low       int  NOT NULL,
    high      int  NOT NULL,
    verdict   text NOT NULL,
    PRIMARY KEY (cell, dimension),
    CONSTRAINT driver_share CHECK (explained BETWEEN 0 AND 1000000 AND low BETWEEN 0 AND 1000000 AND share BETWEEN 0 AND 1000000 AND high BETWEEN low AND 1000000),
    CONSTRAINT driver_verdict CHECK (verdict IN ('MORE', 'LESS', 'NOT_CLEAR'))
);
