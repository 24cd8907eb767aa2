-- What the register knows, for rooms that are asked about it.
CREATE VIEW supplier.category_known AS SELECT code FROM supplier.category;
CREATE VIEW supplier.site_of AS SELECT id AS site, supplier, name FROM supplier.site;
-- Relations that ended and were not taken up again.
CREATE VIEW supplier.ended AS SELECT supplier, last_day, record FROM supplier.ending WHERE resumed_at IS NULL;
