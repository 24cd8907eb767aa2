-- For other rooms: what of a kind was owed for a period, as known at a moment, with the entry by which it was met last, unless that
-- was taken back. What was waived is not in it.
CREATE FUNCTION obligation.accepted(wanted text, of_period int, known_at timestamptz)
RETURNS TABLE (id uuid, party uuid, about uuid, record uuid, met_at timestamptz)
LANGUAGE sql STABLE AS $$
    SELECT obligation.id, obligation.party, obligation.about, CASE WHEN (array_agg(step.state ORDER BY step.no DESC))[1] IN ('MET', 'LAPSED')
                THEN (array_agg(step.record ORDER BY step.no DESC) FILTER (WHERE step.state = 'MET'))[1] END,
           CASE WHEN (array_agg(step.state ORDER BY step.no DESC))[1] IN ('MET', 'LAPSED') THEN max(step.at) FILTER (WHERE step.state = 'MET') END
      FROM obligation.obligation
      JOIN obligation.step ON step.obligation = obligation.id AND step.at <= known_at
     WHERE obligation.kind = wanted
       AND obligation.period = of_period
     GROUP BY obligation.id
    HAVING (array_agg(step.state ORDER BY step.no DESC))[1] NOT IN ('WAIVED')
$$;
