-- Whose answers may be others than before, and which transaction made them so. A row comes with the fact, in its transaction; so whoever sees the fact
-- sees the news, and whoever does not sees neither. Nobody waits for anybody: each transaction writes rows of its own.
CREATE TABLE clearance.news (
    whose uuid        NOT NULL,                -- a supplier; all zeroes: everybody
    xid   xid8        NOT NULL,
    at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (whose, xid)
);
COMMENT ON TABLE clearance.news IS 'Not in backups. Numbers of transactions mean nothing in another database, and after two days nobody asks.';

-- With an argument, whose news it is follows from the rows that came, went or changed, which the argument calls "changed".
CREATE FUNCTION clearance.tell()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_NARGS = 0 THEN
        INSERT INTO clearance.news (whose, xid) VALUES ('00000000-0000-0000-0000-000000000000', pg_current_xact_id()) ON CONFLICT DO NOTHING;
    ELSE
        EXECUTE 'INSERT INTO clearance.news (whose, xid) SELECT DISTINCT whose, pg_current_xact_id() FROM (' || TG_ARGV[0]
             || ') AS told (whose) WHERE whose IS NOT NULL ON CONFLICT DO NOTHING';
    END IF;
    RETURN NULL;
END
$$;

-- A room says for each table that its rules read whose news a changed row is; without a query it is everybody's. A test asks PostgreSQL which tables
-- the rules read, and fails for one that nobody spoke for. A query that finds the supplier in another table locks what it finds there (FOR SHARE), or a
-- merge could take that row to another supplier meanwhile, whom the news would miss.
CREATE FUNCTION clearance.listen(room text, what regclass, whose text DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF whose IS NULL THEN
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell()', 'clearance_' || room, what);
    ELSE
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_came', what, whose);
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_was', what, whose);
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_is', what, whose);
        EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_went', what, whose);
    END IF;
END
$$;

-- What every question reads of the register. One supplier's name stands in another's answer, and records are merged: rare enough to be everybody's.
SELECT clearance.listen('clearance', 'supplier.supplier');
SELECT clearance.listen('clearance', 'supplier.category');
SELECT clearance.listen('clearance', 'supplier.site', 'SELECT supplier FROM changed');
SELECT clearance.listen('clearance', 'supplier.ending', 'SELECT supplier FROM changed');
SELECT clearance.listen('clearance', 'clearance.exception', 'SELECT supplier FROM changed');
SELECT clearance.listen('clearance', 'clearance.approval', 'SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
SELECT clearance.listen('clearance', 'clearance.withdrawal', 'SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
