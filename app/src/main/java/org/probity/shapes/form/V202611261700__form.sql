CREATE SCHEMA form;

-- A form that somebody is to fill in, in the version that was in force when it was sent out.
CREATE TABLE form.sheet (
    id        uuid        NOT NULL PRIMARY KEY,
    form      text        NOT NULL,
    version   int         NOT NULL,
    sha256    text        NOT NULL,   -- of the file with the questions
    party     uuid        NOT NULL,
    period    int         NOT NULL,
    about     uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT sheet_once_about UNIQUE (about)
);
CREATE INDEX sheet_by_party ON form.sheet (party, form, period);

-- What was answered, as it was typed; the newest of a question counts, and none is ever changed. Two who work at one form see each other's answers.
CREATE TABLE form.answer (
    id       uuid        NOT NULL PRIMARY KEY,
    sheet    uuid        NOT NULL REFERENCES form.sheet,
    question text        NOT NULL,
    value    text        NOT NULL,
    words    text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    no       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT answer_value_fits CHECK (char_length(value) <= 4000),
    CONSTRAINT answer_words_fits CHECK (char_length(words) <= 4000)
);
CREATE INDEX answer_by_sheet ON form.answer (sheet, question, no DESC);

CREATE TABLE form.file (
    sheet      uuid        NOT NULL REFERENCES form.sheet,
    evidence   uuid        NOT NULL REFERENCES evidence.item,
    question   text        NOT NULL,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    removed_by uuid,
    removed_at timestamptz,
    PRIMARY KEY (sheet, evidence),
    CONSTRAINT removed_by_somebody CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);

-- What was sent, whole: a file of its own that holds every answer, and what it came to.
CREATE TABLE form.sending (
    id       uuid        NOT NULL PRIMARY KEY,
    sheet    uuid        NOT NULL REFERENCES form.sheet,
    no       int         NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    evidence uuid        NOT NULL REFERENCES evidence.item,
    CONSTRAINT sending_numbered UNIQUE (sheet, no)
);

CREATE TABLE form.sent_answer (
    sending  uuid NOT NULL REFERENCES form.sending,
    question text NOT NULL,
    value    text NOT NULL,
    words    text NOT NULL,
    mark     numeric(7, 4),           -- null: has no mark, or does not apply
    answer   uuid REFERENCES form.answer,
    PRIMARY KEY (sending, question)
);

CREATE TABLE form.sent_file (
    sending  uuid NOT NULL REFERENCES form.sending,
    question text NOT NULL,
    evidence uuid NOT NULL REFERENCES evidence.item,
    PRIMARY KEY (sending, question, evidence)
);

-- What a sending came to: of everything (pillar empty) and of each side. No row: nothing to score.
CREATE TABLE form.score (
    sending uuid          NOT NULL REFERENCES form.sending,
    pillar  text          NOT NULL,
    exact   text          NOT NULL,   -- as a fraction
    score   numeric(7, 4) NOT NULL,   -- rounded down
    PRIMARY KEY (sending, pillar),
    CONSTRAINT score_of_a_hundred CHECK (score BETWEEN 0 AND 100)
);

-- What was sent last, and what it came to; for other rooms.
CREATE FUNCTION form.scored_at(known_at timestamptz)
RETURNS TABLE (sheet uuid, about uuid, form text, party uuid, period int, sending uuid, at timestamptz, pillar text, score numeric)
LANGUAGE sql STABLE AS $$
    SELECT sheet.id, sheet.about, sheet.form, sheet.party, sheet.period, sending.id, sending.at, score.pillar, score.score
      FROM form.sheet
      JOIN LATERAL (SELECT * FROM form.sending WHERE sending.sheet = sheet.id AND sending.at <= known_at ORDER BY no DESC LIMIT 1) AS sending ON true
      JOIN form.score ON score.sending = sending.id
$$;
