-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE supplier.supplier
    ADD CONSTRAINT supplier_number_fits CHECK (char_length(number) <= 300) NOT VALID,
    ADD CONSTRAINT supplier_name_en_fits CHECK (char_length(name_en) <= 300) NOT VALID,
    ADD CONSTRAINT supplier_name_zh_fits CHECK (char_length(name_zh) <= 300) NOT VALID,
    ADD CONSTRAINT supplier_name_other_fits CHECK (char_length(name_other) <= 300) NOT VALID;
ALTER TABLE supplier.category
    ADD CONSTRAINT category_name_en_fits CHECK (char_length(name_en) <= 300) NOT VALID,
    ADD CONSTRAINT category_name_zh_fits CHECK (char_length(name_zh) <= 300) NOT VALID;
ALTER TABLE supplier.site
    ADD CONSTRAINT site_name_fits CHECK (char_length(name) <= 300) NOT VALID,
    ADD CONSTRAINT site_address_fits CHECK (char_length(address) <= 300) NOT VALID;
ALTER TABLE supplier.contact
    ADD CONSTRAINT contact_name_fits CHECK (char_length(name) <= 300) NOT VALID,
    ADD CONSTRAINT contact_phone_fits CHECK (char_length(phone) <= 300) NOT VALID;
ALTER TABLE supplier.material
    ADD CONSTRAINT material_number_fits CHECK (char_length(number) <= 300) NOT VALID,
    ADD CONSTRAINT material_name_en_fits CHECK (char_length(name_en) <= 300) NOT VALID,
    ADD CONSTRAINT material_name_zh_fits CHECK (char_length(name_zh) <= 300) NOT VALID;
ALTER TABLE supplier.ending
    ADD CONSTRAINT ending_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
