-- From what age on somebody may work in a place on a day, as known at a moment: the number of the place, or of a place without one the strictest that is known anywhere.
CREATE FUNCTION labour.age_asked(place_country text, place_region text, on_day date, known_at timestamptz)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT at.value::int FROM labour.rules_at(place_country, place_region, on_day, known_at) AS at WHERE at.key = 'min-age'),
                    (SELECT max(rule.value)::int FROM labour.rule WHERE rule.key = 'min-age' AND rule.from_day <= on_day AND rule.said_at <= known_at),
                    -- Before the first day of any number, the first there was.
                    (SELECT max(rule.value)::int FROM labour.rule WHERE rule.key = 'min-age' AND rule.said_at <= known_at))
$$;
