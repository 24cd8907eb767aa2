-- For other rooms: who completed what until a day and until when it holds, as known at a moment: by the newest list of each session that was closed by then.
CREATE FUNCTION learning.completed_at(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, course uuid, session uuid, completed_on date, valid_until date)
LANGUAGE sql STABLE AS $$
    SELECT attended.person, list.course, list.session, list.day, (list.day + make_interval(months => course.valid_months))::date
      FROM learning.lists('-infinity', on_day, known_at) AS list
      JOIN learning.attended ON attended.session = list.session AND attended.no = list.no
      JOIN learning.course ON course.id = list.course
     WHERE attended.completed
$$;
