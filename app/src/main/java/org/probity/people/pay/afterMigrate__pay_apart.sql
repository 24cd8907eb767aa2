-- After migrations, at each start: what lies in the schema pay is handed over to a role of its own, if the database has it. The house's own role may put it on for a statement (house/vault) and has none
-- of its rights otherwise. The role reads what its statements join. A server whose administrator makes the role later is put right by the next start; two nodes that start at once do it once.
DO $$
DECLARE
    house text := current_user;
    apart text := (SELECT rolname FROM pg_roles WHERE rolname = current_user || '_pay' AND pg_has_role(current_user, oid, 'SET'));
    it record;
BEGIN
    IF apart IS NULL OR to_regnamespace('pay') IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('pay apart'));
    FOR it IN SELECT nspname FROM pg_namespace WHERE nspname IN ('pay', 'payroll', 'reward', 'directory', 'performance') AND NOT has_schema_privilege(apart, oid, 'USAGE') LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', it.nspname, apart);
    END LOOP;
    IF NOT has_schema_privilege(apart, 'pay', 'CREATE') THEN
        EXECUTE format('GRANT CREATE ON SCHEMA pay TO %I', apart);
    END IF;
    FOR it IN SELECT oid::regclass AS named FROM pg_class WHERE relnamespace = to_regnamespace('pay') AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) = house LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO %I', it.named, apart);
    END LOOP;
    FOR it IN SELECT c.oid::regclass AS named
                FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p', 'v') AND (n.nspname IN ('payroll', 'reward', 'directory') OR n.nspname = 'performance' AND c.relname = 'rating_in_force')
                 AND NOT has_table_privilege(apart, c.oid, 'SELECT') LOOP
        EXECUTE format('GRANT SELECT ON %s TO %I', it.named, apart);
    END LOOP;
END $$;
