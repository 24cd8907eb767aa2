-- The limits of service bonds stand beside the numbers of the other rooms; what stood here went there with who set it and when.
INSERT INTO rule.number (room, key, from_day, value, source, set_by, set_at, record)
SELECT 'education', key, from_day, value, source, set_by, set_at, record FROM education.rule;

DROP FUNCTION education.rule_on(text, date);
DROP TABLE education.rule;
