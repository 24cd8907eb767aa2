-- Whose of the house an application is, shown with its private link. They decide nothing about it, and it stands among their own data.
CREATE TABLE recruitment.shown_own (
    application uuid        PRIMARY KEY REFERENCES recruitment.application ON DELETE CASCADE,
    account     uuid        NOT NULL REFERENCES access.account,
    at          timestamptz NOT NULL
);
CREATE INDEX shown_own_by_account ON recruitment.shown_own (account);
