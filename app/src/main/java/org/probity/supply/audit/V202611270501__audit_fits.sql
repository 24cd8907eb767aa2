-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE audit.answer
    ADD CONSTRAINT answer_clause_fits CHECK (char_length(clause) <= 300) NOT VALID,
    ADD CONSTRAINT answer_note_fits CHECK (char_length(note) <= 4000) NOT VALID;
ALTER TABLE audit.audit
    ADD CONSTRAINT audit_scope_fits CHECK (char_length(scope) <= 4000) NOT VALID;
ALTER TABLE audit.choice
    ADD CONSTRAINT choice_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE audit.comment
    ADD CONSTRAINT comment_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
ALTER TABLE audit.meeting
    ADD CONSTRAINT meeting_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
ALTER TABLE audit.member
    ADD CONSTRAINT member_dealings_fits CHECK (char_length(dealings) <= 4000) NOT VALID;
ALTER TABLE audit.plan_change
    ADD CONSTRAINT plan_change_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE audit.planned
    ADD CONSTRAINT planned_reason_fits CHECK (char_length(reason) <= 4000) NOT VALID;
ALTER TABLE audit.sampling
    ADD CONSTRAINT sampling_groups_fits CHECK (char_length(groups) <= 4000) NOT VALID,
    ADD CONSTRAINT sampling_documents_fits CHECK (char_length(documents) <= 4000) NOT VALID;
ALTER TABLE audit.step
    ADD CONSTRAINT step_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
ALTER TABLE audit.word
    ADD CONSTRAINT word_words_fits CHECK (char_length(words) <= 4000) NOT VALID;
