-- Of whom it was forgotten who they were. What they gave and were given is never changed but for one thing: the words about them, and the salt under which the log bound these, go.
CREATE TABLE performance.forgotten (
    person uuid        PRIMARY KEY REFERENCES directory.person,
    at     timestamptz NOT NULL
);

CREATE OR REPLACE FUNCTION performance.nothing_given_is_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
       AND to_jsonb(NEW) - 'words' - 'salt' = to_jsonb(OLD) - 'words' - 'salt'
       AND NEW.words IN ('', '–')
       AND EXISTS (SELECT FROM performance.forgotten WHERE forgotten.person = OLD.person) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what was given is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_given_is_changed';
END $$;
