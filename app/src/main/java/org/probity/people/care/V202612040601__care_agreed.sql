-- For other rooms: leave that was agreed to and not taken back and touches a stretch of days, as known at a moment; of what kind, and nothing else.
CREATE FUNCTION care.agreed_leave(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, kind text, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    SELECT leave.person, leave.kind, leave.from_day, leave.until_day
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= known_at
     WHERE leave.from_day <= last_day AND leave.until_day >= first_day
       AND NOT EXISTS (SELECT FROM care.withdrawn WHERE withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= known_at)
$$;
