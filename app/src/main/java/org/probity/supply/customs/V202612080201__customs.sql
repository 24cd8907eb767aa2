-- Packs for customs are a room of their own: their tables move out of the room of events, as they are, and lose the first part of their names, which the schema says now. So do their constraints and indexes.
CREATE SCHEMA customs;
DO $$
DECLARE
    it record;
BEGIN
    FOR it IN SELECT relname AS name FROM pg_class WHERE relnamespace = 'traceability'::regnamespace AND relkind = 'r' AND relname LIKE 'customs\_%' LOOP
        EXECUTE format('ALTER TABLE traceability.%I SET SCHEMA customs', it.name);
        EXECUTE format('ALTER TABLE customs.%I RENAME TO %I', it.name, CASE it.name WHEN 'customs_group' THEN 'chain_group' ELSE substr(it.name, 9) END);
    END LOOP;
    FOR it IN SELECT conrelid::regclass AS relation, conname AS name FROM pg_constraint WHERE connamespace = 'customs'::regnamespace AND conname LIKE 'customs\_%' LOOP
        EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', it.relation, it.name, regexp_replace(substr(it.name, 9), '^group', 'chain_group'));
    END LOOP;
    FOR it IN SELECT relname AS name FROM pg_class WHERE relnamespace = 'customs'::regnamespace AND relkind IN ('i', 'S') AND relname LIKE 'customs\_%' LOOP
        EXECUTE format('ALTER %s customs.%I RENAME TO %I', CASE WHEN it.name LIKE '%\_seq' THEN 'SEQUENCE' ELSE 'INDEX' END, it.name, regexp_replace(substr(it.name, 9), '^group', 'chain_group'));
    END LOOP;
END $$;
-- Why a pack was not made is the key of a message; the words moved along.
UPDATE customs.failed SET reason = 'customs.' || substr(reason, length('traceability.customs.') + 1) WHERE reason LIKE 'traceability.customs.%';
