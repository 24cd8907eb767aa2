-- What the database notes of a column to plan its questions stays when the rows are gone; words are let go after a time, so it notes none of them (as in the survey).
ALTER TABLE community.incoming ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE community.post ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE community.step ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE community.look ALTER COLUMN appeal SET STATISTICS 0;
SELECT pg_clear_attribute_stats('community', 'incoming', 'text', false);
SELECT pg_clear_attribute_stats('community', 'post', 'text', false);
SELECT pg_clear_attribute_stats('community', 'step', 'text', false);
SELECT pg_clear_attribute_stats('community', 'look', 'appeal', false);
