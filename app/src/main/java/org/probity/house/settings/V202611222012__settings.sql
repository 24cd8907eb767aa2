CREATE SCHEMA settings;

-- The newest row of a name is the value; the others are its history.
CREATE TABLE settings.setting (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name   text        NOT NULL,
    value  text        NOT NULL,
    secret boolean     NOT NULL,         -- value is encrypted, base64
    set_at timestamptz NOT NULL,
    set_by uuid        NOT NULL,
    CONSTRAINT named CHECK (name ~ '^[a-z]+(\.[a-z-]+)+$')
);
CREATE INDEX setting_newest ON settings.setting (name, id DESC);
