CREATE SCHEMA views;

CREATE TABLE views.view (
    id       uuid        PRIMARY KEY,
    owner    uuid        NOT NULL,
    name     text        NOT NULL,
    path     text        NOT NULL,
    query    text        NOT NULL,   -- what stands behind the question mark
    role     text,                   -- with whom it is shared; null: nobody
    kept_at  timestamptz NOT NULL,
    CONSTRAINT name_taken UNIQUE (owner, path, name),
    CONSTRAINT within_the_house CHECK (path ~ '^/app(/|$)')
);
CREATE INDEX view_by_path ON views.view (path);
