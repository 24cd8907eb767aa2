-- Marks that an interviewer has begun to give. Nobody else reads them, and they go when the marks are given.
CREATE TABLE recruitment.mark_begun (
    application uuid        NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    interviewer uuid        NOT NULL,
    no          int         NOT NULL,
    score       int         NOT NULL,   -- 0: not yet
    words       text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (application, interviewer, no),
    CONSTRAINT mark_begun_score CHECK (score BETWEEN 0 AND 5),
    CONSTRAINT mark_begun_words_fits CHECK (char_length(words) <= 1000)
);
