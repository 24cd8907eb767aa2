-- What the numbers of an event cannot be by physics, found once after it came, with the numbers it was held against.
CREATE TABLE traceability.look (
    id     uuid        NOT NULL PRIMARY KEY,
    events bigint      NOT NULL,   -- the last event that was looked at
    at     timestamptz NOT NULL
);

CREATE TABLE traceability.implausible (
    event bigint NOT NULL REFERENCES traceability.event,
    kind  text   NOT NULL,
    value bigint NOT NULL,   -- in thousandths of what went in, or pieces of a kilogram
    least bigint NOT NULL,
    most  bigint NOT NULL,
    look  uuid   NOT NULL REFERENCES traceability.look,
    PRIMARY KEY (event, kind),
    CONSTRAINT implausible_kind CHECK (kind IN ('YIELD', 'WAFERS', 'MORE_OUT')),
    CONSTRAINT implausible_is_outside CHECK (value NOT BETWEEN least AND most)
);
