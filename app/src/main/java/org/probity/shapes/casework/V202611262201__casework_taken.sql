-- Every step of a corrective action, for rooms that count them.
CREATE FUNCTION casework.taken(known_at timestamptz)
RETURNS TABLE (correction uuid, no int, state text, at timestamptz, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT correction, no, state, at, record FROM casework.step WHERE at <= known_at
$$;
