-- What the report says in words. Each saving is a version of the whole chapter; the newest goes into the next edition.
CREATE TABLE statement.chapter (
    id          uuid        PRIMARY KEY,
    key         text        NOT NULL,
    no          int         NOT NULL,
    place       int         NOT NULL,             -- its order in the report
    figures     text[]      NOT NULL,
    pledged_day date,
    left_out    boolean     NOT NULL,             -- not in the next edition
    saved_by    uuid        NOT NULL,
    saved_at    timestamptz NOT NULL,
    CONSTRAINT version_numbered_once UNIQUE (key, no),
    CONSTRAINT key_is_an_address CHECK (key ~ '^[a-z][a-z0-9-]{1,39}$')
);

CREATE TABLE statement.chapter_text (
    chapter uuid NOT NULL REFERENCES statement.chapter,
    part    text NOT NULL,
    en      text NOT NULL,
    zh      text NOT NULL,
    PRIMARY KEY (chapter, part),
    CONSTRAINT part_known CHECK (part IN ('AREA', 'TITLE', 'STAND', 'STRATEGY', 'PLEDGE', 'GOVERNANCE', 'PRACTICES', 'TARGETS', 'PERFORMANCE', 'KNOWING', 'WRONG'))
);

-- The versions an edition was frozen with.
CREATE TABLE statement.edition_chapter (
    edition uuid NOT NULL REFERENCES statement.edition,
    chapter uuid NOT NULL REFERENCES statement.chapter,
    PRIMARY KEY (edition, chapter)
);

-- What a published edition covers, as the company said it then.
CREATE TABLE statement.edition_boundary (
    edition uuid PRIMARY KEY REFERENCES statement.edition,
    en      text NOT NULL,
    zh      text NOT NULL
);
