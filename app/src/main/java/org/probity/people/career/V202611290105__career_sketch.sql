-- A standard that somebody works on before it is put forward. There is one a track; what it becomes is a version, and what it was before is nobody's.
CREATE TABLE career.sketch (
    track      text        NOT NULL PRIMARY KEY,
    title_en   text        NOT NULL,
    title_zh   text        NOT NULL,
    begun_by   uuid        NOT NULL,
    changed_by uuid        NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT sketch_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT sketch_title_zh_fits CHECK (char_length(title_zh) <= 300)
);
CREATE TABLE career.sketch_item (
    track    text NOT NULL REFERENCES career.sketch ON DELETE CASCADE,
    code     text NOT NULL,
    part     text NOT NULL,
    level    int  NOT NULL,   -- from which level on it is asked
    title_en text NOT NULL,
    title_zh text NOT NULL,
    PRIMARY KEY (track, code),
    CONSTRAINT sketch_item_part CHECK (part IN ('EXPERIENCE', 'KNOWLEDGE', 'SKILL', 'RESULT', 'BEHAVIOUR')),
    CONSTRAINT sketch_item_level CHECK (level BETWEEN 1 AND 9),
    CONSTRAINT sketch_item_code_fits CHECK (char_length(code) <= 40),
    CONSTRAINT sketch_item_title_en_fits CHECK (char_length(title_en) <= 1000),
    CONSTRAINT sketch_item_title_zh_fits CHECK (char_length(title_zh) <= 1000)
);
CREATE TABLE career.sketch_words (
    track    text NOT NULL,
    code     text NOT NULL,
    level    int  NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    PRIMARY KEY (track, code, level),
    FOREIGN KEY (track, code) REFERENCES career.sketch_item ON DELETE CASCADE,
    CONSTRAINT sketch_words_words_en_fits CHECK (char_length(words_en) <= 4000),
    CONSTRAINT sketch_words_words_zh_fits CHECK (char_length(words_zh) <= 4000)
);
