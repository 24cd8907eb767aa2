CREATE SCHEMA demo;

-- What of the demo's story has happened; a story that was cut off goes on from here.
CREATE TABLE demo.chapter (
    name    text        PRIMARY KEY,
    told_at timestamptz NOT NULL
);
