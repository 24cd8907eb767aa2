-- Words of letters go after a time, and from what the database notes of a column to plan its questions they never would: it notes none of them.
ALTER TABLE dialogue.letter ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE dialogue.letter ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE dialogue.letter_answer ALTER COLUMN words SET STATISTICS 0;
SELECT pg_clear_attribute_stats('dialogue', 'letter', 'subject', false);
SELECT pg_clear_attribute_stats('dialogue', 'letter', 'words', false);
SELECT pg_clear_attribute_stats('dialogue', 'letter_answer', 'words', false);
