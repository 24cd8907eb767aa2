-- Somebody held what we say of an article against the official text. It counts for exactly those words: said otherwise, they are compared anew.
CREATE TABLE policy.article_compared (
    article     uuid        NOT NULL REFERENCES policy.article,
    summary_en  text        NOT NULL,
    summary_zh  text        NOT NULL,
    day         date        NOT NULL,
    compared_by uuid        NOT NULL,
    compared_at timestamptz NOT NULL,
    CONSTRAINT compared_once_a_day PRIMARY KEY (article, day),
    CONSTRAINT article_compared_summary_fits CHECK (char_length(summary_en) <= 4000 AND char_length(summary_zh) <= 4000)
);
