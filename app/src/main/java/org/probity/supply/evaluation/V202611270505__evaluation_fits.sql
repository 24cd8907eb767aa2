-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE evaluation.judgement
    ADD CONSTRAINT judgement_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE evaluation.scorecard
    ADD CONSTRAINT scorecard_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE evaluation.appeal
    ADD CONSTRAINT appeal_words_fits CHECK (char_length(words) <= 4000) NOT VALID,
    ADD CONSTRAINT appeal_answer_fits CHECK (char_length(answer) <= 4000) NOT VALID;
ALTER TABLE evaluation.consequence
    ADD CONSTRAINT consequence_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
