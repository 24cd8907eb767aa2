-- What the log last signed. A backup carries it, so that a restored house knows how far its log had come.
CREATE VIEW log.newest_checkpoint AS
SELECT size, root, note, signed_at
  FROM log.checkpoint
 ORDER BY size DESC
 LIMIT 1;
