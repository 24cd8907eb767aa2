-- For figures of other rooms: since which day a supplier stands in the register.
CREATE VIEW supplier.registered AS
    SELECT id AS supplier, (registered_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM supplier.supplier;
