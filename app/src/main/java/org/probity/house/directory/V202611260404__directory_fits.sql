-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE directory.act
    ADD CONSTRAINT act_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE directory.unit
    ADD CONSTRAINT unit_code_fits CHECK (char_length(code) <= 300) NOT VALID;
ALTER TABLE directory.unit_fact
    ADD CONSTRAINT unit_fact_name_en_fits CHECK (char_length(name_en) <= 300) NOT VALID,
    ADD CONSTRAINT unit_fact_name_zh_fits CHECK (char_length(name_zh) <= 300) NOT VALID,
    ADD CONSTRAINT unit_fact_region_fits CHECK (char_length(region) <= 300) NOT VALID;
ALTER TABLE directory.person
    ADD CONSTRAINT person_number_fits CHECK (char_length(number) <= 300) NOT VALID;
ALTER TABLE directory.person_fact
    ADD CONSTRAINT person_fact_name_en_fits CHECK (char_length(name_en) <= 300) NOT VALID,
    ADD CONSTRAINT person_fact_name_zh_fits CHECK (char_length(name_zh) <= 300) NOT VALID;
ALTER TABLE directory.engagement
    ADD CONSTRAINT engagement_title_fits CHECK (char_length(title) <= 300) NOT VALID;
