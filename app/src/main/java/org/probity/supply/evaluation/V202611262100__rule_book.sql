-- A rule book is changed by two: what is proposed stands here without a moment of approval. By when a consequence is carried out is part of it.
ALTER TABLE evaluation.scheme
    ADD COLUMN a_days int NOT NULL DEFAULT 90,   -- after the grade, until the larger share
    ADD COLUMN c_days int NOT NULL DEFAULT 30,   -- until the plan is agreed
    ADD COLUMN d_days int NOT NULL DEFAULT 90,   -- until somebody else follows
    ADD CONSTRAINT days_of_consequences CHECK (a_days BETWEEN 1 AND 365 AND c_days BETWEEN 1 AND 365 AND d_days BETWEEN 1 AND 365),
    ADD CONSTRAINT days_to_appeal CHECK (appeal_days BETWEEN 1 AND 365),
    ADD CONSTRAINT approved_with_record CHECK ((approved_at IS NULL) = (record IS NULL)),
    ADD CONSTRAINT scheme_source_fits CHECK (char_length(source) BETWEEN 1 AND 300);
CREATE UNIQUE INDEX scheme_by_proposal ON evaluation.scheme (proposal);
