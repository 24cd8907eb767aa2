-- What is bought from whom on a day, as known at a moment, from those whose relation has not ended.
CREATE FUNCTION supplier.bought(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, material uuid, category text)
LANGUAGE sql STABLE AS $$
    SELECT material.supplier, material.id, supplier.category
      FROM supplier.purchase
      JOIN supplier.material ON material.id = purchase.material
      JOIN supplier.supplier ON supplier.id = material.supplier
     WHERE purchase.valid @> on_day
       AND purchase.recorded @> known_at
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = material.supplier
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$$;
