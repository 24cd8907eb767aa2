CREATE SCHEMA dialogue;

-- A meeting of those who work at a place with those who lead it. Meetings of one form and place are a row.
CREATE TABLE dialogue.meeting (
    occasion uuid NOT NULL PRIMARY KEY REFERENCES gathering.occasion,
    form     text NOT NULL,
    place    uuid NOT NULL REFERENCES directory.unit,
    CONSTRAINT meeting_form CHECK (form IN ('SESSION', 'DEMOCRATIC'))
);
CREATE INDEX meeting_by_place ON dialogue.meeting (place, form);

CREATE TABLE dialogue.item (
    meeting uuid        NOT NULL REFERENCES dialogue.meeting,
    no      int         NOT NULL,
    words   text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (meeting, no),
    CONSTRAINT item_says_something CHECK (words <> ''),
    CONSTRAINT item_words_fits CHECK (char_length(words) <= 1000)
);

-- What somebody there said should be different. Who said it stands nowhere; "by" is who wrote it down.
CREATE TABLE dialogue.point (
    id      uuid        NOT NULL PRIMARY KEY,
    meeting uuid        NOT NULL REFERENCES dialogue.meeting,
    no      int         NOT NULL,
    words   text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT point_numbered UNIQUE (meeting, no),
    CONSTRAINT point_says_something CHECK (words <> ''),
    CONSTRAINT point_words_fits CHECK (char_length(words) <= 2000)
);

-- What was answered, where no measure follows, or beside one. The newest counts.
CREATE TABLE dialogue.reply (
    point uuid        NOT NULL REFERENCES dialogue.point,
    no    int         NOT NULL,
    words text        NOT NULL,
    by    uuid        NOT NULL,
    at    timestamptz NOT NULL,
    PRIMARY KEY (point, no),
    CONSTRAINT reply_says_something CHECK (words <> ''),
    CONSTRAINT reply_words_fits CHECK (char_length(words) <= 4000)
);

-- To those who work there. From here on they read points, answers and measures.
CREATE TABLE dialogue.publication (
    meeting uuid        NOT NULL PRIMARY KEY REFERENCES dialogue.meeting,
    words   text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT publication_says_something CHECK (words <> ''),
    CONSTRAINT publication_words_fits CHECK (char_length(words) <= 4000)
);

-- Those who were asked to come were told once more that it is tomorrow.
CREATE TABLE dialogue.reminder (
    meeting uuid NOT NULL PRIMARY KEY REFERENCES dialogue.meeting,
    day     date NOT NULL
);
