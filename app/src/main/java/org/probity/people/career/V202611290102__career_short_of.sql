-- For other rooms: what somebody has not shown yet of the level a track asks, by what was shown and still holds on a day, as known at a moment. What a panel found
-- holds as long as a level does.
CREATE FUNCTION career.short_of(who uuid, of_track text, wanted int, on_day date, known_at timestamptz)
RETURNS TABLE (item uuid, code text, no int, title_en text, title_zh text, shown int)
LANGUAGE sql STABLE AS $$
    SELECT asked.item, asked.code, asked.no, asked.title_en, asked.title_zh, coalesce(found.shown, 0)
      FROM career.standards(on_day, known_at) AS held
      JOIN career.version_item AS asked ON asked.version = held.id AND asked.level <= wanted
      LEFT JOIN LATERAL (
          SELECT decided.shown
            FROM career.decided_item AS decided
            JOIN career.decision ON decision.application = decided.application
           WHERE decision.person = who AND decided.item = asked.item AND decision.from_day <= on_day AND decision.decided_at <= known_at
             AND coalesce(decision.until_day, decision.from_day + make_interval(months => career.rule_on('valid-months', decision.from_day))) >= on_day
           ORDER BY decision.decided_at DESC
           LIMIT 1) AS found ON true
     WHERE held.track = of_track
       AND coalesce(found.shown, 0) < wanted
$$;
