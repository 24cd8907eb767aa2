-- For other rooms: who is a supplier on a day, and from when until when the relation lasted, as known at a moment.
CREATE FUNCTION supplier.active(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, number text, name_en text, name_zh text)
LANGUAGE sql STABLE AS $$
    SELECT id, number, name_en, name_zh
      FROM supplier.supplier
     WHERE registered_at <= known_at
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = supplier.id
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$$;
