-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE assurance.engagement
    ADD CONSTRAINT engagement_firm_fits CHECK (char_length(firm) <= 300) NOT VALID;
ALTER TABLE assurance.sample
    ADD CONSTRAINT sample_seed_fits CHECK (char_length(seed) <= 300) NOT VALID;
ALTER TABLE assurance.finding
    ADD CONSTRAINT finding_note_fits CHECK (char_length(note) <= 4000) NOT VALID;
ALTER TABLE assurance.reply
    ADD CONSTRAINT reply_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
