CREATE SCHEMA succession;

CREATE SEQUENCE succession.number;

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('succession', 'criteria-least', '2024-01-01', 2, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'ready-least', '2024-01-01', 1, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'deep-least', '2024-01-01', 2, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'soon-months', '2024-01-01', 24, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'level-months', '2024-01-01', 12, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'again-months', '2024-01-01', 3, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'course-months', '2024-01-01', 3, 'our rule', '2024-01-01T00:00:00Z'),
    ('succession', 'potential-months', '2024-01-01', 12, 'our rule', '2024-01-01T00:00:00Z');

-- A post that may be a key position. Whether it is one follows from its newest judgement and is written nowhere.
CREATE TABLE succession.post (
    id        uuid        NOT NULL PRIMARY KEY,
    number    text        NOT NULL,
    unit      uuid        NOT NULL REFERENCES directory.unit,
    role_en   text        NOT NULL,
    role_zh   text        NOT NULL,
    leads     boolean     NOT NULL,   -- whoever heads the unit holds it; otherwise the newest row of succession.holder says who
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT post_number_taken UNIQUE (number),
    CONSTRAINT post_role_en_fits CHECK (char_length(role_en) <= 300),
    CONSTRAINT post_role_zh_fits CHECK (char_length(role_zh) <= 300)
);
CREATE UNIQUE INDEX one_post_leads_a_unit ON succession.post (unit) WHERE leads;

-- Which criteria a post meets, all of them said at once, and how many it took on that day to be key.
CREATE TABLE succession.judgement (
    id       uuid        NOT NULL PRIMARY KEY,
    post uuid        NOT NULL REFERENCES succession.post,
    no       int         NOT NULL,
    day      date        NOT NULL,
    least    int         NOT NULL,
    adds     int         NOT NULL,   -- to the number of key positions, as it was counted when it was said
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT judgement_numbered UNIQUE (post, no),
    CONSTRAINT judgement_least CHECK (least BETWEEN 1 AND 9),
    CONSTRAINT judgement_adds CHECK (adds BETWEEN -1 AND 1)
);
CREATE TABLE succession.met (
    judgement uuid NOT NULL REFERENCES succession.judgement,
    criterion text NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (judgement, criterion),
    CONSTRAINT criterion_known CHECK (criterion IN ('STANDSTILL', 'SCARCE', 'SINGLE', 'REQUIRED', 'RELATIONS', 'STRATEGY')),
    CONSTRAINT met_says_why CHECK (reason <> ''),
    CONSTRAINT met_reason_fits CHECK (char_length(reason) <= 2000)
);

-- What a post asks of whoever shall hold it, from a day on until it is taken back.
CREATE TABLE succession.requirement (
    id       uuid        NOT NULL PRIMARY KEY,
    post uuid        NOT NULL REFERENCES succession.post,
    kind     text        NOT NULL,
    track    text,
    level    int,
    course   uuid,
    unit     uuid        REFERENCES directory.unit,
    months   int,
    day      date        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT requirement_kind CHECK (kind IN ('LEVEL', 'COURSE', 'UNIT')),
    CONSTRAINT requirement_whole CHECK ((kind = 'LEVEL') = (track IS NOT NULL) AND (kind = 'LEVEL') = (level IS NOT NULL) AND (kind = 'COURSE') = (course IS NOT NULL)
                                    AND (kind = 'UNIT') = (unit IS NOT NULL) AND (kind = 'UNIT') = (months IS NOT NULL)),
    CONSTRAINT requirement_level CHECK (level BETWEEN 1 AND 9),
    CONSTRAINT requirement_months CHECK (months BETWEEN 1 AND 240)
);
CREATE INDEX requirement_by_post ON succession.requirement (post);
CREATE TABLE succession.requirement_end (
    requirement uuid        NOT NULL PRIMARY KEY REFERENCES succession.requirement,
    day         date        NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL
);

CREATE TABLE succession.holder (
    post uuid        NOT NULL REFERENCES succession.post,
    no       int         NOT NULL,
    person   uuid        REFERENCES directory.person,   -- null: vacant from that day on
    from_day date        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (post, no)
);

-- A project for people of high potential, with a consultant from outside.
CREATE TABLE succession.project (
    id        uuid        NOT NULL PRIMARY KEY,
    number    text        NOT NULL,
    title_en  text        NOT NULL,
    title_zh  text        NOT NULL,
    from_day  date        NOT NULL,
    until_day date        NOT NULL,
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT project_number_taken UNIQUE (number),
    CONSTRAINT project_days CHECK (until_day >= from_day),
    CONSTRAINT project_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT project_title_zh_fits CHECK (char_length(title_zh) <= 300)
);

-- Somebody is asked to be a candidate for a post or to take part in a project. What they answer stands in the steps.
CREATE TABLE succession.naming (
    id       uuid        NOT NULL PRIMARY KEY,
    post uuid        REFERENCES succession.post,
    project  uuid        REFERENCES succession.project,
    person   uuid        NOT NULL REFERENCES directory.person,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT named_for_one_thing CHECK (num_nonnulls(post, project) = 1)
);
CREATE INDEX naming_by_post ON succession.naming (post);
CREATE INDEX naming_by_project ON succession.naming (project);
CREATE INDEX naming_by_person ON succession.naming (person);
CREATE TABLE succession.naming_step (
    naming uuid        NOT NULL REFERENCES succession.naming,
    no     int         NOT NULL,
    state  text        NOT NULL,
    reason text        NOT NULL,
    day    date        NOT NULL,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL,
    PRIMARY KEY (naming, no),
    CONSTRAINT naming_state CHECK (state IN ('ASKED', 'AGREED', 'DECLINED', 'ENDED')),
    CONSTRAINT ending_says_why CHECK (state <> 'ENDED' OR reason <> ''),
    CONSTRAINT naming_step_reason_fits CHECK (char_length(reason) <= 2000)
);

-- Which account of a consultant sees the people of which project, and until when. The highest number of an account is what holds.
CREATE TABLE succession.access (
    account   uuid        NOT NULL REFERENCES access.account,
    no        int         NOT NULL,
    project   uuid        NOT NULL REFERENCES succession.project,
    firm      text        NOT NULL,
    last_day  date        NOT NULL,
    agreed_by uuid        NOT NULL,
    agreed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    PRIMARY KEY (account, no),
    CONSTRAINT nobody_lets_themselves_in CHECK (account <> agreed_by),
    CONSTRAINT access_firm_fits CHECK (char_length(firm) <= 300)
);
CREATE INDEX access_by_project ON succession.access (project);

-- What was found of somebody's potential within a project, criterion by criterion, and until when that counts. Each finding is added; of a criterion the newest counts.
CREATE TABLE succession.potential (
    id        uuid        NOT NULL PRIMARY KEY,
    naming    uuid        NOT NULL REFERENCES succession.naming,
    aspect    text        NOT NULL,
    found     int         NOT NULL,   -- 1 less, 2 as much, 3 more than the next post asks
    words     text        NOT NULL,
    day       date        NOT NULL,
    until_day date        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    CONSTRAINT potential_aspect CHECK (aspect IN ('LEARNS', 'JUDGES', 'LEADS', 'WANTS')),
    CONSTRAINT potential_found CHECK (found BETWEEN 1 AND 3),
    CONSTRAINT potential_says_why CHECK (words <> ''),
    CONSTRAINT potential_words_fits CHECK (char_length(words) <= 4000)
);
CREATE INDEX potential_by_naming ON succession.potential (naming, aspect, at DESC);

-- Posts of which enough criteria are met, by their newest judgement until a day, as known at a moment.
CREATE FUNCTION succession.key_posts(on_day date, known_at timestamptz)
RETURNS TABLE (post uuid, judgement uuid, met int, day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT newest.post, newest.id, newest.met, newest.day, newest.record
      FROM (SELECT DISTINCT ON (judgement.post) judgement.post, judgement.id, judgement.least, judgement.day, judgement.record,
                   (SELECT count(*) FROM succession.met WHERE met.judgement = judgement.id)::int AS met
              FROM succession.judgement
             WHERE judgement.day <= on_day AND judgement.at <= known_at
             ORDER BY judgement.post, judgement.no DESC) AS newest
     WHERE newest.met >= newest.least
$$;

-- Who holds a post.
CREATE FUNCTION succession.held(on_day date, known_at timestamptz)
RETURNS TABLE (post uuid, person uuid, from_day date)
LANGUAGE sql STABLE AS $$
    SELECT post.id, head.person, head.from_day
      FROM succession.post
      JOIN directory.heads(on_day, known_at) AS head ON head.unit = post.unit AND head.rank = 'HEAD'
     WHERE post.leads
    UNION ALL
    SELECT newest.post, newest.person, newest.from_day
      FROM (SELECT DISTINCT ON (holder.post) holder.post, holder.person, holder.from_day
              FROM succession.holder
             WHERE holder.from_day <= on_day AND holder.at <= known_at
             ORDER BY holder.post, holder.no DESC) AS newest
      JOIN succession.post ON post.id = newest.post AND NOT post.leads
     WHERE newest.person IS NOT NULL
$$;

-- How each naming stood on a day, as known at a moment.
CREATE FUNCTION succession.namings(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, project uuid, person uuid, state text, day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (naming.id) naming.id, naming.post, naming.project, naming.person, step.state, step.day, step.record
      FROM succession.naming
      JOIN succession.naming_step AS step ON step.naming = naming.id AND step.day <= on_day AND step.at <= known_at
     ORDER BY naming.id, step.no DESC
$$;

-- Those who said yes and work here on the day, and do not hold the post already.
CREATE FUNCTION succession.candidates(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT named.naming, named.post, named.person, named.record
      FROM succession.namings(on_day, known_at) AS named
     WHERE named.post IS NOT NULL
       AND named.state = 'AGREED'
       AND EXISTS (SELECT FROM directory.engaged(on_day, known_at) AS engaged WHERE engaged.person = named.person AND engaged.kind <> 'RETIREE')
       AND NOT EXISTS (SELECT FROM succession.held(on_day, known_at) AS held WHERE held.post = named.post AND held.person = named.person)
$$;

CREATE FUNCTION succession.asked(on_day date, known_at timestamptz)
RETURNS SETOF succession.requirement
LANGUAGE sql STABLE AS $$
    SELECT requirement.*
      FROM succession.requirement
      LEFT JOIN succession.requirement_end AS gone ON gone.requirement = requirement.id AND gone.at <= known_at
     WHERE requirement.day <= on_day
       AND requirement.at <= known_at
       AND (gone.requirement IS NULL OR gone.day > on_day)
$$;

-- What each candidate lacks of what their post asks, one row a requirement that is not met, with how long it takes by the rules of the day: for a level twelve months each,
-- for one that has run out the months of showing it again, for a course those of a course, for months in a unit the rest of them (a month has thirty days). What holds is
-- asked on the day itself: evidence that has run out is missing, and nobody has to take it away.
CREATE FUNCTION succession.missing(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, requirement uuid, kind text, shown int, ran_out date, months int)
LANGUAGE sql STABLE AS $$
    WITH wanted AS (
        SELECT candidate.naming, candidate.post, candidate.person, asked.id AS requirement, asked.kind, asked.track, asked.level, asked.course, asked.unit, asked.months
          FROM succession.candidates(on_day, known_at) AS candidate
          JOIN succession.asked(on_day, known_at) AS asked ON asked.post = candidate.post
    ), levels AS (
        SELECT held.person, held.track, held.level, held.until_day
          FROM career.held(on_day, known_at) AS held
         WHERE held.person IN (SELECT wanted.person FROM wanted)
    ), courses AS (
        SELECT done.person, done.course, max(coalesce(done.valid_until, 'infinity')) AS until_day
          FROM learning.completed_at(on_day, known_at) AS done
         WHERE done.person IN (SELECT wanted.person FROM wanted) AND done.course IN (SELECT wanted.course FROM wanted)
         GROUP BY done.person, done.course
    ), stays AS (
        SELECT wanted.naming, wanted.requirement,
               (SELECT coalesce(sum(upper(stay) - lower(stay)), 0)
                  FROM unnest((SELECT range_agg(daterange(stretch.from_day, least(coalesce(stretch.until_day, on_day), on_day), '[]'))
                                 FROM directory.stretches('-infinity', on_day, known_at) AS stretch
                                 JOIN directory.places(on_day, known_at) AS place ON place.unit = stretch.unit AND wanted.unit = ANY (place.path)
                                WHERE stretch.person = wanted.person AND stretch.kind <> 'RETIREE')) AS stay)::int / 30 AS months
          FROM wanted
         WHERE wanted.kind = 'UNIT'
    )
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, coalesce(levels.level, 0), CASE WHEN levels.until_day < on_day THEN levels.until_day END,
           greatest(CASE WHEN levels.until_day < on_day THEN rule.at('succession', 'again-months', on_day, known_at) ELSE 0 END,
                    (wanted.level - coalesce(levels.level, 0)) * rule.at('succession', 'level-months', on_day, known_at))
      FROM wanted
      LEFT JOIN levels ON levels.person = wanted.person AND levels.track = wanted.track
     WHERE wanted.kind = 'LEVEL'
       AND (levels.level IS NULL OR levels.level < wanted.level OR levels.until_day < on_day)
    UNION ALL
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, 0, courses.until_day, rule.at('succession', 'course-months', on_day, known_at)
      FROM wanted
      LEFT JOIN courses ON courses.person = wanted.person AND courses.course = wanted.course
     WHERE wanted.kind = 'COURSE'
       AND (courses.until_day IS NULL OR courses.until_day < on_day)
    UNION ALL
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, stays.months, NULL, wanted.months - stays.months
      FROM wanted
      JOIN stays ON stays.naming = wanted.naming AND stays.requirement = wanted.requirement
     WHERE stays.months < wanted.months
$$;

-- How far each candidate is: what is missing of different kinds goes on at the same time, months in units one after the other.
CREATE FUNCTION succession.readiness(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, missing int, months int, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT candidate.naming, candidate.post, candidate.person, coalesce(lacks.missing, 0), coalesce(lacks.months, 0), candidate.record
      FROM succession.candidates(on_day, known_at) AS candidate
      LEFT JOIN (SELECT missing.naming, count(*)::int AS missing,
                        greatest(coalesce(max(missing.months) FILTER (WHERE missing.kind <> 'UNIT'), 0), coalesce(sum(missing.months) FILTER (WHERE missing.kind = 'UNIT'), 0))::int AS months
                   FROM succession.missing(on_day, known_at) AS missing
                  GROUP BY missing.naming) AS lacks ON lacks.naming = candidate.naming
$$;
