-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE blacklist.matter
    ADD CONSTRAINT matter_facts_fits CHECK (char_length(facts) <= 4000) NOT VALID;
ALTER TABLE blacklist.hearing
    ADD CONSTRAINT hearing_notice_fits CHECK (char_length(notice) <= 4000) NOT VALID;
ALTER TABLE blacklist.statement
    ADD CONSTRAINT statement_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
ALTER TABLE blacklist.suspension
    ADD CONSTRAINT suspension_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE blacklist.dropped
    ADD CONSTRAINT dropped_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE blacklist.sentence
    ADD CONSTRAINT sentence_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE blacklist.lifting
    ADD CONSTRAINT lifting_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE blacklist.tie
    ADD CONSTRAINT tie_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE blacklist.dealing
    ADD CONSTRAINT dealing_party_fits CHECK (char_length(party) <= 300) NOT VALID,
    ADD CONSTRAINT dealing_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
ALTER TABLE blacklist.closure
    ADD CONSTRAINT closure_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
