-- The contract of somebody who is forgotten goes; that there was one in writing stays.
ALTER TABLE career.move
    ADD COLUMN file_gone_at timestamptz,
    DROP CONSTRAINT contract_in_writing,
    ADD CONSTRAINT contract_in_writing CHECK (num_nonnulls(file, file_gone_at) = CASE step WHEN 'SIGNED' THEN 1 ELSE 0 END);
