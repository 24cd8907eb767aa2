-- The database notes frequent and typical values of a column to plan its questions, and keeps them after the rows are gone, from an empty table for ever. Of what is deleted on purpose it notes none.
ALTER TABLE survey.remark ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE survey.shown_remark ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE survey.invited ALTER COLUMN person SET STATISTICS 0;
ALTER TABLE survey.ballot ALTER COLUMN answers SET STATISTICS 0;
ALTER TABLE survey.ballot ALTER COLUMN sheet SET STATISTICS 0;
SELECT pg_clear_attribute_stats('survey', 'remark', 'words', false);
SELECT pg_clear_attribute_stats('survey', 'shown_remark', 'words', false);
SELECT pg_clear_attribute_stats('survey', 'invited', 'person', false);
SELECT pg_clear_attribute_stats('survey', 'ballot', 'answers', false);
SELECT pg_clear_attribute_stats('survey', 'ballot', 'sheet', false);
