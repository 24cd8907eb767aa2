-- What was recorded and under which class and day, with or without its place: rooms hold their own rows against it.
CREATE VIEW log.recorded AS SELECT id AS record, class, day, recorded_at FROM log.record;
