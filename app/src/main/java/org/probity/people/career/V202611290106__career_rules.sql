-- The numbers of careers stand beside those of the other rooms; what stood here went there with who set it and when.
INSERT INTO rule.number (room, key, from_day, value, source, set_by, set_at, record)
SELECT 'career', key, from_day, value, source, set_by, set_at, record FROM career.rule;

CREATE OR REPLACE FUNCTION career.rule_on(wanted text, on_day date)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT rule.at('career', wanted, on_day, 'infinity')
$$;

DROP TABLE career.rule;
