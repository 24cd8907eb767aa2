-- For rooms that ask for independence: who entered a supplier.
CREATE VIEW supplier.entered AS
    SELECT id AS supplier, registered_by AS account FROM supplier.supplier;

-- Where a site lies, for rooms that go there.
CREATE OR REPLACE VIEW supplier.place AS
    SELECT id, supplier, name, country, from_day, until_day, address FROM supplier.site;
