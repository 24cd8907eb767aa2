-- Codes that were typed and wrong, so that nobody finds one by trying; forgotten as the next day begins.
CREATE TABLE gathering.guess (
    account uuid        NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX guess_by_account ON gathering.guess (account, at);
