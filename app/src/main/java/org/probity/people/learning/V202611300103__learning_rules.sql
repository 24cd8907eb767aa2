-- The numbers of training stand beside those of the other rooms; what stood here went there with who set it and when.
INSERT INTO rule.number (room, key, from_day, value, source, set_by, set_at, record)
SELECT 'learning', key, from_day, value, source, set_by, set_at, record FROM learning.rule;

CREATE OR REPLACE FUNCTION learning.rule_on(wanted text, on_day date)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT rule.at('learning', wanted, on_day, 'infinity')
$$;

DROP TABLE learning.rule;
