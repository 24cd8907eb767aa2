-- Which duty a yearly course meets, for the figures that name it.
ALTER TABLE learning.course ADD COLUMN duty text NOT NULL DEFAULT '';
ALTER TABLE learning.course
    ADD CONSTRAINT course_duty_known CHECK (duty IN ('', 'EQUAL_EMPLOYMENT', 'HARASSMENT', 'SAFETY', 'OTHER')),
    ADD CONSTRAINT yearly_for_a_duty CHECK ((kind = 'YEARLY') = (duty <> ''));

-- What somebody who was there thought of it: once for each session and person. The scale has five steps; points are one less.
CREATE TABLE learning.feedback (
    session uuid        NOT NULL REFERENCES gathering.session,
    person  uuid        NOT NULL REFERENCES directory.person,
    rating  int         NOT NULL,
    at      timestamptz NOT NULL,
    file    uuid        REFERENCES learning.badge_file,   -- terminals at doors hand answers over by the month; null: on a screen of ours
    PRIMARY KEY (session, person),
    CONSTRAINT rating_of_five CHECK (rating BETWEEN 1 AND 5)
);

-- Answers of a session from here on are those that count: one entry in the log for all sessions that close on a day. Later ones are not taken.
CREATE TABLE learning.feedback_closing (
    session  uuid        NOT NULL PRIMARY KEY REFERENCES gathering.session,
    asked    int         NOT NULL,
    answered int         NOT NULL,
    points   int         NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT feedback_counts CHECK (answered BETWEEN 0 AND asked AND points BETWEEN 0 AND answered * 4)
);
