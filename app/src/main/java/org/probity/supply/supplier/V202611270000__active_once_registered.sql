-- Who was registered only later was not active on the day, also where the day is asked about afterwards. Figures that ask about past days took care
-- of it themselves; what is called active says it now.
CREATE OR REPLACE FUNCTION supplier.active(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, number text, name_en text, name_zh text)
LANGUAGE sql STABLE AS $$
    SELECT id, number, name_en, name_zh
      FROM supplier.supplier
     WHERE registered_at <= known_at
       AND (registered_at AT TIME ZONE 'Asia/Shanghai')::date <= on_day
       AND merged_into IS NULL
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = supplier.id
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$$;
