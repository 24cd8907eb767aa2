-- What beforeEachMigrate gave ends with the migration it was given for.
DO $$
DECLARE
    house text := current_user;
    apart text := (SELECT rolname FROM pg_roles WHERE rolname = current_user || '_pay' AND pg_has_role(current_user, oid, 'SET'));
BEGIN
    IF apart IS NOT NULL AND EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('pay') AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) = apart) THEN
        EXECUTE format('SET LOCAL ROLE %I', apart);
        EXECUTE (SELECT format('REVOKE ALL ON %s FROM %I', string_agg(oid::regclass::text, ', '), house)
                   FROM pg_class WHERE relnamespace = to_regnamespace('pay') AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) = apart);
        SET LOCAL ROLE NONE;
    END IF;
END $$;
