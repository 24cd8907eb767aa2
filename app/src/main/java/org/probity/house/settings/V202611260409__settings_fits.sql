-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE settings.setting
    ADD CONSTRAINT setting_value_fits CHECK (char_length(value) <= 4000) NOT VALID;
