-- For other rooms: who may sign in, and the roles they hold. It says nothing of passwords, visits or links.
CREATE VIEW access.member AS
    SELECT account.id, account.name, account.email, account.language, account.supplier,
           ARRAY(SELECT role.role FROM access.role WHERE role.account = account.id AND role.taken_at IS NULL ORDER BY role.role) AS roles
      FROM access.account
     WHERE NOT EXISTS (SELECT FROM access.disabling WHERE disabling.account = account.id AND disabling.enabled_at IS NULL);
