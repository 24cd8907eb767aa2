-- For other rooms: about whom a rating was given or became public since a moment, of cycles that had ended by a day. Few, where all have been rated long ago.
CREATE INDEX assessment_by_time ON performance.assessment (at);
CREATE FUNCTION performance.rated_since(since timestamptz, ended_by date)
RETURNS TABLE (person uuid)
LANGUAGE sql STABLE AS $$
    SELECT assessment.person
      FROM performance.assessment
      JOIN performance.cycle ON cycle.id = assessment.cycle
     WHERE assessment.at >= since AND cycle.until_day <= ended_by
    UNION
    SELECT member.person
      FROM performance.cycle
      JOIN performance.member ON member.cycle = cycle.id
     WHERE cycle.closed_at >= since AND cycle.until_day <= ended_by
$$;
