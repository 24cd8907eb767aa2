-- Who is behind key positions and what they lack, as before. Candidates are asked for by rows whose number the planner knows, and not by the newest step of every naming, of
-- which it expected two: what 600 candidates lack was joined by loops. Whoever looks at one post asks of that one.
CREATE OR REPLACE FUNCTION succession.candidates(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT naming.id, naming.post, naming.person, step.record
      FROM succession.naming
      JOIN succession.naming_step AS step ON step.naming = naming.id AND step.day <= on_day AND step.at <= known_at
     WHERE naming.post IS NOT NULL
       AND step.state = 'AGREED'
       AND NOT EXISTS (SELECT FROM succession.naming_step AS later WHERE later.naming = naming.id AND later.no > step.no AND later.day <= on_day AND later.at <= known_at)
       AND EXISTS (SELECT FROM directory.engaged(on_day, known_at) AS engaged WHERE engaged.person = naming.person AND engaged.kind <> 'RETIREE')
       AND NOT EXISTS (SELECT FROM succession.held(on_day, known_at) AS held WHERE held.post = naming.post AND held.person = naming.person)
$$;

CREATE FUNCTION succession.missing(on_day date, known_at timestamptz, of_posts uuid[])
RETURNS TABLE (naming uuid, post uuid, person uuid, requirement uuid, kind text, shown int, ran_out date, months int)
LANGUAGE sql STABLE AS $$
    WITH wanted AS (
        SELECT candidate.naming, candidate.post, candidate.person, asked.id AS requirement, asked.kind, asked.track, asked.level, asked.course, asked.unit, asked.months
          FROM succession.candidates(on_day, known_at) AS candidate
          JOIN succession.asked(on_day, known_at) AS asked ON asked.post = candidate.post
         WHERE of_posts IS NULL OR candidate.post = ANY (of_posts)
    ), levels AS (
        SELECT held.person, held.track, held.level, held.until_day
          FROM career.held(on_day, known_at) AS held
         WHERE held.person IN (SELECT wanted.person FROM wanted)
    ), courses AS (
        SELECT done.person, done.course, max(coalesce(done.valid_until, 'infinity')) AS until_day
          FROM learning.completed_at(on_day, known_at) AS done
         WHERE done.person IN (SELECT wanted.person FROM wanted) AND done.course IN (SELECT wanted.course FROM wanted)
         GROUP BY done.person, done.course
    ), places AS MATERIALIZED (
        SELECT place.unit, place.path FROM directory.places(on_day, known_at) AS place
    ), stretches AS MATERIALIZED (
        SELECT stretch.person, stretch.unit, daterange(stretch.from_day, least(coalesce(stretch.until_day, on_day), on_day), '[]') AS days
          FROM directory.stretches('-infinity', on_day, known_at) AS stretch
         WHERE stretch.kind <> 'RETIREE' AND stretch.person IN (SELECT wanted.person FROM wanted WHERE wanted.kind = 'UNIT')
    ), been AS (
        SELECT wanted.naming, wanted.requirement, range_agg(there.days) AS days
          FROM wanted
          LEFT JOIN (SELECT stretches.person, stretches.days, places.path FROM stretches JOIN places ON places.unit = stretches.unit) AS there
            ON there.person = wanted.person AND wanted.unit = ANY (there.path)
         WHERE wanted.kind = 'UNIT'
         GROUP BY wanted.naming, wanted.requirement
    ), stays AS (
        SELECT been.naming, been.requirement, (SELECT coalesce(sum(upper(stay) - lower(stay)), 0) FROM unnest(been.days) AS stay)::int / 30 AS months
          FROM been
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

CREATE OR REPLACE FUNCTION succession.missing(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, requirement uuid, kind text, shown int, ran_out date, months int)
LANGUAGE sql STABLE AS $$
    SELECT * FROM succession.missing(on_day, known_at, NULL)
$$;

CREATE FUNCTION succession.readiness(on_day date, known_at timestamptz, of_posts uuid[])
RETURNS TABLE (naming uuid, post uuid, person uuid, missing int, months int, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT candidate.naming, candidate.post, candidate.person, coalesce(lacks.missing, 0), coalesce(lacks.months, 0), candidate.record
      FROM succession.candidates(on_day, known_at) AS candidate
      LEFT JOIN (SELECT missing.naming, count(*)::int AS missing,
                        greatest(coalesce(max(missing.months) FILTER (WHERE missing.kind <> 'UNIT'), 0), coalesce(sum(missing.months) FILTER (WHERE missing.kind = 'UNIT'), 0))::int AS months
                   FROM succession.missing(on_day, known_at, of_posts) AS missing
                  GROUP BY missing.naming) AS lacks ON lacks.naming = candidate.naming
     WHERE of_posts IS NULL OR candidate.post = ANY (of_posts)
$$;

CREATE OR REPLACE FUNCTION succession.readiness(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, missing int, months int, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT * FROM succession.readiness(on_day, known_at, NULL)
$$;
