-- For other rooms: how long somebody is to work on each day for which they stand on a roster; on a day off, not at all. Days for which they stand on none are not here: they go by the calendar.
CREATE FUNCTION labour.rostered(of_person uuid, first_day date, last_day date)
RETURNS TABLE (day date, seconds int)
LANGUAGE sql STABLE AS $$
    SELECT day.day::date, coalesce(max(own.seconds), 0)
      FROM (SELECT DISTINCT roster.id, roster.first, roster.last
              FROM labour.shift
              JOIN labour.roster ON roster.id = shift.roster
             WHERE shift.person = of_person AND shift.withdrawn_at IS NULL AND roster.last >= first_day AND roster.first <= last_day) AS stood
     CROSS JOIN LATERAL generate_series(greatest(stood.first, first_day), least(stood.last, last_day), interval '1 day') AS day (day)
      LEFT JOIN labour.shift AS own ON own.person = of_person AND own.day = day.day AND own.withdrawn_at IS NULL
     GROUP BY day.day
$$;
