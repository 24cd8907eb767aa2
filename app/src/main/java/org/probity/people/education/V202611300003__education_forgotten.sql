-- Receipts and papers of somebody who is forgotten go; what was paid for them and what was obtained stays. The hash of a receipt stays too, so that nobody is paid for it again.
ALTER TABLE education.proof
    DROP CONSTRAINT proof_id_fkey,
    ADD COLUMN file uuid REFERENCES evidence.item,
    ADD COLUMN sha256 bytea,
    ADD COLUMN file_gone_at timestamptz;
UPDATE education.proof SET file = item.id, sha256 = item.sha256 FROM evidence.item WHERE item.id = proof.id;
ALTER TABLE education.proof
    ALTER COLUMN sha256 SET NOT NULL,
    ADD CONSTRAINT proof_is_shown CHECK (num_nonnulls(file, file_gone_at) = 1);
CREATE INDEX proof_by_hash ON education.proof (sha256);

ALTER TABLE education.result
    ADD COLUMN file_gone_at timestamptz,
    DROP CONSTRAINT obtained_is_shown,
    ADD CONSTRAINT obtained_is_shown CHECK (num_nonnulls(file, file_gone_at) = CASE outcome WHEN 'OBTAINED' THEN 1 ELSE 0 END);
