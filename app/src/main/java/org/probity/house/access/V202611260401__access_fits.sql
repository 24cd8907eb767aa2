-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE access.account
    ADD CONSTRAINT account_name_fits CHECK (char_length(name) <= 300) NOT VALID;
ALTER TABLE access.disabling
    ADD CONSTRAINT disabling_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE access.passkey
    ADD CONSTRAINT passkey_label_fits CHECK (char_length(label) <= 300) NOT VALID;
