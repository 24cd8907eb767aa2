-- What was said of a law and of an article, every time: the tables beside carry the newest. What was said before this came was overwritten; the first rows
-- are what was found, with who said it last (of an article: and when it was first said).
CREATE TABLE policy.law_said (
    law          uuid        NOT NULL REFERENCES policy.law,
    no           int         NOT NULL,
    name_en      text        NOT NULL,
    name_zh      text        NOT NULL,
    jurisdiction text        NOT NULL,
    since        date,
    source       text        NOT NULL,
    said_by      uuid        NOT NULL,
    said_at      timestamptz NOT NULL,
    PRIMARY KEY (law, no),
    CONSTRAINT law_said_name_fits CHECK (char_length(name_en) <= 300 AND char_length(name_zh) <= 300 AND char_length(source) <= 300)
);
CREATE TABLE policy.article_said (
    article       uuid        NOT NULL REFERENCES policy.article,
    no            int         NOT NULL,
    summary_en    text        NOT NULL,
    summary_zh    text        NOT NULL,
    clause        uuid        REFERENCES policy.clause,
    check_en      text        NOT NULL,
    check_zh      text        NOT NULL,
    responsible   uuid        NOT NULL,
    review_months int         NOT NULL,
    said_by       uuid        NOT NULL,
    said_at       timestamptz NOT NULL,
    PRIMARY KEY (article, no),
    CONSTRAINT article_said_summary_fits CHECK (char_length(summary_en) <= 4000 AND char_length(summary_zh) <= 4000),
    CONSTRAINT article_said_check_fits CHECK (char_length(check_en) <= 4000 AND char_length(check_zh) <= 4000)
);

INSERT INTO policy.law_said (law, no, name_en, name_zh, jurisdiction, since, source, said_by, said_at)
SELECT id, 1, name_en, name_zh, jurisdiction, since, source, entered_by, entered_at FROM policy.law;
INSERT INTO policy.article_said (article, no, summary_en, summary_zh, clause, check_en, check_zh, responsible, review_months, said_by, said_at)
SELECT id, 1, summary_en, summary_zh, clause, check_en, check_zh, responsible, review_months, said_by, said_at FROM policy.article;
