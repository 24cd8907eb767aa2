CREATE TABLE learning.room (
    id      uuid        NOT NULL PRIMARY KEY,
    name    text        NOT NULL,
    seats   int         NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    CONSTRAINT room_name_taken UNIQUE (name),
    CONSTRAINT room_has_name CHECK (name <> ''),
    CONSTRAINT room_name_fits CHECK (char_length(name) <= 300),
    CONSTRAINT room_seats CHECK (seats BETWEEN 1 AND 10000)
);

-- A room is used by one session at a time, and nobody leads two: the database holds it, whoever plans at the same moment.
ALTER TABLE learning.session
    ADD COLUMN room     uuid REFERENCES learning.room,
    ADD COLUMN capacity int,
    ADD COLUMN during   tstzrange,
    ADD COLUMN off_at   timestamptz,   -- when it was called off: from then on neither room nor trainer is taken
    ADD CONSTRAINT session_capacity CHECK (capacity BETWEEN 1 AND 10000);

UPDATE learning.session
   SET during = tstzrange(known.starts_at, known.ends_at)
  FROM gathering.session_known AS known
 WHERE known.id = session.session;

UPDATE learning.session
   SET off_at = called_off.at
  FROM gathering.session_known AS known
  JOIN gathering.called_off ON called_off.occasion = known.occasion
 WHERE known.id = session.session;

ALTER TABLE learning.session
    ALTER COLUMN during SET NOT NULL,
    ADD CONSTRAINT room_taken_once EXCLUDE USING gist (directory.same(room::text, room::text, '[]') WITH &&, during WITH &&) WHERE (room IS NOT NULL AND off_at IS NULL),
    ADD CONSTRAINT trainer_leads_one EXCLUDE USING gist (directory.same(trainer::text, trainer::text, '[]') WITH &&, during WITH &&) WHERE (trainer IS NOT NULL AND off_at IS NULL);

-- Somebody wants to be at a session. Whether they have a place follows from the order of asking and is written nowhere: who leaves lets the next one in.
CREATE TABLE learning.enrolment (
    id           uuid        NOT NULL PRIMARY KEY,
    session      uuid        NOT NULL REFERENCES learning.session,
    person       uuid        NOT NULL REFERENCES directory.person,
    no           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,   -- the order of asking
    asked_at     timestamptz NOT NULL,
    asked_by     uuid        NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    because      text,
    CONSTRAINT withdrawn_by_someone CHECK (num_nonnulls(withdrawn_at, withdrawn_by, because) IN (0, 3)),
    CONSTRAINT enrolment_because_fits CHECK (char_length(because) <= 1000)
);
CREATE UNIQUE INDEX enrolled_once ON learning.enrolment (session, person) WHERE withdrawn_at IS NULL;
CREATE INDEX enrolment_by_person ON learning.enrolment (person) WHERE withdrawn_at IS NULL;

-- What the line manager says of it; a later word is another row.
CREATE TABLE learning.manager_word (
    enrolment uuid        NOT NULL REFERENCES learning.enrolment,
    says      text        NOT NULL,
    words     text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (enrolment, at),
    CONSTRAINT manager_says_known CHECK (says IN ('YES', 'NO')),
    CONSTRAINT no_for_a_reason CHECK (says = 'YES' OR words <> ''),
    CONSTRAINT manager_word_words_fits CHECK (char_length(words) <= 1000)
);

CREATE VIEW learning.seat AS
    SELECT enrolment.id, enrolment.session, enrolment.person, enrolment.asked_at, session.capacity,
           row_number() OVER (PARTITION BY enrolment.session ORDER BY enrolment.no) AS place,
           row_number() OVER (PARTITION BY enrolment.session ORDER BY enrolment.no) <= coalesce(session.capacity, 1000000) AS seated
      FROM learning.enrolment
      JOIN learning.session ON session.session = enrolment.session
     WHERE enrolment.withdrawn_at IS NULL;

-- A calendar that a program of theirs may read, by an address that only they know. The address itself is kept nowhere.
CREATE TABLE learning.calendar (
    person     uuid        NOT NULL REFERENCES directory.person,
    sha256     text        NOT NULL PRIMARY KEY,
    made_at    timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE UNIQUE INDEX calendar_of_one ON learning.calendar (person) WHERE revoked_at IS NULL;
