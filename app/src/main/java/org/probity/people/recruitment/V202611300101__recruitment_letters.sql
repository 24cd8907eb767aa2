-- How many letters a day go to one address about applications: whoever types it, nobody is flooded by us.
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('recruitment', 'letters-a-day', '2024-01-01', 5, 'our rule', '2024-01-01T00:00:00Z');

-- Letters of a day by address; of the address a hash, and none of it on the next day.
CREATE TABLE recruitment.written (
    day     date  NOT NULL,
    address bytea NOT NULL,
    letters int   NOT NULL,
    PRIMARY KEY (day, address),
    CONSTRAINT written_is_a_hash CHECK (octet_length(address) = 32),
    CONSTRAINT written_letters CHECK (letters > 0)
);

-- Applications of which the first letter was one too many: no letter is ever written about them, and whoever hires asks by telephone.
CREATE TABLE recruitment.unwritten (
    application uuid        PRIMARY KEY REFERENCES recruitment.application ON DELETE CASCADE,
    at          timestamptz NOT NULL
);
