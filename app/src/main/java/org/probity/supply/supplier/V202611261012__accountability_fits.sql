ALTER TABLE supplier.accountability ADD CONSTRAINT accountability_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
