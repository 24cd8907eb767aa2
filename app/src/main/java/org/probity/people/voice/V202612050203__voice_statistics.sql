-- Whoever is forgotten is named nowhere, also not among the values that the database notes of a column to plan its questions.
ALTER TABLE voice.handler ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE voice.handler ALTER COLUMN function_en SET STATISTICS 0;
ALTER TABLE voice.handler ALTER COLUMN function_zh SET STATISTICS 0;
ALTER TABLE voice.handler ALTER COLUMN wrapped SET STATISTICS 0;
ALTER TABLE voice.passkey ALTER COLUMN credential SET STATISTICS 0;
ALTER TABLE voice.passkey ALTER COLUMN wrapped SET STATISTICS 0;
SELECT pg_clear_attribute_stats('voice', 'handler', 'name', false);
SELECT pg_clear_attribute_stats('voice', 'handler', 'function_en', false);
SELECT pg_clear_attribute_stats('voice', 'handler', 'function_zh', false);
SELECT pg_clear_attribute_stats('voice', 'handler', 'wrapped', false);
SELECT pg_clear_attribute_stats('voice', 'passkey', 'credential', false);
SELECT pg_clear_attribute_stats('voice', 'passkey', 'wrapped', false);
