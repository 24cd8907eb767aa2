CREATE SCHEMA community;

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('community', 'answer-days', '2024-01-01', 5, 'our rule: five working days', '2024-01-01T00:00:00Z'),
    ('community', 'tokens-a-month', '2024-01-01', 10, 'our rule', '2024-01-01T00:00:00Z'),
    ('community', 'group-least', '2024-01-01', 50, 'our rule: a smaller place is not named in a post', '2024-01-01T00:00:00Z'),
    ('community', 'voice-days', '2024-01-01', 60, 'our rule', '2024-01-01T00:00:00Z'),
    ('community', 'judge-days', '2024-01-01', 14, 'our rule', '2024-01-01T00:00:00Z');

-- The board was opened, by whom and when; from then on every month has its tokens.
CREATE TABLE community.opening (
    only_one boolean NOT NULL DEFAULT true PRIMARY KEY,
    day      date NOT NULL,
    by       uuid NOT NULL,
    record   uuid NOT NULL,
    CONSTRAINT opening_once CHECK (only_one)
);

-- Tokens for posts, a round a month. The word opens the board to read; everybody is given the same one.
CREATE TABLE community.month (
    round     uuid NOT NULL PRIMARY KEY REFERENCES ballot.round,
    first_day date NOT NULL,
    word      text NOT NULL,
    CONSTRAINT month_once UNIQUE (first_day),
    CONSTRAINT month_word CHECK (word ~ '^[0-9a-f]{32}$')
);

-- What was sent today, by nobody. As a day begins all of it moves to where it is shown, in the order of numbers that browsers drew, and this table begins a new file.
CREATE TABLE community.incoming (
    token     bytea   NOT NULL PRIMARY KEY,   -- of an appeal: the hash of its signature
    round     uuid,
    what      text    NOT NULL,
    thread    uuid,
    post      uuid,
    author    bytea,
    signature bytea,
    sort      text,
    unit      uuid,
    text      text,
    solved    boolean,
    CONSTRAINT incoming_token CHECK (octet_length(token) = 32),
    CONSTRAINT incoming_what CHECK (what IN ('THREAD', 'REPLY', 'VOICE', 'JUDGEMENT', 'APPEAL')),
    CONSTRAINT incoming_text_fits CHECK (char_length(text) <= 4000)
);

CREATE TABLE community.thread (
    id          uuid NOT NULL PRIMARY KEY,
    sort        text NOT NULL,
    unit        uuid REFERENCES directory.unit,   -- the place it is about; none: all of the house
    day         date NOT NULL,                    -- on which it was shown
    due         date NOT NULL,                    -- the last of the working days for an answer
    voice_round uuid NOT NULL REFERENCES ballot.round,
    record      uuid NOT NULL,
    CONSTRAINT thread_sort CHECK (sort IN ('IDEA', 'QUESTION', 'CONCERN', 'PRAISE')),
    CONSTRAINT thread_due CHECK (due > day)
);
CREATE INDEX thread_by_day ON community.thread (day);

-- By a key that its author's browser made for this thread alone. The token says that somebody who works here wrote it, and nothing else.
CREATE TABLE community.post (
    id        uuid  NOT NULL PRIMARY KEY,
    thread    uuid  NOT NULL REFERENCES community.thread,
    first     boolean NOT NULL,
    author    bytea NOT NULL,
    signature bytea NOT NULL,
    text      text  NOT NULL,
    day       date  NOT NULL,
    round     uuid  NOT NULL REFERENCES community.month,
    token     bytea NOT NULL,
    CONSTRAINT post_token_once UNIQUE (round, token),
    CONSTRAINT post_author CHECK (octet_length(author) = 32),
    CONSTRAINT post_signature CHECK (octet_length(signature) = 64),
    CONSTRAINT post_text_fits CHECK (char_length(text) BETWEEN 1 AND 4000)
);
CREATE UNIQUE INDEX post_first ON community.post (thread) WHERE first;
CREATE INDEX post_by_thread ON community.post (thread, day);

-- One of each person for each thread: the thread's round gives everybody one token.
CREATE TABLE community.voice (
    round  uuid  NOT NULL REFERENCES ballot.round,
    token  bytea NOT NULL,
    thread uuid  NOT NULL REFERENCES community.thread,
    day    date  NOT NULL,
    PRIMARY KEY (round, token)
);
CREATE INDEX voice_by_thread ON community.voice (thread);

-- What follows upon a thread; only added. Who of us did it, and when; what follows by itself has neither.
CREATE TABLE community.step (
    thread      uuid NOT NULL REFERENCES community.thread,
    no          int  NOT NULL,
    what        text NOT NULL,
    text        text NOT NULL,
    day         date NOT NULL,
    due         date,                                -- of a thread that was opened again: its next answer
    judge_round uuid REFERENCES ballot.round,        -- of a result: tokens for judging it
    by          uuid,
    at          timestamptz NOT NULL,
    record      uuid NOT NULL,
    PRIMARY KEY (thread, no),
    CONSTRAINT step_what CHECK (what IN ('ANSWERED', 'REFERRED', 'RESULT', 'SOLVED', 'REOPENED')),
    CONSTRAINT step_judged CHECK ((what = 'RESULT') = (judge_round IS NOT NULL)),
    CONSTRAINT step_due CHECK ((what = 'REOPENED') = (due IS NOT NULL)),
    CONSTRAINT step_text_fits CHECK (char_length(text) <= 4000)
);
CREATE INDEX step_judged_until ON community.step (judge_round) WHERE judge_round IS NOT NULL;

CREATE TABLE community.judgement (
    round  uuid    NOT NULL REFERENCES ballot.round,
    token  bytea   NOT NULL,
    thread uuid    NOT NULL REFERENCES community.thread,
    solved boolean NOT NULL,
    day    date    NOT NULL,
    PRIMARY KEY (round, token)
);
CREATE INDEX judgement_by_thread ON community.judgement (thread);

-- How a round stood as a day began, as the log has it: no more shown than spent, no more spent than issued, or it says that this does not hold.
CREATE TABLE community.tally (
    day    date   NOT NULL,
    round  uuid   NOT NULL REFERENCES ballot.round,
    people bigint NOT NULL,
    issued bigint NOT NULL,
    spent  bigint NOT NULL,
    shown  bigint NOT NULL,
    holds  boolean NOT NULL GENERATED ALWAYS AS (shown <= spent AND spent <= issued) STORED,
    root   text   NOT NULL,   -- of the tree over the spent tokens, in the order of their hashes
    record uuid   NOT NULL,
    PRIMARY KEY (round, day),
    CONSTRAINT tally_root CHECK (root ~ '^[0-9a-f]{64}$')
);

-- Who answers for a base, a factory, a department, and who does when they are not there.
CREATE TABLE community.liaison (
    id        uuid NOT NULL PRIMARY KEY,
    unit      uuid NOT NULL REFERENCES directory.unit,
    rank      text NOT NULL,
    person    uuid NOT NULL REFERENCES directory.person,
    from_day  date NOT NULL,
    until_day date,
    named_by  uuid NOT NULL,
    named_at  timestamptz NOT NULL,
    ended_at  timestamptz,
    record    uuid NOT NULL,
    CONSTRAINT liaison_rank CHECK (rank IN ('OFFICER', 'DEPUTY')),
    CONSTRAINT liaison_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT one_liaison_a_day EXCLUDE USING gist (
        directory.same(unit::text || rank, unit::text || rank, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&)
);
CREATE INDEX liaison_by_person ON community.liaison (person);

-- The three who may hide a post, two of them together.
CREATE TABLE community.seat (
    id        uuid NOT NULL PRIMARY KEY,
    seat      text NOT NULL,
    person    uuid NOT NULL REFERENCES directory.person,
    from_day  date NOT NULL,
    until_day date,
    named_by  uuid NOT NULL,
    record    uuid NOT NULL,
    CONSTRAINT seat_known CHECK (seat IN ('LIAISON', 'UNION', 'ELECTED')),
    CONSTRAINT seat_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT one_in_a_seat EXCLUDE USING gist (directory.same(seat, seat, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&),
    CONSTRAINT one_seat_a_person EXCLUDE USING gist (directory.same(person::text, person::text, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&)
);

-- Somebody asked the three to look at a post; the second time it is the author who asks, by the key of the thread.
CREATE TABLE community.look (
    id      uuid NOT NULL PRIMARY KEY,
    post    uuid NOT NULL REFERENCES community.post,
    hearing int  NOT NULL,
    appeal  text NOT NULL,   -- what the author says; empty the first time
    day     date NOT NULL,
    by      uuid,
    CONSTRAINT look_once UNIQUE (post, hearing),
    CONSTRAINT look_hearing CHECK (hearing IN (1, 2)),
    CONSTRAINT look_appealed CHECK ((hearing = 2) = (appeal <> '')),
    CONSTRAINT look_appeal_fits CHECK (char_length(appeal) <= 4000)
);
CREATE TABLE community.opinion (
    look   uuid NOT NULL REFERENCES community.look,
    seat   text NOT NULL,
    hide   boolean NOT NULL,
    reason text,
    by     uuid NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (look, seat),
    CONSTRAINT opinion_by_another UNIQUE (look, by),
    CONSTRAINT opinion_seat CHECK (seat IN ('LIAISON', 'UNION', 'ELECTED')),
    CONSTRAINT opinion_reason CHECK ((reason IS NOT NULL) = hide),
    CONSTRAINT opinion_reason_known CHECK (reason IN ('PERSON', 'PRIVATE', 'THREAT', 'UNLAWFUL', 'SECRET', 'ADVERT'))
);
CREATE TABLE community.ruling (
    look    uuid NOT NULL PRIMARY KEY REFERENCES community.look,
    post    uuid NOT NULL REFERENCES community.post,
    hidden  boolean NOT NULL,
    reasons text NOT NULL,   -- one or two, as they are shown in the place of the post
    day     date NOT NULL,
    record  uuid NOT NULL,
    CONSTRAINT ruling_reasons CHECK (hidden = (reasons <> ''))
);
CREATE INDEX ruling_by_post ON community.ruling (post);

-- The last of so many working days that follow a day, by the country's calendar; where none is known of a year, its weekends.
CREATE FUNCTION community.working_day(country text, after_day date, days int)
RETURNS date
LANGUAGE sql STABLE AS $$
    SELECT worked.day
      FROM (SELECT stretch.day::date AS day, row_number() OVER (ORDER BY stretch.day) AS no
              FROM generate_series(after_day + 1, after_day + 3 * days + 30, interval '1 day') AS stretch (day)
              LEFT JOIN labour.special_day AS special ON special.country = working_day.country AND special.day = stretch.day::date
             WHERE NOT coalesce(special.rests, extract(isodow FROM stretch.day) > 5)) AS worked
     WHERE worked.no = days
$$;

-- Places that owe a liaison officer and a deputy on a day, as known at a moment: each base where somebody works, and each unit of as many as may be named in a post.
CREATE FUNCTION community.cover(on_day date, known_at timestamptz)
RETURNS TABLE (unit uuid, code text, kind text, name_en text, name_zh text, site uuid, people bigint, officer uuid, deputy uuid)
LANGUAGE sql STABLE AS $$
    WITH place AS MATERIALIZED (
        SELECT * FROM directory.places(on_day, known_at)
    ), engaged AS MATERIALIZED (
        SELECT * FROM directory.engaged(on_day, known_at) WHERE kind <> 'RETIREE'
    ), staff AS (
        SELECT above.unit, count(DISTINCT engaged.person) AS people
          FROM engaged
          JOIN place ON place.unit = engaged.unit
         CROSS JOIN unnest(place.path) AS above (unit)
         GROUP BY above.unit
    ), named AS (
        SELECT liaison.unit, liaison.rank, liaison.person
          FROM community.liaison
         WHERE from_day <= on_day AND (until_day IS NULL OR until_day >= on_day OR ended_at > known_at) AND named_at <= known_at
           AND EXISTS (SELECT FROM engaged WHERE engaged.person = liaison.person)
    )
    SELECT place.unit, place.code, place.kind, place.name_en, place.name_zh, place.site, staff.people, officer.person, deputy.person
      FROM place
      JOIN staff ON staff.unit = place.unit
      LEFT JOIN named AS officer ON officer.unit = place.unit AND officer.rank = 'OFFICER'
      LEFT JOIN named AS deputy ON deputy.unit = place.unit AND deputy.rank = 'DEPUTY' AND deputy.person IS DISTINCT FROM officer.person
     WHERE place.kind = 'SITE' OR place.kind = 'UNIT' AND staff.people >= rule.at('community', 'group-least', on_day, known_at)
$$;
