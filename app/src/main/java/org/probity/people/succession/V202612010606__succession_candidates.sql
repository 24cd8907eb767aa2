-- Who is a candidate, as before, but who works here and who holds a post is read once and not once a naming; and the numbers of a day once and not once a line.
CREATE OR REPLACE FUNCTION succession.candidates(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, record uuid)
LANGUAGE sql STABLE AS $$
    WITH named AS MATERIALIZED (
        SELECT named.naming, named.post, named.person, named.record
          FROM succession.namings(on_day, known_at) AS named
         WHERE named.post IS NOT NULL AND named.state = 'AGREED'
    ), working AS MATERIALIZED (
        SELECT DISTINCT engaged.person FROM directory.engaged(on_day, known_at) AS engaged WHERE engaged.kind <> 'RETIREE'
    ), held AS MATERIALIZED (
        SELECT DISTINCT held.post, held.person FROM succession.held(on_day, known_at) AS held
    )
    SELECT named.naming, named.post, named.person, named.record
      FROM named
      JOIN working ON working.person = named.person
      LEFT JOIN held ON held.post = named.post AND held.person = named.person
     WHERE held.post IS NULL
$$;

CREATE OR REPLACE FUNCTION succession.missing(on_day date, known_at timestamptz)
RETURNS TABLE (naming uuid, post uuid, person uuid, requirement uuid, kind text, shown int, ran_out date, months int)
LANGUAGE sql STABLE AS $$
    WITH rules AS MATERIALIZED (
        SELECT rule.at('succession', 'again-months', on_day, known_at) AS again, rule.at('succession', 'level-months', on_day, known_at) AS level,
               rule.at('succession', 'course-months', on_day, known_at) AS course
    ), wanted AS (
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
           greatest(CASE WHEN levels.until_day < on_day THEN rules.again ELSE 0 END,
                    (wanted.level - coalesce(levels.level, 0)) * rules.level)
      FROM wanted
     CROSS JOIN rules
      LEFT JOIN levels ON levels.person = wanted.person AND levels.track = wanted.track
     WHERE wanted.kind = 'LEVEL'
       AND (levels.level IS NULL OR levels.level < wanted.level OR levels.until_day < on_day)
    UNION ALL
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, 0, courses.until_day, rules.course
      FROM wanted
     CROSS JOIN rules
      LEFT JOIN courses ON courses.person = wanted.person AND courses.course = wanted.course
     WHERE wanted.kind = 'COURSE'
       AND (courses.until_day IS NULL OR courses.until_day < on_day)
    UNION ALL
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, stays.months, NULL, wanted.months - stays.months
      FROM wanted
      JOIN stays ON stays.naming = wanted.naming AND stays.requirement = wanted.requirement
     WHERE stays.months < wanted.months
$$;
