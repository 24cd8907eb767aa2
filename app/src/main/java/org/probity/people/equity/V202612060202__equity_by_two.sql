-- What happened to all under a plan, and shares that come sooner, are said by one and agreed to by another. What was said before this stands as it was said.
ALTER TABLE equity.stock_event ADD COLUMN proposal uuid REFERENCES decision.proposal;
CREATE TABLE equity.stock_event_agreed (
    event  uuid        NOT NULL PRIMARY KEY REFERENCES equity.stock_event,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);
INSERT INTO equity.stock_event_agreed (event, at, record) SELECT id, said_at, record FROM equity.stock_event;
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE OR DELETE ON equity.stock_event_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();

-- Waits for a second person; how many shares it is about lies sealed in the schema pay. When it was decided both rows go.
CREATE TABLE equity.stock_sooner (
    id       uuid        NOT NULL PRIMARY KEY,
    plan     uuid        NOT NULL REFERENCES equity.stock_plan_agreed,
    person   uuid        NOT NULL REFERENCES directory.person,
    proposal uuid        NOT NULL REFERENCES decision.proposal,
    source   text        NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT stock_sooner_once UNIQUE (plan, person),
    CONSTRAINT stock_sooner_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
CREATE TABLE pay.stock_asked (
    id     uuid  NOT NULL PRIMARY KEY,
    person uuid  NOT NULL REFERENCES directory.person,
    sealed bytea NOT NULL
);
CREATE INDEX stock_asked_by_person ON pay.stock_asked (person);
