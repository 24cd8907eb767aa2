-- Where a record stands in the log: for rooms that tell it together with what they read. A record that waits for its place has no row.
CREATE VIEW log.place AS SELECT record, index, class, year, number FROM log.entry;
