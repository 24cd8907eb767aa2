-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE clearance.report
    ADD CONSTRAINT report_source_fits CHECK (char_length(source) <= 300) NOT VALID;
ALTER TABLE clearance.exception
    ADD CONSTRAINT exception_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE clearance.withdrawal
    ADD CONSTRAINT withdrawal_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
