-- Salts and hashes do not get smaller, and trying to compress them took longer than the rest of a sealing.
ALTER TABLE statement.package
    ALTER COLUMN draft    SET STORAGE EXTERNAL,
    ALTER COLUMN complete SET STORAGE EXTERNAL;
