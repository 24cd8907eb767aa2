CREATE SCHEMA gathering;

CREATE SEQUENCE gathering.number;

CREATE TABLE gathering.occasion (
    id        uuid        NOT NULL PRIMARY KEY,
    kind      text        NOT NULL,   -- e.g. exchange.exchange
    number    text        NOT NULL,
    title     text        NOT NULL,
    topics    text[]      NOT NULL,   -- in the room's words
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT occasion_number_taken UNIQUE (number),
    CONSTRAINT occasion_has_title CHECK (title <> ''),
    CONSTRAINT occasion_title_fits CHECK (char_length(title) <= 300),
    CONSTRAINT occasion_has_topic CHECK (cardinality(topics) > 0)
);

-- Companies it was held with.
CREATE TABLE gathering.side (
    occasion uuid NOT NULL REFERENCES gathering.occasion,
    party    uuid NOT NULL,
    PRIMARY KEY (occasion, party)
);
CREATE INDEX side_by_party ON gathering.side (party);

CREATE TABLE gathering.session (
    id        uuid        NOT NULL PRIMARY KEY,
    occasion  uuid        NOT NULL REFERENCES gathering.occasion,
    no        int         NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    place     text        NOT NULL,
    code      text        NOT NULL,   -- shown in the room; whoever types it while the session runs was there
    CONSTRAINT session_numbered UNIQUE (occasion, no),
    CONSTRAINT session_within_a_day CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'),
    CONSTRAINT session_place_fits CHECK (char_length(place) <= 300)
);
CREATE INDEX session_by_code ON gathering.session (code, starts_at);

CREATE TABLE gathering.calling_off (
    occasion uuid        NOT NULL PRIMARY KEY REFERENCES gathering.occasion,
    reason   text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT called_off_for_a_reason CHECK (reason <> ''),
    CONSTRAINT calling_off_reason_fits CHECK (char_length(reason) <= 4000)
);

CREATE TABLE gathering.invitation (
    occasion uuid        NOT NULL REFERENCES gathering.occasion,
    circle   text        NOT NULL,
    guest    uuid        NOT NULL,
    party    uuid,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (occasion, circle, guest)
);
CREATE INDEX invitation_by_guest ON gathering.invitation (circle, guest);

-- Somebody was there from when to when, to the second. Who came by the code and did not say that they left stayed until the end of the session,
-- as the one who closes the list confirms. What is taken back stays, closed in recorded time.
CREATE TABLE gathering.presence (
    id       uuid        NOT NULL PRIMARY KEY,
    session  uuid        NOT NULL REFERENCES gathering.session,
    circle   text        NOT NULL,
    guest    uuid        NOT NULL,
    party    uuid,
    came_at  timestamptz NOT NULL,
    left_at  timestamptz,
    means    text        NOT NULL,
    by       uuid        NOT NULL,
    recorded tstzrange   NOT NULL,
    CONSTRAINT left_after_coming CHECK (left_at > came_at),
    CONSTRAINT presence_to_the_second CHECK (date_trunc('second', came_at) = came_at AND date_trunc('second', left_at) = left_at),
    CONSTRAINT means_known CHECK (means IN ('ENTERED', 'IMPORTED', 'CODE'))
);
CREATE INDEX presence_by_session ON gathering.presence (session);
CREATE INDEX presence_by_guest ON gathering.presence (circle, guest);

-- The list of a session counts from here on. One that was corrected is closed again, with the reason.
CREATE TABLE gathering.closing (
    session uuid        NOT NULL REFERENCES gathering.session,
    no      int         NOT NULL,
    at      timestamptz NOT NULL,
    by      uuid        NOT NULL,
    people  int         NOT NULL,
    others  int         NOT NULL,   -- who were there besides and are named nowhere
    reason  text        NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (session, no),
    CONSTRAINT counts_of_people CHECK (people >= 0 AND others >= 0),
    CONSTRAINT closed_again_for_a_reason CHECK (no = 1 OR reason <> ''),
    CONSTRAINT closing_reason_fits CHECK (char_length(reason) <= 4000)
);

-- What a closing stated, by circle: whatever later becomes of the list must add up to it.
CREATE TABLE gathering.closing_total (
    session uuid   NOT NULL,
    no      int    NOT NULL,
    circle  text   NOT NULL,
    people  int    NOT NULL,
    seconds bigint NOT NULL,
    PRIMARY KEY (session, no, circle),
    FOREIGN KEY (session, no) REFERENCES gathering.closing
);

CREATE TABLE gathering.minutes (
    occasion uuid        NOT NULL REFERENCES gathering.occasion,
    no       int         NOT NULL,
    words    text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (occasion, no),
    CONSTRAINT minutes_have_words CHECK (words <> ''),
    CONSTRAINT minutes_words_fits CHECK (char_length(words) <= 20000)
);

-- Somebody else who was there has read this version and agrees.
CREATE TABLE gathering.reading (
    occasion   uuid        NOT NULL,
    no         int         NOT NULL,
    written_by uuid        NOT NULL,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL,
    PRIMARY KEY (occasion, no),
    FOREIGN KEY (occasion, no) REFERENCES gathering.minutes,
    CONSTRAINT read_by_another CHECK (by <> written_by)
);

CREATE TABLE gathering.follow_up (
    id       uuid NOT NULL PRIMARY KEY,
    occasion uuid NOT NULL REFERENCES gathering.occasion,
    no       int  NOT NULL,
    what     text NOT NULL,
    account  uuid,   -- one of us owes it
    party    uuid,   -- or a company does
    due_day  date NOT NULL,
    CONSTRAINT follow_up_numbered UNIQUE (occasion, no),
    CONSTRAINT follow_up_says_something CHECK (what <> ''),
    CONSTRAINT follow_up_what_fits CHECK (char_length(what) <= 1000),
    CONSTRAINT owed_by_one CHECK (num_nonnulls(account, party) = 1)
);
CREATE INDEX follow_up_by_account ON gathering.follow_up (account) WHERE account IS NOT NULL;
CREATE INDEX follow_up_by_party ON gathering.follow_up (party) WHERE party IS NOT NULL;

CREATE TABLE gathering.follow_up_step (
    follow_up uuid        NOT NULL REFERENCES gathering.follow_up,
    no        int         NOT NULL,
    state     text        NOT NULL,
    words     text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    after_by  uuid,                  -- who took the step that a settling confirms
    record    uuid        NOT NULL,
    PRIMARY KEY (follow_up, no),
    CONSTRAINT follow_up_state_known CHECK (state IN ('OWED', 'DONE', 'RETURNED', 'SETTLED', 'DROPPED')),
    CONSTRAINT step_in_words CHECK (state NOT IN ('DONE', 'RETURNED', 'DROPPED') OR words <> ''),
    CONSTRAINT follow_up_step_words_fits CHECK (char_length(words) <= 4000),
    CONSTRAINT settled_by_another CHECK (state <> 'SETTLED' OR after_by IS NOT NULL AND after_by <> by)
);

-- For other rooms: stretches of presence on lists that were closed, as known at a moment, cut to their session. They may overlap.
CREATE FUNCTION gathering.stays(known_at timestamptz)
RETURNS TABLE (session uuid, occasion uuid, kind text, circle text, guest uuid, party uuid, came_at timestamptz, left_at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT session.id, occasion.id, occasion.kind, presence.circle, presence.guest, presence.party,
           greatest(presence.came_at, session.starts_at), least(coalesce(presence.left_at, session.ends_at), session.ends_at), closing.record
      FROM gathering.session
      JOIN gathering.occasion ON occasion.id = session.occasion
      JOIN LATERAL (SELECT at, record FROM gathering.closing WHERE closing.session = session.id AND closing.at <= known_at ORDER BY no DESC LIMIT 1) AS closing ON true
      JOIN gathering.presence ON presence.session = session.id AND presence.recorded @> closing.at
     WHERE greatest(presence.came_at, session.starts_at) < least(coalesce(presence.left_at, session.ends_at), session.ends_at)
       AND NOT EXISTS (SELECT FROM gathering.calling_off WHERE calling_off.occasion = occasion.id AND calling_off.at <= known_at)
$$;

-- Seconds of each person at each session; a moment that is entered twice counts once.
CREATE FUNCTION gathering.spent(known_at timestamptz)
RETURNS TABLE (session uuid, occasion uuid, kind text, circle text, guest uuid, party uuid, seconds bigint, first_at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT together.session, together.occasion, together.kind, together.circle, together.guest, together.party,
           (SELECT sum(extract(epoch FROM upper(stretch) - lower(stretch)))::bigint FROM unnest(together.stretches) AS stretch), together.first_at, together.record
      FROM (SELECT stay.session, stay.occasion, stay.kind, stay.circle, stay.guest, (array_agg(stay.party))[1] AS party, stay.record,
                   range_agg(tstzrange(stay.came_at, stay.left_at)) AS stretches, min(stay.came_at) AS first_at
              FROM gathering.stays(known_at) AS stay
             GROUP BY stay.session, stay.occasion, stay.kind, stay.circle, stay.guest, stay.record) AS together
$$;

-- How each occasion stood, as known at a moment.
CREATE FUNCTION gathering.standing_at(known_at timestamptz)
RETURNS TABLE (
    id uuid, kind text, number text, title text, topics text[], parties uuid[], opened_by uuid, opened_at timestamptz, starts_at timestamptz, ends_at timestamptz,
    place text, called_off boolean, all_closed boolean, people bigint, others bigint, minutes_no int, minutes_read_no int, minutes_record uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT occasion.id, occasion.kind, occasion.number, occasion.title, occasion.topics,
           ARRAY(SELECT party FROM gathering.side WHERE side.occasion = occasion.id ORDER BY party),
           occasion.opened_by, occasion.opened_at, time.starts_at, time.ends_at, time.place,
           EXISTS (SELECT FROM gathering.calling_off WHERE calling_off.occasion = occasion.id AND calling_off.at <= known_at),
           lists.closed = time.sessions,
           lists.people, lists.others, written.no, read.no, read.record, occasion.record
      FROM gathering.occasion
      JOIN LATERAL (SELECT min(session.starts_at) AS starts_at, max(session.ends_at) AS ends_at, count(*) AS sessions,
                           (array_agg(session.place ORDER BY session.no))[1] AS place
                      FROM gathering.session WHERE session.occasion = occasion.id) AS time ON true
      JOIN LATERAL (SELECT count(*) AS closed, coalesce(max(closing.people), 0)::bigint AS people, coalesce(max(closing.others), 0)::bigint AS others
                      FROM gathering.session
                      JOIN LATERAL (SELECT people, others FROM gathering.closing
                                     WHERE closing.session = session.id AND closing.at <= known_at ORDER BY no DESC LIMIT 1) AS closing ON true
                     WHERE session.occasion = occasion.id) AS lists ON true
      LEFT JOIN LATERAL (SELECT no FROM gathering.minutes WHERE minutes.occasion = occasion.id AND minutes.at <= known_at ORDER BY no DESC LIMIT 1) AS written ON true
      LEFT JOIN LATERAL (SELECT no, record FROM gathering.reading WHERE reading.occasion = occasion.id AND reading.at <= known_at ORDER BY no DESC LIMIT 1) AS read ON true
     WHERE occasion.opened_at <= known_at
$$;

CREATE VIEW gathering.standing AS
    SELECT * FROM gathering.standing_at('infinity');

CREATE VIEW gathering.follow_up_standing AS
    SELECT follow_up.id, follow_up.occasion, follow_up.no, follow_up.what, follow_up.account, follow_up.party, follow_up.due_day,
           step.no AS step, step.state, step.words, step.by, step.at, step.record
      FROM gathering.follow_up
      JOIN LATERAL (SELECT * FROM gathering.follow_up_step WHERE follow_up_step.follow_up = follow_up.id ORDER BY no DESC LIMIT 1) AS step ON true;

CREATE VIEW gathering.closing_stated AS
    SELECT occasion.kind, session.occasion, session.id AS session, session.starts_at, closing.no, closing.at, total.circle, total.people, total.seconds
      FROM gathering.closing
      JOIN gathering.session ON session.id = closing.session
      JOIN gathering.occasion ON occasion.id = session.occasion
      JOIN gathering.closing_total AS total ON total.session = closing.session AND total.no = closing.no;

CREATE VIEW gathering.session_known AS
    SELECT session.id, session.occasion, occasion.kind, occasion.number, occasion.title, occasion.topics, session.starts_at, session.ends_at
      FROM gathering.session
      JOIN gathering.occasion ON occasion.id = session.occasion;
