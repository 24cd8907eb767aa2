CREATE SCHEMA start;

-- What kind of house this is. Decided once, when it is founded: a demo never becomes real.
CREATE TABLE start.house (
    id         uuid        NOT NULL DEFAULT gen_random_uuid(),
    kind       text        NOT NULL,
    founded_at timestamptz NOT NULL DEFAULT now(),
    only_one   boolean     NOT NULL DEFAULT true,
    CONSTRAINT house_pk PRIMARY KEY (id),
    CONSTRAINT house_kind CHECK (kind IN ('demo', 'real')),
    CONSTRAINT house_only_one UNIQUE (only_one),
    CONSTRAINT house_only_one_row CHECK (only_one)
);
