-- Days for an answer to a letter, from the day it was written.
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('dialogue', 'answer-days', '2024-01-01', 7, 'our rule', '2024-01-01T00:00:00Z');

CREATE SEQUENCE dialogue.letter_number;

-- To whoever leads a place; read by its head and the head's deputies alone.
CREATE TABLE dialogue.letter (
    id          uuid        NOT NULL PRIMARY KEY,
    number      text        NOT NULL,
    place       uuid        NOT NULL REFERENCES directory.unit,
    person      uuid        NOT NULL,       -- who wrote it
    by          uuid        NOT NULL,
    subject     text        NOT NULL,
    words       text        NOT NULL,
    may_be_told boolean     NOT NULL,       -- the writer's word: what was asked and answered may be told there, without a name
    day         date        NOT NULL,
    due_day     date        NOT NULL,       -- by the rule of the day it was written; never moved
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT letter_number_taken UNIQUE (number),
    CONSTRAINT letter_due CHECK (due_day > day),
    CONSTRAINT letter_says_something CHECK (subject <> '' AND words <> ''),
    CONSTRAINT letter_subject_fits CHECK (char_length(subject) <= 300),
    CONSTRAINT letter_words_fits CHECK (char_length(words) <= 4000)
);
CREATE INDEX letter_by_place ON dialogue.letter (place, day);
CREATE INDEX letter_by_person ON dialogue.letter (person);

CREATE TABLE dialogue.letter_answer (
    letter uuid        NOT NULL REFERENCES dialogue.letter,
    no     int         NOT NULL,
    words  text        NOT NULL,
    by     uuid        NOT NULL,
    day    date        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    PRIMARY KEY (letter, no),
    CONSTRAINT letter_answer_says_something CHECK (words <> ''),
    CONSTRAINT letter_answer_words_fits CHECK (char_length(words) <= 4000)
);

-- What was asked and answered, in words of whoever answers: to those who work there.
CREATE TABLE dialogue.letter_told (
    letter   uuid        NOT NULL PRIMARY KEY REFERENCES dialogue.letter,
    question text        NOT NULL,
    answer   text        NOT NULL,
    by       uuid        NOT NULL,
    day      date        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT letter_told_says_something CHECK (question <> '' AND answer <> ''),
    CONSTRAINT letter_told_question_fits CHECK (char_length(question) <= 2000),
    CONSTRAINT letter_told_answer_fits CHECK (char_length(answer) <= 4000)
);

CREATE TABLE dialogue.letter_reminder (
    letter    uuid NOT NULL REFERENCES dialogue.letter,
    day       date NOT NULL,
    PRIMARY KEY (letter, day)
);
