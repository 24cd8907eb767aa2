-- That a supplier agreed to be named on cards that are open to everybody. One person says so with the paper it stands on, another agrees; either may take it back at once.
CREATE TABLE traceability.open_name (
    id       uuid        NOT NULL PRIMARY KEY,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    no       int         NOT NULL,
    consent  text        NOT NULL,   -- the paper in which the supplier agreed
    proposal uuid        NOT NULL REFERENCES decision.proposal,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    CONSTRAINT open_name_one_at_a_time UNIQUE (supplier, no),
    CONSTRAINT open_name_has_consent CHECK (consent <> ''),
    CONSTRAINT open_name_consent_fits CHECK (char_length(consent) <= 300)
);

CREATE TABLE traceability.opened (
    open_name uuid        NOT NULL PRIMARY KEY REFERENCES traceability.open_name,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL
);

CREATE TABLE traceability.closed (
    open_name uuid        NOT NULL PRIMARY KEY REFERENCES traceability.opened,
    reason    text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT closed_has_reason CHECK (reason <> ''),
    CONSTRAINT closed_reason_fits CHECK (char_length(reason) <= 300)
);

-- Where a place lies. Said apart from whose it is, because not everybody who names a place knows it; the last words count.
CREATE TABLE traceability.located (
    uri       text         NOT NULL,
    no        int          NOT NULL,
    latitude  numeric(7,4) NOT NULL,
    longitude numeric(7,4) NOT NULL,
    said_by   uuid         NOT NULL,
    said_at   timestamptz  NOT NULL,
    record    uuid         NOT NULL,
    PRIMARY KEY (uri, no),
    CONSTRAINT located_latitude CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT located_longitude CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT located_uri_fits CHECK (char_length(uri) <= 300)
);
