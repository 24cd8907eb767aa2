-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE obligation.step
    ADD CONSTRAINT step_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
