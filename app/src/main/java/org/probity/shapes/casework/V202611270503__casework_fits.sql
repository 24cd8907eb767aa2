-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE casework.plan
    ADD CONSTRAINT plan_containment_fits CHECK (char_length(containment) <= 4000) NOT VALID,
    ADD CONSTRAINT plan_root_cause_fits CHECK (char_length(root_cause) <= 4000) NOT VALID;
ALTER TABLE casework.measure
    ADD CONSTRAINT measure_what_fits CHECK (char_length(what) <= 4000) NOT VALID,
    ADD CONSTRAINT measure_owner_fits CHECK (char_length(owner) <= 300) NOT VALID;
ALTER TABLE casework.step
    ADD CONSTRAINT step_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
