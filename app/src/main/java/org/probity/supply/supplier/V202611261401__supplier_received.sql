-- For other rooms: what each supplier delivered, as known at a moment.
CREATE FUNCTION supplier.received(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, kilograms numeric, last_day date)
LANGUAGE sql STABLE AS $$
    SELECT receipt.supplier, sum(receipt.kilograms), max(receipt.day)
      FROM supplier.receipt
      JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= known_at
     WHERE receipt.day BETWEEN from_day AND until_day
     GROUP BY receipt.supplier
$$;

-- For rooms that ask for independence: who entered a supplier.
CREATE VIEW supplier.entered AS
    SELECT id AS supplier, registered_by AS account FROM supplier.supplier;

-- For other rooms: where suppliers make or ship.
CREATE VIEW supplier.place AS
    SELECT id, supplier, name, address, country, from_day, until_day FROM supplier.site;

-- For figures of other rooms: what each ledger says of itself.
CREATE VIEW supplier.ledger_stated AS
    SELECT year, stated_kilograms, recorded_at FROM supplier.ledger;
