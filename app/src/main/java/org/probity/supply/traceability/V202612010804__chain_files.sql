-- Files of events in which a supplier tells the whole way of its wafers to quartz, looked at and accepted by one of us.
CREATE TABLE traceability.chain_file (
    capture     uuid        NOT NULL PRIMARY KEY REFERENCES traceability.capture,
    year        int         NOT NULL,
    lots        int         NOT NULL,
    accepted_by uuid        NOT NULL,
    accepted_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT chain_file_has_lots CHECK (lots > 0)
);

-- By supplier, the first that was accepted for a year, as known at a moment.
CREATE FUNCTION traceability.chain_files(of_year int, known_at timestamptz)
RETURNS TABLE (supplier uuid, capture uuid, accepted_at timestamptz, lots int, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (name.now) name.now, chain_file.capture, chain_file.accepted_at, chain_file.lots, chain_file.record
      FROM traceability.chain_file
      JOIN traceability.capture ON capture.id = chain_file.capture
      JOIN supplier.name ON name.id = capture.supplier
     WHERE chain_file.year = of_year AND chain_file.accepted_at <= known_at
     ORDER BY name.now, chain_file.accepted_at
$$;
