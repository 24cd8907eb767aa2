-- Questions with a name of their own (EPCIS 2.0, 8.2.5), so that a system asks them again or is told what comes of them. A change is another question.
CREATE TABLE traceability.query (
    id         uuid        NOT NULL PRIMARY KEY,
    name       text        NOT NULL,
    parameters jsonb       NOT NULL,   -- of SimpleEventQuery: each a list of words
    made_by    uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    ended_by   uuid,
    ended_at   timestamptz,
    CONSTRAINT query_name CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$'),
    CONSTRAINT query_parameters_fits CHECK (char_length(parameters::text) <= 20000),
    CONSTRAINT query_ended_by_somebody CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX query_by_name ON traceability.query (name) WHERE ended_at IS NULL;

-- In the order of knowing, as the numbers of events are: files are stored one after another.
ALTER TABLE traceability.correction ADD COLUMN seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX correction_by_seq ON traceability.correction (seq);

-- Who is told what comes of a question, and how far. Events have numbers without gaps, so two numbers say it; they move on when a message has arrived.
CREATE TABLE traceability.subscription (
    id              uuid        NOT NULL PRIMARY KEY,
    query           uuid        NOT NULL REFERENCES traceability.query,
    endpoint        uuid        NOT NULL REFERENCES webhook.endpoint,
    told_event      bigint      NOT NULL,
    told_correction bigint      NOT NULL,
    message         uuid,                   -- on its way; of messages there is one at a time
    upto_event      bigint,
    upto_correction bigint,
    made_by         uuid        NOT NULL,
    made_at         timestamptz NOT NULL,
    ended_by        uuid,
    ended_at        timestamptz,
    CONSTRAINT subscription_of_its_own UNIQUE (endpoint),
    CONSTRAINT subscription_upto CHECK ((message IS NULL) = (upto_event IS NULL) AND (message IS NULL) = (upto_correction IS NULL)),
    CONSTRAINT subscription_ended_by_somebody CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX subscription_by_query ON traceability.subscription (query);
