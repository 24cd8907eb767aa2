-- What the device said when the passkey was made; checking a signature reads the key from it.
ALTER TABLE access.passkey ADD COLUMN attestation bytea NOT NULL DEFAULT '';
