-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE screening.list
    ADD CONSTRAINT list_code_fits CHECK (char_length(code) <= 300) NOT VALID,
    ADD CONSTRAINT list_name_en_fits CHECK (char_length(name_en) <= 300) NOT VALID,
    ADD CONSTRAINT list_name_zh_fits CHECK (char_length(name_zh) <= 300) NOT VALID;
ALTER TABLE screening.version
    ADD CONSTRAINT version_label_fits CHECK (char_length(label) <= 300) NOT VALID;
