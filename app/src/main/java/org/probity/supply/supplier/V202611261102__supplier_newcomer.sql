-- Until the ERP gives a newcomer its number, it bears one of ours.
CREATE SEQUENCE supplier.newcomer;

-- For other rooms: whose relation has ended by a day, as known at a moment.
CREATE FUNCTION supplier.left_by(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, last_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT ending.supplier, ending.last_day, ending.record
      FROM supplier.ending
     WHERE ending.last_day < on_day
       AND ending.ended_at <= known_at
       AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at)
$$;

-- For other rooms: the sites of suppliers, the closed ones too.
CREATE VIEW supplier.place AS
    SELECT id, supplier, name, country, from_day, until_day FROM supplier.site;

-- For other rooms: what a category and a material are called.
CREATE VIEW supplier.category_name AS
    SELECT code, name_en, name_zh FROM supplier.category;
CREATE VIEW supplier.material_name AS
    SELECT id, supplier, number, name_en, name_zh FROM supplier.material;
