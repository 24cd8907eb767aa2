-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE statement.edition
    ADD CONSTRAINT edition_reason_en_fits CHECK (char_length(reason_en) <= 4000) NOT VALID,
    ADD CONSTRAINT edition_reason_zh_fits CHECK (char_length(reason_zh) <= 4000) NOT VALID;
ALTER TABLE statement.edition_figure
    ADD CONSTRAINT edition_figure_accepted_en_fits CHECK (char_length(accepted_en) <= 4000) NOT VALID,
    ADD CONSTRAINT edition_figure_accepted_zh_fits CHECK (char_length(accepted_zh) <= 4000) NOT VALID;
ALTER TABLE statement.chapter_text
    ADD CONSTRAINT chapter_text_en_fits CHECK (char_length(en) <= 40000) NOT VALID,
    ADD CONSTRAINT chapter_text_zh_fits CHECK (char_length(zh) <= 40000) NOT VALID;
