-- Who is behind key positions and what they lack, as before. It is planned for the day that is asked, each time: inlined into a figure that takes its day from a row, or prepared once for
-- every day, the planner expects two people where there are six hundred, and joins them by loops. The figure of coverage took 1.6 s with 10,000 people, of which 0.2 are needed.
CREATE OR REPLACE FUNCTION succession.readiness(on_day date, known_at timestamptz, of_posts uuid[])
RETURNS TABLE (naming uuid, post uuid, person uuid, missing int, months int, record uuid)
LANGUAGE plpgsql STABLE ROWS 600
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT candidate.naming, candidate.post, candidate.person, coalesce(lacks.missing, 0), coalesce(lacks.months, 0), candidate.record
      FROM succession.candidates(on_day, known_at) AS candidate
      LEFT JOIN (SELECT missing.naming, count(*)::int AS missing,
                        greatest(coalesce(max(missing.months) FILTER (WHERE missing.kind <> 'UNIT'), 0), coalesce(sum(missing.months) FILTER (WHERE missing.kind = 'UNIT'), 0))::int AS months
                   FROM succession.missing(on_day, known_at, of_posts) AS missing
                  GROUP BY missing.naming) AS lacks ON lacks.naming = candidate.naming
     WHERE of_posts IS NULL OR candidate.post = ANY (of_posts);
END
$$;
