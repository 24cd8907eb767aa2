-- For other rooms: who was engaged on any day of a stretch of days, and from when until when, as known at a moment.
CREATE FUNCTION directory.stretches(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, kind text, unit uuid, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    SELECT person, kind, unit, from_day, until_day
      FROM directory.engagement
     WHERE from_day <= last_day
       AND (until_day IS NULL OR until_day >= first_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$$;
