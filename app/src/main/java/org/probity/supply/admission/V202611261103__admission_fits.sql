-- What people write has an end. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE admission.requirement ADD CONSTRAINT requirement_clause_fits CHECK (char_length(clause) <= 300);
ALTER TABLE admission.requirement_proposed ADD CONSTRAINT requirement_proposed_clause_fits CHECK (char_length(clause) <= 300);
ALTER TABLE admission.proof ADD CONSTRAINT proof_words_fits CHECK (char_length(words) <= 20000);
ALTER TABLE admission.certificate
    ADD CONSTRAINT certificate_holder_fits CHECK (char_length(holder) <= 2000),
    ADD CONSTRAINT certificate_body_fits CHECK (char_length(body) <= 2000),
    ADD CONSTRAINT certificate_accreditation_fits CHECK (char_length(accreditation) <= 2000),
    ADD CONSTRAINT certificate_number_fits CHECK (char_length(number) <= 2000),
    ADD CONSTRAINT certificate_scope_fits CHECK (char_length(scope) <= 2000);
ALTER TABLE admission.sample_step ADD CONSTRAINT sample_step_words_fits CHECK (char_length(words) <= 4000);
ALTER TABLE admission.ruling
    ADD CONSTRAINT ruling_reasons_fits CHECK (char_length(reasons) <= 4000),
    ADD CONSTRAINT ruling_condition_fits CHECK (char_length(condition) <= 4000);
ALTER TABLE admission.withdrawn ADD CONSTRAINT withdrawn_reasons_fits CHECK (char_length(reasons) <= 4000);
ALTER TABLE admission.condition_met ADD CONSTRAINT condition_met_reasons_fits CHECK (char_length(reasons) <= 4000);
ALTER TABLE admission.template
    ADD CONSTRAINT template_title_en_fits CHECK (char_length(title_en) <= 300),
    ADD CONSTRAINT template_title_zh_fits CHECK (char_length(title_zh) <= 300),
    ADD CONSTRAINT template_text_en_fits CHECK (char_length(text_en) <= 100000),
    ADD CONSTRAINT template_text_zh_fits CHECK (char_length(text_zh) <= 100000);
ALTER TABLE admission.signatory ADD CONSTRAINT signatory_name_fits CHECK (char_length(name) <= 300);
ALTER TABLE admission.signatory_checked ADD CONSTRAINT signatory_checked_reasons_fits CHECK (char_length(reasons) <= 4000);
ALTER TABLE admission.agreement_step ADD CONSTRAINT agreement_step_reasons_fits CHECK (char_length(reasons) <= 4000);
ALTER TABLE admission.motion ADD CONSTRAINT motion_condition_fits CHECK (char_length(condition) <= 4000);
ALTER TABLE admission.suspension ADD CONSTRAINT suspension_reasons_fits CHECK (char_length(reasons) <= 4000);
ALTER TABLE admission.suspension_lifted ADD CONSTRAINT suspension_lifted_reasons_fits CHECK (char_length(reasons) <= 4000);
