-- The day from which somebody is a member has the name that the moment asked for has here, and was taken for it: everybody was named, always.
CREATE OR REPLACE FUNCTION performance.rated_since(since timestamptz, ended_by date)
RETURNS TABLE (person uuid)
LANGUAGE sql STABLE AS $$
    SELECT assessment.person
      FROM performance.assessment
      JOIN performance.cycle ON cycle.id = assessment.cycle
     WHERE assessment.at >= rated_since.since AND cycle.until_day <= rated_since.ended_by
    UNION
    SELECT member.person
      FROM performance.cycle
      JOIN performance.member ON member.cycle = cycle.id
     WHERE cycle.closed_at >= rated_since.since AND cycle.until_day <= rated_since.ended_by
$$;
