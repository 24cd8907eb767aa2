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

-- For other rooms: who delivered anything in a period, how much, and when first and last.
CREATE FUNCTION supplier.received(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, kilograms numeric, first_day date, last_day date)
LANGUAGE sql STABLE AS $$
    SELECT receipt.supplier, sum(receipt.kilograms), min(receipt.day), max(receipt.day)
      FROM supplier.receipt
      JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= known_at
     WHERE receipt.day BETWEEN from_day AND until_day
     GROUP BY receipt.supplier
$$;

-- For other rooms: what the goods-receipt ledger states of itself.
CREATE VIEW supplier.ledger_stated AS
    SELECT id, year, stated_rows, stated_kilograms, recorded_at FROM supplier.ledger;
