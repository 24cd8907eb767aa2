CREATE SCHEMA rule;

-- Numbers that somebody decided, from a day on. A change is a new row.
CREATE TABLE rule.number (
    room     text        NOT NULL,
    key      text        NOT NULL,
    from_day date        NOT NULL,
    value    int         NOT NULL,
    source   text        NOT NULL,
    set_by   uuid,                  -- null: came with the house
    set_at   timestamptz NOT NULL,
    record   uuid,
    PRIMARY KEY (room, key, from_day, set_at),
    CONSTRAINT number_value CHECK (value BETWEEN 0 AND 1000),
    CONSTRAINT number_has_source CHECK (source <> ''),
    CONSTRAINT number_source_fits CHECK (char_length(source) <= 300)
);

-- For other rooms: the number that holds on a day, as known at a moment.
CREATE FUNCTION rule.at(of_room text, wanted text, on_day date, known_at timestamptz)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT value
      FROM rule.number
     WHERE room = of_room AND key = wanted AND from_day <= on_day AND set_at <= known_at
     ORDER BY from_day DESC, set_at DESC
     LIMIT 1
$$;
