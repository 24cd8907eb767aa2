-- Every table, view and rule of Probity, written by a test from the migrations. Read it; do not run or edit it.


-- access

CREATE TABLE access.account (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    supplier uuid,
    language text NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    invited_by uuid NOT NULL,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_of_a_supplier FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT account_name_fits CHECK ((char_length(name) <= 300)) NOT VALID,
    CONSTRAINT email_is_plain CHECK ((email ~ '^[^[:space:]@]+@[^[:space:]@]+$'::text)),
    CONSTRAINT language_spoken CHECK ((language = ANY (ARRAY['en'::text, 'zh'::text]))),
    CONSTRAINT named CHECK ((name <> ''::text))
);

CREATE TABLE access.attempt (
    key text NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    free_at timestamp with time zone NOT NULL,
    CONSTRAINT attempt_pkey PRIMARY KEY (key)
);

CREATE TABLE access.audit (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    by uuid,
    subject uuid,
    details jsonb NOT NULL,
    CONSTRAINT audit_pkey PRIMARY KEY (id)
);

CREATE TABLE access.disabling (
    account uuid NOT NULL,
    disabled_at timestamp with time zone NOT NULL,
    disabled_by uuid NOT NULL,
    reason text NOT NULL,
    enabled_at timestamp with time zone,
    enabled_by uuid,
    CONSTRAINT disabling_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT disabling_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT enabled_by_someone CHECK (((enabled_at IS NULL) = (enabled_by IS NULL)))
);

CREATE TABLE access.link (
    id uuid NOT NULL,
    purpose text NOT NULL,
    account uuid NOT NULL,
    secret_hash bytea NOT NULL,
    browser_hash bytea,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT link_pkey PRIMARY KEY (id),
    CONSTRAINT link_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT bound_to_a_browser CHECK (((purpose = ANY (ARRAY['INVITATION'::text, 'RESET'::text])) OR (browser_hash IS NOT NULL))),
    CONSTRAINT purpose_known CHECK ((purpose = ANY (ARRAY['INVITATION'::text, 'RESET'::text, 'SIGN_IN'::text, 'CONFIRM'::text])))
);

CREATE TABLE access.passkey (
    id bytea NOT NULL,
    account uuid NOT NULL,
    label text NOT NULL,
    public_key bytea NOT NULL,
    signature_count bigint NOT NULL,
    verified boolean NOT NULL,
    transports text NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL,
    attestation bytea NOT NULL DEFAULT '\x'::bytea,
    CONSTRAINT passkey_pkey PRIMARY KEY (id),
    CONSTRAINT passkey_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT labelled CHECK ((label <> ''::text)),
    CONSTRAINT passkey_label_fits CHECK ((char_length(label) <= 300)) NOT VALID
);

CREATE TABLE access.password (
    account uuid NOT NULL,
    hash text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT password_pkey PRIMARY KEY (account),
    CONSTRAINT password_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT argon2id CHECK ((hash ~~ '$argon2id$%'::text))
);

CREATE TABLE access.role (
    account uuid NOT NULL,
    role text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by uuid NOT NULL,
    taken_at timestamp with time zone,
    taken_by uuid,
    CONSTRAINT role_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT taken_by_someone CHECK (((taken_at IS NULL) = (taken_by IS NULL)))
);

CREATE TABLE access.session (
    primary_id character(36) NOT NULL,
    session_id character(36) NOT NULL,
    creation_time bigint NOT NULL,
    last_access_time bigint NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time bigint NOT NULL,
    principal_name character varying(100),
    CONSTRAINT session_pk PRIMARY KEY (primary_id)
);

CREATE TABLE access.session_attributes (
    session_primary_id character(36) NOT NULL,
    attribute_name character varying(200) NOT NULL,
    attribute_bytes bytea NOT NULL,
    CONSTRAINT session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    CONSTRAINT session_attributes_of FOREIGN KEY (session_primary_id) REFERENCES access.session(primary_id) ON DELETE CASCADE
);

CREATE TABLE access.token (
    id uuid NOT NULL,
    account uuid NOT NULL,
    label text NOT NULL,
    secret_hash bytea NOT NULL,
    may text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    CONSTRAINT token_pkey PRIMARY KEY (id),
    CONSTRAINT token_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT token_ends CHECK ((ends_at > made_at)),
    CONSTRAINT token_labelled CHECK ((label <> ''::text)),
    CONSTRAINT token_may CHECK ((may = ANY (ARRAY['READ'::text, 'WRITE'::text]))),
    CONSTRAINT token_revoked_by_someone CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)))
);

CREATE TABLE access.visit (
    id uuid NOT NULL,
    account uuid NOT NULL,
    way text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    address text NOT NULL,
    browser text NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    CONSTRAINT visit_pkey PRIMARY KEY (id),
    CONSTRAINT visit_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT ended_by_someone CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT way_known CHECK ((way = ANY (ARRAY['PASSWORD'::text, 'PASSKEY'::text, 'LINK'::text])))
);

CREATE INDEX account_by_supplier ON access.account USING btree (supplier) WHERE (supplier IS NOT NULL);
CREATE INDEX audit_by_person ON access.audit USING btree (by, at);
CREATE INDEX audit_by_subject ON access.audit USING btree (subject, at);
CREATE INDEX audit_by_time ON access.audit USING btree (at);
CREATE UNIQUE INDEX disabled_once ON access.disabling USING btree (account) WHERE (enabled_at IS NULL);
CREATE INDEX link_by_account ON access.link USING btree (account, made_at);
CREATE UNIQUE INDEX link_by_secret ON access.link USING btree (secret_hash);
CREATE UNIQUE INDEX one_account_per_email ON access.account USING btree (lower(email));
CREATE INDEX passkey_by_account ON access.passkey USING btree (account);
CREATE UNIQUE INDEX role_held_once ON access.role USING btree (account, role) WHERE (taken_at IS NULL);
CREATE INDEX session_by_expiry ON access.session USING btree (expiry_time);
CREATE UNIQUE INDEX session_by_id ON access.session USING btree (session_id);
CREATE INDEX session_by_principal ON access.session USING btree (principal_name);
CREATE INDEX token_by_account ON access.token USING btree (account, made_at);
CREATE UNIQUE INDEX token_by_secret ON access.token USING btree (secret_hash);
CREATE INDEX visit_by_account ON access.visit USING btree (account, began_at);

CREATE VIEW access.member AS
 SELECT id,
    name,
    email,
    language,
    supplier,
    ARRAY( SELECT role.role
           FROM access.role
          WHERE ((role.account = account.id) AND (role.taken_at IS NULL))
          ORDER BY role.role) AS roles
   FROM access.account
  WHERE (NOT (EXISTS ( SELECT
           FROM access.disabling
          WHERE ((disabling.account = account.id) AND (disabling.enabled_at IS NULL)))));

COMMENT ON TABLE access.session IS 'Not in backups.';
COMMENT ON TABLE access.session_attributes IS 'Not in backups.';


-- admission

CREATE TABLE admission.accreditor (
    mark text NOT NULL,
    from_day date NOT NULL DEFAULT '2024-01-01'::date,
    source text NOT NULL DEFAULT 'general knowledge, to be confirmed'::text,
    CONSTRAINT accreditor_pkey PRIMARY KEY (mark)
);

CREATE TABLE admission.agreement (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    leg text NOT NULL,
    template uuid NOT NULL,
    party text NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    sha256 text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT agreement_pkey PRIMARY KEY (id),
    CONSTRAINT agreement_leg_fkey FOREIGN KEY (leg) REFERENCES admission.leg(code),
    CONSTRAINT agreement_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT agreement_template_fkey FOREIGN KEY (template) REFERENCES admission.template(id)
);

CREATE TABLE admission.agreement_step (
    agreement uuid NOT NULL,
    no integer NOT NULL,
    act text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    on_day date NOT NULL,
    signatory uuid,
    mandate uuid,
    reasons text NOT NULL DEFAULT ''::text,
    evidence uuid,
    from_day date,
    until_day date,
    record uuid NOT NULL,
    CONSTRAINT agreement_step_pkey PRIMARY KEY (agreement, no),
    CONSTRAINT agreement_step_agreement_fkey FOREIGN KEY (agreement) REFERENCES admission.agreement(id),
    CONSTRAINT agreement_step_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT agreement_step_mandate_fkey FOREIGN KEY (mandate) REFERENCES admission.mandate(id),
    CONSTRAINT agreement_step_signatory_fkey FOREIGN KEY (signatory) REFERENCES admission.signatory(id),
    CONSTRAINT act_known CHECK ((act = ANY (ARRAY['SIGNED'::text, 'ON_PAPER'::text, 'PAPER_CHECKED'::text, 'RETURNED'::text, 'COUNTERSIGNED'::text, 'ENDED'::text]))),
    CONSTRAINT agreement_step_reasons_fits CHECK ((char_length(reasons) <= 4000)),
    CONSTRAINT countersigned_with_authority CHECK (((act <> 'COUNTERSIGNED'::text) OR ((mandate IS NOT NULL) AND (from_day IS NOT NULL) AND (until_day IS NOT NULL)))),
    CONSTRAINT signed_with_authority CHECK (((act <> 'SIGNED'::text) OR (signatory IS NOT NULL)))
);

CREATE TABLE admission.certificate (
    proof uuid NOT NULL,
    holder text NOT NULL,
    body text NOT NULL,
    accreditation text NOT NULL,
    number text NOT NULL,
    scope text NOT NULL,
    issued_day date NOT NULL,
    expiry_day date NOT NULL,
    CONSTRAINT certificate_pkey PRIMARY KEY (proof),
    CONSTRAINT certificate_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id),
    CONSTRAINT certificate_accreditation_fits CHECK ((char_length(accreditation) <= 2000)),
    CONSTRAINT certificate_body_fits CHECK ((char_length(body) <= 2000)),
    CONSTRAINT certificate_holder_fits CHECK ((char_length(holder) <= 2000)),
    CONSTRAINT certificate_number_fits CHECK ((char_length(number) <= 2000)),
    CONSTRAINT certificate_scope_fits CHECK ((char_length(scope) <= 2000)),
    CONSTRAINT expires_after_issue CHECK ((expiry_day > issued_day))
);

CREATE TABLE admission.condition_met (
    subject uuid NOT NULL,
    reasons text NOT NULL,
    evidence uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT condition_met_pkey PRIMARY KEY (subject),
    CONSTRAINT condition_met_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT condition_met_reasons_fits CHECK ((char_length(reasons) <= 4000))
);

CREATE TABLE admission.decided (
    motion uuid NOT NULL,
    ruling text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_on date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT decided_pkey PRIMARY KEY (motion),
    CONSTRAINT decided_motion_fkey FOREIGN KEY (motion) REFERENCES admission.motion(id),
    CONSTRAINT ruling_known CHECK ((ruling = ANY (ARRAY['APPROVED'::text, 'REJECTED'::text, 'WITHDRAWN'::text])))
);

CREATE TABLE admission.dossier (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    category text NOT NULL,
    site uuid NOT NULL,
    newcomer text NOT NULL,
    due_day date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_on date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT dossier_pkey PRIMARY KEY (id),
    CONSTRAINT one_dossier_a_place UNIQUE (supplier, category, site),
    CONSTRAINT dossier_category_fkey FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT dossier_site_fkey FOREIGN KEY (site) REFERENCES supplier.site(id),
    CONSTRAINT dossier_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT newcomer_known CHECK ((newcomer = ANY (ARRAY['NEW'::text, 'KNOWN'::text])))
);

CREATE TABLE admission.draft (
    account uuid NOT NULL,
    supplier uuid NOT NULL,
    subject text NOT NULL,
    content jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT draft_pkey PRIMARY KEY (account, subject),
    CONSTRAINT draft_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id)
);

CREATE TABLE admission.duty (
    leg text NOT NULL,
    from_day date NOT NULL,
    roles text[] NOT NULL,
    CONSTRAINT duty_pkey PRIMARY KEY (leg, from_day),
    CONSTRAINT duty_leg_fkey FOREIGN KEY (leg) REFERENCES admission.leg(code),
    CONSTRAINT somebody_reviews CHECK ((cardinality(roles) > 0))
);

CREATE TABLE admission.finding (
    proof uuid NOT NULL,
    no integer NOT NULL,
    key text NOT NULL,
    severity text NOT NULL,
    words jsonb NOT NULL,
    other uuid,
    CONSTRAINT finding_pkey PRIMARY KEY (proof, no),
    CONSTRAINT finding_other_fkey FOREIGN KEY (other) REFERENCES admission.proof(id),
    CONSTRAINT finding_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id),
    CONSTRAINT finding_severity CHECK ((severity = ANY (ARRAY['GRAVE'::text, 'LOOK_AT'::text])))
);

CREATE TABLE admission.kept (
    dossier uuid NOT NULL,
    of_day date NOT NULL,
    good_until date NOT NULL,
    outcome text,
    from_day date,
    until_day date,
    missing text[] NOT NULL,
    suspension uuid,
    condition_due date,
    record uuid,
    CONSTRAINT kept_pkey PRIMARY KEY (dossier),
    CONSTRAINT kept_for_some_days CHECK ((good_until >= of_day))
);

CREATE TABLE admission.leg (
    code text NOT NULL,
    kind text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    place integer NOT NULL,
    CONSTRAINT leg_pkey PRIMARY KEY (code),
    CONSTRAINT leg_kind CHECK ((kind = ANY (ARRAY['TOPIC'::text, 'SYSTEM'::text, 'MATERIAL'::text, 'AGREEMENT'::text, 'LIST'::text])))
);

CREATE TABLE admission.mandate (
    id uuid NOT NULL,
    account uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    evidence uuid,
    given_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT mandate_pkey PRIMARY KEY (id),
    CONSTRAINT mandate_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT ends_after_beginning CHECK ((until_day >= from_day)),
    CONSTRAINT four_eyes CHECK ((given_by <> account))
);

CREATE TABLE admission.mandate_withdrawn (
    mandate uuid NOT NULL,
    reasons text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT mandate_withdrawn_pkey PRIMARY KEY (mandate),
    CONSTRAINT mandate_withdrawn_mandate_fkey FOREIGN KEY (mandate) REFERENCES admission.mandate(id),
    CONSTRAINT mandate_withdrawn_reasons_fits CHECK ((char_length(reasons) <= 4000)),
    CONSTRAINT mandate_withdrawn_says_why CHECK ((btrim(reasons) <> ''::text))
);

CREATE TABLE admission.motion (
    id uuid NOT NULL,
    dossier uuid NOT NULL,
    outcome text NOT NULL,
    until_day date,
    condition text NOT NULL,
    condition_due date,
    CONSTRAINT motion_pkey PRIMARY KEY (id),
    CONSTRAINT motion_dossier_fkey FOREIGN KEY (dossier) REFERENCES admission.dossier(id),
    CONSTRAINT motion_id_fkey FOREIGN KEY (id) REFERENCES decision.proposal(id),
    CONSTRAINT admitted_until CHECK (((outcome = 'ADMIT'::text) = (until_day IS NOT NULL))),
    CONSTRAINT motion_condition CHECK (((condition = ''::text) = (condition_due IS NULL))),
    CONSTRAINT motion_condition_fits CHECK ((char_length(condition) <= 4000)),
    CONSTRAINT motion_outcome CHECK ((outcome = ANY (ARRAY['ADMIT'::text, 'REFUSE'::text])))
);

CREATE TABLE admission.proof (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    leg text NOT NULL,
    follows uuid,
    words text NOT NULL,
    sent_by uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_on date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT proof_pkey PRIMARY KEY (id),
    CONSTRAINT proof_follows_fkey FOREIGN KEY (follows) REFERENCES admission.proof(id),
    CONSTRAINT proof_leg_fkey FOREIGN KEY (leg) REFERENCES admission.leg(code),
    CONSTRAINT proof_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT proof_words_fits CHECK ((char_length(words) <= 20000))
);

CREATE TABLE admission.proof_file (
    proof uuid NOT NULL,
    no integer NOT NULL,
    evidence uuid NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT proof_file_pkey PRIMARY KEY (proof, no),
    CONSTRAINT proof_file_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT proof_file_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id)
);

CREATE TABLE admission.proof_site (
    proof uuid NOT NULL,
    site uuid NOT NULL,
    CONSTRAINT proof_site_pkey PRIMARY KEY (proof, site),
    CONSTRAINT proof_site_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id),
    CONSTRAINT proof_site_site_fkey FOREIGN KEY (site) REFERENCES supplier.site(id)
);

CREATE TABLE admission.requirement (
    id uuid NOT NULL,
    category text NOT NULL,
    leg text NOT NULL,
    from_day date NOT NULL,
    needed text NOT NULL,
    clause text NOT NULL,
    proposal uuid,
    said_at timestamp with time zone NOT NULL,
    record uuid,
    by_clause uuid,
    CONSTRAINT requirement_pkey PRIMARY KEY (id),
    CONSTRAINT requirement_by_clause_fkey FOREIGN KEY (by_clause) REFERENCES policy.clause(id),
    CONSTRAINT requirement_leg_fkey FOREIGN KEY (leg) REFERENCES admission.leg(code),
    CONSTRAINT requirement_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT decided_by_two CHECK (((proposal IS NULL) = (record IS NULL))),
    CONSTRAINT needed_known CHECK ((needed = ANY (ARRAY['REQUIRED'::text, 'NOT_REQUIRED'::text]))),
    CONSTRAINT requirement_clause_fits CHECK ((char_length(clause) <= 300))
);

CREATE TABLE admission.requirement_proposed (
    proposal uuid NOT NULL,
    category text NOT NULL,
    leg text NOT NULL,
    from_day date NOT NULL,
    needed text NOT NULL,
    clause text NOT NULL,
    by_clause uuid,
    CONSTRAINT requirement_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT requirement_proposed_by_clause_fkey FOREIGN KEY (by_clause) REFERENCES policy.clause(id),
    CONSTRAINT requirement_proposed_leg_fkey FOREIGN KEY (leg) REFERENCES admission.leg(code),
    CONSTRAINT requirement_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT requirement_proposed_clause_fits CHECK ((char_length(clause) <= 300))
);

CREATE TABLE admission.ruling (
    proof uuid NOT NULL,
    role text NOT NULL,
    conclusion text NOT NULL,
    reasons text NOT NULL,
    valid_until date,
    condition text NOT NULL DEFAULT ''::text,
    condition_due date,
    answer_by date,
    sites uuid[] NOT NULL,
    categories text[] NOT NULL,
    evidence uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    on_day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT ruling_pkey PRIMARY KEY (proof, role),
    CONSTRAINT four_eyes UNIQUE (proof, by),
    CONSTRAINT ruling_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT ruling_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id),
    CONSTRAINT conclusion_known CHECK ((conclusion = ANY (ARRAY['PASS'::text, 'CONDITIONS'::text, 'FAIL'::text, 'ASK'::text]))),
    CONSTRAINT condition_has_day CHECK ((((conclusion = 'CONDITIONS'::text) = (condition_due IS NOT NULL)) AND ((condition_due IS NULL) = (condition = ''::text)))),
    CONSTRAINT has_reasons CHECK ((reasons <> ''::text)),
    CONSTRAINT heard_until CHECK (((conclusion = ANY (ARRAY['FAIL'::text, 'ASK'::text])) = (answer_by IS NOT NULL))),
    CONSTRAINT passed_until CHECK (((conclusion = ANY (ARRAY['PASS'::text, 'CONDITIONS'::text])) = (valid_until IS NOT NULL))),
    CONSTRAINT ruling_condition_fits CHECK ((char_length(condition) <= 4000)),
    CONSTRAINT ruling_reasons_fits CHECK ((char_length(reasons) <= 4000))
);

CREATE TABLE admission.sample (
    proof uuid NOT NULL,
    material uuid NOT NULL,
    category text NOT NULL,
    CONSTRAINT sample_pkey PRIMARY KEY (proof),
    CONSTRAINT sample_category_fkey FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT sample_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT sample_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id)
);

CREATE TABLE admission.sample_step (
    proof uuid NOT NULL,
    step text NOT NULL,
    day date NOT NULL,
    words text NOT NULL,
    evidence uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT sample_step_pkey PRIMARY KEY (proof, step),
    CONSTRAINT sample_step_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT sample_step_proof_fkey FOREIGN KEY (proof) REFERENCES admission.sample(proof),
    CONSTRAINT sample_step_words_fits CHECK ((char_length(words) <= 4000)),
    CONSTRAINT step_known CHECK ((step = ANY (ARRAY['RECEIVED'::text, 'LABORATORY'::text, 'TRIAL'::text])))
);

CREATE TABLE admission.signatory (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    account uuid NOT NULL,
    name text NOT NULL,
    capacity text NOT NULL,
    valid_until date NOT NULL,
    evidence uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT signatory_pkey PRIMARY KEY (id),
    CONSTRAINT signatory_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT signatory_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT capacity_known CHECK ((capacity = ANY (ARRAY['LEGAL_REPRESENTATIVE'::text, 'AUTHORISED'::text]))),
    CONSTRAINT signatory_name_fits CHECK ((char_length(name) <= 300))
);

CREATE TABLE admission.signatory_checked (
    signatory uuid NOT NULL,
    outcome text NOT NULL,
    reasons text NOT NULL,
    valid_until date,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT signatory_checked_pkey PRIMARY KEY (signatory),
    CONSTRAINT signatory_checked_signatory_fkey FOREIGN KEY (signatory) REFERENCES admission.signatory(id),
    CONSTRAINT accepted_until CHECK (((outcome = 'ACCEPTED'::text) = (valid_until IS NOT NULL))),
    CONSTRAINT checked_outcome CHECK ((outcome = ANY (ARRAY['ACCEPTED'::text, 'REFUSED'::text]))),
    CONSTRAINT signatory_checked_reasons_fits CHECK ((char_length(reasons) <= 4000))
);

CREATE TABLE admission.signatory_withdrawn (
    signatory uuid NOT NULL,
    reasons text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT signatory_withdrawn_pkey PRIMARY KEY (signatory),
    CONSTRAINT signatory_withdrawn_signatory_fkey FOREIGN KEY (signatory) REFERENCES admission.signatory(id),
    CONSTRAINT signatory_withdrawn_reasons_fits CHECK ((char_length(reasons) <= 4000)),
    CONSTRAINT signatory_withdrawn_says_why CHECK ((btrim(reasons) <> ''::text))
);

CREATE TABLE admission.suspension (
    id uuid NOT NULL,
    dossier uuid NOT NULL,
    reasons text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT suspension_pkey PRIMARY KEY (id),
    CONSTRAINT stopped_by UNIQUE (id, by),
    CONSTRAINT suspension_dossier_fkey FOREIGN KEY (dossier) REFERENCES admission.dossier(id),
    CONSTRAINT suspension_reasons_fits CHECK ((char_length(reasons) <= 4000))
);

CREATE TABLE admission.suspension_lifted (
    suspension uuid NOT NULL,
    stopped_by uuid NOT NULL,
    reasons text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT suspension_lifted_pkey PRIMARY KEY (suspension),
    CONSTRAINT of_that_suspension FOREIGN KEY (suspension, stopped_by) REFERENCES admission.suspension(id, by),
    CONSTRAINT four_eyes CHECK ((by <> stopped_by)),
    CONSTRAINT suspension_lifted_reasons_fits CHECK ((char_length(reasons) <= 4000))
);

CREATE TABLE admission.template (
    id uuid NOT NULL,
    leg text NOT NULL,
    version integer NOT NULL,
    from_day date NOT NULL,
    months integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    proposal uuid NOT NULL,
    CONSTRAINT template_pkey PRIMARY KEY (id),
    CONSTRAINT version_taken UNIQUE (leg, version),
    CONSTRAINT template_leg_fkey FOREIGN KEY (leg) REFERENCES admission.leg(code),
    CONSTRAINT template_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT holds_some_time CHECK (((months >= 1) AND (months <= 120))),
    CONSTRAINT template_text_en_fits CHECK ((char_length(text_en) <= 100000)),
    CONSTRAINT template_text_zh_fits CHECK ((char_length(text_zh) <= 100000)),
    CONSTRAINT template_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT template_title_zh_fits CHECK ((char_length(title_zh) <= 300))
);

CREATE TABLE admission.template_approved (
    template uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT template_approved_pkey PRIMARY KEY (template),
    CONSTRAINT template_approved_template_fkey FOREIGN KEY (template) REFERENCES admission.template(id)
);

CREATE TABLE admission.unspoken (
    proof uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT unspoken_pkey PRIMARY KEY (proof, role)
);

CREATE TABLE admission.warned (
    dossier uuid NOT NULL,
    leg text NOT NULL,
    until_day date NOT NULL,
    days_left integer NOT NULL,
    CONSTRAINT warned_pkey PRIMARY KEY (dossier, leg, until_day, days_left),
    CONSTRAINT warned_dossier_fkey FOREIGN KEY (dossier) REFERENCES admission.dossier(id)
);

CREATE TABLE admission.withdrawn (
    proof uuid NOT NULL,
    reasons text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    on_day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT withdrawn_pkey PRIMARY KEY (proof),
    CONSTRAINT withdrawn_proof_fkey FOREIGN KEY (proof) REFERENCES admission.proof(id),
    CONSTRAINT withdrawn_reasons_fits CHECK ((char_length(reasons) <= 4000))
);

CREATE INDEX agreement_by_supplier ON admission.agreement USING btree (supplier, leg);
CREATE INDEX draft_by_supplier ON admission.draft USING btree (supplier);
CREATE INDEX motion_by_dossier ON admission.motion USING btree (dossier);
CREATE INDEX proof_by_supplier ON admission.proof USING btree (supplier, leg, sent_at);
CREATE INDEX proof_file_by_hash ON admission.proof_file USING btree (sha256);
CREATE INDEX proof_follows ON admission.proof USING btree (follows) WHERE (follows IS NOT NULL);
CREATE INDEX requirement_by_clause ON admission.requirement USING btree (by_clause) WHERE (by_clause IS NOT NULL);
CREATE INDEX requirement_by_leg ON admission.requirement USING btree (leg, category, from_day);
CREATE INDEX signatory_by_supplier ON admission.signatory USING btree (supplier);
CREATE INDEX signatory_checked_newest ON admission.signatory_checked USING btree (at DESC) WHERE (outcome = 'ACCEPTED'::text);
CREATE INDEX unspoken_by_role ON admission.unspoken USING btree (role);

CREATE VIEW admission.awaited AS
 SELECT proof.id AS proof,
    proof.supplier,
    proof.leg,
    proof.sent_at,
    proof.sent_on,
    unspoken.role
   FROM (admission.unspoken
     JOIN admission.proof ON ((proof.id = unspoken.proof)));

CREATE OR REPLACE FUNCTION admission.asked_anew()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    DELETE FROM admission.unspoken;
    INSERT INTO admission.unspoken (proof, role)
    SELECT proof.id, role.role
      FROM admission.proof
     CROSS JOIN LATERAL unnest(admission.duty_of(proof.leg, proof.sent_on)) AS role (role)
     WHERE NOT EXISTS (SELECT FROM admission.ruling
                        WHERE ruling.proof = proof.id AND (ruling.role = role.role OR ruling.conclusion IN ('FAIL', 'ASK')))
       AND NOT EXISTS (SELECT FROM admission.proof AS later WHERE later.follows = proof.id);
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION admission.certified_material(on_day date, known timestamp with time zone)
 RETURNS TABLE(supplier uuid, material uuid, category text, site uuid, until_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT passing.supplier, sample.material, sample.category, proof_site.site, passing.until_day, passing.record
      FROM admission.passing(known) AS passing
      JOIN admission.sample ON sample.proof = passing.proof
      JOIN admission.proof_site ON proof_site.proof = passing.proof
     WHERE on_day BETWEEN passing.on_day AND passing.until_day
$function$
;
CREATE OR REPLACE FUNCTION admission.concluded(known timestamp with time zone)
 RETURNS TABLE(proof uuid, supplier uuid, leg text, conclusion text, on_day date, until_day date, condition_due date, at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT proof.id, proof.supplier, proof.leg, word.conclusion, word.on_day,
           least(word.valid_until, CASE WHEN condition_met.subject IS NULL THEN word.condition_due END),
           CASE WHEN condition_met.subject IS NULL THEN word.condition_due END,
           word.at, word.record
      FROM admission.proof
      JOIN LATERAL (SELECT CASE WHEN bool_or(conclusion = 'FAIL') THEN 'FAIL'
                                WHEN bool_or(conclusion = 'ASK') THEN 'ASK'
                                WHEN bool_or(conclusion = 'CONDITIONS') THEN 'CONDITIONS'
                                ELSE 'PASS' END AS conclusion,
                           count(*) AS spoken, max(on_day) AS on_day, min(valid_until) AS valid_until,
                           min(ruling.condition_due) AS condition_due, max(at) AS at,
                           (array_agg(record ORDER BY at DESC, role))[1] AS record
                      FROM admission.ruling
                     WHERE ruling.proof = proof.id
                       AND ruling.at <= known) AS word ON word.spoken > 0
      LEFT JOIN admission.condition_met ON condition_met.subject = proof.id AND condition_met.at <= known
     WHERE word.conclusion IN ('FAIL', 'ASK')
        OR word.spoken >= cardinality(admission.duty_of(proof.leg, proof.sent_on))
$function$
;
CREATE OR REPLACE FUNCTION admission.duty_of(wanted text, on_day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
    SELECT roles FROM admission.duty WHERE leg = wanted AND from_day <= on_day ORDER BY from_day DESC LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION admission.entry(known timestamp with time zone)
 RETURNS TABLE(dossier uuid, motion uuid, outcome text, from_day date, until_day date, condition_due date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT dossier.id, newest.id, newest.outcome, newest.decided_on,
           least(newest.until_day, CASE WHEN condition_met.subject IS NULL THEN newest.condition_due END),
           CASE WHEN condition_met.subject IS NULL THEN newest.condition_due END,
           newest.record
      FROM admission.dossier
      JOIN LATERAL (SELECT motion.*, decided.decided_on, decided.record
                      FROM admission.motion
                      JOIN admission.decided ON decided.motion = motion.id AND decided.ruling = 'APPROVED' AND decided.decided_at <= known
                     WHERE motion.dossier = dossier.id
                     ORDER BY decided.decided_at DESC, motion.id
                     LIMIT 1) AS newest ON true
      LEFT JOIN admission.condition_met ON condition_met.subject = newest.id AND condition_met.at <= known
$function$
;
CREATE OR REPLACE FUNCTION admission.forget()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('admission.kept'));
    CASE TG_ARGV[0]
        WHEN 'proof' THEN
            DELETE FROM admission.kept USING admission.dossier, admission.proof, added
             WHERE kept.dossier = dossier.id AND dossier.supplier = proof.supplier AND proof.id = added.proof;
        WHEN 'agreement' THEN
            DELETE FROM admission.kept USING admission.dossier, admission.agreement, added
             WHERE kept.dossier = dossier.id AND dossier.supplier = agreement.supplier AND agreement.id = added.agreement;
        WHEN 'motion' THEN
            DELETE FROM admission.kept USING admission.motion, added WHERE kept.dossier = motion.dossier AND motion.id = added.motion;
        WHEN 'dossier' THEN
            DELETE FROM admission.kept USING added WHERE kept.dossier = added.dossier;
        WHEN 'suspension' THEN
            DELETE FROM admission.kept USING admission.suspension, added WHERE kept.dossier = suspension.dossier AND suspension.id = added.suspension;
        WHEN 'all' THEN
            DELETE FROM admission.kept;
    END CASE;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION admission.legs(on_day date, known timestamp with time zone)
 RETURNS TABLE(dossier uuid, supplier uuid, category text, site uuid, leg text, kind text, place integer, clause text, fact uuid, from_day date, until_day date, condition_due date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT dossier.id, dossier.supplier, dossier.category, dossier.site, needs.leg, needs.kind, needs.place, needs.clause,
           best.fact, best.from_day, best.until_day, best.condition_due, best.record
      FROM admission.dossier
     CROSS JOIN LATERAL admission.required(dossier.category, on_day, known) AS needs
      LEFT JOIN LATERAL (
               SELECT passing.proof AS fact, passing.on_day AS from_day, passing.until_day, passing.condition_due, passing.record
                 FROM admission.passing(known) AS passing
                WHERE needs.kind <> 'AGREEMENT'
                  AND passing.supplier = dossier.supplier
                  AND passing.leg = needs.leg
                  AND passing.on_day <= legs.on_day
                  AND (needs.kind = 'TOPIC'
                       OR NOT EXISTS (SELECT FROM admission.ruling
                                       WHERE ruling.proof = passing.proof
                                         AND ruling.at <= known
                                         AND NOT (dossier.site = ANY (ruling.sites) AND dossier.category = ANY (ruling.categories))))
                UNION ALL
               SELECT signed.agreement, signed.from_day, signed.until_day, NULL, signed.record
                 FROM admission.signed(known) AS signed
                WHERE needs.kind = 'AGREEMENT'
                  AND signed.supplier = dossier.supplier
                  AND signed.leg = needs.leg
                  AND signed.from_day <= legs.on_day
                ORDER BY until_day DESC, from_day DESC
                LIMIT 1) AS best ON true
     WHERE dossier.opened_at <= known
$function$
;
CREATE OR REPLACE FUNCTION admission.list_binds(wanted text, on_day date, known timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    SELECT coalesce((SELECT needed = 'REQUIRED'
                       FROM admission.requirement
                      WHERE leg = 'list'
                        AND category IN ('*', wanted)
                        AND from_day <= on_day
                        AND said_at <= known
                      ORDER BY category = '*', from_day DESC, said_at DESC
                      LIMIT 1), false)
$function$
;
CREATE OR REPLACE FUNCTION admission.passing(known timestamp with time zone)
 RETURNS TABLE(proof uuid, supplier uuid, leg text, kind text, on_day date, until_day date, condition_due date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT it.proof, it.supplier, it.leg, leg.kind, it.on_day, it.until_day, it.condition_due, it.record
      FROM admission.concluded(known) AS it
      JOIN admission.leg ON leg.code = it.leg
     WHERE it.conclusion IN ('PASS', 'CONDITIONS')
       AND NOT EXISTS (SELECT FROM admission.withdrawn WHERE withdrawn.proof = it.proof AND withdrawn.at <= known)
       AND (leg.kind <> 'TOPIC'
            OR NOT EXISTS (SELECT FROM admission.concluded(known) AS later
                            WHERE later.supplier = it.supplier AND later.leg = it.leg AND later.conclusion <> 'ASK'
                              AND later.proof <> it.proof AND later.at > it.at))
$function$
;
CREATE OR REPLACE FUNCTION admission.qualified(on_day date, known timestamp with time zone)
 RETURNS TABLE(supplier uuid, category text, site uuid, from_day date, until_day date, condition_due date, dossier uuid, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT supplier, category, site, from_day, until_day, condition_due, dossier, record
      FROM admission.standing(on_day, known)
     WHERE outcome = 'ADMIT'
       AND from_day <= on_day
       AND missing = '{}'
       AND suspension IS NULL
$function$
;
CREATE OR REPLACE FUNCTION admission.required(wanted text, on_day date, known timestamp with time zone)
 RETURNS TABLE(leg text, kind text, place integer, clause text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT leg.code, leg.kind, leg.place, said.clause
      FROM admission.leg
      JOIN LATERAL (SELECT needed, clause
                      FROM admission.requirement
                     WHERE requirement.leg = leg.code
                       AND requirement.category IN ('*', wanted)
                       AND requirement.from_day <= on_day
                       AND requirement.said_at <= known
                     ORDER BY requirement.category = '*', requirement.from_day DESC, requirement.said_at DESC
                     LIMIT 1) AS said ON said.needed = 'REQUIRED'
     WHERE leg.kind <> 'LIST'
$function$
;
CREATE OR REPLACE FUNCTION admission.sent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    INSERT INTO admission.unspoken (proof, role)
    SELECT added.id, role FROM added CROSS JOIN LATERAL unnest(admission.duty_of(added.leg, added.sent_on)) AS role;
    DELETE FROM admission.unspoken USING added WHERE unspoken.proof = added.follows;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION admission.signed(known timestamp with time zone)
 RETURNS TABLE(agreement uuid, supplier uuid, leg text, from_day date, until_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT agreement.id, agreement.supplier, agreement.leg, countersigned.from_day,
           least(countersigned.until_day, (SELECT min(ended.until_day)
                                             FROM admission.agreement_step AS ended
                                            WHERE ended.agreement = agreement.id AND ended.act = 'ENDED' AND ended.at <= known)),
           countersigned.record
      FROM admission.agreement
      JOIN admission.agreement_step AS countersigned
        ON countersigned.agreement = agreement.id AND countersigned.act = 'COUNTERSIGNED' AND countersigned.at <= known
$function$
;
CREATE OR REPLACE FUNCTION admission.spoken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    DELETE FROM admission.unspoken USING added
     WHERE unspoken.proof = added.proof AND (unspoken.role = added.role OR added.conclusion IN ('FAIL', 'ASK'));
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION admission.standing(on_day date, known timestamp with time zone)
 RETURNS TABLE(dossier uuid, supplier uuid, category text, site uuid, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT dossier.id, dossier.supplier, dossier.category, dossier.site, entry.outcome, entry.from_day,
           CASE WHEN entry.outcome = 'ADMIT' THEN least(entry.until_day, held.until_day) END,
           held.missing
               || CASE WHEN entry.outcome = 'ADMIT' AND entry.until_day < standing.on_day THEN ARRAY['decision'] ELSE '{}' END,
           stopped.id, least(entry.condition_due, held.condition_due), entry.record
      FROM admission.dossier
      LEFT JOIN admission.entry(known) AS entry ON entry.dossier = dossier.id
     CROSS JOIN LATERAL (SELECT min(legs.until_day) AS until_day, min(legs.condition_due) AS condition_due,
                                coalesce(array_agg(legs.leg ORDER BY legs.place)
                                             FILTER (WHERE legs.until_day IS NULL OR legs.until_day < standing.on_day), '{}') AS missing
                           FROM admission.legs(on_day, known) AS legs
                          WHERE legs.dossier = dossier.id) AS held
      LEFT JOIN LATERAL (SELECT suspension.id
                           FROM admission.suspension
                          WHERE suspension.dossier = dossier.id
                            AND suspension.at <= known
                            AND NOT EXISTS (SELECT FROM admission.suspension_lifted AS lifted
                                             WHERE lifted.suspension = suspension.id AND lifted.at <= known)
                          ORDER BY suspension.at
                          LIMIT 1) AS stopped ON true
     WHERE dossier.opened_at <= known
$function$
;
CREATE OR REPLACE FUNCTION admission.standing_for_days(on_day date)
 RETURNS TABLE(dossier uuid, good_until date, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT standing.dossier,
           least((SELECT min(legs.until_day) FROM admission.legs(on_day, 'infinity') AS legs WHERE legs.dossier = standing.dossier AND legs.until_day >= on_day),
                 (SELECT min(entry.until_day) FROM admission.entry('infinity') AS entry WHERE entry.dossier = standing.dossier AND entry.until_day >= on_day),
                 (SELECT min(requirement.from_day) - 1 FROM admission.requirement WHERE requirement.from_day > on_day),
                 (SELECT min(duty.from_day) - 1 FROM admission.duty WHERE duty.from_day > on_day),
                 (SELECT min(signed.from_day) - 1 FROM admission.signed('infinity') AS signed WHERE signed.supplier = standing.supplier AND signed.from_day > on_day),
                 (SELECT min(passing.on_day) - 1 FROM admission.passing('infinity') AS passing WHERE passing.supplier = standing.supplier AND passing.on_day > standing_for_days.on_day),
                 DATE '9999-12-31'),
           standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension, standing.condition_due, standing.record
      FROM admission.standing(on_day, 'infinity') AS standing
$function$
;
CREATE OR REPLACE FUNCTION admission.standing_now(wanted_day date)
 RETURNS TABLE(dossier uuid, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
 LANGUAGE sql
 STABLE ROWS 10000
AS $function$
    SELECT kept.dossier, kept.outcome, kept.from_day, kept.until_day, kept.missing, kept.suspension, kept.condition_due, kept.record
      FROM admission.kept
     WHERE wanted_day BETWEEN kept.of_day AND kept.good_until
     UNION ALL
    SELECT standing.dossier, standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension, standing.condition_due, standing.record
      FROM admission.dossier AS place
     CROSS JOIN LATERAL admission.standing_of(place.id, wanted_day) AS standing
     WHERE NOT EXISTS (SELECT FROM admission.kept WHERE kept.dossier = place.id AND wanted_day BETWEEN kept.of_day AND kept.good_until)
$function$
;
CREATE OR REPLACE FUNCTION admission.standing_of(wanted uuid, wanted_day date)
 RETURNS TABLE(dossier uuid, outcome text, from_day date, until_day date, missing text[], suspension uuid, condition_due date, record uuid)
 LANGUAGE plpgsql
 STABLE ROWS 1
AS $function$
BEGIN
    RETURN QUERY
    SELECT kept.dossier, kept.outcome, kept.from_day, kept.until_day, kept.missing, kept.suspension, kept.condition_due, kept.record
      FROM admission.kept
     WHERE kept.dossier = wanted
       AND wanted_day BETWEEN kept.of_day AND kept.good_until;
    IF NOT FOUND THEN
        RETURN QUERY
        SELECT standing.dossier, standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension,
               standing.condition_due, standing.record
          FROM admission.standing(wanted_day, 'infinity') AS standing
         WHERE standing.dossier = wanted;
    END IF;
END
$function$
;

CREATE TRIGGER asked_anew AFTER INSERT OR DELETE OR UPDATE ON admission.duty FOR EACH STATEMENT EXECUTE FUNCTION admission.asked_anew();
CREATE TRIGGER clearance_admission AFTER INSERT OR DELETE OR UPDATE ON admission.condition_met FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_admission AFTER INSERT OR DELETE OR UPDATE ON admission.duty FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_admission AFTER INSERT OR DELETE OR UPDATE ON admission.leg FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_admission AFTER INSERT OR DELETE OR UPDATE ON admission.requirement FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.agreement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.agreement_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT agreement.supplier FROM changed JOIN admission.agreement ON agreement.id = changed.agreement FOR SHARE OF agreement');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.decided REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.motion ON motion.id = changed.motion JOIN admission.dossier ON dossier.id = motion.dossier FOR SHARE OF motion, dossier');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.dossier REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.motion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.proof REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.ruling REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.suspension REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.suspension_lifted REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.suspension ON suspension.id = changed.suspension JOIN admission.dossier ON dossier.id = suspension.dossier FOR SHARE OF suspension, dossier');
CREATE TRIGGER clearance_admission_came AFTER INSERT ON admission.withdrawn REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.agreement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.agreement_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT agreement.supplier FROM changed JOIN admission.agreement ON agreement.id = changed.agreement FOR SHARE OF agreement');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.decided REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.motion ON motion.id = changed.motion JOIN admission.dossier ON dossier.id = motion.dossier FOR SHARE OF motion, dossier');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.dossier REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.motion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.proof REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.ruling REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.suspension REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.suspension_lifted REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.suspension ON suspension.id = changed.suspension JOIN admission.dossier ON dossier.id = suspension.dossier FOR SHARE OF suspension, dossier');
CREATE TRIGGER clearance_admission_is AFTER UPDATE ON admission.withdrawn REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.agreement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.agreement_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT agreement.supplier FROM changed JOIN admission.agreement ON agreement.id = changed.agreement FOR SHARE OF agreement');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.decided REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.motion ON motion.id = changed.motion JOIN admission.dossier ON dossier.id = motion.dossier FOR SHARE OF motion, dossier');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.dossier REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.motion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.proof REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.ruling REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.suspension REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.suspension_lifted REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.suspension ON suspension.id = changed.suspension JOIN admission.dossier ON dossier.id = suspension.dossier FOR SHARE OF suspension, dossier');
CREATE TRIGGER clearance_admission_was AFTER UPDATE ON admission.withdrawn REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.agreement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.agreement_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT agreement.supplier FROM changed JOIN admission.agreement ON agreement.id = changed.agreement FOR SHARE OF agreement');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.decided REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.motion ON motion.id = changed.motion JOIN admission.dossier ON dossier.id = motion.dossier FOR SHARE OF motion, dossier');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.dossier REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.motion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.proof REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.ruling REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.suspension REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.suspension_lifted REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT dossier.supplier FROM changed JOIN admission.suspension ON suspension.id = changed.suspension JOIN admission.dossier ON dossier.id = suspension.dossier FOR SHARE OF suspension, dossier');
CREATE TRIGGER clearance_admission_went AFTER DELETE ON admission.withdrawn REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
CREATE TRIGGER forget AFTER INSERT ON admission.agreement_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('agreement');
CREATE TRIGGER forget AFTER INSERT ON admission.condition_met FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget AFTER INSERT ON admission.decided REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('motion');
CREATE TRIGGER forget AFTER INSERT OR DELETE OR UPDATE ON admission.duty FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget AFTER INSERT OR DELETE OR UPDATE ON admission.requirement FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget AFTER INSERT ON admission.ruling REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('proof');
CREATE TRIGGER forget AFTER INSERT ON admission.suspension REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('dossier');
CREATE TRIGGER forget AFTER INSERT ON admission.suspension_lifted REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('suspension');
CREATE TRIGGER forget AFTER INSERT ON admission.withdrawn REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('proof');
CREATE TRIGGER forget_moved AFTER DELETE OR UPDATE ON admission.agreement FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER DELETE OR UPDATE ON admission.dossier FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER DELETE OR UPDATE ON admission.proof FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER forget_moved AFTER DELETE OR UPDATE ON admission.ruling FOR EACH STATEMENT EXECUTE FUNCTION admission.forget('all');
CREATE TRIGGER sent AFTER INSERT ON admission.proof REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.sent();
CREATE TRIGGER spoken AFTER INSERT ON admission.ruling REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION admission.spoken();

COMMENT ON TABLE admission.kept IS 'Not in backups. Computed anew from the facts.';
COMMENT ON TABLE admission.unspoken IS 'Not in backups. Follows from proofs and rulings as they come in again.';


-- aid

CREATE TABLE aid.activity (
    id uuid NOT NULL,
    day date NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    place text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    CONSTRAINT activity_pkey PRIMARY KEY (id),
    CONSTRAINT activity_place_fits CHECK ((char_length(place) <= 200)),
    CONSTRAINT activity_title_en_fits CHECK (((char_length(title_en) >= 1) AND (char_length(title_en) <= 200))),
    CONSTRAINT activity_title_zh_fits CHECK (((char_length(title_zh) >= 1) AND (char_length(title_zh) <= 200)))
);

CREATE TABLE aid.application (
    id uuid NOT NULL,
    number text NOT NULL,
    person uuid NOT NULL,
    ground text NOT NULL,
    event_day date NOT NULL,
    own_cost bigint,
    dependants integer,
    words text NOT NULL,
    day date NOT NULL,
    applied_by uuid NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    over_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT application_pkey PRIMARY KEY (id),
    CONSTRAINT application_number UNIQUE (number),
    CONSTRAINT application_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT application_ground_known CHECK ((ground = ANY (ARRAY['ILLNESS_OWN'::text, 'ILLNESS_FAMILY'::text, 'ACCIDENT'::text, 'DISASTER'::text, 'STUDY'::text]))),
    CONSTRAINT application_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT application_of_something CHECK (((own_cost > 0) AND ((dependants >= 0) AND (dependants <= 20)))),
    CONSTRAINT application_words_fits CHECK ((char_length(words) <= 2000))
);

CREATE TABLE aid.collected (
    run uuid NOT NULL,
    drawn_by uuid NOT NULL,
    source text NOT NULL,
    people integer NOT NULL,
    amount bigint NOT NULL,
    day date NOT NULL,
    collected_by uuid NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT collected_pkey PRIMARY KEY (run),
    CONSTRAINT collected_of_run FOREIGN KEY (run, drawn_by) REFERENCES aid.run(id, drawn_by),
    CONSTRAINT collected_by_another CHECK ((collected_by <> drawn_by)),
    CONSTRAINT collected_of_somebody CHECK (((people > 0) AND (amount > 0))),
    CONSTRAINT collected_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 200)))
);

CREATE TABLE aid.decided (
    application uuid NOT NULL,
    outcome text NOT NULL,
    scale uuid,
    due bigint NOT NULL,
    amount bigint NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT decided_pkey PRIMARY KEY (application),
    CONSTRAINT decided_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT decided_scale_fkey FOREIGN KEY (scale) REFERENCES aid.scale(id),
    CONSTRAINT decided_by_the_table CHECK (((amount >= 0) AND (amount <= due) AND ((outcome = 'REFUSED'::text) = (scale IS NULL)))),
    CONSTRAINT decided_outcome_known CHECK ((outcome = ANY (ARRAY['AGREED'::text, 'REFUSED'::text])))
);

CREATE TABLE aid.draft (
    id uuid NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    drafted_by uuid NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT draft_pkey PRIMARY KEY (id),
    CONSTRAINT draft_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES directory.person(id),
    CONSTRAINT draft_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE aid.draft_step (
    draft uuid NOT NULL,
    cost bigint NOT NULL,
    dependants integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT draft_step_pk PRIMARY KEY (draft, cost, dependants),
    CONSTRAINT draft_step_draft_fkey FOREIGN KEY (draft) REFERENCES aid.draft(id),
    CONSTRAINT draft_step_of_something CHECK (((cost > 0) AND (dependants >= 0) AND (amount > 0)))
);

CREATE TABLE aid.fund (
    one smallint NOT NULL,
    CONSTRAINT fund_pkey PRIMARY KEY (one),
    CONSTRAINT fund_is_one CHECK ((one = 1))
);

CREATE TABLE aid.gift (
    id uuid NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    amount bigint NOT NULL,
    source text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT gift_pkey PRIMARY KEY (id),
    CONSTRAINT gift_kind_known CHECK ((kind = ANY (ARRAY['COMPANY'::text, 'OTHER'::text]))),
    CONSTRAINT gift_of_something CHECK ((amount > 0)),
    CONSTRAINT gift_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 200)))
);

CREATE TABLE aid.handed (
    payout uuid NOT NULL,
    handing uuid NOT NULL,
    CONSTRAINT handed_pkey PRIMARY KEY (payout),
    CONSTRAINT handed_handing_fkey FOREIGN KEY (handing) REFERENCES aid.handing(id),
    CONSTRAINT handed_payout_fkey FOREIGN KEY (payout) REFERENCES aid.payout(id)
);

CREATE TABLE aid.handing (
    id uuid NOT NULL,
    lines integer NOT NULL,
    amount bigint NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT handing_pkey PRIMARY KEY (id),
    CONSTRAINT handing_of_something CHECK (((lines > 0) AND (amount > 0)))
);

CREATE TABLE aid.hardship (
    id uuid NOT NULL,
    person uuid NOT NULL,
    words text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT hardship_pkey PRIMARY KEY (id),
    CONSTRAINT hardship_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT hardship_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE aid.line (
    run uuid NOT NULL,
    person uuid NOT NULL,
    pledge uuid NOT NULL,
    band text NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT line_pk PRIMARY KEY (run, person),
    CONSTRAINT line_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT line_pledge_fkey FOREIGN KEY (pledge) REFERENCES aid.pledge(id),
    CONSTRAINT line_run_fkey FOREIGN KEY (run) REFERENCES aid.run(id),
    CONSTRAINT line_band_fits CHECK ((char_length(band) <= 10)),
    CONSTRAINT line_of_something CHECK ((amount > 0))
);

CREATE TABLE aid.listed (
    id uuid NOT NULL,
    hardship uuid NOT NULL,
    until_day date NOT NULL,
    listed_by uuid NOT NULL,
    listed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT listed_pkey PRIMARY KEY (id),
    CONSTRAINT listed_hardship_fkey FOREIGN KEY (hardship) REFERENCES aid.hardship(id)
);

CREATE TABLE aid.missed (
    run uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT missed_pk PRIMARY KEY (run, person),
    CONSTRAINT missed_of_line FOREIGN KEY (run, person) REFERENCES aid.line(run, person)
);

CREATE TABLE aid.paper (
    application uuid NOT NULL,
    item uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    CONSTRAINT paper_pk PRIMARY KEY (application, item),
    CONSTRAINT paper_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT paper_item_fkey FOREIGN KEY (item) REFERENCES evidence.item(id)
);

CREATE TABLE aid.part (
    id uuid NOT NULL,
    run uuid NOT NULL,
    band text NOT NULL,
    people integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT part_pkey PRIMARY KEY (id),
    CONSTRAINT part_once UNIQUE (run, band),
    CONSTRAINT part_run_fkey FOREIGN KEY (run) REFERENCES aid.collected(run),
    CONSTRAINT part_band_fits CHECK ((char_length(band) <= 10)),
    CONSTRAINT part_of_somebody CHECK (((people > 0) AND (amount > 0)))
);

CREATE TABLE aid.payout (
    id uuid NOT NULL,
    application uuid NOT NULL,
    kind text NOT NULL,
    amount bigint NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT payout_pkey PRIMARY KEY (id),
    CONSTRAINT payout_once UNIQUE (application, kind),
    CONSTRAINT payout_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT payout_kind_known CHECK ((kind = ANY (ARRAY['DECIDED'::text, 'URGENT'::text]))),
    CONSTRAINT payout_of_something CHECK ((amount > 0))
);

CREATE TABLE aid.pledge (
    id uuid NOT NULL,
    person uuid NOT NULL,
    band text NOT NULL,
    amount bigint NOT NULL,
    from_month date NOT NULL,
    pledged_by uuid NOT NULL,
    pledged_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    over_at timestamp with time zone,
    last_month date,
    over_record uuid,
    CONSTRAINT pledge_pkey PRIMARY KEY (id),
    CONSTRAINT pledge_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT pledge_band_known CHECK ((band = ANY (ARRAY['B5'::text, 'B10'::text, 'B15'::text, 'B20'::text, 'B100'::text, 'B200'::text]))),
    CONSTRAINT pledge_by_months CHECK (((EXTRACT(day FROM from_month) = (1)::numeric) AND ((last_month IS NULL) OR (EXTRACT(day FROM last_month) = (1)::numeric)))),
    CONSTRAINT pledge_ends_whole CHECK ((((over_at IS NULL) = (last_month IS NULL)) AND ((over_at IS NULL) = (over_record IS NULL)))),
    CONSTRAINT pledge_of_something CHECK ((amount > 0))
);

CREATE TABLE aid.recused (
    application uuid NOT NULL,
    person uuid NOT NULL,
    recused_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT recused_pk PRIMARY KEY (application, person),
    CONSTRAINT recused_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT recused_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE aid.remark (
    id uuid NOT NULL,
    application uuid,
    words text NOT NULL,
    remarked_by uuid NOT NULL,
    remarked_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT remark_pkey PRIMARY KEY (id),
    CONSTRAINT remark_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT remark_remarked_by_fkey FOREIGN KEY (remarked_by) REFERENCES directory.person(id),
    CONSTRAINT remark_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE aid.reply (
    remark uuid NOT NULL,
    words text NOT NULL,
    replied_by uuid NOT NULL,
    replied_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT reply_pkey PRIMARY KEY (remark),
    CONSTRAINT reply_remark_fkey FOREIGN KEY (remark) REFERENCES aid.remark(id),
    CONSTRAINT reply_replied_by_fkey FOREIGN KEY (replied_by) REFERENCES directory.person(id),
    CONSTRAINT reply_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE aid.returned (
    id uuid NOT NULL,
    payout uuid NOT NULL,
    amount bigint NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT returned_pkey PRIMARY KEY (id),
    CONSTRAINT returned_payout_fkey FOREIGN KEY (payout) REFERENCES aid.payout(id),
    CONSTRAINT returned_of_something CHECK ((amount > 0)),
    CONSTRAINT returned_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 200)))
);

CREATE TABLE aid.run (
    id uuid NOT NULL,
    month date NOT NULL,
    people integer NOT NULL,
    amount bigint NOT NULL,
    drawn_by uuid NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT run_pkey PRIMARY KEY (id),
    CONSTRAINT run_by_whom UNIQUE (id, drawn_by),
    CONSTRAINT run_once UNIQUE (month),
    CONSTRAINT run_of_months CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT run_of_somebody CHECK (((people > 0) AND (amount > 0)))
);

CREATE TABLE aid.scale (
    id uuid NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    set_by uuid,
    agreed_by uuid,
    set_at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT scale_pkey PRIMARY KEY (id),
    CONSTRAINT scale_by_two CHECK ((set_by <> agreed_by)),
    CONSTRAINT scale_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE aid.sealed_book (
    id uuid NOT NULL,
    day date NOT NULL,
    let_out_until date NOT NULL,
    known_at timestamp with time zone NOT NULL,
    files bytea NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT sealed_book_pkey PRIMARY KEY (id),
    CONSTRAINT sealed_book_let_out_by_then CHECK ((let_out_until <= day))
);

CREATE TABLE aid.seat (
    id uuid NOT NULL,
    person uuid NOT NULL,
    body text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    appointed_by uuid NOT NULL,
    appointed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT seat_pkey PRIMARY KEY (id),
    CONSTRAINT seat_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT nobody_on_two_seats EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&),
    CONSTRAINT seat_body_known CHECK ((body = ANY (ARRAY['COMMITTEE'::text, 'SUPERVISION'::text]))),
    CONSTRAINT seat_days CHECK ((until_day >= from_day))
);

CREATE TABLE aid.signature (
    application uuid NOT NULL,
    no smallint NOT NULL,
    person uuid NOT NULL,
    amount bigint NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT signature_pk PRIMARY KEY (application, no),
    CONSTRAINT signature_of_two UNIQUE (application, person),
    CONSTRAINT signature_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT signature_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT signature_first_or_second CHECK ((no = ANY (ARRAY[1, 2]))),
    CONSTRAINT signature_of_something CHECK ((amount > 0))
);

CREATE TABLE aid.step (
    scale uuid NOT NULL,
    cost bigint NOT NULL,
    dependants integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT step_pk PRIMARY KEY (scale, cost, dependants),
    CONSTRAINT step_scale_fkey FOREIGN KEY (scale) REFERENCES aid.scale(id),
    CONSTRAINT step_of_something CHECK (((cost > 0) AND (dependants >= 0) AND (amount > 0)))
);

CREATE TABLE aid.visit (
    id uuid NOT NULL,
    number text NOT NULL,
    person uuid NOT NULL,
    visitor uuid NOT NULL,
    occasion text NOT NULL,
    day date NOT NULL,
    planned_by uuid NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    CONSTRAINT visit_pkey PRIMARY KEY (id),
    CONSTRAINT visit_number UNIQUE (number),
    CONSTRAINT visit_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT visit_visitor_fkey FOREIGN KEY (visitor) REFERENCES directory.person(id),
    CONSTRAINT visit_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT visit_occasion_known CHECK ((occasion = ANY (ARRAY['ILLNESS'::text, 'BEREAVEMENT'::text, 'BIRTH'::text, 'FESTIVAL'::text, 'HARDSHIP'::text, 'RETIREMENT'::text]))),
    CONSTRAINT visit_of_another CHECK ((visitor <> person))
);

CREATE TABLE aid.visited (
    visit uuid NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT visited_pkey PRIMARY KEY (visit),
    CONSTRAINT visited_visit_fkey FOREIGN KEY (visit) REFERENCES aid.visit(id)
);

CREATE TABLE aid.voice (
    application uuid NOT NULL,
    person uuid NOT NULL,
    word text NOT NULL,
    reason text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT voice_pk PRIMARY KEY (application, person),
    CONSTRAINT voice_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id),
    CONSTRAINT voice_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT no_has_a_reason CHECK (((word = 'YES'::text) OR (reason <> ''::text))),
    CONSTRAINT voice_reason_fits CHECK ((char_length(reason) <= 1000)),
    CONSTRAINT voice_word_known CHECK ((word = ANY (ARRAY['YES'::text, 'NO'::text])))
);

CREATE TABLE aid.withdrawn (
    application uuid NOT NULL,
    withdrawn_by uuid NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT withdrawn_pkey PRIMARY KEY (application),
    CONSTRAINT withdrawn_application_fkey FOREIGN KEY (application) REFERENCES aid.application(id)
);

CREATE INDEX activity_by_day ON aid.activity USING btree (day) WHERE (over_at IS NULL);
CREATE INDEX application_by_person ON aid.application USING btree (person, applied_at);
CREATE UNIQUE INDEX application_of_event_once ON aid.application USING btree (person, ground, event_day) WHERE (over_at IS NULL);
CREATE UNIQUE INDEX draft_one_at_a_time ON aid.draft USING btree ((true)) WHERE (over_at IS NULL);
CREATE UNIQUE INDEX hardship_once ON aid.hardship USING btree (person) WHERE (over_at IS NULL);
CREATE INDEX line_by_person ON aid.line USING btree (person);
CREATE INDEX listed_of ON aid.listed USING btree (hardship, listed_at);
CREATE INDEX pledge_by_person ON aid.pledge USING btree (person, pledged_at);
CREATE UNIQUE INDEX pledge_one_at_a_time ON aid.pledge USING btree (person) WHERE (over_at IS NULL);
CREATE INDEX returned_of ON aid.returned USING btree (payout);
CREATE INDEX sealed_book_of_day ON aid.sealed_book USING btree (day, let_out_until, known_at DESC);
CREATE INDEX visit_by_day ON aid.visit USING btree (day) WHERE (over_at IS NULL);
CREATE INDEX visit_by_person ON aid.visit USING btree (person);
CREATE INDEX visit_by_visitor ON aid.visit USING btree (visitor);

CREATE OR REPLACE FUNCTION aid.due(on_day date, own_cost bigint, of_dependants integer)
 RETURNS TABLE(scale uuid, amount bigint)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT step.scale, step.amount
      FROM aid.step
     WHERE step.scale = (SELECT id FROM aid.scale WHERE from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1) AND step.cost <= own_cost AND step.dependants <= of_dependants
     ORDER BY step.cost DESC, step.dependants DESC
     LIMIT 1
$function$
;


-- amenity

CREATE TABLE amenity.booking (
    id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    thing uuid NOT NULL,
    from_at timestamp without time zone NOT NULL,
    until_at timestamp without time zone NOT NULL,
    seat integer NOT NULL,
    person uuid NOT NULL,
    stop uuid,
    booked_by uuid NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    void_at timestamp with time zone,
    void_record uuid,
    CONSTRAINT booking_pkey PRIMARY KEY (id),
    CONSTRAINT booking_number UNIQUE (number),
    CONSTRAINT booking_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT booking_stop_fkey FOREIGN KEY (stop) REFERENCES amenity.stop(id),
    CONSTRAINT booking_has_time CHECK ((until_at > from_at)),
    CONSTRAINT booking_kind_known CHECK ((kind = ANY (ARRAY['SLOT'::text, 'SESSION'::text, 'RIDE'::text]))),
    CONSTRAINT booking_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT booking_rides_from_a_stop CHECK (((kind = 'RIDE'::text) = (stop IS NOT NULL))),
    CONSTRAINT booking_seat CHECK ((seat > 0)),
    CONSTRAINT nobody_in_two_places EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, tsrange(from_at, until_at) WITH &&) WHERE ((void_at IS NULL))
);

CREATE TABLE amenity.closed (
    place uuid NOT NULL,
    day date NOT NULL,
    reason text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closed_pk PRIMARY KEY (place, day),
    CONSTRAINT closed_place_fkey FOREIGN KEY (place) REFERENCES amenity.place(id),
    CONSTRAINT closed_reason_fits CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 300)))
);

CREATE TABLE amenity.coach (
    id uuid NOT NULL,
    person uuid NOT NULL,
    shows text NOT NULL,
    from_day date NOT NULL,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    over_day date,
    CONSTRAINT coach_pkey PRIMARY KEY (id),
    CONSTRAINT coach_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT coach_shows_fits CHECK (((char_length(shows) >= 1) AND (char_length(shows) <= 300)))
);

CREATE TABLE amenity.opening (
    id uuid NOT NULL,
    place uuid NOT NULL,
    from_day date NOT NULL,
    weekdays integer[] NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    minutes integer NOT NULL,
    seats integer NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT opening_pkey PRIMARY KEY (id),
    CONSTRAINT opening_place_fkey FOREIGN KEY (place) REFERENCES amenity.place(id),
    CONSTRAINT opening_before_closing CHECK ((closes > opens)),
    CONSTRAINT opening_seats CHECK (((seats >= 1) AND (seats <= 5000))),
    CONSTRAINT opening_slot CHECK (((minutes >= 10) AND (minutes <= 720))),
    CONSTRAINT opening_weekdays_known CHECK (((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]) AND (cardinality(weekdays) > 0)))
);

CREATE TABLE amenity.place (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    site uuid NOT NULL,
    founded_by uuid NOT NULL,
    founded_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (id),
    CONSTRAINT place_code UNIQUE (code),
    CONSTRAINT place_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT place_code_fits CHECK (((char_length(code) >= 1) AND (char_length(code) <= 20))),
    CONSTRAINT place_has_a_name CHECK (((name_en <> ''::text) OR (name_zh <> ''::text))),
    CONSTRAINT place_kind_known CHECK ((kind = ANY (ARRAY['RESTAURANT'::text, 'GYM'::text, 'POOL'::text, 'CENTRE'::text]))),
    CONSTRAINT place_name_en_fits CHECK ((char_length(name_en) <= 100)),
    CONSTRAINT place_name_zh_fits CHECK ((char_length(name_zh) <= 100))
);

CREATE TABLE amenity.plan (
    id uuid NOT NULL,
    coach uuid NOT NULL,
    person uuid NOT NULL,
    goal text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    words text,
    answered_at timestamp with time zone,
    CONSTRAINT plan_pkey PRIMARY KEY (id),
    CONSTRAINT plan_once UNIQUE (coach, person),
    CONSTRAINT plan_coach_fkey FOREIGN KEY (coach) REFERENCES amenity.coach(id),
    CONSTRAINT plan_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT plan_goal_fits CHECK (((char_length(goal) >= 1) AND (char_length(goal) <= 1000))),
    CONSTRAINT plan_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)))
);

CREATE TABLE amenity.programme (
    id uuid NOT NULL,
    place uuid NOT NULL,
    coach uuid,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    words text NOT NULL,
    announced_by uuid NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT programme_pkey PRIMARY KEY (id),
    CONSTRAINT programme_coach_fkey FOREIGN KEY (coach) REFERENCES amenity.coach(id),
    CONSTRAINT programme_place_fkey FOREIGN KEY (place) REFERENCES amenity.place(id),
    CONSTRAINT programme_has_a_title CHECK (((title_en <> ''::text) OR (title_zh <> ''::text))),
    CONSTRAINT programme_title_en_fits CHECK ((char_length(title_en) <= 100)),
    CONSTRAINT programme_title_zh_fits CHECK ((char_length(title_zh) <= 100)),
    CONSTRAINT programme_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE amenity.ride (
    id uuid NOT NULL,
    route uuid NOT NULL,
    weekdays integer[] NOT NULL,
    departs time without time zone NOT NULL,
    seats integer NOT NULL,
    from_day date NOT NULL,
    until_day date,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT ride_pkey PRIMARY KEY (id),
    CONSTRAINT ride_route_fkey FOREIGN KEY (route) REFERENCES amenity.route(id),
    CONSTRAINT ride_has_days CHECK ((until_day >= from_day)),
    CONSTRAINT ride_seats CHECK (((seats >= 1) AND (seats <= 200))),
    CONSTRAINT ride_weekdays_known CHECK (((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]) AND (cardinality(weekdays) > 0)))
);

CREATE TABLE amenity.route (
    id uuid NOT NULL,
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    site uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT route_pkey PRIMARY KEY (id),
    CONSTRAINT route_code UNIQUE (code),
    CONSTRAINT route_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT route_code_fits CHECK (((char_length(code) >= 1) AND (char_length(code) <= 20))),
    CONSTRAINT route_has_a_name CHECK (((name_en <> ''::text) OR (name_zh <> ''::text))),
    CONSTRAINT route_name_en_fits CHECK ((char_length(name_en) <= 100)),
    CONSTRAINT route_name_zh_fits CHECK ((char_length(name_zh) <= 100))
);

CREATE TABLE amenity.session (
    id uuid NOT NULL,
    programme uuid NOT NULL,
    from_at timestamp without time zone NOT NULL,
    until_at timestamp without time zone NOT NULL,
    seats integer NOT NULL,
    off_at timestamp with time zone,
    off_why text,
    CONSTRAINT session_pkey PRIMARY KEY (id),
    CONSTRAINT session_once UNIQUE (programme, from_at),
    CONSTRAINT session_programme_fkey FOREIGN KEY (programme) REFERENCES amenity.programme(id),
    CONSTRAINT session_has_time CHECK ((until_at > from_at)),
    CONSTRAINT session_off_why_fits CHECK (((char_length(off_why) >= 1) AND (char_length(off_why) <= 300))),
    CONSTRAINT session_off_with_a_reason CHECK (((off_at IS NULL) = (off_why IS NULL))),
    CONSTRAINT session_seats CHECK (((seats >= 1) AND (seats <= 5000)))
);

CREATE TABLE amenity.stop (
    id uuid NOT NULL,
    route uuid NOT NULL,
    no integer NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    minutes integer NOT NULL,
    CONSTRAINT stop_pkey PRIMARY KEY (id),
    CONSTRAINT stop_no UNIQUE (route, no),
    CONSTRAINT stop_route_fkey FOREIGN KEY (route) REFERENCES amenity.route(id),
    CONSTRAINT stop_minutes CHECK (((minutes >= 0) AND (minutes <= 600))),
    CONSTRAINT stop_name_en_fits CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 100))),
    CONSTRAINT stop_name_zh_fits CHECK ((char_length(name_zh) <= 100))
);

CREATE INDEX booking_by_person ON amenity.booking USING btree (person, from_at);
CREATE UNIQUE INDEX booking_seat_once ON amenity.booking USING btree (thing, from_at, seat) WHERE (void_at IS NULL);
CREATE UNIQUE INDEX coach_once ON amenity.coach USING btree (person) WHERE (over_day IS NULL);
CREATE INDEX opening_by_place ON amenity.opening USING btree (place, from_day DESC, said_at DESC);
CREATE INDEX ride_by_route ON amenity.ride USING btree (route);
CREATE INDEX session_by_time ON amenity.session USING btree (from_at);

CREATE OR REPLACE FUNCTION amenity.offered(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(kind text, owner uuid, thing uuid, from_at timestamp without time zone, until_at timestamp without time zone, seats integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT 'SLOT', place.id, place.id, day.day + slot.starts, day.day + slot.starts + make_interval(mins => opening.minutes), opening.seats
      FROM amenity.place
     CROSS JOIN LATERAL (SELECT generate_series(first_day, last_day, interval '1 day')::date AS day) AS day
     CROSS JOIN LATERAL (SELECT max(newest.from_day) AS from_day FROM amenity.opening AS newest WHERE newest.place = place.id AND newest.from_day <= day.day AND newest.said_at <= known_at) AS holds
      JOIN amenity.opening ON opening.place = place.id AND opening.from_day = holds.from_day AND opening.said_at <= known_at AND extract(isodow FROM day.day)::int = ANY (opening.weekdays)
     CROSS JOIN LATERAL (SELECT opening.opens + make_interval(mins => opening.minutes * n) AS starts
                           FROM generate_series(0, (extract(epoch FROM opening.closes - opening.opens) / 60)::int / opening.minutes - 1) AS n) AS slot
      LEFT JOIN amenity.closed ON closed.place = place.id AND closed.day = day.day AND closed.said_at <= known_at
     WHERE closed.place IS NULL
    UNION ALL
    SELECT 'SESSION', programme.place, session.id, session.from_at, session.until_at, session.seats
      FROM amenity.session
      JOIN amenity.programme ON programme.id = session.programme AND programme.announced_at <= known_at
     WHERE session.from_at >= first_day AND session.from_at < last_day + 1 AND (session.off_at IS NULL OR session.off_at > known_at)
    UNION ALL
    SELECT 'RIDE', ride.route, ride.id, day.day + ride.departs, day.day + ride.departs + make_interval(mins => greatest(1, (SELECT max(stop.minutes) FROM amenity.stop WHERE stop.route = ride.route))), ride.seats
      FROM amenity.ride
     CROSS JOIN LATERAL (SELECT generate_series(greatest(first_day, ride.from_day), least(last_day, coalesce(ride.until_day, last_day)), interval '1 day')::date AS day) AS day
     WHERE extract(isodow FROM day.day)::int = ANY (ride.weekdays) AND ride.said_at <= known_at
$function$
;


-- assurance

CREATE TABLE assurance.conclusion (
    id uuid NOT NULL,
    edition uuid NOT NULL,
    figure text NOT NULL,
    outcome text NOT NULL,
    depth text NOT NULL,
    looked_at integer NOT NULL,
    exceptions integer NOT NULL,
    firm text NOT NULL,
    concluded_by uuid NOT NULL,
    concluded_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT conclusion_pkey PRIMARY KEY (id),
    CONSTRAINT conclusion_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id),
    CONSTRAINT clean_without_exceptions CHECK (((outcome = 'NO_EXCEPTION'::text) = (exceptions = 0))),
    CONSTRAINT conclusion_known CHECK ((outcome = ANY (ARRAY['NO_EXCEPTION'::text, 'EXCEPTIONS'::text]))),
    CONSTRAINT depth_known CHECK ((depth = ANY (ARRAY['LIMITED'::text, 'REASONABLE'::text]))),
    CONSTRAINT on_something CHECK ((looked_at > 0))
);

CREATE TABLE assurance.engagement (
    id uuid NOT NULL,
    assurer uuid NOT NULL,
    firm text NOT NULL,
    last_day date NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT engagement_pkey PRIMARY KEY (id),
    CONSTRAINT engagement_assurer_fkey FOREIGN KEY (assurer) REFERENCES access.account(id),
    CONSTRAINT engagement_firm_fits CHECK ((char_length(firm) <= 300)) NOT VALID,
    CONSTRAINT firm_named CHECK ((firm <> ''::text)),
    CONSTRAINT nobody_engages_themselves CHECK ((assurer <> agreed_by))
);

CREATE TABLE assurance.finding (
    sample uuid NOT NULL,
    code text NOT NULL,
    no integer NOT NULL,
    outcome text NOT NULL,
    note text NOT NULL,
    found_by uuid NOT NULL,
    found_at timestamp with time zone NOT NULL,
    CONSTRAINT finding_pkey PRIMARY KEY (sample, code, no),
    CONSTRAINT of_a_sampled_row FOREIGN KEY (sample, code) REFERENCES assurance.sampled(sample, code),
    CONSTRAINT exception_says_what CHECK (((outcome = 'AGREES'::text) OR (note <> ''::text))),
    CONSTRAINT finding_note_fits CHECK ((char_length(note) <= 4000)) NOT VALID,
    CONSTRAINT outcome_known CHECK ((outcome = ANY (ARRAY['AGREES'::text, 'EXCEPTION'::text])))
);

CREATE TABLE assurance.reply (
    sample uuid NOT NULL,
    code text NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    replied_by uuid NOT NULL,
    replied_at timestamp with time zone NOT NULL,
    CONSTRAINT reply_pkey PRIMARY KEY (sample, code, no),
    CONSTRAINT to_a_finding FOREIGN KEY (sample, code, no) REFERENCES assurance.finding(sample, code, no),
    CONSTRAINT reply_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID,
    CONSTRAINT says_something CHECK ((words <> ''::text))
);

CREATE TABLE assurance.result (
    sample uuid NOT NULL,
    looked_at integer NOT NULL,
    exceptions integer NOT NULL,
    closed_by uuid NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT result_pkey PRIMARY KEY (sample),
    CONSTRAINT result_sample_fkey FOREIGN KEY (sample) REFERENCES assurance.sample(id),
    CONSTRAINT no_more_than_all CHECK (((exceptions >= 0) AND (exceptions <= looked_at)))
);

CREATE TABLE assurance.sample (
    id uuid NOT NULL,
    edition uuid NOT NULL,
    figure text NOT NULL,
    population text NOT NULL,
    method text NOT NULL,
    seed text NOT NULL,
    size integer NOT NULL,
    drawn_by uuid NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT sample_pkey PRIMARY KEY (id),
    CONSTRAINT drawn_once UNIQUE (edition, figure, population, method, seed, size),
    CONSTRAINT sample_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id),
    CONSTRAINT method_known CHECK ((method = ANY (ARRAY['SIMPLE'::text, 'BY_STRENGTH'::text, 'BY_VALUE'::text]))),
    CONSTRAINT not_empty CHECK ((size > 0)),
    CONSTRAINT population_known CHECK ((population = ANY (ARRAY['COUNTED'::text, 'LEFT_OUT'::text]))),
    CONSTRAINT sample_seed_fits CHECK ((char_length(seed) <= 300)) NOT VALID,
    CONSTRAINT seed_given CHECK ((seed <> ''::text))
);

CREATE TABLE assurance.sampled (
    sample uuid NOT NULL,
    place integer NOT NULL,
    code text NOT NULL,
    CONSTRAINT sampled_pkey PRIMARY KEY (sample, code),
    CONSTRAINT one_at_a_place UNIQUE (sample, place),
    CONSTRAINT sampled_sample_fkey FOREIGN KEY (sample) REFERENCES assurance.sample(id)
);

CREATE TABLE assurance.showing (
    conclusion uuid NOT NULL,
    allowed_by uuid NOT NULL,
    allowed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT showing_pkey PRIMARY KEY (conclusion),
    CONSTRAINT showing_conclusion_fkey FOREIGN KEY (conclusion) REFERENCES assurance.conclusion(id)
);

CREATE INDEX conclusion_by_figure ON assurance.conclusion USING btree (edition, figure, concluded_at DESC);
CREATE INDEX engagement_by_assurer ON assurance.engagement USING btree (assurer, agreed_at DESC);


-- audit

CREATE TABLE audit.answer (
    id uuid NOT NULL,
    audit uuid NOT NULL,
    question text NOT NULL,
    verdict text NOT NULL,
    severity text,
    clause text NOT NULL,
    note text NOT NULL,
    by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    came_at timestamp with time zone NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (id),
    CONSTRAINT answer_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT answer_clause_fits CHECK ((char_length(clause) <= 300)) NOT VALID,
    CONSTRAINT answer_note_fits CHECK ((char_length(note) <= 4000)) NOT VALID,
    CONSTRAINT audit_severity_known CHECK ((severity = ANY (ARRAY['PRIORITY'::text, 'MAJOR'::text, 'MINOR'::text, 'OBSERVATION'::text, 'GOOD_PRACTICE'::text]))),
    CONSTRAINT audit_verdict_known CHECK ((verdict = ANY (ARRAY['CONFORM'::text, 'FINDING'::text, 'NOT_APPLICABLE'::text]))),
    CONSTRAINT finding_says_all CHECK ((((verdict = 'FINDING'::text) = (severity IS NOT NULL)) AND ((verdict <> 'FINDING'::text) OR ((clause <> ''::text) AND (note <> ''::text)))))
);

CREATE TABLE audit.audit (
    id uuid NOT NULL,
    number text NOT NULL,
    supplier uuid NOT NULL,
    site uuid NOT NULL,
    scope text NOT NULL,
    pack text NOT NULL,
    pack_version integer NOT NULL,
    pack_sha256 text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    arranged_by uuid NOT NULL,
    CONSTRAINT audit_pkey PRIMARY KEY (id),
    CONSTRAINT audit_number_taken UNIQUE (number),
    CONSTRAINT audit_site_fkey FOREIGN KEY (site) REFERENCES supplier.site(id),
    CONSTRAINT audit_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT audit_has_scope CHECK ((scope <> ''::text)),
    CONSTRAINT audit_scope_fits CHECK ((char_length(scope) <= 4000)) NOT VALID,
    CONSTRAINT ends_after_beginning CHECK ((until_day >= from_day))
);

CREATE TABLE audit.capacity (
    year integer NOT NULL,
    audits integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT capacity_pkey PRIMARY KEY (year, at),
    CONSTRAINT some_audits CHECK (((audits >= 0) AND (audits <= 2000)))
);

CREATE TABLE audit.choice (
    audit uuid NOT NULL,
    question text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    CONSTRAINT choice_pkey PRIMARY KEY (audit, question, at),
    CONSTRAINT choice_answer_fkey FOREIGN KEY (answer) REFERENCES audit.answer(id),
    CONSTRAINT choice_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT choice_has_reason CHECK ((reason <> ''::text)),
    CONSTRAINT choice_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE audit.comment (
    id uuid NOT NULL,
    audit uuid NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT comment_pkey PRIMARY KEY (id),
    CONSTRAINT comment_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT comment_says_something CHECK ((words <> ''::text)),
    CONSTRAINT comment_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE TABLE audit.finding (
    id uuid NOT NULL,
    audit uuid NOT NULL,
    no integer NOT NULL,
    answer uuid NOT NULL,
    question text NOT NULL,
    topic text NOT NULL,
    clause text NOT NULL,
    severity text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    words text NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT finding_pkey PRIMARY KEY (id),
    CONSTRAINT finding_numbered UNIQUE (audit, no),
    CONSTRAINT finding_answer_fkey FOREIGN KEY (answer) REFERENCES audit.answer(id),
    CONSTRAINT finding_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT finding_has_clause CHECK ((clause <> ''::text)),
    CONSTRAINT topic_known CHECK ((topic = ANY (ARRAY['BUSINESS'::text, 'ENVIRONMENT'::text, 'SAFETY'::text, 'PROCESS'::text, 'MINERALS'::text])))
);

CREATE TABLE audit.meeting (
    audit uuid NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    people integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT meeting_pkey PRIMARY KEY (audit, kind),
    CONSTRAINT meeting_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT meeting_known CHECK ((kind = ANY (ARRAY['OPENING'::text, 'CLOSING'::text]))),
    CONSTRAINT meeting_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID,
    CONSTRAINT somebody_came CHECK ((people > 0))
);

CREATE TABLE audit.member (
    audit uuid NOT NULL,
    account uuid NOT NULL,
    department text NOT NULL,
    lead boolean NOT NULL,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    dealings text,
    declared_at timestamp with time zone,
    record uuid,
    CONSTRAINT member_pkey PRIMARY KEY (audit, account),
    CONSTRAINT member_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT audit_department_known CHECK ((department = ANY (ARRAY['PROCUREMENT'::text, 'QUALITY'::text, 'PROCESS'::text, 'EHS'::text]))),
    CONSTRAINT dealings_take_out CHECK (((dealings IS NULL) OR (dealings = ''::text) OR (left_at IS NOT NULL))),
    CONSTRAINT declared_on_a_day CHECK (((dealings IS NULL) = (declared_at IS NULL))),
    CONSTRAINT member_dealings_fits CHECK ((char_length(dealings) <= 4000)) NOT VALID
);

CREATE TABLE audit.photo (
    id uuid NOT NULL,
    audit uuid NOT NULL,
    question text NOT NULL,
    evidence uuid NOT NULL,
    by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    came_at timestamp with time zone NOT NULL,
    CONSTRAINT photo_pkey PRIMARY KEY (id),
    CONSTRAINT photo_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT photo_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id)
);

CREATE TABLE audit.plan_change (
    planned uuid NOT NULL,
    no integer NOT NULL,
    what text NOT NULL,
    month integer NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT plan_change_pkey PRIMARY KEY (planned, no),
    CONSTRAINT plan_change_planned_fkey FOREIGN KEY (planned) REFERENCES audit.planned(id),
    CONSTRAINT change_has_reason CHECK ((reason <> ''::text)),
    CONSTRAINT change_known CHECK ((what = ANY (ARRAY['MOVED'::text, 'DROPPED'::text, 'TAKEN_UP'::text]))),
    CONSTRAINT plan_change_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE audit.planned (
    id uuid NOT NULL,
    year integer NOT NULL,
    supplier uuid NOT NULL,
    month integer NOT NULL,
    points integer NOT NULL,
    basis jsonb NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT planned_pkey PRIMARY KEY (id),
    CONSTRAINT planned_once_a_year UNIQUE (year, supplier),
    CONSTRAINT planned_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT month_of_year CHECK (((month >= 1) AND (month <= 12))),
    CONSTRAINT planned_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE audit.points_change (
    proposal uuid NOT NULL,
    from_day date NOT NULL,
    points jsonb NOT NULL,
    open text NOT NULL,
    late text NOT NULL,
    source text NOT NULL,
    record uuid,
    CONSTRAINT points_change_pkey PRIMARY KEY (proposal),
    CONSTRAINT points_change_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT change_known CHECK (((open = ANY (ARRAY['PASS'::text, 'WARN'::text, 'STOP'::text])) AND (late = ANY (ARRAY['PASS'::text, 'WARN'::text, 'STOP'::text])))),
    CONSTRAINT points_change_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE audit.priority_setting (
    from_day date NOT NULL,
    open text NOT NULL,
    late text NOT NULL,
    source text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT priority_setting_pkey PRIMARY KEY (from_day, version),
    CONSTRAINT setting_known CHECK (((open = ANY (ARRAY['PASS'::text, 'WARN'::text, 'STOP'::text])) AND (late = ANY (ARRAY['PASS'::text, 'WARN'::text, 'STOP'::text]))))
);

CREATE TABLE audit.risk_rule (
    version integer NOT NULL,
    since date NOT NULL,
    key text NOT NULL,
    points integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT risk_rule_pkey PRIMARY KEY (key, version),
    CONSTRAINT points_some CHECK (((points >= 0) AND (points <= 500))),
    CONSTRAINT risk_rule_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE audit.sampling (
    audit uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    interviews integer NOT NULL,
    groups text NOT NULL,
    documents text NOT NULL,
    by uuid NOT NULL,
    CONSTRAINT sampling_pkey PRIMARY KEY (audit, at),
    CONSTRAINT sampling_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT counted CHECK ((interviews >= 0)),
    CONSTRAINT documents_named CHECK ((documents <> ''::text)),
    CONSTRAINT sampling_documents_fits CHECK ((char_length(documents) <= 4000)) NOT VALID,
    CONSTRAINT sampling_groups_fits CHECK ((char_length(groups) <= 4000)) NOT VALID
);

CREATE TABLE audit.step (
    audit uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    words text NOT NULL DEFAULT ''::text,
    findings integer,
    reaudit_day date,
    record uuid NOT NULL,
    CONSTRAINT step_pkey PRIMARY KEY (audit, no),
    CONSTRAINT step_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT audit_state_known CHECK ((state = ANY (ARRAY['ARRANGED'::text, 'UNDERWAY'::text, 'DRAWN_UP'::text, 'REPORTED'::text, 'CALLED_OFF'::text]))),
    CONSTRAINT called_off_for_a_reason CHECK (((state <> 'CALLED_OFF'::text) OR (words <> ''::text))),
    CONSTRAINT report_states_findings CHECK ((((state = 'REPORTED'::text) = (findings IS NOT NULL)) AND ((state = 'REPORTED'::text) = (reaudit_day IS NOT NULL)))),
    CONSTRAINT step_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE TABLE audit.word (
    audit uuid NOT NULL,
    account uuid NOT NULL,
    agrees boolean NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT word_pkey PRIMARY KEY (audit, account),
    CONSTRAINT word_audit_fkey FOREIGN KEY (audit) REFERENCES audit.audit(id),
    CONSTRAINT dissent_in_words CHECK ((agrees OR (words <> ''::text))),
    CONSTRAINT word_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE INDEX answer_by_audit ON audit.answer USING btree (audit, question);
CREATE INDEX audit_by_supplier ON audit.audit USING btree (supplier);
CREATE UNIQUE INDEX one_lead ON audit.member USING btree (audit) WHERE (lead AND (left_at IS NULL));
CREATE INDEX photo_by_audit ON audit.photo USING btree (audit, question);

CREATE VIEW audit.found AS
 SELECT finding.id,
    audit.supplier,
    finding.audit,
    finding.topic,
    finding.clause,
    finding.severity,
    finding.title_en,
    finding.title_zh,
    finding.day,
    finding.record
   FROM (audit.finding
     JOIN audit.audit ON ((audit.id = finding.audit)));
CREATE VIEW audit.standing AS
 SELECT id,
    number,
    supplier,
    site,
    scope,
    pack,
    pack_version,
    pack_sha256,
    from_day,
    until_day,
    step,
    state,
    at,
    by,
    words,
    findings,
    reaudit_day,
    record
   FROM audit.standing_at('infinity'::timestamp with time zone) standing_at(id, number, supplier, site, scope, pack, pack_version, pack_sha256, from_day, until_day, step, state, at, by, words, findings, reaudit_day, record);

CREATE OR REPLACE FUNCTION audit.key_suppliers(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, points integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT risk.supplier, sum(risk.points)::int
      FROM audit.risk(on_day, known_at) AS risk
     WHERE risk.key
     GROUP BY risk.supplier
    HAVING sum(risk.points) >= (SELECT points FROM audit.risk_rule WHERE risk_rule.key = 'key-supplier' AND since <= on_day ORDER BY version DESC LIMIT 1)
$function$
;
CREATE OR REPLACE FUNCTION audit.risk(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, reason text, points integer, words jsonb, key boolean)
 LANGUAGE sql
 STABLE
AS $function$
    WITH rule AS (
        SELECT key, points
          FROM (SELECT DISTINCT ON (key) key, points FROM audit.risk_rule WHERE since <= on_day ORDER BY key, version DESC) AS newest
         WHERE points > 0
    ), share AS (
        SELECT received.supplier, name.category, name.category_en, name.category_zh,
               received.kilograms / sum(received.kilograms) OVER (PARTITION BY name.category) AS share
          FROM supplier.received(on_day - 364, on_day, known_at) AS received
          JOIN supplier.name ON name.id = received.supplier
    ), last AS (
        SELECT DISTINCT ON (supplier) id, supplier, until_day, reaudit_day
          FROM audit.standing_at(known_at)
         WHERE state = 'REPORTED' AND until_day <= on_day
         ORDER BY supplier, until_day DESC
    )
    SELECT share.supplier, 'audit.risk.share', rule.points, jsonb_build_array(floor(share.share * 100)), true
      FROM share
      JOIN rule ON rule.key = CASE WHEN share.share >= 0.5 THEN 'share-50' WHEN share.share >= 0.2 THEN 'share-20'
                                   WHEN share.share >= 0.05 THEN 'share-5' ELSE 'share-some' END
    UNION ALL
    SELECT share.supplier, 'audit.risk.category', rule.points, jsonb_build_array(jsonb_build_object('en', category_en, 'zh', category_zh)), true
      FROM share
      JOIN rule ON rule.key = 'category.' || share.category
    UNION ALL
    SELECT share.supplier, 'audit.risk.tin', rule.points, '[]'::jsonb, true
      FROM share
      JOIN rule ON rule.key = 'tin'
     WHERE share.supplier IN (SELECT tin.supplier FROM supplier.with_substance('7440-31-5', on_day, known_at) AS tin)
    UNION ALL
    SELECT risk.supplier, 'audit.risk.esg', sum(rule.points)::int, 
           jsonb_build_array(CASE risk.band WHEN 'HIGH' THEN jsonb_build_object('en', 'high', 'zh', '高') ELSE jsonb_build_object('en', 'medium', 'zh', '中') END,
                             string_agg(risk.pillar, ', ' ORDER BY risk.pillar)), true
      FROM esg.risk_at(known_at) AS risk
      JOIN rule ON rule.key = 'esg-' || lower(risk.band)
     WHERE risk.supplier IN (SELECT share.supplier FROM share)
     GROUP BY risk.supplier, risk.band
    UNION ALL
    SELECT share.supplier, 'audit.risk.never', rule.points, '[]'::jsonb, false
      FROM share
      JOIN rule ON rule.key = 'never-audited'
     WHERE share.supplier NOT IN (SELECT last.supplier FROM last)
    UNION ALL
    SELECT last.supplier, 'audit.risk.again', rule.points, jsonb_build_array(last.reaudit_day), false
      FROM last
      JOIN rule ON rule.key = 'reaudit-due'
     WHERE last.reaudit_day <= make_date(extract(year FROM on_day)::int, 12, 31)
    UNION ALL
    SELECT last.supplier, 'audit.risk.open', rule.points, jsonb_build_array(count(*)), false
      FROM last
      JOIN audit.finding ON finding.audit = last.id AND finding.severity = 'PRIORITY'
      JOIN casework.standing_at(known_at) AS standing ON standing.kind = 'audit.finding' AND standing.subject = finding.id AND standing.state <> 'CLOSED'
      JOIN rule ON rule.key = 'priority-open'
     GROUP BY last.supplier, rule.points
    UNION ALL
    SELECT last.supplier, 'audit.risk.major', rule.points, jsonb_build_array(count(*)), false
      FROM last
      JOIN audit.finding ON finding.audit = last.id AND finding.severity = 'MAJOR'
      JOIN rule ON rule.key = 'major-last'
     GROUP BY last.supplier, rule.points
$function$
;
CREATE OR REPLACE FUNCTION audit.site_name(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
    SELECT name || CASE WHEN address = '' THEN '' ELSE ', ' || address END FROM supplier.place WHERE id = wanted
$function$
;
CREATE OR REPLACE FUNCTION audit.standing_at(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, number text, supplier uuid, site uuid, scope text, pack text, pack_version integer, pack_sha256 text, from_day date, until_day date, step integer, state text, at timestamp with time zone, by uuid, words text, findings integer, reaudit_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT audit.id, number, supplier, site, scope, pack, pack_version, pack_sha256, from_day, until_day,
           step.no, step.state, step.at, step.by, step.words, step.findings, step.reaudit_day, step.record
      FROM audit.audit
      JOIN LATERAL (SELECT *
                      FROM audit.step
                     WHERE step.audit = audit.id
                       AND step.at <= known_at
                     ORDER BY no DESC
                     LIMIT 1) AS step ON true
$function$
;

CREATE TRIGGER clearance_audit AFTER INSERT OR DELETE OR UPDATE ON audit.priority_setting FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();


-- ballot

CREATE TABLE ballot.closing (
    round uuid NOT NULL,
    day date NOT NULL,
    people bigint NOT NULL,
    issued bigint NOT NULL,
    spent bigint NOT NULL,
    holds boolean NOT NULL GENERATED ALWAYS AS ((spent <= issued)),
    root text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closing_pkey PRIMARY KEY (round),
    CONSTRAINT closing_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT closing_counts CHECK (((people >= 0) AND (issued >= people) AND (spent >= 0))),
    CONSTRAINT closing_root CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE ballot.issued (
    round uuid NOT NULL,
    person uuid NOT NULL,
    tokens integer NOT NULL,
    asked text NOT NULL,
    CONSTRAINT issued_pkey PRIMARY KEY (round, person),
    CONSTRAINT issued_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT issued_asked CHECK ((asked ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT issued_tokens CHECK ((tokens > 0))
);

CREATE TABLE ballot.round (
    id uuid NOT NULL,
    purpose text NOT NULL,
    each integer NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    public_key bytea NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT round_pkey PRIMARY KEY (id),
    CONSTRAINT round_key UNIQUE (public_key),
    CONSTRAINT round_days CHECK ((first_day <= last_day)),
    CONSTRAINT round_each CHECK (((each >= 1) AND (each <= 100))),
    CONSTRAINT round_purpose CHECK ((purpose ~ '^[a-z][a-z-]{1,40}$'::text))
);

CREATE TABLE ballot.signing_key (
    round uuid NOT NULL,
    sealed text NOT NULL,
    CONSTRAINT signing_key_pkey PRIMARY KEY (round),
    CONSTRAINT signing_key_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id)
);

CREATE TABLE ballot.spent (
    round uuid NOT NULL,
    token bytea NOT NULL,
    day date NOT NULL,
    CONSTRAINT spent_pkey PRIMARY KEY (round, token),
    CONSTRAINT spent_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT spent_token CHECK ((octet_length(token) = 32))
);

CREATE INDEX round_by_purpose ON ballot.round USING btree (purpose, last_day);


-- blacklist

CREATE TABLE blacklist.ban (
    id uuid NOT NULL,
    matter uuid NOT NULL,
    supplier uuid NOT NULL,
    from_day date NOT NULL,
    in_force daterange NOT NULL,
    until_day date,
    receipts_until date,
    payments_until date,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT ban_pkey PRIMARY KEY (id),
    CONSTRAINT ban_matter_key UNIQUE (matter),
    CONSTRAINT ban_id_fkey FOREIGN KEY (id) REFERENCES blacklist.sentence(id),
    CONSTRAINT ban_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id),
    CONSTRAINT ban_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT not_two_bans_at_once EXCLUDE USING gist (blacklist.only_supplier(supplier, supplier, '[]'::text) WITH &&, in_force WITH &&)
);

CREATE TABLE blacklist.closure (
    incident uuid NOT NULL,
    cause text NOT NULL,
    words text NOT NULL,
    closed_by uuid NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closure_pkey PRIMARY KEY (incident),
    CONSTRAINT closure_incident_fkey FOREIGN KEY (incident) REFERENCES blacklist.incident(id),
    CONSTRAINT cause_known CHECK ((cause = ANY (ARRAY['NOT_ASKED'::text, 'ASKED_AND_IGNORED'::text, 'WRONG_SUPPLIER'::text, 'LATE_REPORT'::text, 'EMERGENCY'::text, 'OTHER'::text]))),
    CONSTRAINT closure_says_what CHECK ((words <> ''::text)),
    CONSTRAINT closure_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE TABLE blacklist.dealing (
    id uuid NOT NULL,
    account uuid NOT NULL,
    party text NOT NULL,
    supplier uuid,
    kind text NOT NULL,
    words text NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    refused boolean NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT dealing_pkey PRIMARY KEY (id),
    CONSTRAINT dealing_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT dealing_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT dealing_kind_known CHECK ((kind = ANY (ARRAY['FAMILY'::text, 'SHARE'::text, 'WORK'::text, 'PURCHASE'::text, 'OTHER'::text]))),
    CONSTRAINT dealing_party_fits CHECK ((char_length(party) <= 300)) NOT VALID,
    CONSTRAINT dealing_with_somebody CHECK ((party <> ''::text)),
    CONSTRAINT dealing_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE TABLE blacklist.dropped (
    matter uuid NOT NULL,
    opened_by uuid NOT NULL,
    reason text NOT NULL,
    dropped_by uuid NOT NULL,
    dropped_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT dropped_pkey PRIMARY KEY (matter),
    CONSTRAINT dropped_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id),
    CONSTRAINT dropped_by_another CHECK ((dropped_by <> opened_by)),
    CONSTRAINT dropped_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT dropping_reasoned CHECK ((reason <> ''::text))
);

CREATE TABLE blacklist.exhibit (
    id uuid NOT NULL,
    matter uuid NOT NULL,
    evidence uuid NOT NULL,
    from_supplier boolean NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    CONSTRAINT exhibit_pkey PRIMARY KEY (id),
    CONSTRAINT exhibit_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT exhibit_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id)
);

CREATE TABLE blacklist.ground (
    code text NOT NULL,
    from_day date NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    guidance_en text NOT NULL,
    guidance_zh text NOT NULL,
    months integer,
    source text NOT NULL,
    CONSTRAINT ground_pk PRIMARY KEY (code, from_day),
    CONSTRAINT months_some CHECK ((months > 0))
);

CREATE TABLE blacklist.hearing (
    matter uuid NOT NULL,
    due_day date NOT NULL,
    notice text NOT NULL,
    called_by uuid NOT NULL,
    called_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT hearing_pkey PRIMARY KEY (matter),
    CONSTRAINT hearing_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id),
    CONSTRAINT hearing_notice_fits CHECK ((char_length(notice) <= 4000)) NOT VALID
);

CREATE TABLE blacklist.incident (
    id uuid NOT NULL,
    kind text NOT NULL,
    document text NOT NULL,
    supplier uuid NOT NULL,
    day date NOT NULL,
    matter uuid NOT NULL,
    found_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT incident_pkey PRIMARY KEY (id),
    CONSTRAINT one_incident_a_document UNIQUE (kind, document),
    CONSTRAINT incident_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id),
    CONSTRAINT incident_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id)
);

CREATE TABLE blacklist.lifted (
    ban uuid NOT NULL,
    lifting uuid NOT NULL,
    lifted_by uuid NOT NULL,
    lifted_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT lifted_pkey PRIMARY KEY (ban),
    CONSTRAINT lifted_ban_fkey FOREIGN KEY (ban) REFERENCES blacklist.ban(id),
    CONSTRAINT lifted_lifting_fkey FOREIGN KEY (lifting) REFERENCES blacklist.lifting(id)
);

CREATE TABLE blacklist.lifting (
    id uuid NOT NULL,
    ban uuid NOT NULL,
    reason text NOT NULL,
    proposal uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT lifting_pkey PRIMARY KEY (id),
    CONSTRAINT lifting_ban_fkey FOREIGN KEY (ban) REFERENCES blacklist.ban(id),
    CONSTRAINT lifting_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT lifting_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT lifting_reasoned CHECK ((reason <> ''::text))
);

CREATE TABLE blacklist.matter (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    ground text NOT NULL,
    happened_day date NOT NULL,
    facts text NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT matter_pkey PRIMARY KEY (id),
    CONSTRAINT matter_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT facts_said CHECK ((facts <> ''::text)),
    CONSTRAINT matter_facts_fits CHECK ((char_length(facts) <= 4000)) NOT VALID
);

CREATE TABLE blacklist.sentence (
    id uuid NOT NULL,
    matter uuid NOT NULL,
    until_day date,
    receipts_until date,
    payments_until date,
    reason text NOT NULL,
    proposal uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT sentence_pkey PRIMARY KEY (id),
    CONSTRAINT sentence_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id),
    CONSTRAINT sentence_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT sentence_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT sentence_reasoned CHECK ((reason <> ''::text))
);

CREATE TABLE blacklist.statement (
    id uuid NOT NULL,
    matter uuid NOT NULL,
    words text NOT NULL,
    day date NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT statement_pkey PRIMARY KEY (id),
    CONSTRAINT statement_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.hearing(matter),
    CONSTRAINT statement_says_something CHECK ((words <> ''::text)),
    CONSTRAINT statement_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE TABLE blacklist.suspension (
    matter uuid NOT NULL,
    supplier uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    reason text NOT NULL,
    suspended_by uuid NOT NULL,
    suspended_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT suspension_pkey PRIMARY KEY (matter),
    CONSTRAINT suspension_matter_fkey FOREIGN KEY (matter) REFERENCES blacklist.matter(id),
    CONSTRAINT suspension_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT ended_by_someone CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
    CONSTRAINT suspended_for_days CHECK ((((until_day - from_day) >= 0) AND ((until_day - from_day) <= 14))),
    CONSTRAINT suspension_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE blacklist.tie (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    other uuid NOT NULL,
    kinds text[] NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT tie_pkey PRIMARY KEY (id),
    CONSTRAINT tie_other_fkey FOREIGN KEY (other) REFERENCES supplier.supplier(id),
    CONSTRAINT tie_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT tie_outcome_known CHECK ((outcome = ANY (ARRAY['CONFIRMED'::text, 'DISMISSED'::text]))),
    CONSTRAINT tie_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT tied_to_another CHECK ((other <> supplier))
);

CREATE TABLE blacklist.trait (
    supplier uuid NOT NULL,
    kind text NOT NULL,
    hash bytea NOT NULL,
    noted_by uuid NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    CONSTRAINT trait_pk PRIMARY KEY (supplier, kind, hash),
    CONSTRAINT trait_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT trait_known CHECK ((kind = ANY (ARRAY['OWNER'::text, 'BANK_ACCOUNT'::text])))
);

CREATE INDEX ban_by_supplier ON blacklist.ban USING btree (supplier);
CREATE INDEX dealing_by_account ON blacklist.dealing USING btree (account);
CREATE INDEX dealing_by_supplier ON blacklist.dealing USING btree (supplier);
CREATE INDEX exhibit_by_matter ON blacklist.exhibit USING btree (matter);
CREATE INDEX incident_by_supplier ON blacklist.incident USING btree (supplier, day);
CREATE INDEX lifting_by_ban ON blacklist.lifting USING btree (ban);
CREATE INDEX matter_by_supplier ON blacklist.matter USING btree (supplier);
CREATE INDEX sentence_by_matter ON blacklist.sentence USING btree (matter);
CREATE INDEX suspension_by_supplier ON blacklist.suspension USING btree (supplier);
CREATE INDEX tie_by_pair ON blacklist.tie USING btree (other, supplier, said_at DESC);
CREATE INDEX trait_by_hash ON blacklist.trait USING btree (kind, hash);

CREATE VIEW blacklist.barred AS
 SELECT ban.id,
    ban.matter,
    ban.supplier,
    matter.ground,
    ban.from_day,
    ban.in_force,
    ban.until_day,
    ban.receipts_until,
    ban.payments_until,
    ban.record
   FROM (blacklist.ban
     JOIN blacklist.matter ON ((matter.id = ban.matter)));
CREATE VIEW blacklist.tied AS
 SELECT supplier,
    other,
    kinds,
    record
   FROM blacklist.tie
  WHERE ((outcome = 'CONFIRMED'::text) AND (NOT (EXISTS ( SELECT
           FROM blacklist.tie later
          WHERE ((later.supplier = tie.supplier) AND (later.other = tie.other) AND (later.said_at > tie.said_at))))));

CREATE OR REPLACE FUNCTION blacklist.only_supplier(uuid, uuid)
 RETURNS blacklist.only_supplier
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor2$function$
;
CREATE OR REPLACE FUNCTION blacklist.only_supplier(uuid, uuid, text)
 RETURNS blacklist.only_supplier
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor3$function$
;
CREATE OR REPLACE FUNCTION blacklist.only_supplier_multirange()
 RETURNS blacklist.only_supplier_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor0$function$
;
CREATE OR REPLACE FUNCTION blacklist.only_supplier_multirange(VARIADIC blacklist.only_supplier[])
 RETURNS blacklist.only_supplier_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor2$function$
;
CREATE OR REPLACE FUNCTION blacklist.only_supplier_multirange(blacklist.only_supplier)
 RETURNS blacklist.only_supplier_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor1$function$
;

CREATE TRIGGER clearance_blacklist AFTER INSERT OR DELETE OR UPDATE ON blacklist.ban FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_blacklist AFTER INSERT OR DELETE OR UPDATE ON blacklist.dropped FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_blacklist AFTER INSERT OR DELETE OR UPDATE ON blacklist.hearing FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_blacklist AFTER INSERT OR DELETE OR UPDATE ON blacklist.matter FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_blacklist AFTER INSERT OR DELETE OR UPDATE ON blacklist.suspension FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_blacklist AFTER INSERT OR DELETE OR UPDATE ON blacklist.tie FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();


-- book

CREATE TABLE book.account (
    id uuid NOT NULL,
    book text NOT NULL,
    commodity text NOT NULL,
    kind text NOT NULL,
    owner uuid,
    least bigint,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_in_full UNIQUE (id, book, commodity),
    CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (book, commodity, kind, owner),
    CONSTRAINT account_commodity FOREIGN KEY (book, commodity) REFERENCES book.commodity(book, code),
    CONSTRAINT account_kind CHECK ((kind ~ '^[a-z][a-z0-9-]{0,39}$'::text))
);

CREATE TABLE book.balance (
    account uuid NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT balance_pkey PRIMARY KEY (account)
);

CREATE TABLE book.batch (
    no bigint NOT NULL,
    book text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT batch_pkey PRIMARY KEY (no),
    CONSTRAINT batch_in_book UNIQUE (no, book),
    CONSTRAINT batch_book_fkey FOREIGN KEY (book) REFERENCES book.book(code)
);

CREATE TABLE book.book (
    code text NOT NULL,
    CONSTRAINT book_pkey PRIMARY KEY (code),
    CONSTRAINT book_code CHECK ((code ~ '^[a-z][a-z0-9-]{0,39}$'::text))
);

CREATE TABLE book.closing (
    book text NOT NULL,
    until_day date NOT NULL,
    last_batch bigint NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closing_pk PRIMARY KEY (book, until_day),
    CONSTRAINT closing_book_fkey FOREIGN KEY (book) REFERENCES book.book(code)
);

CREATE TABLE book.commodity (
    book text NOT NULL,
    code text NOT NULL,
    places smallint NOT NULL,
    CONSTRAINT commodity_pk PRIMARY KEY (book, code),
    CONSTRAINT commodity_book_fkey FOREIGN KEY (book) REFERENCES book.book(code),
    CONSTRAINT commodity_code CHECK ((code ~ '^[A-Z][A-Z0-9-]{0,39}$'::text)),
    CONSTRAINT commodity_places CHECK (((places >= 0) AND (places <= 9)))
);

CREATE TABLE book.entry (
    id uuid NOT NULL,
    batch bigint NOT NULL,
    no integer NOT NULL,
    book text NOT NULL,
    day date NOT NULL,
    source_kind text NOT NULL,
    source uuid NOT NULL,
    reverses uuid,
    CONSTRAINT entry_pkey PRIMARY KEY (id),
    CONSTRAINT entry_in_full UNIQUE (id, book, day),
    CONSTRAINT entry_numbered UNIQUE (batch, no),
    CONSTRAINT entry_of_book UNIQUE (id, book),
    CONSTRAINT entry_of_event_once UNIQUE (book, source_kind, source),
    CONSTRAINT entry_reversed_once UNIQUE (reverses),
    CONSTRAINT entry_in_batch FOREIGN KEY (batch, book) REFERENCES book.batch(no, book),
    CONSTRAINT entry_reverses FOREIGN KEY (reverses, book) REFERENCES book.entry(id, book),
    CONSTRAINT entry_source_kind CHECK ((source_kind ~ '^[a-z][a-z0-9.-]{0,59}$'::text))
);

CREATE TABLE book.month (
    account uuid NOT NULL,
    month date NOT NULL,
    received bigint NOT NULL,
    given bigint NOT NULL,
    moves bigint NOT NULL,
    CONSTRAINT month_pk PRIMARY KEY (account, month)
);

CREATE TABLE book.move (
    entry uuid NOT NULL,
    no integer NOT NULL,
    book text NOT NULL,
    day date NOT NULL,
    commodity text NOT NULL,
    from_account uuid NOT NULL,
    to_account uuid NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT move_pk PRIMARY KEY (entry, no),
    CONSTRAINT move_from FOREIGN KEY (from_account, book, commodity) REFERENCES book.account(id, book, commodity),
    CONSTRAINT move_of_entry FOREIGN KEY (entry, book, day) REFERENCES book.entry(id, book, day),
    CONSTRAINT move_to FOREIGN KEY (to_account, book, commodity) REFERENCES book.account(id, book, commodity),
    CONSTRAINT move_between_two CHECK ((from_account <> to_account)),
    CONSTRAINT move_gives CHECK ((amount > 0))
);

CREATE INDEX account_by_owner ON book.account USING btree (owner);
CREATE INDEX batch_by_book ON book.batch USING btree (book, no);
CREATE INDEX move_by_giver ON book.move USING btree (from_account, day, entry, no);
CREATE INDEX move_by_receiver ON book.move USING btree (to_account, day, entry, no);

CREATE OR REPLACE FUNCTION book.before(of_account uuid, on_day date)
 RETURNS TABLE(received bigint, given bigint, moves bigint)
 LANGUAGE sql
 STABLE
AS $function$
    WITH nearest AS (
        SELECT date_trunc('month', on_day + 15)::date AS first
    ), part AS (
        SELECT CASE WHEN first > on_day THEN -1 ELSE 1 END AS sign, came.amount AS came, went.amount AS went, came.moves + went.moves AS moves
          FROM nearest
         CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount, count(*) AS moves FROM book.move WHERE to_account = of_account AND day >= least(first, on_day) AND day < greatest(first, on_day)) AS came
         CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount, count(*) AS moves FROM book.move WHERE from_account = of_account AND day >= least(first, on_day) AND day < greatest(first, on_day)) AS went
    ), whole AS (
        SELECT coalesce(sum(month.received), 0) AS came, coalesce(sum(month.given), 0) AS went, coalesce(sum(month.moves), 0) AS moves
          FROM nearest LEFT JOIN book.month ON month.account = of_account AND month.month < nearest.first
    )
    SELECT (whole.came + part.sign * part.came)::bigint, (whole.went + part.sign * part.went)::bigint, (whole.moves + part.sign * part.moves)::bigint FROM whole CROSS JOIN part
$function$
;
CREATE OR REPLACE FUNCTION book.held(of_book text, on_day date)
 RETURNS TABLE(account uuid, commodity text, kind text, owner uuid, amount bigint)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT account.id, account.commodity, account.kind, account.owner,
           (coalesce((SELECT sum(month.received - month.given) FROM book.month WHERE month.account = account.id AND month.month < date_trunc('month', on_day)::date), 0)
            + coalesce((SELECT sum(move.amount) FROM book.move WHERE move.to_account = account.id AND move.day BETWEEN date_trunc('month', on_day)::date AND on_day), 0)
            - coalesce((SELECT sum(move.amount) FROM book.move WHERE move.from_account = account.id AND move.day BETWEEN date_trunc('month', on_day)::date AND on_day), 0))::bigint
      FROM book.account
     WHERE account.book = of_book
$function$
;
CREATE OR REPLACE FUNCTION book.held_as_known(of_book text, of_kind text, on_day date, known_at timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
    SELECT coalesce(sum(side.amount), 0)::bigint
      FROM book.account
      JOIN LATERAL (SELECT amount, entry, day FROM book.move WHERE to_account = account.id
                    UNION ALL
                    SELECT -amount, entry, day FROM book.move WHERE from_account = account.id) AS side ON side.day <= on_day
      JOIN book.entry ON entry.id = side.entry
      JOIN book.batch ON batch.no = entry.batch
     WHERE account.book = of_book AND account.kind = of_kind AND batch.at <= known_at
$function$
;
CREATE OR REPLACE FUNCTION book.moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    WITH side AS (
        SELECT from_account AS account, date_trunc('month', day)::date AS month, 0::bigint AS received, sum(amount)::bigint AS given, count(*) AS moves FROM added GROUP BY 1, 2
        UNION ALL
        SELECT to_account, date_trunc('month', day)::date, sum(amount)::bigint, 0::bigint, count(*) FROM added GROUP BY 1, 2
    ), summed AS (
        SELECT account, month, sum(received)::bigint AS received, sum(given)::bigint AS given, sum(moves)::bigint AS moves FROM side GROUP BY account, month ORDER BY account, month
    ), months AS (
        INSERT INTO book.month (account, month, received, given, moves) SELECT account, month, received, given, moves FROM summed
        ON CONFLICT ON CONSTRAINT month_pk DO UPDATE SET received = month.received + excluded.received, given = month.given + excluded.given, moves = month.moves + excluded.moves
    )
    UPDATE book.balance SET amount = balance.amount + of.amount
      FROM (SELECT account, sum(received - given)::bigint AS amount FROM summed GROUP BY account) AS of
     WHERE balance.account = of.account;
    IF EXISTS (SELECT FROM book.account JOIN book.balance ON balance.account = account.id
                WHERE account.id IN (SELECT from_account FROM added) AND balance.amount < account.least) THEN
        RAISE EXCEPTION 'an account would hold less than it may' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_least', SCHEMA = 'book', TABLE = 'move';
    END IF;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION book.opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    INSERT INTO book.balance (account, amount) SELECT id, 0 FROM added ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION book.received(of_book text, of_kind text, known_at timestamp with time zone)
 RETURNS TABLE(owner uuid, other_kind text, amount bigint)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT side.owner, side.other_kind, sum(side.amount)::bigint
      FROM (SELECT account.owner, other.kind AS other_kind, move.amount, move.entry
              FROM book.account
              JOIN book.move ON move.to_account = account.id
              JOIN book.account AS other ON other.id = move.from_account
             WHERE account.book = of_book AND account.kind = of_kind
            UNION ALL
            SELECT account.owner, other.kind, -move.amount, move.entry
              FROM book.account
              JOIN book.move ON move.from_account = account.id
              JOIN book.account AS other ON other.id = move.to_account
             WHERE account.book = of_book AND account.kind = of_kind) AS side
      JOIN book.entry ON entry.id = side.entry
      JOIN book.batch ON batch.no = entry.batch
     WHERE batch.at <= known_at
     GROUP BY side.owner, side.other_kind
$function$
;
CREATE OR REPLACE FUNCTION book.stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what was entered stays; another entry reverses it' USING ERRCODE = 'check_violation', CONSTRAINT = 'entered_stays', SCHEMA = 'book', TABLE = TG_TABLE_NAME;
END
$function$
;
CREATE OR REPLACE FUNCTION book.still_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF EXISTS (SELECT FROM added JOIN book.closing ON closing.book = added.book AND closing.until_day >= added.day AND closing.last_batch < added.batch) THEN
        RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_in_open_period', SCHEMA = 'book', TABLE = 'entry';
    END IF;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION book.taken_back()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF EXISTS (
        SELECT account FROM (SELECT from_account AS account, -amount AS amount FROM book.move WHERE entry IN (NEW.id, NEW.reverses)
                             UNION ALL SELECT to_account, amount FROM book.move WHERE entry IN (NEW.id, NEW.reverses)) AS side
         GROUP BY account HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'a reversal takes back what was entered' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_takes_back', SCHEMA = 'book', TABLE = 'entry';
    END IF;
    RETURN NULL;
END
$function$
;

CREATE TRIGGER moved AFTER INSERT ON book.move REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book.moved();
CREATE TRIGGER opened AFTER INSERT ON book.account REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book.opened();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON book.batch FOR EACH STATEMENT EXECUTE FUNCTION book.stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON book.entry FOR EACH STATEMENT EXECUTE FUNCTION book.stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON book.move FOR EACH STATEMENT EXECUTE FUNCTION book.stays();
CREATE TRIGGER still_open AFTER INSERT ON book.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book.still_open();
CREATE CONSTRAINT TRIGGER taken_back AFTER INSERT ON book.entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.reverses IS NOT NULL)) EXECUTE FUNCTION book.taken_back();

COMMENT ON TABLE book.balance IS 'Not in backups. The moves say it, and write it again as they are read back.';
COMMENT ON TABLE book.month IS 'Not in backups. The moves say it, and write it again as they are read back.';


-- care

CREATE TABLE care.answered (
    leave uuid NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    answered_by uuid NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT answered_pkey PRIMARY KEY (leave),
    CONSTRAINT answered_leave_fkey FOREIGN KEY (leave) REFERENCES care.leave(id),
    CONSTRAINT answered_outcome_known CHECK ((outcome = ANY (ARRAY['AGREED'::text, 'REFUSED'::text]))),
    CONSTRAINT answered_reason_fits CHECK ((char_length(reason) <= 1000)),
    CONSTRAINT refused_with_a_reason CHECK (((outcome = 'AGREED'::text) OR (reason <> ''::text)))
);

CREATE TABLE care.back (
    leave uuid NOT NULL,
    last_day date NOT NULL,
    amount bigint NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT back_pkey PRIMARY KEY (leave),
    CONSTRAINT back_leave_fkey FOREIGN KEY (leave) REFERENCES care.leave(id),
    CONSTRAINT back_of_something CHECK ((amount > 0))
);

CREATE TABLE care.closed (
    id uuid NOT NULL,
    closing uuid NOT NULL,
    person uuid NOT NULL,
    carried bigint NOT NULL,
    owed bigint NOT NULL,
    CONSTRAINT closed_pkey PRIMARY KEY (id),
    CONSTRAINT closed_once UNIQUE (closing, person),
    CONSTRAINT closed_closing_fkey FOREIGN KEY (closing) REFERENCES care.closing(id),
    CONSTRAINT closed_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT closed_something CHECK (((carried >= 0) AND (owed >= 0) AND ((carried + owed) > 0)))
);

CREATE TABLE care.closing (
    id uuid NOT NULL,
    year integer NOT NULL,
    unit uuid,
    people integer NOT NULL,
    carried bigint NOT NULL,
    owed bigint NOT NULL,
    days integer NOT NULL,
    closed_by uuid NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closing_pkey PRIMARY KEY (id),
    CONSTRAINT closing_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT closing_year_fkey FOREIGN KEY (year) REFERENCES care.year(year),
    CONSTRAINT closing_of_somebody CHECK (((people > 0) AND (carried >= 0) AND (owed >= 0) AND ((carried + owed) > 0)))
);

CREATE TABLE care.cover (
    report uuid NOT NULL,
    person uuid NOT NULL,
    insured boolean NOT NULL,
    fund boolean NOT NULL,
    CONSTRAINT cover_pk PRIMARY KEY (report, person),
    CONSTRAINT cover_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT cover_report_fkey FOREIGN KEY (report) REFERENCES care.cover_report(id)
);

CREATE TABLE care.cover_report (
    id uuid NOT NULL,
    month date NOT NULL,
    source text NOT NULL,
    lines integer NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT cover_report_pkey PRIMARY KEY (id),
    CONSTRAINT cover_report_lines CHECK ((lines > 0)),
    CONSTRAINT cover_report_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT cover_report_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 200)))
);

CREATE TABLE care.cover_stranger (
    report uuid NOT NULL,
    line integer NOT NULL,
    number text NOT NULL,
    CONSTRAINT cover_stranger_pk PRIMARY KEY (report, line),
    CONSTRAINT cover_stranger_report_fkey FOREIGN KEY (report) REFERENCES care.cover_report(id),
    CONSTRAINT cover_stranger_number_fits CHECK ((char_length(number) <= 300))
);

CREATE TABLE care.granted (
    id uuid NOT NULL,
    granting uuid NOT NULL,
    person uuid NOT NULL,
    year integer NOT NULL,
    since date NOT NULL,
    days integer NOT NULL,
    hours numeric(5,2) NOT NULL,
    amount bigint NOT NULL,
    country text NOT NULL,
    region text NOT NULL,
    CONSTRAINT granted_pkey PRIMARY KEY (id),
    CONSTRAINT granted_once UNIQUE (granting, person),
    CONSTRAINT granted_granting_fkey FOREIGN KEY (granting) REFERENCES care.granting(id),
    CONSTRAINT granted_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT granted_country_fits CHECK ((char_length(country) <= 2)),
    CONSTRAINT granted_region_fits CHECK ((char_length(region) <= 100)),
    CONSTRAINT granted_something CHECK (((days > 0) AND (hours > (0)::numeric) AND (amount > 0)))
);

CREATE TABLE care.granting (
    id uuid NOT NULL,
    year integer NOT NULL,
    unit uuid,
    people integer NOT NULL,
    amount bigint NOT NULL,
    granted_by uuid NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT granting_pkey PRIMARY KEY (id),
    CONSTRAINT granting_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT granting_year_fkey FOREIGN KEY (year) REFERENCES care.year(year),
    CONSTRAINT granting_of_somebody CHECK (((people > 0) AND (amount > 0)))
);

CREATE TABLE care.leave (
    id uuid NOT NULL,
    number text NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    part text NOT NULL,
    amount bigint NOT NULL,
    words text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    over_at timestamp with time zone,
    last_day date,
    CONSTRAINT leave_pkey PRIMARY KEY (id),
    CONSTRAINT leave_number UNIQUE (number),
    CONSTRAINT leave_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT half_of_one_day CHECK (((part = 'WHOLE'::text) OR (from_day = until_day))),
    CONSTRAINT leave_days CHECK ((until_day >= from_day)),
    CONSTRAINT leave_ends_early CHECK (((last_day >= from_day) AND (last_day < until_day))),
    CONSTRAINT leave_kind_known CHECK ((kind = ANY (ARRAY['ANNUAL'::text, 'COMPANY'::text, 'SICK'::text, 'MATERNITY'::text, 'PATERNITY'::text, 'PARENTAL'::text, 'MARRIAGE'::text, 'BEREAVEMENT'::text, 'PERSONAL'::text]))),
    CONSTRAINT leave_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT leave_of_something CHECK ((amount > 0)),
    CONSTRAINT leave_part_known CHECK ((part = ANY (ARRAY['WHOLE'::text, 'MORNING'::text, 'AFTERNOON'::text]))),
    CONSTRAINT leave_words_fits CHECK ((char_length(words) <= 1000)),
    CONSTRAINT nobody_away_twice EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, int4range(((2 * (from_day - '2000-01-01'::date)) +
CASE part
    WHEN 'AFTERNOON'::text THEN 1
    ELSE 0
END), ((2 * (COALESCE(last_day, until_day) - '2000-01-01'::date)) +
CASE part
    WHEN 'MORNING'::text THEN 1
    ELSE 2
END)) WITH &&) WHERE ((over_at IS NULL))
);

CREATE TABLE care.piece (
    granted uuid NOT NULL,
    no smallint NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    service smallint NOT NULL,
    days numeric(5,2) NOT NULL,
    rule uuid,
    CONSTRAINT piece_pk PRIMARY KEY (granted, no),
    CONSTRAINT piece_granted_fkey FOREIGN KEY (granted) REFERENCES care.granted(id),
    CONSTRAINT piece_has_days CHECK ((until_day >= from_day))
);

CREATE TABLE care.service (
    id uuid NOT NULL,
    person uuid NOT NULL,
    since date NOT NULL,
    source text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT service_pkey PRIMARY KEY (id),
    CONSTRAINT service_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT service_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE care.shown (
    leave uuid NOT NULL,
    paper text NOT NULL,
    seen_by uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT shown_pkey PRIMARY KEY (leave),
    CONSTRAINT shown_leave_fkey FOREIGN KEY (leave) REFERENCES care.leave(id),
    CONSTRAINT shown_paper_known CHECK ((paper = ANY (ARRAY['SICK_NOTE'::text, 'BIRTH_CERTIFICATE'::text, 'DUE_DATE'::text, 'CHILD_IN_REGISTER'::text])))
);

CREATE TABLE care.withdrawn (
    leave uuid NOT NULL,
    withdrawn_by uuid NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT withdrawn_pkey PRIMARY KEY (leave),
    CONSTRAINT withdrawn_leave_fkey FOREIGN KEY (leave) REFERENCES care.leave(id)
);

CREATE TABLE care.year (
    year integer NOT NULL,
    CONSTRAINT year_pkey PRIMARY KEY (year),
    CONSTRAINT year_is_one CHECK (((year >= 2000) AND (year <= 2200)))
);

CREATE INDEX closed_by_person ON care.closed USING btree (person);
CREATE INDEX cover_by_person ON care.cover USING btree (person);
CREATE INDEX cover_report_by_month ON care.cover_report USING btree (month, said_at DESC);
CREATE INDEX granted_by_person ON care.granted USING btree (person, year);
CREATE INDEX leave_by_day ON care.leave USING btree (from_day) WHERE (over_at IS NULL);
CREATE INDEX leave_by_person ON care.leave USING btree (person, from_day);
CREATE INDEX service_by_person ON care.service USING btree (person, said_at DESC);

CREATE OR REPLACE FUNCTION care.agreed_leave(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, kind text, from_day date, until_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT leave.person, leave.kind, leave.from_day, coalesce(back.last_day, leave.until_day)
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= known_at
      LEFT JOIN care.back ON back.leave = leave.id AND back.said_at <= known_at
     WHERE leave.from_day <= agreed_leave.last_day AND coalesce(back.last_day, leave.until_day) >= agreed_leave.first_day
       AND NOT EXISTS (SELECT FROM care.withdrawn WHERE withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= known_at)
$function$
;
CREATE OR REPLACE FUNCTION care.cover_in_force(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(report uuid, month date, last_day date, lines integer, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT id, month, (month + interval '1 month' - interval '1 day')::date, lines, record
      FROM care.cover_report
     WHERE month <= on_day AND said_at <= known_at
     ORDER BY month DESC, said_at DESC
     LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION care.family_leave(known_at timestamp with time zone)
 RETURNS TABLE(leave uuid, person uuid, kind text, from_day date, until_day date, amount bigint, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT leave.id, leave.person, leave.kind, leave.from_day, coalesce(back.last_day, leave.until_day), leave.amount - coalesce(back.amount, 0), answered.record
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= known_at
      LEFT JOIN care.back ON back.leave = leave.id AND back.said_at <= known_at
     WHERE leave.kind IN ('MATERNITY', 'PATERNITY', 'PARENTAL')
       AND NOT EXISTS (SELECT FROM care.withdrawn WHERE withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= known_at)
$function$
;


-- career

CREATE TABLE career.application (
    id uuid NOT NULL,
    number text NOT NULL,
    person uuid NOT NULL,
    track text NOT NULL,
    version uuid NOT NULL,
    level integer NOT NULL,
    held integer NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT application_pkey PRIMARY KEY (id),
    CONSTRAINT application_number_taken UNIQUE (number),
    CONSTRAINT application_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT application_version_fkey FOREIGN KEY (version) REFERENCES career.standard_version(id),
    CONSTRAINT application_level CHECK ((((level >= 1) AND (level <= 9)) AND ((held >= 0) AND (held <= 9))))
);

CREATE TABLE career.approval (
    edition uuid NOT NULL,
    from_day date NOT NULL,
    tracks integer NOT NULL,
    standards integer NOT NULL,
    made_by uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT approval_pkey PRIMARY KEY (edition),
    CONSTRAINT approval_edition_fkey FOREIGN KEY (edition) REFERENCES career.edition(id),
    CONSTRAINT four_eyes CHECK ((approved_by <> made_by))
);

CREATE TABLE career.choice (
    id uuid NOT NULL,
    round uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    openings uuid[] NOT NULL,
    words text NOT NULL,
    chosen_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT choice_pkey PRIMARY KEY (id),
    CONSTRAINT choice_numbered UNIQUE (round, person, no),
    CONSTRAINT choice_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT choice_round_fkey FOREIGN KEY (round) REFERENCES career.round(id),
    CONSTRAINT choice_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE career.cleared (
    round uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    may boolean NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT cleared_pkey PRIMARY KEY (round, person, no),
    CONSTRAINT cleared_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT cleared_round_fkey FOREIGN KEY (round) REFERENCES career.round(id),
    CONSTRAINT cleared_reason_fits CHECK ((char_length(reason) <= 2000)),
    CONSTRAINT cleared_says_why CHECK ((may OR (reason <> ''::text)))
);

CREATE TABLE career.decided_item (
    application uuid NOT NULL,
    item uuid NOT NULL,
    wanted integer NOT NULL,
    shown integer NOT NULL,
    CONSTRAINT decided_item_pkey PRIMARY KEY (application, item),
    CONSTRAINT decided_item_application_fkey FOREIGN KEY (application) REFERENCES career.decision(application)
);

CREATE TABLE career.decision (
    application uuid NOT NULL,
    person uuid NOT NULL,
    track text NOT NULL,
    outcome text NOT NULL,
    shown integer NOT NULL,
    level integer NOT NULL,
    from_day date NOT NULL,
    until_day date,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT decision_pkey PRIMARY KEY (application),
    CONSTRAINT decision_application_fkey FOREIGN KEY (application) REFERENCES career.application(id),
    CONSTRAINT decision_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT decision_has_a_term CHECK (((level > 0) = (until_day IS NOT NULL))),
    CONSTRAINT decision_outcome CHECK ((outcome = ANY (ARRAY['GRANTED'::text, 'NOT_SHOWN'::text, 'KEPT'::text, 'LOWERED'::text])))
);

CREATE TABLE career.descriptor (
    version uuid NOT NULL,
    item uuid NOT NULL,
    level integer NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    CONSTRAINT descriptor_pkey PRIMARY KEY (version, item, level),
    CONSTRAINT descriptor_version_item_fkey FOREIGN KEY (version, item) REFERENCES career.version_item(version, item),
    CONSTRAINT descriptor_words_en_fits CHECK ((char_length(words_en) <= 4000)),
    CONSTRAINT descriptor_words_zh_fits CHECK ((char_length(words_zh) <= 4000))
);

CREATE TABLE career.edition (
    id uuid NOT NULL,
    proposal uuid NOT NULL,
    source text NOT NULL,
    sha256 text NOT NULL,
    file uuid,
    tracks integer NOT NULL,
    standards integer NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT edition_pkey PRIMARY KEY (id),
    CONSTRAINT edition_proposed_once UNIQUE (proposal),
    CONSTRAINT edition_file_fkey FOREIGN KEY (file) REFERENCES evidence.item(id),
    CONSTRAINT edition_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT edition_holds_something CHECK (((tracks + standards) > 0)),
    CONSTRAINT edition_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE career.file (
    id uuid NOT NULL,
    application uuid NOT NULL,
    item uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT file_pkey PRIMARY KEY (id),
    CONSTRAINT file_application_fkey FOREIGN KEY (application) REFERENCES career.application(id),
    CONSTRAINT file_id_fkey FOREIGN KEY (id) REFERENCES evidence.item(id)
);

CREATE TABLE career.ladder_level (
    ladder text NOT NULL,
    level integer NOT NULL,
    grade integer NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    CONSTRAINT ladder_level_pkey PRIMARY KEY (ladder, level, from_day),
    CONSTRAINT ladder_level_from_one CHECK (((level >= 1) AND (level <= 9))),
    CONSTRAINT ladder_level_ladder CHECK ((ladder = ANY (ARRAY['P'::text, 'M'::text])))
);

CREATE TABLE career.matched (
    round uuid NOT NULL,
    pairs integer NOT NULL,
    matched_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT matched_pkey PRIMARY KEY (round),
    CONSTRAINT matched_round_fkey FOREIGN KEY (round) REFERENCES career.round(id)
);

CREATE TABLE career.move (
    opening uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    step text NOT NULL,
    day date NOT NULL,
    words text NOT NULL,
    file uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    file_gone_at timestamp with time zone,
    CONSTRAINT move_pkey PRIMARY KEY (opening, person, no),
    CONSTRAINT move_file_fkey FOREIGN KEY (file) REFERENCES evidence.item(id),
    CONSTRAINT move_opening_person_fkey FOREIGN KEY (opening, person) REFERENCES career.shortlisted(opening, person),
    CONSTRAINT contract_in_writing CHECK ((num_nonnulls(file, file_gone_at) =
CASE step
    WHEN 'SIGNED'::text THEN 1
    ELSE 0
END)),
    CONSTRAINT move_step CHECK ((step = ANY (ARRAY['RELEASED'::text, 'DEFERRED'::text, 'SIGNED'::text, 'MOVED'::text, 'RETURNED'::text]))),
    CONSTRAINT move_words_fits CHECK ((char_length(words) <= 2000))
);

CREATE TABLE career.opening (
    id uuid NOT NULL,
    round uuid NOT NULL,
    unit uuid NOT NULL,
    track text NOT NULL,
    role_en text NOT NULL,
    role_zh text NOT NULL,
    seats integer NOT NULL,
    CONSTRAINT opening_pkey PRIMARY KEY (id),
    CONSTRAINT opening_round_fkey FOREIGN KEY (round) REFERENCES career.round(id),
    CONSTRAINT opening_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT opening_role_en_fits CHECK ((char_length(role_en) <= 300)),
    CONSTRAINT opening_role_zh_fits CHECK ((char_length(role_zh) <= 300)),
    CONSTRAINT opening_seats CHECK (((seats >= 1) AND (seats <= 500)))
);

CREATE TABLE career.panelist (
    application uuid NOT NULL,
    person uuid NOT NULL,
    account uuid NOT NULL,
    no integer NOT NULL,
    outside boolean NOT NULL,
    manager boolean NOT NULL,
    applicant uuid NOT NULL,
    called_by uuid NOT NULL,
    called_at timestamp with time zone NOT NULL,
    CONSTRAINT panelist_pkey PRIMARY KEY (application, person),
    CONSTRAINT panelist_application_fkey FOREIGN KEY (application) REFERENCES career.application(id),
    CONSTRAINT panelist_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT not_on_oneself CHECK ((person <> applicant))
);

CREATE TABLE career.placement (
    id uuid NOT NULL,
    person uuid NOT NULL,
    track text NOT NULL,
    from_day date NOT NULL,
    is_first boolean NOT NULL,
    placed_by uuid NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT placement_pkey PRIMARY KEY (id),
    CONSTRAINT placement_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE career.placing_stated (
    record uuid NOT NULL,
    newly integer NOT NULL,
    from_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT placing_stated_pkey PRIMARY KEY (record)
);

CREATE TABLE career.plan (
    person uuid NOT NULL,
    item uuid NOT NULL,
    no integer NOT NULL,
    way text NOT NULL,
    course uuid,
    words text NOT NULL,
    until_day date,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    CONSTRAINT plan_pkey PRIMARY KEY (person, item, no),
    CONSTRAINT plan_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT plan_has_an_end CHECK (((way = 'DROPPED'::text) = (until_day IS NULL))),
    CONSTRAINT plan_names_its_course CHECK (((way = 'COURSE'::text) = (course IS NOT NULL))),
    CONSTRAINT plan_way CHECK ((way = ANY (ARRAY['COURSE'::text, 'ROTATION'::text, 'OTHER'::text, 'DROPPED'::text]))),
    CONSTRAINT plan_words_fits CHECK ((char_length(words) <= 2000))
);

CREATE TABLE career.round (
    id uuid NOT NULL,
    number text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT round_pkey PRIMARY KEY (id),
    CONSTRAINT round_number_taken UNIQUE (number),
    CONSTRAINT round_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT round_title_zh_fits CHECK ((char_length(title_zh) <= 300)),
    CONSTRAINT round_window CHECK ((until_day >= from_day))
);

CREATE TABLE career.said (
    application uuid NOT NULL,
    item uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT said_pkey PRIMARY KEY (application, item, no),
    CONSTRAINT said_application_fkey FOREIGN KEY (application) REFERENCES career.application(id),
    CONSTRAINT said_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE career.shortlisted (
    opening uuid NOT NULL,
    person uuid NOT NULL,
    place integer NOT NULL,
    level integer NOT NULL,
    months integer NOT NULL,
    drawn text NOT NULL,
    choice integer NOT NULL,
    got boolean NOT NULL,
    CONSTRAINT shortlisted_pkey PRIMARY KEY (opening, person),
    CONSTRAINT shortlisted_place UNIQUE (opening, place),
    CONSTRAINT shortlisted_opening_fkey FOREIGN KEY (opening) REFERENCES career.opening(id),
    CONSTRAINT shortlisted_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE career.sketch (
    track text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    begun_by uuid NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT sketch_pkey PRIMARY KEY (track),
    CONSTRAINT sketch_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT sketch_title_zh_fits CHECK ((char_length(title_zh) <= 300))
);

CREATE TABLE career.sketch_item (
    track text NOT NULL,
    code text NOT NULL,
    part text NOT NULL,
    level integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    CONSTRAINT sketch_item_pkey PRIMARY KEY (track, code),
    CONSTRAINT sketch_item_track_fkey FOREIGN KEY (track) REFERENCES career.sketch(track) ON DELETE CASCADE,
    CONSTRAINT sketch_item_code_fits CHECK ((char_length(code) <= 40)),
    CONSTRAINT sketch_item_level CHECK (((level >= 1) AND (level <= 9))),
    CONSTRAINT sketch_item_part CHECK ((part = ANY (ARRAY['EXPERIENCE'::text, 'KNOWLEDGE'::text, 'SKILL'::text, 'RESULT'::text, 'BEHAVIOUR'::text]))),
    CONSTRAINT sketch_item_title_en_fits CHECK ((char_length(title_en) <= 1000)),
    CONSTRAINT sketch_item_title_zh_fits CHECK ((char_length(title_zh) <= 1000))
);

CREATE TABLE career.sketch_words (
    track text NOT NULL,
    code text NOT NULL,
    level integer NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    CONSTRAINT sketch_words_pkey PRIMARY KEY (track, code, level),
    CONSTRAINT sketch_words_track_code_fkey FOREIGN KEY (track, code) REFERENCES career.sketch_item(track, code) ON DELETE CASCADE,
    CONSTRAINT sketch_words_words_en_fits CHECK ((char_length(words_en) <= 4000)),
    CONSTRAINT sketch_words_words_zh_fits CHECK ((char_length(words_zh) <= 4000))
);

CREATE TABLE career.standard_version (
    id uuid NOT NULL,
    edition uuid NOT NULL,
    standard uuid NOT NULL,
    track text NOT NULL,
    version integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT standard_version_pkey PRIMARY KEY (id),
    CONSTRAINT standard_version_numbered UNIQUE (edition, track),
    CONSTRAINT standard_version_edition_fkey FOREIGN KEY (edition) REFERENCES career.edition(id),
    CONSTRAINT standard_version_from_one CHECK ((version > 0)),
    CONSTRAINT standard_version_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT standard_version_title_zh_fits CHECK ((char_length(title_zh) <= 300))
);

CREATE TABLE career.step (
    application uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid,
    because text NOT NULL DEFAULT ''::text,
    CONSTRAINT step_pkey PRIMARY KEY (application, no),
    CONSTRAINT step_application_fkey FOREIGN KEY (application) REFERENCES career.application(id),
    CONSTRAINT step_because CHECK (((because = ANY (ARRAY[''::text, 'FORGOTTEN'::text])) AND ((because = ''::text) OR (state = 'WITHDRAWN'::text)))),
    CONSTRAINT step_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENT'::text, 'PANEL'::text, 'DECIDED'::text, 'WITHDRAWN'::text])))
);

CREATE TABLE career.track (
    id uuid NOT NULL,
    edition uuid NOT NULL,
    code text NOT NULL,
    ladder text NOT NULL,
    family_en text NOT NULL,
    family_zh text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    CONSTRAINT track_pkey PRIMARY KEY (id),
    CONSTRAINT track_edition_fkey FOREIGN KEY (edition) REFERENCES career.edition(id),
    CONSTRAINT track_code_form CHECK (((code ~ '^[A-Z0-9]{2,8}(-[A-Z0-9]{1,8})*$'::text) AND (char_length(code) <= 30))),
    CONSTRAINT track_family_en_fits CHECK ((char_length(family_en) <= 300)),
    CONSTRAINT track_family_zh_fits CHECK ((char_length(family_zh) <= 300)),
    CONSTRAINT track_ladder CHECK ((ladder = ANY (ARRAY['P'::text, 'M'::text]))),
    CONSTRAINT track_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT track_name_zh_fits CHECK ((char_length(name_zh) <= 300))
);

CREATE TABLE career.version_item (
    version uuid NOT NULL,
    item uuid NOT NULL,
    no integer NOT NULL,
    code text NOT NULL,
    part text NOT NULL,
    level integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    CONSTRAINT version_item_pkey PRIMARY KEY (version, item),
    CONSTRAINT version_item_version_fkey FOREIGN KEY (version) REFERENCES career.standard_version(id),
    CONSTRAINT version_item_code_fits CHECK ((char_length(code) <= 40)),
    CONSTRAINT version_item_level CHECK (((level >= 1) AND (level <= 9))),
    CONSTRAINT version_item_part CHECK ((part = ANY (ARRAY['EXPERIENCE'::text, 'KNOWLEDGE'::text, 'SKILL'::text, 'RESULT'::text, 'BEHAVIOUR'::text]))),
    CONSTRAINT version_item_title_en_fits CHECK ((char_length(title_en) <= 1000)),
    CONSTRAINT version_item_title_zh_fits CHECK ((char_length(title_zh) <= 1000))
);

CREATE TABLE career.vote (
    application uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    item uuid NOT NULL,
    shown integer NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT vote_pkey PRIMARY KEY (application, person, no, item),
    CONSTRAINT vote_application_person_fkey FOREIGN KEY (application, person) REFERENCES career.panelist(application, person),
    CONSTRAINT vote_reason_fits CHECK ((char_length(reason) <= 2000)),
    CONSTRAINT vote_shown CHECK (((shown >= 0) AND (shown <= 9)))
);

CREATE TABLE career.wish (
    id uuid NOT NULL,
    person uuid NOT NULL,
    track text NOT NULL,
    level integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT wish_pkey PRIMARY KEY (id),
    CONSTRAINT wish_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE INDEX application_by_person ON career.application USING btree (person);
CREATE INDEX choice_by_person ON career.choice USING btree (person);
CREATE INDEX decided_item_by_item ON career.decided_item USING btree (item);
CREATE UNIQUE INDEX decided_once ON career.step USING btree (application) WHERE (state = 'DECIDED'::text);
CREATE INDEX decision_by_person ON career.decision USING btree (person, track, decided_at DESC);
CREATE UNIQUE INDEX deferred_once ON career.move USING btree (opening, person) WHERE (step = 'DEFERRED'::text);
CREATE INDEX file_by_application ON career.file USING btree (application);
CREATE UNIQUE INDEX moved_once ON career.move USING btree (opening, person) WHERE (step = 'MOVED'::text);
CREATE INDEX opening_by_round ON career.opening USING btree (round);
CREATE INDEX panelist_by_account ON career.panelist USING btree (account);
CREATE INDEX placement_by_person ON career.placement USING btree (person, from_day DESC, placed_at DESC);
CREATE UNIQUE INDEX returned_once ON career.move USING btree (opening, person) WHERE (step = 'RETURNED'::text);
CREATE UNIQUE INDEX sent_once ON career.step USING btree (application) WHERE (state = 'SENT'::text);
CREATE INDEX shortlisted_by_person ON career.shortlisted USING btree (person);
CREATE INDEX standard_version_by_track ON career.standard_version USING btree (track, version DESC);
CREATE INDEX track_by_code ON career.track USING btree (code);
CREATE INDEX track_by_edition ON career.track USING btree (edition);
CREATE INDEX version_item_by_item ON career.version_item USING btree (item);
CREATE INDEX wish_by_person ON career.wish USING btree (person, at DESC);

CREATE VIEW career.gap AS
 SELECT wish.person,
    item.item,
    wish.level AS wanted_level,
    COALESCE(shown.level, 0) AS shown_level
   FROM (((( SELECT DISTINCT ON (wish_1.person) wish_1.person,
            wish_1.track,
            wish_1.level
           FROM career.wish wish_1
          ORDER BY wish_1.person, wish_1.at DESC) wish
     JOIN career.standards('infinity'::date, 'infinity'::timestamp with time zone) held(id, standard, track, version, title_en, title_zh, sha256, from_day, record) ON ((held.track = wish.track)))
     JOIN career.version_item item ON (((item.version = held.id) AND (item.level <= wish.level))))
     LEFT JOIN LATERAL ( SELECT decided.shown AS level
           FROM (career.decided_item decided
             JOIN career.decision ON ((decision.application = decided.application)))
          WHERE ((decision.person = wish.person) AND (decided.item = item.item))
          ORDER BY decision.decided_at DESC
         LIMIT 1) shown ON (true))
  WHERE (COALESCE(shown.level, 0) < wish.level);
CREATE VIEW career.item AS
 SELECT item.item AS id,
    held.standard,
    item.code,
    item.title_en,
    item.title_zh,
    item.level
   FROM (career.standards('infinity'::date, 'infinity'::timestamp with time zone) held(id, standard, track, version, title_en, title_zh, sha256, from_day, record)
     JOIN career.version_item item ON ((item.version = held.id)));

CREATE OR REPLACE FUNCTION career.held(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, track text, level integer, from_day date, until_day date, application uuid, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT * FROM (
        SELECT DISTINCT ON (person, track) person, track, level, from_day, until_day, application, record
          FROM career.decision
         WHERE outcome <> 'NOT_SHOWN' AND from_day <= on_day AND decided_at <= known_at
         ORDER BY person, track, decided_at DESC) AS newest
     WHERE level > 0
$function$
;
CREATE OR REPLACE FUNCTION career.ladder_on(on_day date)
 RETURNS TABLE(ladder text, level integer, grade integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (ladder, level) ladder, level, grade FROM career.ladder_level WHERE from_day <= on_day ORDER BY ladder, level, from_day DESC
$function$
;
CREATE OR REPLACE FUNCTION career.placed(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, track text, from_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (person) person, track, from_day, record
      FROM career.placement
     WHERE from_day <= on_day AND placed_at <= known_at
     ORDER BY person, from_day DESC, placed_at DESC
$function$
;
CREATE OR REPLACE FUNCTION career.rule_on(wanted text, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    SELECT rule.at('career', wanted, on_day, 'infinity')
$function$
;
CREATE OR REPLACE FUNCTION career.short_of(who uuid, of_track text, wanted integer, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(item uuid, code text, no integer, title_en text, title_zh text, shown integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT asked.item, asked.code, asked.no, asked.title_en, asked.title_zh, coalesce(found.shown, 0)
      FROM career.standards(on_day, known_at) AS held
      JOIN career.version_item AS asked ON asked.version = held.id AND asked.level <= wanted
      LEFT JOIN LATERAL (
          SELECT decided.shown
            FROM career.decided_item AS decided
            JOIN career.decision ON decision.application = decided.application
           WHERE decision.person = who AND decided.item = asked.item AND decision.from_day <= on_day AND decision.decided_at <= known_at
             AND coalesce(decision.until_day, decision.from_day + make_interval(months => career.rule_on('valid-months', decision.from_day))) >= on_day
           ORDER BY decision.decided_at DESC
           LIMIT 1) AS found ON true
     WHERE held.track = of_track
       AND coalesce(found.shown, 0) < wanted
$function$
;
CREATE OR REPLACE FUNCTION career.standards(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(id uuid, standard uuid, track text, version integer, title_en text, title_zh text, sha256 text, from_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (held.track) held.id, held.standard, held.track, held.version, held.title_en, held.title_zh, held.sha256, approval.from_day, approval.record
      FROM career.standard_version AS held
      JOIN career.approval ON approval.edition = held.edition AND approval.approved_at <= known_at
     WHERE approval.from_day <= on_day
     ORDER BY held.track, held.version DESC, approval.approved_at DESC
$function$
;
CREATE OR REPLACE FUNCTION career.tracks(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(id uuid, code text, ladder text, family_en text, family_zh text, name_en text, name_zh text, from_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (track.code) track.id, track.code, track.ladder, track.family_en, track.family_zh, track.name_en, track.name_zh,
           min(approval.from_day) OVER (PARTITION BY track.code), approval.record
      FROM career.track
      JOIN career.approval ON approval.edition = track.edition AND approval.approved_at <= known_at
     WHERE approval.from_day <= on_day
     ORDER BY track.code, approval.from_day DESC, approval.approved_at DESC
$function$
;


-- casework

CREATE TABLE casework.correction (
    id uuid NOT NULL,
    kind text NOT NULL,
    severity text NOT NULL,
    subject uuid NOT NULL,
    supplier uuid NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    opened_day date NOT NULL,
    plan_due_day date NOT NULL,
    close_due_day date NOT NULL,
    source text NOT NULL,
    CONSTRAINT correction_pkey PRIMARY KEY (id),
    CONSTRAINT one_case_a_subject UNIQUE (kind, subject),
    CONSTRAINT plan_due_first CHECK (((opened_day <= plan_due_day) AND (plan_due_day <= close_due_day)))
);

CREATE TABLE casework.measure (
    plan uuid NOT NULL,
    no integer NOT NULL,
    aim text NOT NULL,
    what text NOT NULL,
    owner text NOT NULL,
    due_day date NOT NULL,
    CONSTRAINT measure_pkey PRIMARY KEY (plan, no),
    CONSTRAINT measure_plan_fkey FOREIGN KEY (plan) REFERENCES casework.plan(id),
    CONSTRAINT aim_known CHECK ((aim = ANY (ARRAY['CORRECTIVE'::text, 'PREVENTIVE'::text]))),
    CONSTRAINT measure_owner_fits CHECK ((char_length(owner) <= 300)) NOT VALID,
    CONSTRAINT measure_says_all CHECK (((what <> ''::text) AND (owner <> ''::text))),
    CONSTRAINT measure_what_fits CHECK ((char_length(what) <= 4000)) NOT VALID
);

CREATE TABLE casework.plan (
    id uuid NOT NULL,
    correction uuid NOT NULL,
    containment text NOT NULL,
    root_cause text NOT NULL,
    sent_by uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT plan_pkey PRIMARY KEY (id),
    CONSTRAINT plan_correction_fkey FOREIGN KEY (correction) REFERENCES casework.correction(id),
    CONSTRAINT plan_containment_fits CHECK ((char_length(containment) <= 4000)) NOT VALID,
    CONSTRAINT plan_root_cause_fits CHECK ((char_length(root_cause) <= 4000)) NOT VALID,
    CONSTRAINT plan_says_all CHECK (((containment <> ''::text) AND (root_cause <> ''::text)))
);

CREATE TABLE casework.proof (
    correction uuid NOT NULL,
    step integer NOT NULL,
    evidence uuid NOT NULL,
    CONSTRAINT proof_pkey PRIMARY KEY (correction, step, evidence),
    CONSTRAINT proof_correction_step_fkey FOREIGN KEY (correction, step) REFERENCES casework.step(correction, no),
    CONSTRAINT proof_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id)
);

CREATE TABLE casework.reminder (
    correction uuid NOT NULL,
    day date NOT NULL,
    days_left integer NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (correction, day),
    CONSTRAINT reminder_correction_fkey FOREIGN KEY (correction) REFERENCES casework.correction(id)
);

CREATE TABLE casework.span (
    kind text NOT NULL,
    severity text NOT NULL,
    from_day date NOT NULL,
    plan_days integer NOT NULL,
    close_days integer NOT NULL,
    source text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT span_pkey PRIMARY KEY (kind, severity, from_day, set_at),
    CONSTRAINT plan_before_closing CHECK (((plan_days > 0) AND (close_days >= plan_days))),
    CONSTRAINT span_has_source CHECK ((source <> ''::text))
);

CREATE TABLE casework.step (
    correction uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    words text NOT NULL DEFAULT ''::text,
    due_day date NOT NULL,
    plan uuid,
    method text,
    visit_day date,
    after_by uuid,
    record uuid NOT NULL,
    CONSTRAINT step_pkey PRIMARY KEY (correction, no),
    CONSTRAINT step_correction_fkey FOREIGN KEY (correction) REFERENCES casework.correction(id),
    CONSTRAINT step_plan_fkey FOREIGN KEY (plan) REFERENCES casework.plan(id),
    CONSTRAINT closed_by_two CHECK (((state <> 'CLOSED'::text) OR ((after_by IS NOT NULL) AND (after_by <> by)))),
    CONSTRAINT plan_is_there CHECK (((state <> ALL (ARRAY['PLAN_SENT'::text, 'PLAN_ACCEPTED'::text])) OR (plan IS NOT NULL))),
    CONSTRAINT reason_told CHECK (((state <> ALL (ARRAY['PLAN_RETURNED'::text, 'DONE_RETURNED'::text, 'NO_ACTION'::text, 'VERIFIED'::text, 'DONE_SENT'::text])) OR (words <> ''::text))),
    CONSTRAINT step_known CHECK ((state = ANY (ARRAY['PLAN_OWED'::text, 'PLAN_SENT'::text, 'PLAN_RETURNED'::text, 'PLAN_ACCEPTED'::text, 'DONE_SENT'::text, 'DONE_RETURNED'::text, 'VERIFIED'::text, 'NO_ACTION'::text, 'CLOSED'::text]))),
    CONSTRAINT step_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID,
    CONSTRAINT verified_somehow CHECK ((((state = 'VERIFIED'::text) = (method IS NOT NULL)) AND ((method IS NULL) OR (method = ANY (ARRAY['DESK'::text, 'SITE'::text]))))),
    CONSTRAINT visited_on_a_day CHECK ((((method = 'SITE'::text) = (visit_day IS NOT NULL)) OR ((method IS NULL) AND (visit_day IS NULL))))
);

CREATE INDEX correction_by_supplier ON casework.correction USING btree (supplier);
CREATE INDEX plan_by_correction ON casework.plan USING btree (correction, sent_at);

CREATE VIEW casework.standing AS
 SELECT id,
    kind,
    severity,
    subject,
    supplier,
    title_en,
    title_zh,
    opened_day,
    plan_due_day,
    close_due_day,
    source,
    step,
    state,
    at,
    by,
    words,
    due_day,
    plan,
    record
   FROM casework.standing_at('infinity'::timestamp with time zone) standing_at(id, kind, severity, subject, supplier, title_en, title_zh, opened_day, plan_due_day, close_due_day, source, step, state, at, by, words, due_day, plan, record);

CREATE OR REPLACE FUNCTION casework.standing_at(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, kind text, severity text, subject uuid, supplier uuid, title_en text, title_zh text, opened_day date, plan_due_day date, close_due_day date, source text, step integer, state text, at timestamp with time zone, by uuid, words text, due_day date, plan uuid, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT correction.id, kind, severity, subject, supplier, title_en, title_zh, opened_day, plan_due_day, close_due_day, source,
           step.no, step.state, step.at, step.by, step.words, step.due_day, step.plan, step.record
      FROM casework.correction
      JOIN LATERAL (SELECT *
                      FROM casework.step
                     WHERE step.correction = correction.id
                       AND step.at <= known_at
                     ORDER BY no DESC
                     LIMIT 1) AS step ON true
$function$
;
CREATE OR REPLACE FUNCTION casework.taken(known_at timestamp with time zone)
 RETURNS TABLE(correction uuid, no integer, state text, at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT correction, no, state, at, record FROM casework.step WHERE at <= known_at
$function$
;

CREATE TRIGGER clearance_audit_came AFTER INSERT ON casework.correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_audit_came AFTER INSERT ON casework.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT correction.supplier FROM changed JOIN casework.correction ON correction.id = changed.correction FOR SHARE OF correction');
CREATE TRIGGER clearance_audit_is AFTER UPDATE ON casework.correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_audit_is AFTER UPDATE ON casework.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT correction.supplier FROM changed JOIN casework.correction ON correction.id = changed.correction FOR SHARE OF correction');
CREATE TRIGGER clearance_audit_was AFTER UPDATE ON casework.correction REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_audit_was AFTER UPDATE ON casework.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT correction.supplier FROM changed JOIN casework.correction ON correction.id = changed.correction FOR SHARE OF correction');
CREATE TRIGGER clearance_audit_went AFTER DELETE ON casework.correction REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_audit_went AFTER DELETE ON casework.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT correction.supplier FROM changed JOIN casework.correction ON correction.id = changed.correction FOR SHARE OF correction');


-- clearance

CREATE TABLE clearance.answer (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    asked_by uuid NOT NULL,
    supplier uuid NOT NULL,
    category text,
    site uuid,
    act text NOT NULL,
    reference text,
    outcome text NOT NULL,
    rulebook uuid NOT NULL,
    reasons jsonb,
    CONSTRAINT answer_pkey PRIMARY KEY (id),
    CONSTRAINT act_known CHECK ((act = ANY (ARRAY['QUOTATION'::text, 'ORDER'::text, 'CONTRACT'::text, 'RECEIPT'::text, 'PAYMENT'::text, 'RENEWAL'::text]))),
    CONSTRAINT outcome_known CHECK ((outcome = ANY (ARRAY['YES'::text, 'WARNED'::text, 'NO'::text]))),
    CONSTRAINT yes_without_reasons CHECK (((outcome = 'YES'::text) = (reasons IS NULL)))
);

CREATE TABLE clearance.approval (
    exception uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT approval_pkey PRIMARY KEY (exception),
    CONSTRAINT approval_exception_fkey FOREIGN KEY (exception) REFERENCES clearance.exception(id)
);

CREATE TABLE clearance.deed (
    kind text NOT NULL,
    document text NOT NULL,
    supplier uuid NOT NULL,
    day date NOT NULL,
    amount numeric(18,2) NOT NULL,
    currency text NOT NULL,
    answer uuid,
    allowed boolean,
    report uuid NOT NULL,
    CONSTRAINT deed_pk PRIMARY KEY (kind, document),
    CONSTRAINT deed_report_fkey FOREIGN KEY (report) REFERENCES clearance.report(id),
    CONSTRAINT deed_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT asked_and_answered CHECK (((answer IS NULL) = (allowed IS NULL))),
    CONSTRAINT deed_amount CHECK ((amount >= (0)::numeric)),
    CONSTRAINT deed_kind_known CHECK ((kind = ANY (ARRAY['ORDER'::text, 'RECEIPT'::text, 'PAYMENT'::text])))
);

CREATE TABLE clearance.exception (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    rules text[] NOT NULL,
    acts text[] NOT NULL,
    until_day date NOT NULL,
    reason text NOT NULL,
    proposal uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT exception_pkey PRIMARY KEY (id),
    CONSTRAINT exception_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT exception_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT exception_for_an_act CHECK ((cardinality(acts) > 0)),
    CONSTRAINT exception_of_a_rule CHECK ((cardinality(rules) > 0)),
    CONSTRAINT exception_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT exception_says_why CHECK ((reason <> ''::text))
);

CREATE TABLE clearance.news (
    whose uuid NOT NULL,
    xid xid8 NOT NULL,
    at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT news_pkey PRIMARY KEY (whose, xid)
);

CREATE TABLE clearance.report (
    id uuid NOT NULL,
    source text NOT NULL,
    stated_rows integer NOT NULL,
    reported_by uuid NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT report_pkey PRIMARY KEY (id),
    CONSTRAINT report_has_rows CHECK ((stated_rows > 0)),
    CONSTRAINT report_has_source CHECK ((source <> ''::text)),
    CONSTRAINT report_source_fits CHECK ((char_length(source) <= 300)) NOT VALID
);

CREATE TABLE clearance.rulebook (
    id uuid NOT NULL,
    rules jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT rulebook_pkey PRIMARY KEY (id)
);

CREATE TABLE clearance.withdrawal (
    exception uuid NOT NULL,
    withdrawn_by uuid NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT withdrawal_pkey PRIMARY KEY (exception),
    CONSTRAINT withdrawal_exception_fkey FOREIGN KEY (exception) REFERENCES clearance.approval(exception),
    CONSTRAINT withdrawal_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE INDEX answer_by_reference ON clearance.answer USING btree (reference) WHERE (reference IS NOT NULL);
CREATE INDEX answer_by_supplier ON clearance.answer USING btree (supplier, id);
CREATE INDEX deed_by_supplier ON clearance.deed USING btree (supplier, day);
CREATE INDEX deed_newest ON clearance.deed USING btree (day DESC, document, kind);
CREATE INDEX exception_by_supplier ON clearance.exception USING btree (supplier);

CREATE VIEW clearance.deed_known AS
 SELECT deed.kind,
    deed.document,
    deed.supplier,
    deed.day,
    deed.amount,
    deed.currency,
    deed.answer,
    deed.allowed,
    report.reported_at,
    report.record
   FROM (clearance.deed
     JOIN clearance.report ON ((report.id = deed.report)));
CREATE VIEW clearance.exception_in_force AS
 SELECT exception.id,
    exception.supplier,
    exception.rules,
    exception.acts,
    exception.until_day,
    approval.record
   FROM (clearance.exception
     JOIN clearance.approval ON ((approval.exception = exception.id)))
  WHERE (NOT (EXISTS ( SELECT
           FROM clearance.withdrawal
          WHERE (withdrawal.exception = exception.id))));
CREATE VIEW clearance.report_known AS
 SELECT id,
    stated_rows,
    reported_at,
    record
   FROM clearance.report;

CREATE OR REPLACE FUNCTION clearance.excepted(of_supplier uuid, of_rule text, of_act text, on_day date)
 RETURNS TABLE(exception uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT exception.id
      FROM clearance.exception
      JOIN clearance.approval ON approval.exception = exception.id
      LEFT JOIN clearance.withdrawal ON withdrawal.exception = exception.id
     WHERE exception.supplier = of_supplier
       AND of_rule = ANY (exception.rules)
       AND of_act = ANY (exception.acts)
       AND on_day <= exception.until_day
       AND on_day >= (approval.approved_at AT TIME ZONE 'Asia/Shanghai')::date
       AND (withdrawal.withdrawn_at IS NULL OR on_day <= (withdrawal.withdrawn_at AT TIME ZONE 'Asia/Shanghai')::date)
$function$
;
CREATE OR REPLACE FUNCTION clearance.listen(room text, what regclass, whose text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF whose IS NULL THEN
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell()', 'clearance_' || room, what);
    ELSE
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_came', what, whose);
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_was', what, whose);
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_is', what, whose);
        EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell(%L)',
                       'clearance_' || room || '_went', what, whose);
    END IF;
END
$function$
;
CREATE OR REPLACE FUNCTION clearance.tell()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF TG_NARGS = 0 THEN
        INSERT INTO clearance.news (whose, xid) VALUES ('00000000-0000-0000-0000-000000000000', pg_current_xact_id()) ON CONFLICT DO NOTHING;
    ELSE
        EXECUTE 'INSERT INTO clearance.news (whose, xid) SELECT DISTINCT whose, pg_current_xact_id() FROM (' || TG_ARGV[0]
             || ') AS told (whose) WHERE whose IS NOT NULL ON CONFLICT DO NOTHING';
    END IF;
    RETURN NULL;
END
$function$
;

CREATE TRIGGER clearance_clearance_came AFTER INSERT ON clearance.approval REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_came AFTER INSERT ON clearance.exception REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_came AFTER INSERT ON clearance.withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_is AFTER UPDATE ON clearance.approval REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_is AFTER UPDATE ON clearance.exception REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_is AFTER UPDATE ON clearance.withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_was AFTER UPDATE ON clearance.approval REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_was AFTER UPDATE ON clearance.exception REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_was AFTER UPDATE ON clearance.withdrawal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_went AFTER DELETE ON clearance.approval REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');
CREATE TRIGGER clearance_clearance_went AFTER DELETE ON clearance.exception REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_went AFTER DELETE ON clearance.withdrawal REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT exception.supplier FROM changed JOIN clearance.exception ON exception.id = changed.exception FOR SHARE OF exception');

COMMENT ON TABLE clearance.news IS 'Not in backups. Numbers of transactions mean nothing in another database, and after two days nobody asks.';


-- community

CREATE TABLE community.incoming (
    token bytea NOT NULL,
    round uuid,
    what text NOT NULL,
    thread uuid,
    post uuid,
    author bytea,
    signature bytea,
    sort text,
    unit uuid,
    text text,
    solved boolean,
    CONSTRAINT incoming_pkey PRIMARY KEY (token),
    CONSTRAINT incoming_text_fits CHECK ((char_length(text) <= 4000)),
    CONSTRAINT incoming_token CHECK ((octet_length(token) = 32)),
    CONSTRAINT incoming_what CHECK ((what = ANY (ARRAY['THREAD'::text, 'REPLY'::text, 'VOICE'::text, 'JUDGEMENT'::text, 'APPEAL'::text])))
);

CREATE TABLE community.judgement (
    round uuid NOT NULL,
    token bytea NOT NULL,
    thread uuid NOT NULL,
    solved boolean NOT NULL,
    day date NOT NULL,
    CONSTRAINT judgement_pkey PRIMARY KEY (round, token),
    CONSTRAINT judgement_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT judgement_thread_fkey FOREIGN KEY (thread) REFERENCES community.thread(id)
);

CREATE TABLE community.liaison (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    rank text NOT NULL,
    person uuid NOT NULL,
    from_day date NOT NULL,
    until_day date,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT liaison_pkey PRIMARY KEY (id),
    CONSTRAINT liaison_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT liaison_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT liaison_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT liaison_rank CHECK ((rank = ANY (ARRAY['OFFICER'::text, 'DEPUTY'::text]))),
    CONSTRAINT one_liaison_a_day EXCLUDE USING gist (directory.same(((unit)::text || rank), ((unit)::text || rank), '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&)
);

CREATE TABLE community.look (
    id uuid NOT NULL,
    post uuid NOT NULL,
    hearing integer NOT NULL,
    appeal text NOT NULL,
    day date NOT NULL,
    by uuid,
    CONSTRAINT look_pkey PRIMARY KEY (id),
    CONSTRAINT look_once UNIQUE (post, hearing),
    CONSTRAINT look_post_fkey FOREIGN KEY (post) REFERENCES community.post(id),
    CONSTRAINT look_appeal_fits CHECK ((char_length(appeal) <= 4000)),
    CONSTRAINT look_appealed CHECK (((hearing = 2) = (appeal <> ''::text))),
    CONSTRAINT look_hearing CHECK ((hearing = ANY (ARRAY[1, 2])))
);

CREATE TABLE community.month (
    round uuid NOT NULL,
    first_day date NOT NULL,
    word text NOT NULL,
    CONSTRAINT month_pkey PRIMARY KEY (round),
    CONSTRAINT month_once UNIQUE (first_day),
    CONSTRAINT month_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT month_word CHECK ((word ~ '^[0-9a-f]{32}$'::text))
);

CREATE TABLE community.opening (
    only_one boolean NOT NULL DEFAULT true,
    day date NOT NULL,
    by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT opening_pkey PRIMARY KEY (only_one),
    CONSTRAINT opening_once CHECK (only_one)
);

CREATE TABLE community.opinion (
    look uuid NOT NULL,
    seat text NOT NULL,
    hide boolean NOT NULL,
    reason text,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT opinion_pkey PRIMARY KEY (look, seat),
    CONSTRAINT opinion_by_another UNIQUE (look, by),
    CONSTRAINT opinion_look_fkey FOREIGN KEY (look) REFERENCES community.look(id),
    CONSTRAINT opinion_reason CHECK (((reason IS NOT NULL) = hide)),
    CONSTRAINT opinion_reason_known CHECK ((reason = ANY (ARRAY['PERSON'::text, 'PRIVATE'::text, 'THREAT'::text, 'UNLAWFUL'::text, 'SECRET'::text, 'ADVERT'::text]))),
    CONSTRAINT opinion_seat CHECK ((seat = ANY (ARRAY['LIAISON'::text, 'UNION'::text, 'ELECTED'::text])))
);

CREATE TABLE community.post (
    id uuid NOT NULL,
    thread uuid NOT NULL,
    first boolean NOT NULL,
    author bytea NOT NULL,
    signature bytea NOT NULL,
    text text NOT NULL,
    day date NOT NULL,
    round uuid NOT NULL,
    token bytea NOT NULL,
    CONSTRAINT post_pkey PRIMARY KEY (id),
    CONSTRAINT post_token_once UNIQUE (round, token),
    CONSTRAINT post_round_fkey FOREIGN KEY (round) REFERENCES community.month(round),
    CONSTRAINT post_thread_fkey FOREIGN KEY (thread) REFERENCES community.thread(id),
    CONSTRAINT post_author CHECK ((octet_length(author) = 32)),
    CONSTRAINT post_signature CHECK ((octet_length(signature) = 64)),
    CONSTRAINT post_text_fits CHECK (((char_length(text) >= 1) AND (char_length(text) <= 4000)))
);

CREATE TABLE community.ruling (
    look uuid NOT NULL,
    post uuid NOT NULL,
    hidden boolean NOT NULL,
    reasons text NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT ruling_pkey PRIMARY KEY (look),
    CONSTRAINT ruling_look_fkey FOREIGN KEY (look) REFERENCES community.look(id),
    CONSTRAINT ruling_post_fkey FOREIGN KEY (post) REFERENCES community.post(id),
    CONSTRAINT ruling_reasons CHECK ((hidden = (reasons <> ''::text)))
);

CREATE TABLE community.seat (
    id uuid NOT NULL,
    seat text NOT NULL,
    person uuid NOT NULL,
    from_day date NOT NULL,
    until_day date,
    named_by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT seat_pkey PRIMARY KEY (id),
    CONSTRAINT seat_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT one_in_a_seat EXCLUDE USING gist (directory.same(seat, seat, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&),
    CONSTRAINT one_seat_a_person EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&),
    CONSTRAINT seat_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT seat_known CHECK ((seat = ANY (ARRAY['LIAISON'::text, 'UNION'::text, 'ELECTED'::text])))
);

CREATE TABLE community.step (
    thread uuid NOT NULL,
    no integer NOT NULL,
    what text NOT NULL,
    text text NOT NULL,
    day date NOT NULL,
    due date,
    judge_round uuid,
    by uuid,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT step_pkey PRIMARY KEY (thread, no),
    CONSTRAINT step_judge_round_fkey FOREIGN KEY (judge_round) REFERENCES ballot.round(id),
    CONSTRAINT step_thread_fkey FOREIGN KEY (thread) REFERENCES community.thread(id),
    CONSTRAINT step_due CHECK (((what = 'REOPENED'::text) = (due IS NOT NULL))),
    CONSTRAINT step_judged CHECK (((what = 'RESULT'::text) = (judge_round IS NOT NULL))),
    CONSTRAINT step_text_fits CHECK ((char_length(text) <= 4000)),
    CONSTRAINT step_what CHECK ((what = ANY (ARRAY['ANSWERED'::text, 'REFERRED'::text, 'RESULT'::text, 'SOLVED'::text, 'REOPENED'::text])))
);

CREATE TABLE community.tally (
    day date NOT NULL,
    round uuid NOT NULL,
    people bigint NOT NULL,
    issued bigint NOT NULL,
    spent bigint NOT NULL,
    shown bigint NOT NULL,
    holds boolean NOT NULL GENERATED ALWAYS AS (((shown <= spent) AND (spent <= issued))),
    root text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT tally_pkey PRIMARY KEY (round, day),
    CONSTRAINT tally_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT tally_root CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE community.thread (
    id uuid NOT NULL,
    sort text NOT NULL,
    unit uuid,
    day date NOT NULL,
    due date NOT NULL,
    voice_round uuid NOT NULL,
    record uuid NOT NULL,
    let_go_on date,
    CONSTRAINT thread_pkey PRIMARY KEY (id),
    CONSTRAINT thread_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT thread_voice_round_fkey FOREIGN KEY (voice_round) REFERENCES ballot.round(id),
    CONSTRAINT thread_due CHECK ((due > day)),
    CONSTRAINT thread_sort CHECK ((sort = ANY (ARRAY['IDEA'::text, 'QUESTION'::text, 'CONCERN'::text, 'PRAISE'::text])))
);

CREATE TABLE community.voice (
    round uuid NOT NULL,
    token bytea NOT NULL,
    thread uuid NOT NULL,
    day date NOT NULL,
    CONSTRAINT voice_pkey PRIMARY KEY (round, token),
    CONSTRAINT voice_round_fkey FOREIGN KEY (round) REFERENCES ballot.round(id),
    CONSTRAINT voice_thread_fkey FOREIGN KEY (thread) REFERENCES community.thread(id)
);

CREATE INDEX judgement_by_thread ON community.judgement USING btree (thread);
CREATE INDEX liaison_by_person ON community.liaison USING btree (person);
CREATE INDEX post_by_thread ON community.post USING btree (thread, day);
CREATE UNIQUE INDEX post_first ON community.post USING btree (thread) WHERE first;
CREATE INDEX ruling_by_post ON community.ruling USING btree (post);
CREATE INDEX step_judged_until ON community.step USING btree (judge_round) WHERE (judge_round IS NOT NULL);
CREATE INDEX thread_by_day ON community.thread USING btree (day);
CREATE INDEX thread_kept ON community.thread USING btree (day) WHERE (let_go_on IS NULL);
CREATE INDEX voice_by_thread ON community.voice USING btree (thread);

CREATE OR REPLACE FUNCTION community.cover(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(unit uuid, code text, kind text, name_en text, name_zh text, site uuid, people bigint, officer uuid, deputy uuid)
 LANGUAGE sql
 STABLE
AS $function$
    WITH place AS MATERIALIZED (
        SELECT * FROM directory.places(on_day, known_at)
    ), works AS MATERIALIZED (
        SELECT person, array_agg(unit ORDER BY unit) AS units FROM directory.engaged(on_day, known_at) WHERE kind <> 'RETIREE' GROUP BY person
    ), alike AS MATERIALIZED (
        SELECT units, count(*) AS people FROM works GROUP BY units
    ), staff AS MATERIALIZED (
        SELECT above.unit, sum(above.people)::bigint AS people
          FROM (SELECT DISTINCT alike.units, alike.people, up.unit
                  FROM alike
                 CROSS JOIN unnest(alike.units) AS own (unit)
                  JOIN place ON place.unit = own.unit
                 CROSS JOIN unnest(place.path) AS up (unit)) AS above
         GROUP BY above.unit
    ), named AS MATERIALIZED (
        SELECT liaison.unit, liaison.rank, liaison.person
          FROM community.liaison
          JOIN works ON works.person = liaison.person
         WHERE from_day <= on_day AND (until_day IS NULL OR until_day >= on_day OR ended_at > known_at) AND named_at <= known_at
    ), least AS MATERIALIZED (
        SELECT rule.at('community', 'group-least', on_day, known_at) AS people
    )
    SELECT place.unit, place.code, place.kind, place.name_en, place.name_zh, place.site, staff.people, officer.person, deputy.person
      FROM place
      JOIN staff ON staff.unit = place.unit
      LEFT JOIN named AS officer ON officer.unit = place.unit AND officer.rank = 'OFFICER'
      LEFT JOIN named AS deputy ON deputy.unit = place.unit AND deputy.rank = 'DEPUTY' AND deputy.person IS DISTINCT FROM officer.person
     WHERE place.kind = 'SITE' OR place.kind = 'UNIT' AND staff.people >= (SELECT least.people FROM least)
$function$
;
CREATE OR REPLACE FUNCTION community.working_day(country text, after_day date, days integer)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
    SELECT worked.day
      FROM (SELECT stretch.day::date AS day, row_number() OVER (ORDER BY stretch.day) AS no
              FROM generate_series(after_day + 1, after_day + 3 * days + 30, interval '1 day') AS stretch (day)
              LEFT JOIN labour.special_day AS special ON special.country = working_day.country AND special.day = stretch.day::date
             WHERE NOT coalesce(special.rests, extract(isodow FROM stretch.day) > 5)) AS worked
     WHERE worked.no = days
$function$
;


-- course

CREATE TABLE course.attempt (
    id uuid NOT NULL,
    taking uuid NOT NULL,
    no integer NOT NULL,
    questions integer NOT NULL,
    right_answers integer NOT NULL,
    needed_percent integer NOT NULL,
    passed boolean NOT NULL GENERATED ALWAYS AS (((right_answers * 100) >= (needed_percent * questions))),
    answers jsonb NOT NULL,
    seconds integer NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT attempt_pkey PRIMARY KEY (id),
    CONSTRAINT attempt_numbered UNIQUE (taking, no),
    CONSTRAINT attempt_taking_fkey FOREIGN KEY (taking) REFERENCES course.taking(id),
    CONSTRAINT attempt_counts CHECK (((questions > 0) AND ((right_answers >= 0) AND (right_answers <= questions)) AND (seconds >= 0)))
);

CREATE TABLE course.lesson (
    sha256 text NOT NULL,
    content text NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT lesson_pkey PRIMARY KEY (sha256),
    CONSTRAINT lesson_content_fits CHECK ((char_length(content) <= 400000)),
    CONSTRAINT lesson_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE course.page_read (
    taking uuid NOT NULL,
    page integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT page_read_pkey PRIMARY KEY (taking, page),
    CONSTRAINT page_read_taking_fkey FOREIGN KEY (taking) REFERENCES course.taking(id)
);

CREATE TABLE course.sign (
    circle text NOT NULL,
    who uuid NOT NULL,
    taking uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT sign_pkey PRIMARY KEY (circle, who),
    CONSTRAINT sign_taking_fkey FOREIGN KEY (taking) REFERENCES course.taking(id)
);

CREATE TABLE course.stretch (
    id uuid NOT NULL,
    taking uuid NOT NULL,
    circle text NOT NULL,
    who uuid NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    CONSTRAINT stretch_pkey PRIMARY KEY (id),
    CONSTRAINT stretch_taking_fkey FOREIGN KEY (taking) REFERENCES course.taking(id),
    CONSTRAINT nobody_online_twice EXCLUDE USING gist (directory.same(((circle || '/'::text) || (who)::text), ((circle || '/'::text) || (who)::text), '[]'::text) WITH &&, tstzrange(from_at, until_at) WITH &&),
    CONSTRAINT stretch_to_the_second CHECK (((date_trunc('second'::text, from_at) = from_at) AND (date_trunc('second'::text, until_at) = until_at))),
    CONSTRAINT stretch_turned CHECK ((until_at > from_at))
);

CREATE TABLE course.taking (
    id uuid NOT NULL,
    circle text NOT NULL,
    who uuid NOT NULL,
    sha256 text NOT NULL,
    seconds_most integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    CONSTRAINT taking_pkey PRIMARY KEY (id),
    CONSTRAINT taking_seconds_most CHECK (((seconds_most >= 0) AND (seconds_most <= 86400)))
);

CREATE INDEX attempt_by_day ON course.attempt USING btree (day) WHERE passed;
CREATE UNIQUE INDEX passed_once ON course.attempt USING btree (taking) WHERE passed;
CREATE INDEX stretch_by_taking ON course.stretch USING btree (taking, until_at);
CREATE INDEX stretch_by_time ON course.stretch USING btree (from_at);
CREATE INDEX taking_by_who ON course.taking USING btree (circle, who);

CREATE VIEW course.handed_in AS
 SELECT id,
    taking,
    no,
    questions,
    right_answers,
    needed_percent,
    passed,
    seconds,
    day,
    at,
    record
   FROM course.attempt;
CREATE VIEW course.online AS
 SELECT taking,
    circle,
    who,
    from_at,
    until_at
   FROM course.stretch;
CREATE VIEW course.page_known AS
 SELECT taking,
    page,
    at
   FROM course.page_read;


-- customer

CREATE TABLE customer.access (
    id uuid NOT NULL,
    account uuid NOT NULL,
    no integer NOT NULL,
    customer uuid NOT NULL,
    last_day date NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT access_pkey PRIMARY KEY (id),
    CONSTRAINT agreed_one_after_the_other UNIQUE (account, no),
    CONSTRAINT access_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT access_customer_fkey FOREIGN KEY (customer) REFERENCES customer.customer(id),
    CONSTRAINT nobody_lets_themselves_in CHECK ((account <> agreed_by))
);

CREATE TABLE customer.customer (
    id uuid NOT NULL,
    name text NOT NULL,
    CONSTRAINT customer_pkey PRIMARY KEY (id),
    CONSTRAINT customer_name_fits CHECK ((char_length(name) <= 300)),
    CONSTRAINT customer_named CHECK ((name <> ''::text))
);

CREATE UNIQUE INDEX customer_named_once ON customer.customer USING btree (lower(name));


-- customs

CREATE TABLE customs.asked (
    pack uuid NOT NULL,
    no integer NOT NULL,
    item integer NOT NULL,
    CONSTRAINT asked_pkey PRIMARY KEY (pack, no),
    CONSTRAINT asked_item_fkey FOREIGN KEY (item) REFERENCES traceability.item(number),
    CONSTRAINT asked_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id)
);

CREATE TABLE customs.cancelled (
    pack uuid NOT NULL,
    cancelled_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT cancelled_pkey PRIMARY KEY (pack),
    CONSTRAINT cancelled_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id)
);

CREATE TABLE customs.chain_group (
    pack uuid NOT NULL,
    no integer NOT NULL,
    chain text NOT NULL,
    complete boolean NOT NULL,
    verdict text NOT NULL,
    serials bigint NOT NULL,
    grams bigint NOT NULL,
    steps integer NOT NULL,
    CONSTRAINT chain_group_pkey PRIMARY KEY (pack, no),
    CONSTRAINT chain_group_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id),
    CONSTRAINT chain_group_chain CHECK ((chain ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT chain_group_verdict CHECK ((verdict = ANY (ARRAY['CLEAN'::text, 'TOUCHED'::text, 'UNKNOWN'::text])))
);

CREATE TABLE customs.cleared (
    chain text NOT NULL,
    no integer NOT NULL,
    pack uuid NOT NULL,
    entry text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT cleared_pkey PRIMARY KEY (chain, no),
    CONSTRAINT cleared_pack_fkey FOREIGN KEY (pack) REFERENCES customs.made(pack),
    CONSTRAINT cleared_chain CHECK ((chain ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT cleared_entry_fits CHECK ((char_length(entry) <= 300))
);

CREATE TABLE customs.failed (
    pack uuid NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT failed_pkey PRIMARY KEY (pack),
    CONSTRAINT failed_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id),
    CONSTRAINT failed_detail_fits CHECK ((char_length(detail) <= 1000)),
    CONSTRAINT failed_reason_fits CHECK ((char_length(reason) <= 300))
);

CREATE TABLE customs.handout (
    id uuid NOT NULL,
    pack uuid NOT NULL,
    recipient text NOT NULL,
    reason text NOT NULL,
    handed_by uuid NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT handout_pkey PRIMARY KEY (id),
    CONSTRAINT handout_pack_fkey FOREIGN KEY (pack) REFERENCES customs.made(pack),
    CONSTRAINT handout_reason_fits CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT handout_recipient_fits CHECK ((char_length(recipient) <= 300)),
    CONSTRAINT handout_says_whom CHECK (((recipient <> ''::text) AND (reason <> ''::text)))
);

CREATE TABLE customs.made (
    pack uuid NOT NULL,
    evidence uuid NOT NULL,
    paper uuid NOT NULL,
    record uuid NOT NULL,
    serials bigint NOT NULL,
    grams bigint NOT NULL,
    events bigint NOT NULL,
    papers bigint NOT NULL,
    missing bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT made_pkey PRIMARY KEY (pack),
    CONSTRAINT made_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT made_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id),
    CONSTRAINT made_paper_fkey FOREIGN KEY (paper) REFERENCES evidence.item(id),
    CONSTRAINT made_record_fkey FOREIGN KEY (record) REFERENCES customs.sealed(record),
    CONSTRAINT made_missing CHECK (((0 <= missing) AND (missing <= papers)))
);

CREATE TABLE customs.missing (
    pack uuid NOT NULL,
    uri text NOT NULL,
    tier text NOT NULL,
    events bigint NOT NULL,
    things text[] NOT NULL,
    CONSTRAINT missing_pkey PRIMARY KEY (pack, uri),
    CONSTRAINT missing_pack_fkey FOREIGN KEY (pack) REFERENCES customs.made(pack),
    CONSTRAINT missing_events_positive CHECK ((events > 0))
);

CREATE TABLE customs.pack (
    id uuid NOT NULL,
    no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    again uuid,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT pack_pkey PRIMARY KEY (id),
    CONSTRAINT pack_again_fkey FOREIGN KEY (again) REFERENCES customs.pack(id),
    CONSTRAINT pack_has_title CHECK ((title <> ''::text)),
    CONSTRAINT pack_title_fits CHECK ((char_length(title) <= 300))
);

CREATE TABLE customs.progress (
    pack uuid NOT NULL,
    stage text NOT NULL,
    done bigint NOT NULL,
    total bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT progress_pkey PRIMARY KEY (pack),
    CONSTRAINT progress_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id),
    CONSTRAINT progress_counts CHECK (((0 <= done) AND (done <= total))),
    CONSTRAINT progress_stage CHECK ((stage = ANY (ARRAY['FOLLOWING'::text, 'WRITING'::text, 'PAPERS'::text, 'PROVING'::text, 'CHECKING'::text])))
);

CREATE TABLE customs.sealed (
    record uuid NOT NULL,
    pack uuid NOT NULL,
    manifest bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT sealed_pkey PRIMARY KEY (record),
    CONSTRAINT sealed_pack_fkey FOREIGN KEY (pack) REFERENCES customs.pack(id),
    CONSTRAINT sealed_manifest CHECK ((octet_length(manifest) = 32))
);

CREATE INDEX chain_group_by_chain ON customs.chain_group USING btree (chain);
CREATE INDEX handout_by_pack ON customs.handout USING btree (pack, handed_at);
CREATE UNIQUE INDEX pack_by_no ON customs.pack USING btree (no);
CREATE INDEX sealed_by_pack ON customs.sealed USING btree (pack);


-- decision

CREATE TABLE decision.proposal (
    id uuid NOT NULL,
    matter text NOT NULL,
    subject uuid NOT NULL,
    reason text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    open boolean NOT NULL DEFAULT true,
    CONSTRAINT proposal_pkey PRIMARY KEY (id),
    CONSTRAINT proposer_is_fixed UNIQUE (id, proposed_by),
    CONSTRAINT proposal_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE decision.ruling (
    proposal uuid NOT NULL,
    proposed_by uuid NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    ruled_by uuid NOT NULL,
    ruled_at timestamp with time zone NOT NULL,
    CONSTRAINT ruling_pkey PRIMARY KEY (proposal),
    CONSTRAINT of_that_proposal FOREIGN KEY (proposal, proposed_by) REFERENCES decision.proposal(id, proposed_by),
    CONSTRAINT four_eyes CHECK (((outcome = 'WITHDRAWN'::text) = (ruled_by = proposed_by))),
    CONSTRAINT outcome_known CHECK ((outcome = ANY (ARRAY['APPROVED'::text, 'REJECTED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT ruling_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE INDEX proposal_about ON decision.proposal USING btree (subject, matter);
CREATE INDEX proposal_open ON decision.proposal USING btree (matter, proposed_at) WHERE open;

CREATE VIEW decision.approved AS
 SELECT proposal.id,
    proposal.matter,
    proposal.subject,
    ruling.ruled_at
   FROM (decision.proposal
     JOIN decision.ruling ON ((ruling.proposal = proposal.id)))
  WHERE (ruling.outcome = 'APPROVED'::text);
CREATE VIEW decision.open AS
 SELECT id,
    matter,
    subject,
    proposed_by,
    proposed_at
   FROM decision.proposal
  WHERE (open AND (NOT (EXISTS ( SELECT
           FROM decision.ruling
          WHERE (ruling.proposal = proposal.id)))));
CREATE VIEW decision.standing AS
 SELECT proposal.id AS proposal,
    proposal.matter,
    proposal.subject,
    proposal.proposed_by,
    proposal.proposed_at,
    ruling.outcome,
    ruling.ruled_by,
    ruling.ruled_at,
    ruling.reason AS ruling_reason
   FROM (decision.proposal
     LEFT JOIN decision.ruling ON ((ruling.proposal = proposal.id)));

CREATE OR REPLACE FUNCTION decision.close()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    UPDATE decision.proposal SET open = false FROM added WHERE proposal.id = added.proposal AND proposal.open;
    RETURN NULL;
END
$function$
;

CREATE TRIGGER close AFTER INSERT ON decision.ruling REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION decision.close();


-- demo

CREATE TABLE demo.chapter (
    name text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT chapter_pkey PRIMARY KEY (name)
);


-- dialogue

CREATE TABLE dialogue.item (
    meeting uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (meeting, no),
    CONSTRAINT item_meeting_fkey FOREIGN KEY (meeting) REFERENCES dialogue.meeting(occasion),
    CONSTRAINT item_says_something CHECK ((words <> ''::text)),
    CONSTRAINT item_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE dialogue.letter (
    id uuid NOT NULL,
    number text NOT NULL,
    place uuid NOT NULL,
    person uuid NOT NULL,
    by uuid NOT NULL,
    subject text NOT NULL,
    words text NOT NULL,
    may_be_told boolean NOT NULL,
    day date NOT NULL,
    due_day date NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT letter_pkey PRIMARY KEY (id),
    CONSTRAINT letter_number_taken UNIQUE (number),
    CONSTRAINT letter_place_fkey FOREIGN KEY (place) REFERENCES directory.unit(id),
    CONSTRAINT letter_due CHECK ((due_day > day)),
    CONSTRAINT letter_says_something CHECK (((subject <> ''::text) AND (words <> ''::text))),
    CONSTRAINT letter_subject_fits CHECK ((char_length(subject) <= 300)),
    CONSTRAINT letter_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE dialogue.letter_answer (
    letter uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT letter_answer_pkey PRIMARY KEY (letter, no),
    CONSTRAINT letter_answer_letter_fkey FOREIGN KEY (letter) REFERENCES dialogue.letter(id),
    CONSTRAINT letter_answer_says_something CHECK ((words <> ''::text)),
    CONSTRAINT letter_answer_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE dialogue.letter_reminder (
    letter uuid NOT NULL,
    day date NOT NULL,
    CONSTRAINT letter_reminder_pkey PRIMARY KEY (letter, day),
    CONSTRAINT letter_reminder_letter_fkey FOREIGN KEY (letter) REFERENCES dialogue.letter(id)
);

CREATE TABLE dialogue.letter_told (
    letter uuid NOT NULL,
    question text NOT NULL,
    answer text NOT NULL,
    by uuid NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT letter_told_pkey PRIMARY KEY (letter),
    CONSTRAINT letter_told_letter_fkey FOREIGN KEY (letter) REFERENCES dialogue.letter(id),
    CONSTRAINT letter_told_answer_fits CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT letter_told_question_fits CHECK ((char_length(question) <= 2000)),
    CONSTRAINT letter_told_says_something CHECK (((question <> ''::text) AND (answer <> ''::text)))
);

CREATE TABLE dialogue.meeting (
    occasion uuid NOT NULL,
    form text NOT NULL,
    place uuid NOT NULL,
    CONSTRAINT meeting_pkey PRIMARY KEY (occasion),
    CONSTRAINT meeting_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id),
    CONSTRAINT meeting_place_fkey FOREIGN KEY (place) REFERENCES directory.unit(id),
    CONSTRAINT meeting_form CHECK ((form = ANY (ARRAY['SESSION'::text, 'DEMOCRATIC'::text])))
);

CREATE TABLE dialogue.point (
    id uuid NOT NULL,
    meeting uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT point_pkey PRIMARY KEY (id),
    CONSTRAINT point_numbered UNIQUE (meeting, no),
    CONSTRAINT point_meeting_fkey FOREIGN KEY (meeting) REFERENCES dialogue.meeting(occasion),
    CONSTRAINT point_says_something CHECK ((words <> ''::text)),
    CONSTRAINT point_words_fits CHECK ((char_length(words) <= 2000))
);

CREATE TABLE dialogue.publication (
    meeting uuid NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT publication_pkey PRIMARY KEY (meeting),
    CONSTRAINT publication_meeting_fkey FOREIGN KEY (meeting) REFERENCES dialogue.meeting(occasion),
    CONSTRAINT publication_says_something CHECK ((words <> ''::text)),
    CONSTRAINT publication_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE dialogue.reminder (
    meeting uuid NOT NULL,
    day date NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (meeting),
    CONSTRAINT reminder_meeting_fkey FOREIGN KEY (meeting) REFERENCES dialogue.meeting(occasion)
);

CREATE TABLE dialogue.reply (
    point uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT reply_pkey PRIMARY KEY (point, no),
    CONSTRAINT reply_point_fkey FOREIGN KEY (point) REFERENCES dialogue.point(id),
    CONSTRAINT reply_says_something CHECK ((words <> ''::text)),
    CONSTRAINT reply_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE INDEX letter_by_person ON dialogue.letter USING btree (person);
CREATE INDEX letter_by_place ON dialogue.letter USING btree (place, day);
CREATE INDEX meeting_by_place ON dialogue.meeting USING btree (place, form);


-- directory

CREATE TABLE directory.account (
    person uuid NOT NULL,
    account uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    linked_by uuid NOT NULL,
    CONSTRAINT account_pkey PRIMARY KEY (person),
    CONSTRAINT account_of_one_person UNIQUE (account),
    CONSTRAINT account_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT account_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE directory.act (
    id uuid NOT NULL,
    verb text NOT NULL,
    unit uuid,
    person uuid,
    day date NOT NULL,
    reason text NOT NULL,
    done_at timestamp with time zone NOT NULL,
    done_by uuid NOT NULL,
    record uuid,
    CONSTRAINT act_pkey PRIMARY KEY (id),
    CONSTRAINT act_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT act_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT about_one_unit_or_person CHECK ((num_nonnulls(unit, person) = 1)),
    CONSTRAINT act_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT verb_known CHECK ((verb = ANY (ARRAY['FOUND'::text, 'DESCRIBE'::text, 'MOVE'::text, 'CLOSE'::text, 'MERGE'::text, 'APPOINT'::text, 'RELIEVE'::text, 'ENGAGE'::text, 'END'::text, 'TRANSFER'::text, 'CORRECT'::text, 'NAME'::text])))
);

CREATE TABLE directory.batch (
    id uuid NOT NULL,
    kind text NOT NULL,
    file text NOT NULL,
    read_at timestamp with time zone NOT NULL,
    read_by uuid NOT NULL,
    imported_at timestamp with time zone,
    record uuid,
    faults jsonb,
    CONSTRAINT batch_pkey PRIMARY KEY (id),
    CONSTRAINT kind_known CHECK ((kind = ANY (ARRAY['UNITS'::text, 'PEOPLE'::text])))
);

CREATE TABLE directory.deputy (
    id uuid NOT NULL,
    person uuid NOT NULL,
    deputy uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid NOT NULL,
    superseded_at timestamp with time zone,
    superseded_by uuid,
    record uuid NOT NULL,
    CONSTRAINT deputy_pkey PRIMARY KEY (id),
    CONSTRAINT deputy_deputy_fkey FOREIGN KEY (deputy) REFERENCES directory.person(id),
    CONSTRAINT deputy_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT absence_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT not_ones_own_deputy CHECK ((deputy <> person)),
    CONSTRAINT one_deputy_a_day EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((superseded_at IS NULL)),
    CONSTRAINT taken_back_by_somebody CHECK (((superseded_at IS NULL) = (superseded_by IS NULL)))
);

CREATE TABLE directory.engagement (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    unit uuid NOT NULL,
    title text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    batch uuid,
    act uuid,
    CONSTRAINT engagement_pkey PRIMARY KEY (id),
    CONSTRAINT engagement_act_fkey FOREIGN KEY (act) REFERENCES directory.act(id),
    CONSTRAINT engagement_batch_fkey FOREIGN KEY (batch) REFERENCES directory.batch(id),
    CONSTRAINT engagement_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT engagement_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT by_file_or_by_hand CHECK ((num_nonnulls(batch, act) = 1)),
    CONSTRAINT engaged_once_a_day_in_a_kind EXCLUDE USING gist (directory.same(((person)::text || kind), ((person)::text || kind), '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((superseded_at IS NULL)),
    CONSTRAINT engagement_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT engagement_kind_known CHECK ((kind = ANY (ARRAY['EMPLOYEE'::text, 'PART_TIME'::text, 'DISPATCH'::text, 'INTERN'::text, 'CONTRACTOR'::text, 'REHIRED'::text, 'RETIREE'::text]))),
    CONSTRAINT engagement_title_fits CHECK ((char_length(title) <= 300)) NOT VALID
);

CREATE TABLE directory.erasure (
    person uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by uuid NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by uuid,
    told_at timestamp with time zone,
    CONSTRAINT erasure_pkey PRIMARY KEY (person),
    CONSTRAINT erasure_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT confirmed_by_someone CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
    CONSTRAINT four_eyes CHECK ((confirmed_by <> proposed_by)),
    CONSTRAINT told_when_confirmed CHECK (((told_at IS NULL) OR (confirmed_at IS NOT NULL)))
);

CREATE TABLE directory.head (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    person uuid NOT NULL,
    rank text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    act uuid NOT NULL,
    CONSTRAINT head_pkey PRIMARY KEY (id),
    CONSTRAINT head_act_fkey FOREIGN KEY (act) REFERENCES directory.act(id),
    CONSTRAINT head_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT head_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT head_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT one_head_a_day EXCLUDE USING gist (directory.same((unit)::text, (unit)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE (((superseded_at IS NULL) AND (rank = 'HEAD'::text))),
    CONSTRAINT rank_known CHECK ((rank = ANY (ARRAY['HEAD'::text, 'DEPUTY'::text])))
);

CREATE TABLE directory.person (
    id uuid NOT NULL,
    number text NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_number_taken UNIQUE (number),
    CONSTRAINT person_number_fits CHECK ((char_length(number) <= 300)) NOT VALID
);

CREATE TABLE directory.person_fact (
    id uuid NOT NULL,
    person uuid NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    email text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    batch uuid,
    act uuid,
    CONSTRAINT person_fact_pkey PRIMARY KEY (id),
    CONSTRAINT person_fact_act_fkey FOREIGN KEY (act) REFERENCES directory.act(id),
    CONSTRAINT person_fact_batch_fkey FOREIGN KEY (batch) REFERENCES directory.batch(id),
    CONSTRAINT person_fact_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT by_file_or_by_hand CHECK ((num_nonnulls(batch, act) = 1)),
    CONSTRAINT named CHECK (((name_zh <> ''::text) OR (name_en <> ''::text))),
    CONSTRAINT person_fact_name_en_fits CHECK ((char_length(name_en) <= 300)) NOT VALID,
    CONSTRAINT person_fact_name_zh_fits CHECK ((char_length(name_zh) <= 300)) NOT VALID
);

CREATE TABLE directory.staged (
    batch uuid NOT NULL,
    line integer NOT NULL,
    fields text[] NOT NULL,
    CONSTRAINT staged_pkey PRIMARY KEY (batch, line),
    CONSTRAINT staged_batch_fkey FOREIGN KEY (batch) REFERENCES directory.batch(id) ON DELETE CASCADE
);

CREATE TABLE directory.unit (
    id uuid NOT NULL,
    code text NOT NULL,
    CONSTRAINT unit_pkey PRIMARY KEY (id),
    CONSTRAINT unit_code_taken UNIQUE (code),
    CONSTRAINT unit_code_fits CHECK ((char_length(code) <= 300)) NOT VALID
);

CREATE TABLE directory.unit_fact (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    kind text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    parent uuid,
    from_day date NOT NULL,
    until_day date,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    batch uuid,
    act uuid,
    country text NOT NULL DEFAULT ''::text,
    region text NOT NULL DEFAULT ''::text,
    credit_code text NOT NULL DEFAULT ''::text,
    lei text NOT NULL DEFAULT ''::text,
    CONSTRAINT unit_fact_pkey PRIMARY KEY (id),
    CONSTRAINT unit_fact_act_fkey FOREIGN KEY (act) REFERENCES directory.act(id),
    CONSTRAINT unit_fact_batch_fkey FOREIGN KEY (batch) REFERENCES directory.batch(id),
    CONSTRAINT unit_fact_parent_fkey FOREIGN KEY (parent) REFERENCES directory.unit(id),
    CONSTRAINT unit_fact_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT by_file_or_by_hand CHECK ((num_nonnulls(batch, act) = 1)),
    CONSTRAINT not_its_own_parent CHECK ((parent <> unit)),
    CONSTRAINT only_entities_have_numbers CHECK (((kind = 'ENTITY'::text) OR ((credit_code = ''::text) AND (lei = ''::text)))),
    CONSTRAINT only_sites_lie_somewhere CHECK (((kind = 'SITE'::text) OR ((country = ''::text) AND (region = ''::text)))),
    CONSTRAINT unit_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT unit_fact_name_en_fits CHECK ((char_length(name_en) <= 300)) NOT VALID,
    CONSTRAINT unit_fact_name_zh_fits CHECK ((char_length(name_zh) <= 300)) NOT VALID,
    CONSTRAINT unit_fact_region_fits CHECK ((char_length(region) <= 300)) NOT VALID,
    CONSTRAINT unit_kind_known CHECK ((kind = ANY (ARRAY['ENTITY'::text, 'SITE'::text, 'UNIT'::text]))),
    CONSTRAINT unit_told_once_a_day EXCLUDE USING gist (directory.same((unit)::text, (unit)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((superseded_at IS NULL))
);

CREATE INDEX act_by_person ON directory.act USING btree (person, done_at) WHERE (person IS NOT NULL);
CREATE INDEX act_by_unit ON directory.act USING btree (unit, done_at) WHERE (unit IS NOT NULL);
CREATE INDEX deputy_by_deputy ON directory.deputy USING btree (deputy) WHERE (superseded_at IS NULL);
CREATE INDEX deputy_by_person ON directory.deputy USING btree (person) WHERE (superseded_at IS NULL);
CREATE INDEX engagement_by_person ON directory.engagement USING btree (person);
CREATE INDEX engagement_by_unit ON directory.engagement USING btree (unit) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX engagement_now ON directory.engagement USING btree (person, from_day) WHERE (superseded_at IS NULL);
CREATE INDEX erasure_untold ON directory.erasure USING btree (confirmed_at) WHERE (told_at IS NULL);
CREATE INDEX head_by_person ON directory.head USING btree (person) WHERE (superseded_at IS NULL);
CREATE INDEX head_by_unit ON directory.head USING btree (unit) WHERE (superseded_at IS NULL);
CREATE INDEX person_by_email ON directory.person_fact USING btree (lower(email)) WHERE ((superseded_at IS NULL) AND (email <> ''::text));
CREATE UNIQUE INDEX person_fact_now ON directory.person_fact USING btree (person) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX unit_fact_now ON directory.unit_fact USING btree (unit, from_day) WHERE (superseded_at IS NULL);

CREATE VIEW directory.name AS
 SELECT person.id,
    person.number,
    fact.name_zh,
    fact.name_en,
    fact.email
   FROM (directory.person
     JOIN directory.person_fact fact ON (((fact.person = person.id) AND (fact.superseded_at IS NULL))));
CREATE VIEW directory.pass AS
 SELECT person,
    account
   FROM directory.account;

CREATE OR REPLACE FUNCTION directory.deputies(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, deputy uuid, from_day date, until_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT person, deputy, from_day, until_day
      FROM directory.deputy
     WHERE from_day <= on_day
       AND until_day >= on_day
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$function$
;
CREATE OR REPLACE FUNCTION directory.engaged(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, kind text, unit uuid, title text, from_day date, until_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT person, kind, unit, title, from_day, until_day
      FROM directory.engagement
     WHERE from_day <= on_day
       AND (until_day IS NULL OR until_day >= on_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$function$
;
CREATE OR REPLACE FUNCTION directory.heads(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(id uuid, unit uuid, person uuid, rank text, from_day date, until_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT id, unit, person, rank, from_day, until_day
      FROM directory.head
     WHERE from_day <= on_day
       AND (until_day IS NULL OR until_day >= on_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$function$
;
CREATE OR REPLACE FUNCTION directory.managers(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, manager uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (engaged.person) engaged.person, head.person
      FROM directory.engaged(on_day, known_at) AS engaged
      JOIN directory.places(on_day, known_at) AS place ON place.unit = engaged.unit
      JOIN directory.heads(on_day, known_at) AS head
        ON head.unit = ANY (place.path) AND head.rank = 'HEAD' AND head.person <> engaged.person
     WHERE engaged.kind <> 'RETIREE'
       -- Whoever leads a unit above is not managed by somebody below it.
       AND NOT EXISTS (
           SELECT FROM directory.heads(on_day, known_at) AS own
            WHERE own.person = engaged.person AND own.rank = 'HEAD'
              AND array_position(place.path, own.unit) < array_position(place.path, head.unit))
     ORDER BY engaged.person, array_position(place.path, head.unit) DESC, engaged.from_day
$function$
;
CREATE OR REPLACE FUNCTION directory.places(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(unit uuid, code text, kind text, name_en text, name_zh text, parent uuid, path uuid[], entity uuid, site uuid, country text, region text, credit_code text, lei text, from_day date, until_day date)
 LANGUAGE sql
 STABLE
AS $function$
    WITH RECURSIVE known AS (
        SELECT fact.*, unit.code
          FROM directory.unit_fact fact
          JOIN directory.unit ON unit.id = fact.unit
         WHERE fact.from_day <= on_day
           AND (fact.until_day IS NULL OR fact.until_day >= on_day)
           AND fact.recorded_at <= known_at
           AND (fact.superseded_at IS NULL OR fact.superseded_at > known_at)
    ), down AS (
        SELECT known.*,
               ARRAY[known.unit] AS path,
               CASE known.kind WHEN 'ENTITY' THEN known.unit END AS entity,
               CASE known.kind WHEN 'SITE' THEN known.unit END AS site
          FROM known
         WHERE known.parent IS NULL OR NOT EXISTS (SELECT FROM known up WHERE up.unit = known.parent)
        UNION ALL
        SELECT known.*,
               down.path || known.unit,
               CASE known.kind WHEN 'ENTITY' THEN known.unit ELSE down.entity END,
               CASE known.kind WHEN 'SITE' THEN known.unit ELSE down.site END
          FROM down
          JOIN known ON known.parent = down.unit
    )
    SELECT unit, code, kind, name_en, name_zh, parent, path, entity, site, country, region, credit_code, lei, from_day, until_day
      FROM down
$function$
;
CREATE OR REPLACE FUNCTION directory.same(text, text)
 RETURNS directory.same
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor2$function$
;
CREATE OR REPLACE FUNCTION directory.same(text, text, text)
 RETURNS directory.same
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor3$function$
;
CREATE OR REPLACE FUNCTION directory.same_multirange()
 RETURNS directory.same_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor0$function$
;
CREATE OR REPLACE FUNCTION directory.same_multirange(VARIADIC directory.same[])
 RETURNS directory.same_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor2$function$
;
CREATE OR REPLACE FUNCTION directory.same_multirange(directory.same)
 RETURNS directory.same_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor1$function$
;
CREATE OR REPLACE FUNCTION directory.stretches(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, kind text, unit uuid, from_day date, until_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT person, kind, unit, from_day, until_day
      FROM directory.engagement
     WHERE from_day <= last_day
       AND (until_day IS NULL OR until_day >= first_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$function$
;
CREATE OR REPLACE FUNCTION directory.units(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(unit uuid, code text, kind text, name_en text, name_zh text, parent uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT fact.unit, unit.code, fact.kind, fact.name_en, fact.name_zh, fact.parent
      FROM directory.unit_fact fact
      JOIN directory.unit ON unit.id = fact.unit
     WHERE fact.from_day <= on_day
       AND (fact.until_day IS NULL OR fact.until_day >= on_day)
       AND fact.recorded_at <= known_at
       AND (fact.superseded_at IS NULL OR fact.superseded_at > known_at)
$function$
;


-- education

CREATE TABLE education.application (
    id uuid NOT NULL,
    number text NOT NULL,
    person uuid NOT NULL,
    programme uuid NOT NULL,
    engagement text NOT NULL,
    words text NOT NULL,
    applied_by uuid NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT application_pkey PRIMARY KEY (id),
    CONSTRAINT application_numbered UNIQUE (number),
    CONSTRAINT application_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT application_programme_fkey FOREIGN KEY (programme) REFERENCES education.programme(id),
    CONSTRAINT application_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE education.approved (
    application uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    made_by uuid NOT NULL,
    approved_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT approved_pkey PRIMARY KEY (application),
    CONSTRAINT approved_application_fkey FOREIGN KEY (application) REFERENCES education.application(id),
    CONSTRAINT four_eyes CHECK ((approved_by <> made_by))
);

CREATE TABLE education.offer (
    proposal uuid NOT NULL,
    application uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    CONSTRAINT offer_pkey PRIMARY KEY (proposal),
    CONSTRAINT offer_application_fkey FOREIGN KEY (application) REFERENCES education.application(id),
    CONSTRAINT offer_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT offer_amount CHECK ((amount > (0)::numeric))
);

CREATE TABLE education.partner (
    id uuid NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT partner_pkey PRIMARY KEY (id),
    CONSTRAINT partner_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT partner_name_zh_fits CHECK ((char_length(name_zh) <= 300))
);

CREATE TABLE education.paying_stated (
    record uuid NOT NULL,
    lines integer NOT NULL,
    total numeric(14,2) NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT paying_stated_pkey PRIMARY KEY (record)
);

CREATE TABLE education.payment (
    proof uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    paid_on date NOT NULL,
    record uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT payment_pkey PRIMARY KEY (proof),
    CONSTRAINT payment_proof_fkey FOREIGN KEY (proof) REFERENCES education.proof(id),
    CONSTRAINT payment_record_fkey FOREIGN KEY (record) REFERENCES education.paying_stated(record)
);

CREATE TABLE education.programme (
    id uuid NOT NULL,
    number text NOT NULL,
    partner uuid NOT NULL,
    kind text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    tuition numeric(12,2) NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    professional boolean NOT NULL,
    bond_months integer NOT NULL,
    bond_percent integer NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT programme_pkey PRIMARY KEY (id),
    CONSTRAINT programme_number_taken UNIQUE (number),
    CONSTRAINT programme_partner_fkey FOREIGN KEY (partner) REFERENCES education.partner(id),
    CONSTRAINT bond_never_above_cost CHECK (((bond_percent >= 0) AND (bond_percent <= 100))),
    CONSTRAINT bond_only_for_professional_training CHECK ((((bond_months = 0) AND (bond_percent = 0)) OR (professional AND (bond_months > 0)))),
    CONSTRAINT programme_days CHECK ((until_day >= from_day)),
    CONSTRAINT programme_kind CHECK ((kind = ANY (ARRAY['JUNIOR_COLLEGE'::text, 'BACHELOR'::text, 'CERTIFICATE'::text]))),
    CONSTRAINT programme_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT programme_title_zh_fits CHECK ((char_length(title_zh) <= 300)),
    CONSTRAINT programme_tuition CHECK ((tuition > (0)::numeric))
);

CREATE TABLE education.proof (
    id uuid NOT NULL,
    application uuid NOT NULL,
    no integer NOT NULL,
    amount numeric(12,2) NOT NULL,
    at timestamp with time zone NOT NULL,
    file uuid,
    sha256 bytea NOT NULL,
    file_gone_at timestamp with time zone,
    CONSTRAINT proof_pkey PRIMARY KEY (id),
    CONSTRAINT proof_numbered UNIQUE (application, no),
    CONSTRAINT proof_application_fkey FOREIGN KEY (application) REFERENCES education.approved(application),
    CONSTRAINT proof_file_fkey FOREIGN KEY (file) REFERENCES evidence.item(id),
    CONSTRAINT proof_amount CHECK ((amount > (0)::numeric)),
    CONSTRAINT proof_is_shown CHECK ((num_nonnulls(file, file_gone_at) = 1))
);

CREATE TABLE education.refused (
    application uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT refused_pkey PRIMARY KEY (application),
    CONSTRAINT refused_application_fkey FOREIGN KEY (application) REFERENCES education.application(id),
    CONSTRAINT refused_reason_fits CHECK ((char_length(reason) <= 2000))
);

CREATE TABLE education.result (
    application uuid NOT NULL,
    outcome text NOT NULL,
    day date NOT NULL,
    file uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    file_gone_at timestamp with time zone,
    CONSTRAINT result_pkey PRIMARY KEY (application),
    CONSTRAINT result_application_fkey FOREIGN KEY (application) REFERENCES education.approved(application),
    CONSTRAINT result_file_fkey FOREIGN KEY (file) REFERENCES evidence.item(id),
    CONSTRAINT obtained_is_shown CHECK ((num_nonnulls(file, file_gone_at) =
CASE outcome
    WHEN 'OBTAINED'::text THEN 1
    ELSE 0
END)),
    CONSTRAINT result_outcome CHECK ((outcome = ANY (ARRAY['OBTAINED'::text, 'FAILED'::text, 'LEFT'::text])))
);

CREATE INDEX application_by_person ON education.application USING btree (person);
CREATE UNIQUE INDEX applied_once ON education.application USING btree (person, programme);
CREATE INDEX offer_by_application ON education.offer USING btree (application);
CREATE INDEX payment_by_day ON education.payment USING btree (paid_on);
CREATE INDEX proof_by_hash ON education.proof USING btree (sha256);
CREATE INDEX result_by_day ON education.result USING btree (day);


-- equity

CREATE TABLE equity.listing_rule (
    id uuid NOT NULL,
    market text NOT NULL,
    code text NOT NULL,
    from_day date NOT NULL,
    value numeric(10,2) NOT NULL,
    certain boolean NOT NULL,
    source text NOT NULL,
    said_by uuid,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT listing_rule_pkey PRIMARY KEY (id),
    CONSTRAINT listing_rule_code_known CHECK ((code = ANY (ARRAY['ALL_PLANS'::text, 'ONE_PERSON'::text, 'FIRST_RELEASE'::text, 'BETWEEN_RELEASES'::text, 'ONE_RELEASE'::text, 'PRICE_OF_STOCK'::text, 'PRICE_OF_OPTION'::text, 'YEARS'::text, 'LATER_PART'::text, 'LATER_MONTHS'::text]))),
    CONSTRAINT listing_rule_market_known CHECK ((market = ANY (ARRAY['MAIN'::text, 'GROWTH'::text]))),
    CONSTRAINT listing_rule_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT listing_rule_value CHECK ((value >= (0)::numeric))
);

CREATE TABLE equity.stock_entered (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    until_day date NOT NULL,
    handed bigint NOT NULL,
    returned bigint NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stock_entered_pkey PRIMARY KEY (id),
    CONSTRAINT stock_entered_once UNIQUE (plan, until_day),
    CONSTRAINT stock_entered_plan_fkey FOREIGN KEY (plan) REFERENCES equity.stock_plan_agreed(plan),
    CONSTRAINT stock_entered_not_negative CHECK (((handed >= 0) AND (returned >= 0)))
);

CREATE TABLE equity.stock_event (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    kind text NOT NULL,
    step text NOT NULL,
    parts integer NOT NULL,
    whole integer NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    file uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    proposal uuid,
    CONSTRAINT stock_event_pkey PRIMARY KEY (id),
    CONSTRAINT stock_event_once UNIQUE (plan, kind, step, day),
    CONSTRAINT stock_event_plan_fkey FOREIGN KEY (plan) REFERENCES equity.stock_plan_agreed(plan),
    CONSTRAINT stock_event_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT stock_event_kind_known CHECK ((kind = ANY (ARRAY['HAPPENED'::text, 'DIVIDED'::text]))),
    CONSTRAINT stock_event_ratio CHECK ((((parts >= 1) AND (parts <= 1000)) AND ((whole >= 1) AND (whole <= 1000)))),
    CONSTRAINT stock_event_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT stock_event_step_fits CHECK ((char_length(step) <= 200))
);

CREATE TABLE equity.stock_event_agreed (
    event uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stock_event_agreed_pkey PRIMARY KEY (event),
    CONSTRAINT stock_event_agreed_event_fkey FOREIGN KEY (event) REFERENCES equity.stock_event(id)
);

CREATE TABLE equity.stock_granting (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    proposal uuid NOT NULL,
    day date NOT NULL,
    members integer NOT NULL,
    shares bigint NOT NULL,
    brought_in boolean NOT NULL,
    resolution text NOT NULL,
    digest text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT stock_granting_pkey PRIMARY KEY (id),
    CONSTRAINT stock_granting_plan_fkey FOREIGN KEY (plan) REFERENCES equity.stock_plan_agreed(plan),
    CONSTRAINT stock_granting_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT stock_granting_counts CHECK (((members > 0) AND (shares > 0))),
    CONSTRAINT stock_granting_digest_fits CHECK ((char_length(digest) = 64)),
    CONSTRAINT stock_granting_resolution_fits CHECK ((char_length(resolution) <= 300))
);

CREATE TABLE equity.stock_granting_agreed (
    granting uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stock_granting_agreed_pkey PRIMARY KEY (granting),
    CONSTRAINT stock_granting_agreed_granting_fkey FOREIGN KEY (granting) REFERENCES equity.stock_granting(id)
);

CREATE TABLE equity.stock_plan (
    id uuid NOT NULL,
    proposal uuid NOT NULL,
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    kind text NOT NULL,
    market text NOT NULL,
    capital bigint NOT NULL,
    shares bigint NOT NULL,
    price numeric(14,4) NOT NULL,
    reference numeric(14,4) NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    terms text NOT NULL,
    pauses text NOT NULL,
    pause_days integer NOT NULL,
    leaving text NOT NULL,
    source text NOT NULL,
    CONSTRAINT stock_plan_pkey PRIMARY KEY (id),
    CONSTRAINT stock_plan_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT stock_plan_code CHECK ((code ~ '^[A-Z][A-Z0-9-]{0,19}$'::text)),
    CONSTRAINT stock_plan_days CHECK ((until_day > from_day)),
    CONSTRAINT stock_plan_kind_known CHECK ((kind = ANY (ARRAY['RESTRICTED'::text, 'OPTION'::text]))),
    CONSTRAINT stock_plan_leaving_fits CHECK ((char_length(leaving) <= 500)),
    CONSTRAINT stock_plan_market_known CHECK ((market = ANY (ARRAY['MAIN'::text, 'GROWTH'::text]))),
    CONSTRAINT stock_plan_name_en_fits CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 200))),
    CONSTRAINT stock_plan_name_zh_fits CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 200))),
    CONSTRAINT stock_plan_pause_days CHECK (((pause_days >= 0) AND (pause_days <= 400))),
    CONSTRAINT stock_plan_pauses_fits CHECK ((char_length(pauses) <= 100)),
    CONSTRAINT stock_plan_price CHECK (((price >= (0)::numeric) AND (reference > (0)::numeric))),
    CONSTRAINT stock_plan_shares CHECK (((shares > 0) AND (shares <= capital))),
    CONSTRAINT stock_plan_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT stock_plan_terms_fits CHECK ((char_length(terms) <= 200000))
);

CREATE TABLE equity.stock_plan_agreed (
    plan uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stock_plan_agreed_pkey PRIMARY KEY (plan),
    CONSTRAINT stock_plan_agreed_plan_fkey FOREIGN KEY (plan) REFERENCES equity.stock_plan(id)
);

CREATE TABLE equity.stock_sooner (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    person uuid NOT NULL,
    proposal uuid NOT NULL,
    source text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT stock_sooner_pkey PRIMARY KEY (id),
    CONSTRAINT stock_sooner_once UNIQUE (plan, person),
    CONSTRAINT stock_sooner_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT stock_sooner_plan_fkey FOREIGN KEY (plan) REFERENCES equity.stock_plan_agreed(plan),
    CONSTRAINT stock_sooner_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT stock_sooner_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE equity.stock_terms (
    granting uuid NOT NULL,
    code text NOT NULL,
    terms text NOT NULL,
    CONSTRAINT stock_terms_pk PRIMARY KEY (granting, code),
    CONSTRAINT stock_terms_granting_fkey FOREIGN KEY (granting) REFERENCES equity.stock_granting(id),
    CONSTRAINT stock_terms_code_fits CHECK (((char_length(code) >= 1) AND (char_length(code) <= 200))),
    CONSTRAINT stock_terms_terms_fits CHECK ((char_length(terms) <= 200000))
);

CREATE INDEX stock_event_by_plan ON equity.stock_event USING btree (plan);
CREATE INDEX stock_granting_by_plan ON equity.stock_granting USING btree (plan);

CREATE TRIGGER nothing_agreed_is_changed BEFORE DELETE OR UPDATE ON equity.stock_event_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON equity.stock_granting FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE DELETE OR UPDATE ON equity.stock_granting_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE DELETE OR UPDATE ON equity.stock_plan_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();


-- esg

CREATE TABLE esg.assessment (
    id uuid NOT NULL,
    review uuid NOT NULL,
    supplier uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT assessment_pkey PRIMARY KEY (id),
    CONSTRAINT assessment_review_fkey FOREIGN KEY (review) REFERENCES esg.review(id),
    CONSTRAINT assessment_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id)
);

CREATE TABLE esg.band (
    assessment uuid NOT NULL,
    pillar text NOT NULL,
    points numeric(9,2) NOT NULL,
    band text NOT NULL,
    CONSTRAINT band_pkey PRIMARY KEY (assessment, pillar),
    CONSTRAINT band_assessment_fkey FOREIGN KEY (assessment) REFERENCES esg.assessment(id),
    CONSTRAINT band_known CHECK ((band = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text]))),
    CONSTRAINT band_pillar_known CHECK ((pillar = ANY (ARRAY['E'::text, 'S'::text, 'G'::text])))
);

CREATE TABLE esg.campaign (
    id uuid NOT NULL,
    form text NOT NULL,
    version integer NOT NULL,
    year integer NOT NULL,
    due_day date NOT NULL,
    categories text[] NOT NULL,
    asked integer NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT campaign_pkey PRIMARY KEY (id),
    CONSTRAINT campaign_asks_somebody CHECK (((asked >= 0) AND (cardinality(categories) > 0)))
);

CREATE TABLE esg.plan (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    pillar text NOT NULL,
    assessment uuid NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT plan_pkey PRIMARY KEY (id),
    CONSTRAINT plan_assessment_fkey FOREIGN KEY (assessment) REFERENCES esg.assessment(id),
    CONSTRAINT plan_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT plan_pillar_known CHECK ((pillar = ANY (ARRAY['E'::text, 'S'::text, 'G'::text])))
);

CREATE TABLE esg.point (
    assessment uuid NOT NULL,
    no integer NOT NULL,
    pillar text NOT NULL,
    points numeric(7,2) NOT NULL,
    factor text NOT NULL,
    reason text NOT NULL,
    words jsonb NOT NULL,
    record uuid,
    CONSTRAINT point_pkey PRIMARY KEY (assessment, no),
    CONSTRAINT point_assessment_fkey FOREIGN KEY (assessment) REFERENCES esg.assessment(id),
    CONSTRAINT pillar_known CHECK ((pillar = ANY (ARRAY['E'::text, 'S'::text, 'G'::text]))),
    CONSTRAINT points_above_zero CHECK ((points > (0)::numeric))
);

CREATE TABLE esg.remark (
    sending uuid NOT NULL,
    question text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT remark_pkey PRIMARY KEY (sending, question),
    CONSTRAINT remark_sending_fkey FOREIGN KEY (sending) REFERENCES form.sending(id),
    CONSTRAINT remark_says_something CHECK ((words <> ''::text)),
    CONSTRAINT remark_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE esg.review (
    id uuid NOT NULL,
    day date NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    changed integer NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT review_pkey PRIMARY KEY (id)
);

CREATE TABLE esg.rule (
    id uuid NOT NULL,
    key text NOT NULL,
    from_day date NOT NULL,
    points numeric(7,2) NOT NULL,
    source text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    proposal uuid,
    record uuid,
    CONSTRAINT rule_pkey PRIMARY KEY (id),
    CONSTRAINT rule_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT changed_by_two CHECK (((proposal IS NULL) = (record IS NULL))),
    CONSTRAINT rule_has_source CHECK ((source <> ''::text)),
    CONSTRAINT rule_key_fits CHECK ((char_length(key) <= 100)),
    CONSTRAINT rule_points_fit CHECK (((points >= (0)::numeric) AND (points <= (1000)::numeric))),
    CONSTRAINT rule_source_fits CHECK ((char_length(source) <= 1000))
);

CREATE TABLE esg.rule_proposed (
    proposal uuid NOT NULL,
    key text NOT NULL,
    from_day date NOT NULL,
    points numeric(7,2) NOT NULL,
    source text NOT NULL,
    CONSTRAINT rule_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT rule_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT rule_proposed_key_fits CHECK ((char_length(key) <= 100)),
    CONSTRAINT rule_proposed_source_fits CHECK ((char_length(source) <= 1000))
);

CREATE INDEX assessment_by_supplier ON esg.assessment USING btree (supplier, no DESC);
CREATE INDEX campaign_by_year ON esg.campaign USING btree (year, form, opened_at);
CREATE INDEX plan_by_supplier ON esg.plan USING btree (supplier, pillar, opened_at);
CREATE INDEX rule_by_key ON esg.rule USING btree (key, from_day);

CREATE VIEW esg.risk_in_force AS
 SELECT supplier,
    pillar,
    band,
    points,
    day,
    record,
    assessment
   FROM esg.risk_at('infinity'::timestamp with time zone) risk_at(supplier, pillar, band, points, day, record, assessment);

CREATE OR REPLACE FUNCTION esg.risk_at(known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, pillar text, band text, points numeric, day date, record uuid, assessment uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT newest.supplier, band.pillar, band.band, band.points, review.day, review.record, newest.id
      FROM (SELECT DISTINCT ON (assessment.supplier) assessment.id, assessment.supplier, assessment.review
              FROM esg.assessment
             WHERE assessment.at <= known_at
             ORDER BY assessment.supplier, assessment.no DESC) AS newest
      JOIN esg.review ON review.id = newest.review
      JOIN esg.band ON band.assessment = newest.id
$function$
;
CREATE OR REPLACE FUNCTION esg.rules_on(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(key text, points numeric, from_day date, source text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (rule.key) rule.key, rule.points, rule.from_day, rule.source
      FROM esg.rule
     WHERE rule.from_day <= on_day
       AND rule.said_at <= known_at
     ORDER BY rule.key, rule.from_day DESC, rule.said_at DESC
$function$
;


-- evaluation

CREATE TABLE evaluation.appeal (
    id uuid NOT NULL,
    scorecard uuid NOT NULL,
    words text NOT NULL,
    evidence uuid,
    appealed_by uuid NOT NULL,
    appealed_at timestamp with time zone NOT NULL,
    outcome text,
    answer text,
    answered_by uuid,
    answered_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT appeal_pkey PRIMARY KEY (id),
    CONSTRAINT appealed_once UNIQUE (scorecard),
    CONSTRAINT appeal_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT appeal_scorecard_fkey FOREIGN KEY (scorecard) REFERENCES evaluation.scorecard(id),
    CONSTRAINT answered_by_somebody CHECK ((num_nonnulls(outcome, answer, answered_by, answered_at) = ANY (ARRAY[0, 4]))),
    CONSTRAINT appeal_answer_fits CHECK ((char_length(answer) <= 4000)) NOT VALID,
    CONSTRAINT appeal_outcome CHECK ((outcome = ANY (ARRAY['UPHELD'::text, 'CORRECTED'::text]))),
    CONSTRAINT appeal_words CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
    CONSTRAINT appeal_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID
);

CREATE TABLE evaluation.consequence (
    scorecard uuid NOT NULL,
    supplier uuid NOT NULL,
    kind text NOT NULL,
    due_day date NOT NULL,
    words text,
    done_by uuid,
    done_at timestamp with time zone,
    ended_at timestamp with time zone,
    record uuid NOT NULL,
    done uuid,
    CONSTRAINT consequence_pkey PRIMARY KEY (scorecard),
    CONSTRAINT consequence_scorecard_fkey FOREIGN KEY (scorecard) REFERENCES evaluation.scorecard(id),
    CONSTRAINT consequence_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT consequence_kind CHECK ((kind = ANY (ARRAY['MORE_SHARE'::text, 'KEEP'::text, 'CORRECTIVE_PLAN'::text, 'TERMINATION'::text]))),
    CONSTRAINT consequence_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID,
    CONSTRAINT done_by_somebody CHECK ((num_nonnulls(words, done_by, done_at, done) = ANY (ARRAY[0, 4])))
);

CREATE TABLE evaluation.criterion (
    scheme integer NOT NULL,
    code text NOT NULL,
    dimension text NOT NULL,
    weight numeric(7,4),
    worst numeric(12,4),
    best numeric(12,4),
    unit text NOT NULL,
    without text NOT NULL,
    CONSTRAINT criterion_pkey PRIMARY KEY (scheme, code),
    CONSTRAINT criterion_scheme_fkey FOREIGN KEY (scheme) REFERENCES evaluation.scheme(version),
    CONSTRAINT criterion_code CHECK ((code ~ '^[a-z][a-z-]{0,39}$'::text)),
    CONSTRAINT dimension_known CHECK ((dimension = ANY (ARRAY['QUALITY'::text, 'DELIVERY'::text, 'COST'::text, 'SERVICE'::text, 'RESPONSIBILITY'::text]))),
    CONSTRAINT scale_has_a_length CHECK ((worst <> best)),
    CONSTRAINT scale_of_a_weight CHECK ((num_nonnulls(weight, worst, best) = ANY (ARRAY[0, 3]))),
    CONSTRAINT weighs_something CHECK ((weight > (0)::numeric)),
    CONSTRAINT without_known CHECK ((without = ANY (ARRAY['NO_GRADE'::text, 'LEFT_OUT'::text])))
);

CREATE TABLE evaluation.delivery (
    document text NOT NULL,
    line integer NOT NULL,
    receipt text NOT NULL,
    day date NOT NULL,
    quantity numeric(14,3) NOT NULL,
    rejected numeric(14,3) NOT NULL,
    feed uuid NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT delivery_feed FOREIGN KEY (feed) REFERENCES evaluation.feed(id),
    CONSTRAINT rejected_part CHECK (((rejected >= (0)::numeric) AND (rejected <= quantity))),
    CONSTRAINT something_delivered CHECK ((quantity > (0)::numeric))
);

CREATE TABLE evaluation.feed (
    id uuid NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    lines integer NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT feed_pkey PRIMARY KEY (id),
    CONSTRAINT feed_kind CHECK ((kind = ANY (ARRAY['ORDERS'::text, 'DELIVERIES'::text])))
);

CREATE TABLE evaluation.judgement (
    id uuid NOT NULL,
    round uuid NOT NULL,
    supplier uuid NOT NULL,
    criterion text NOT NULL,
    mark numeric(7,4) NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT judgement_pkey PRIMARY KEY (id),
    CONSTRAINT judgement_round_fkey FOREIGN KEY (round) REFERENCES evaluation.round(id),
    CONSTRAINT judgement_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT judged_mark CHECK (((mark >= (0)::numeric) AND (mark <= (100)::numeric))),
    CONSTRAINT judged_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
    CONSTRAINT judgement_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE evaluation.order_line (
    document text NOT NULL,
    line integer NOT NULL,
    supplier uuid NOT NULL,
    committed_day date NOT NULL,
    quantity numeric(14,3) NOT NULL,
    feed uuid NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT order_line_feed FOREIGN KEY (feed) REFERENCES evaluation.feed(id),
    CONSTRAINT order_line_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT something_ordered CHECK ((quantity > (0)::numeric))
);

CREATE TABLE evaluation.round (
    id uuid NOT NULL,
    year integer NOT NULL,
    half integer NOT NULL,
    scheme integer NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone,
    proposal uuid,
    given_by uuid,
    given_at timestamp with time zone,
    record uuid,
    CONSTRAINT round_pkey PRIMARY KEY (id),
    CONSTRAINT round_once UNIQUE (year, half),
    CONSTRAINT round_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT round_scheme_fkey FOREIGN KEY (scheme) REFERENCES evaluation.scheme(version),
    CONSTRAINT given_by_somebody CHECK ((num_nonnulls(given_by, given_at, record) = ANY (ARRAY[0, 3]))),
    CONSTRAINT half_of_a_year CHECK ((half = ANY (ARRAY[1, 2])))
);

CREATE TABLE evaluation.scheme (
    version integer NOT NULL,
    from_day date NOT NULL,
    a_from numeric(7,4) NOT NULL,
    b_from numeric(7,4) NOT NULL,
    c_from numeric(7,4) NOT NULL,
    appeal_days integer NOT NULL,
    source text NOT NULL,
    proposal uuid,
    approved_at timestamp with time zone,
    record uuid,
    a_days integer NOT NULL DEFAULT 90,
    c_days integer NOT NULL DEFAULT 30,
    d_days integer NOT NULL DEFAULT 90,
    CONSTRAINT scheme_pkey PRIMARY KEY (version),
    CONSTRAINT scheme_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT approved_with_record CHECK (((approved_at IS NULL) = (record IS NULL))),
    CONSTRAINT bands_in_order CHECK ((((100)::numeric >= a_from) AND (a_from > b_from) AND (b_from > c_from) AND (c_from > (0)::numeric))),
    CONSTRAINT days_of_consequences CHECK ((((a_days >= 1) AND (a_days <= 365)) AND ((c_days >= 1) AND (c_days <= 365)) AND ((d_days >= 1) AND (d_days <= 365)))),
    CONSTRAINT days_to_appeal CHECK (((appeal_days >= 1) AND (appeal_days <= 365))),
    CONSTRAINT scheme_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE evaluation.scorecard (
    id uuid NOT NULL,
    round uuid NOT NULL,
    supplier uuid NOT NULL,
    no integer NOT NULL,
    measures jsonb NOT NULL,
    inputs jsonb NOT NULL,
    score text,
    grade text,
    amount numeric(16,2) NOT NULL,
    reason text NOT NULL DEFAULT ''::text,
    at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT scorecard_pkey PRIMARY KEY (id),
    CONSTRAINT scorecard_once UNIQUE (round, supplier, no),
    CONSTRAINT scorecard_round_fkey FOREIGN KEY (round) REFERENCES evaluation.round(id),
    CONSTRAINT scorecard_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT grade_known CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
    CONSTRAINT graded_by_a_score CHECK (((score IS NULL) = (grade IS NULL))),
    CONSTRAINT scorecard_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE evaluation.sealed (
    scorecard uuid NOT NULL,
    files bytea NOT NULL,
    record uuid NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT sealed_pkey PRIMARY KEY (scorecard),
    CONSTRAINT sealed_scorecard_fkey FOREIGN KEY (scorecard) REFERENCES evaluation.scorecard(id)
);

CREATE INDEX delivery_by_line ON evaluation.delivery USING btree (document, line);
CREATE UNIQUE INDEX delivery_now ON evaluation.delivery USING btree (document, line, receipt) WHERE upper_inf(recorded);
CREATE INDEX judgement_by_round ON evaluation.judgement USING btree (round, supplier, criterion, at);
CREATE UNIQUE INDEX one_consequence_at_a_time ON evaluation.consequence USING btree (supplier) WHERE (ended_at IS NULL);
CREATE INDEX order_line_by_supplier ON evaluation.order_line USING btree (supplier, committed_day);
CREATE UNIQUE INDEX order_line_now ON evaluation.order_line USING btree (document, line) WHERE upper_inf(recorded);
CREATE UNIQUE INDEX scheme_by_proposal ON evaluation.scheme USING btree (proposal);
CREATE INDEX scorecard_by_supplier ON evaluation.scorecard USING btree (supplier, at);

CREATE VIEW evaluation.grade_in_force AS
 SELECT supplier,
    scorecard,
    year,
    half,
    grade,
    score,
    amount,
    given_at,
    record
   FROM evaluation.grade_at('infinity'::timestamp with time zone) grade_at(supplier, scorecard, year, half, grade, score, amount, given_at, record);

CREATE OR REPLACE FUNCTION evaluation.grade_at(known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, scorecard uuid, year integer, half integer, grade text, score text, amount numeric, given_at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (scorecard.supplier)
           scorecard.supplier, scorecard.id, round.year, round.half, scorecard.grade, scorecard.score, scorecard.amount, scorecard.at, scorecard.record
      FROM evaluation.scorecard
      JOIN evaluation.round ON round.id = scorecard.round
     WHERE scorecard.record IS NOT NULL
       AND scorecard.grade IS NOT NULL
       AND scorecard.at <= known_at
       AND round.given_at <= known_at
     ORDER BY scorecard.supplier, round.year DESC, round.half DESC, scorecard.no DESC
$function$
;

CREATE TRIGGER clearance_evaluation_came AFTER INSERT ON evaluation.consequence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_evaluation_is AFTER UPDATE ON evaluation.consequence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_evaluation_was AFTER UPDATE ON evaluation.consequence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_evaluation_went AFTER DELETE ON evaluation.consequence REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');


-- evidence

CREATE TABLE evidence.blob (
    sha256 bytea NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT blob_pkey PRIMARY KEY (sha256),
    CONSTRAINT sha256_is_a_hash CHECK ((length(sha256) = 32)),
    CONSTRAINT size_is_real CHECK ((size >= 0))
);

CREATE TABLE evidence.chunk (
    sha256 bytea NOT NULL,
    no integer NOT NULL,
    bytes bytea NOT NULL,
    deflated boolean NOT NULL DEFAULT false,
    CONSTRAINT chunk_pkey PRIMARY KEY (sha256, no),
    CONSTRAINT chunk_sha256_fkey FOREIGN KEY (sha256) REFERENCES evidence.blob(sha256)
);

CREATE TABLE evidence.item (
    id uuid NOT NULL,
    sha256 bytea NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (id),
    CONSTRAINT item_sha256_fkey FOREIGN KEY (sha256) REFERENCES evidence.blob(sha256),
    CONSTRAINT item_name_fits CHECK ((char_length(name) <= 300)) NOT VALID
);

CREATE TABLE evidence.let_go (
    item uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT let_go_pkey PRIMARY KEY (item),
    CONSTRAINT let_go_item_fkey FOREIGN KEY (item) REFERENCES evidence.item(id) ON DELETE CASCADE
);

CREATE INDEX item_by_bringer ON evidence.item USING btree (brought_by, brought_at);
CREATE INDEX item_by_hash ON evidence.item USING btree (sha256);


-- exchange

CREATE TABLE exchange.asked (
    campaign uuid NOT NULL,
    circle text NOT NULL,
    guest uuid NOT NULL,
    party uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT asked_pkey PRIMARY KEY (campaign, circle, guest),
    CONSTRAINT asked_campaign_fkey FOREIGN KEY (campaign) REFERENCES exchange.campaign(id)
);

CREATE TABLE exchange.campaign (
    id uuid NOT NULL,
    number text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    suppliers text NOT NULL,
    procurement boolean NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT campaign_pkey PRIMARY KEY (id),
    CONSTRAINT campaign_number_taken UNIQUE (number),
    CONSTRAINT campaign_asks_somebody CHECK (((suppliers <> ''::text) OR procurement)),
    CONSTRAINT campaign_days CHECK ((until_day >= from_day)),
    CONSTRAINT campaign_has_titles CHECK (((title_en <> ''::text) AND (title_zh <> ''::text))),
    CONSTRAINT campaign_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT campaign_title_zh_fits CHECK ((char_length(title_zh) <= 300))
);

CREATE TABLE exchange.campaign_course (
    campaign uuid NOT NULL,
    course text NOT NULL,
    version integer NOT NULL,
    topic text NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT campaign_course_pkey PRIMARY KEY (campaign, course),
    CONSTRAINT campaign_course_campaign_fkey FOREIGN KEY (campaign) REFERENCES exchange.campaign(id)
);

CREATE TABLE exchange.campaign_session (
    occasion uuid NOT NULL,
    campaign uuid NOT NULL,
    CONSTRAINT campaign_session_pkey PRIMARY KEY (occasion),
    CONSTRAINT campaign_session_campaign_fkey FOREIGN KEY (campaign) REFERENCES exchange.campaign(id),
    CONSTRAINT campaign_session_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id)
);

CREATE TABLE exchange.exchange (
    occasion uuid NOT NULL,
    form text NOT NULL,
    CONSTRAINT exchange_pkey PRIMARY KEY (occasion),
    CONSTRAINT exchange_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id),
    CONSTRAINT exchange_form_known CHECK ((form = ANY (ARRAY['VISIT'::text, 'CALL'::text, 'CONFERENCE'::text, 'TRAINING'::text])))
);

CREATE TABLE exchange.rule (
    key text NOT NULL,
    from_day date NOT NULL,
    value integer NOT NULL,
    source text NOT NULL,
    set_by uuid,
    set_at timestamp with time zone NOT NULL,
    record uuid,
    agreed_by uuid,
    CONSTRAINT rule_pkey PRIMARY KEY (key, from_day, set_at),
    CONSTRAINT exchange_rule_has_source CHECK ((source <> ''::text)),
    CONSTRAINT exchange_rule_known CHECK ((key = ANY (ARRAY['pass-percent'::text, 'attempts-a-day'::text, 'attended-percent'::text]))),
    CONSTRAINT exchange_rule_value CHECK (((value >= 1) AND (value <= 100))),
    CONSTRAINT rule_four_eyes CHECK ((agreed_by <> set_by)),
    CONSTRAINT rule_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE exchange.rule_proposed (
    proposal uuid NOT NULL,
    key text NOT NULL,
    from_day date NOT NULL,
    value integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT rule_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT rule_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT rule_proposed_known CHECK ((key = ANY (ARRAY['pass-percent'::text, 'attempts-a-day'::text, 'attended-percent'::text]))),
    CONSTRAINT rule_proposed_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT rule_proposed_value CHECK (((value >= 1) AND (value <= 100)))
);

CREATE TABLE exchange.taking (
    taking uuid NOT NULL,
    campaign uuid NOT NULL,
    course text NOT NULL,
    circle text NOT NULL,
    guest uuid NOT NULL,
    party uuid,
    CONSTRAINT taking_pkey PRIMARY KEY (taking),
    CONSTRAINT taken_once UNIQUE (campaign, circle, guest, course),
    CONSTRAINT taking_campaign_circle_guest_fkey FOREIGN KEY (campaign, circle, guest) REFERENCES exchange.asked(campaign, circle, guest),
    CONSTRAINT taking_campaign_course_fkey FOREIGN KEY (campaign, course) REFERENCES exchange.campaign_course(campaign, course),
    CONSTRAINT taking_of_the_shape FOREIGN KEY (taking) REFERENCES course.taking(id)
);

CREATE INDEX asked_by_guest ON exchange.asked USING btree (circle, guest);
CREATE INDEX asked_by_party ON exchange.asked USING btree (party) WHERE (party IS NOT NULL);
CREATE INDEX campaign_session_by_campaign ON exchange.campaign_session USING btree (campaign);
CREATE INDEX taking_by_party ON exchange.taking USING btree (party) WHERE (party IS NOT NULL);

CREATE VIEW exchange.attempt AS
 SELECT handed_in.id,
    taking.campaign,
    taking.course,
    taking.circle,
    taking.guest,
    taking.party,
    handed_in.no,
    handed_in.questions,
    handed_in.right_answers,
    handed_in.needed_percent,
    handed_in.passed,
    handed_in.day,
    handed_in.at,
    handed_in.record
   FROM (exchange.taking
     JOIN course.handed_in ON ((handed_in.taking = taking.taking)));
CREATE VIEW exchange.page_read AS
 SELECT taking.campaign,
    taking.course,
    taking.circle,
    taking.guest,
    known.page,
    known.at
   FROM (exchange.taking
     JOIN course.page_known known ON ((known.taking = taking.taking)));

CREATE OR REPLACE FUNCTION exchange.procurement_staff(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, unit uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (engaged.person) engaged.person, engaged.unit
      FROM directory.engaged(on_day, known_at) AS engaged
      JOIN directory.places(on_day, known_at) AS place ON place.unit = engaged.unit
     WHERE engaged.kind <> 'RETIREE'
       AND EXISTS (SELECT FROM supplier.departments(on_day) AS department WHERE department.kind <> 'QUALITY' AND department.unit = ANY (place.path))
     ORDER BY engaged.person, engaged.from_day
$function$
;
CREATE OR REPLACE FUNCTION exchange.rule_on(wanted text, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    SELECT value FROM exchange.rule WHERE key = wanted AND from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION exchange.trained(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(circle text, guest uuid, party uuid, topic text, day date, way text, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT attempt.circle, attempt.guest, attempt.party, course.topic, attempt.day, 'COURSE', attempt.record
      FROM exchange.attempt
      JOIN exchange.campaign_course AS course ON course.campaign = attempt.campaign AND course.course = attempt.course
     WHERE attempt.passed
       AND attempt.day BETWEEN from_day AND until_day
       AND attempt.at <= known_at
    UNION ALL
    SELECT spent.circle, spent.guest, spent.party, topic, (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date, 'SESSION', spent.record
      FROM gathering.spent(known_at) AS spent
      JOIN gathering.session_known AS session ON session.id = spent.session
      JOIN exchange.campaign_session ON campaign_session.occasion = spent.occasion
     CROSS JOIN unnest(session.topics) AS topic
     WHERE spent.kind = 'exchange.session'
       AND (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN from_day AND until_day
       AND spent.seconds * 100 >= exchange.rule_on('attended-percent', (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date) * extract(epoch FROM session.ends_at - session.starts_at)
$function$
;


-- figure

CREATE TABLE figure.atom (
    population uuid NOT NULL,
    no integer NOT NULL,
    people integer NOT NULL,
    CONSTRAINT atom_pkey PRIMARY KEY (population, no),
    CONSTRAINT atom_population_fkey FOREIGN KEY (population) REFERENCES figure.population(id),
    CONSTRAINT atom_people CHECK ((people > 0))
);

CREATE TABLE figure.cell (
    id uuid NOT NULL,
    population uuid NOT NULL,
    no integer NOT NULL,
    name text NOT NULL,
    atoms integer[] NOT NULL,
    people integer NOT NULL,
    by_figure text NOT NULL,
    released_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT cell_pkey PRIMARY KEY (id),
    CONSTRAINT cell_once UNIQUE (population, no),
    CONSTRAINT cell_population_fkey FOREIGN KEY (population) REFERENCES figure.population(id),
    CONSTRAINT cell_name_fits CHECK ((char_length(name) <= 2000)),
    CONSTRAINT cell_people CHECK ((people > 0))
);

CREATE TABLE figure.cell_rule (
    from_day date NOT NULL,
    least integer NOT NULL,
    source text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT cell_rule_pkey PRIMARY KEY (from_day, set_at),
    CONSTRAINT cell_rule_least CHECK ((("least" >= 2) AND ("least" <= 100))),
    CONSTRAINT cell_rule_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE figure.code (
    figure text NOT NULL,
    subject uuid NOT NULL,
    no integer NOT NULL,
    letters text NOT NULL,
    CONSTRAINT code_pkey PRIMARY KEY (figure, subject),
    CONSTRAINT code_taken UNIQUE (figure, no)
);

CREATE TABLE figure.definition (
    figure text NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    sha256 bytea NOT NULL,
    record uuid NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT definition_pkey PRIMARY KEY (figure, version),
    CONSTRAINT definition_record_fkey FOREIGN KEY (record) REFERENCES log.record(id)
);

CREATE TABLE figure.frozen (
    id uuid NOT NULL,
    figure text NOT NULL,
    version integer NOT NULL,
    year integer NOT NULL,
    known_at timestamp with time zone NOT NULL,
    exact text,
    shown text NOT NULL,
    control_stated numeric NOT NULL,
    control_other numeric NOT NULL,
    control_rows numeric NOT NULL,
    frozen_by uuid NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    CONSTRAINT frozen_pkey PRIMARY KEY (id)
);

CREATE TABLE figure.frozen_row (
    frozen uuid NOT NULL,
    code text NOT NULL,
    subject uuid NOT NULL,
    number text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    reason text,
    inputs jsonb NOT NULL,
    facts jsonb NOT NULL,
    evidence jsonb NOT NULL,
    CONSTRAINT frozen_row_pkey PRIMARY KEY (frozen, code),
    CONSTRAINT frozen_row_frozen_fkey FOREIGN KEY (frozen) REFERENCES figure.frozen(id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE figure.lately (
    figure text NOT NULL,
    version integer NOT NULL,
    year integer NOT NULL,
    known_at timestamp with time zone NOT NULL,
    included bigint NOT NULL,
    left_out bigint NOT NULL,
    met bigint NOT NULL,
    exact text,
    shown text NOT NULL,
    control_stated numeric NOT NULL,
    control_other numeric NOT NULL,
    control_rows numeric NOT NULL,
    CONSTRAINT lately_pkey PRIMARY KEY (figure, year)
);

CREATE TABLE figure.population (
    id uuid NOT NULL,
    name text NOT NULL,
    least integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT population_pkey PRIMARY KEY (id),
    CONSTRAINT population_name UNIQUE (name),
    CONSTRAINT population_least CHECK ((("least" >= 2) AND ("least" <= 1000))),
    CONSTRAINT population_name_fits CHECK ((char_length(name) <= 200))
);

CREATE TABLE figure.released (
    population text NOT NULL,
    year integer NOT NULL,
    cut text NOT NULL,
    cell text NOT NULL,
    figure text NOT NULL,
    people bigint NOT NULL,
    shown boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT released_pkey PRIMARY KEY (population, year, cut, cell, figure, at)
);

CREATE TABLE figure.stated (
    id uuid NOT NULL,
    figure text NOT NULL,
    year integer NOT NULL,
    number numeric NOT NULL,
    source text NOT NULL,
    stated_by uuid NOT NULL,
    stated_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stated_pkey PRIMARY KEY (id),
    CONSTRAINT stated_number CHECK ((((number >= (0)::numeric) AND (number <= ('1000000000000'::bigint)::numeric)) AND (scale(number) <= 2))),
    CONSTRAINT stated_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT stated_year CHECK (((year >= 2000) AND (year <= 2200)))
);

CREATE INDEX stated_by_figure ON figure.stated USING btree (figure, year, stated_at DESC);

COMMENT ON TABLE figure.lately IS 'Not in backups. Computed anew from the records.';


-- form

CREATE TABLE form.answer (
    id uuid NOT NULL,
    sheet uuid NOT NULL,
    question text NOT NULL,
    value text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT answer_pkey PRIMARY KEY (id),
    CONSTRAINT answer_sheet_fkey FOREIGN KEY (sheet) REFERENCES form.sheet(id),
    CONSTRAINT answer_value_fits CHECK ((char_length(value) <= 4000)),
    CONSTRAINT answer_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE form.file (
    sheet uuid NOT NULL,
    evidence uuid NOT NULL,
    question text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    removed_by uuid,
    removed_at timestamp with time zone,
    CONSTRAINT file_pkey PRIMARY KEY (sheet, evidence),
    CONSTRAINT file_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT file_sheet_fkey FOREIGN KEY (sheet) REFERENCES form.sheet(id),
    CONSTRAINT removed_by_somebody CHECK (((removed_by IS NULL) = (removed_at IS NULL)))
);

CREATE TABLE form.score (
    sending uuid NOT NULL,
    pillar text NOT NULL,
    exact text NOT NULL,
    score numeric(7,4) NOT NULL,
    CONSTRAINT score_pkey PRIMARY KEY (sending, pillar),
    CONSTRAINT score_sending_fkey FOREIGN KEY (sending) REFERENCES form.sending(id),
    CONSTRAINT score_of_a_hundred CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric)))
);

CREATE TABLE form.sending (
    id uuid NOT NULL,
    sheet uuid NOT NULL,
    no integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    evidence uuid NOT NULL,
    CONSTRAINT sending_pkey PRIMARY KEY (id),
    CONSTRAINT sending_numbered UNIQUE (sheet, no),
    CONSTRAINT sending_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT sending_sheet_fkey FOREIGN KEY (sheet) REFERENCES form.sheet(id)
);

CREATE TABLE form.sent_answer (
    sending uuid NOT NULL,
    question text NOT NULL,
    value text NOT NULL,
    words text NOT NULL,
    mark numeric(7,4),
    answer uuid,
    CONSTRAINT sent_answer_pkey PRIMARY KEY (sending, question),
    CONSTRAINT sent_answer_answer_fkey FOREIGN KEY (answer) REFERENCES form.answer(id),
    CONSTRAINT sent_answer_sending_fkey FOREIGN KEY (sending) REFERENCES form.sending(id)
);

CREATE TABLE form.sent_file (
    sending uuid NOT NULL,
    question text NOT NULL,
    evidence uuid NOT NULL,
    CONSTRAINT sent_file_pkey PRIMARY KEY (sending, question, evidence),
    CONSTRAINT sent_file_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT sent_file_sending_fkey FOREIGN KEY (sending) REFERENCES form.sending(id)
);

CREATE TABLE form.sheet (
    id uuid NOT NULL,
    form text NOT NULL,
    version integer NOT NULL,
    sha256 text NOT NULL,
    party uuid NOT NULL,
    period integer NOT NULL,
    about uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT sheet_pkey PRIMARY KEY (id),
    CONSTRAINT sheet_once_about UNIQUE (about)
);

CREATE INDEX answer_by_sheet ON form.answer USING btree (sheet, question, no DESC);
CREATE INDEX sheet_by_party ON form.sheet USING btree (party, form, period);

CREATE OR REPLACE FUNCTION form.said_at(known_at timestamp with time zone)
 RETURNS TABLE(about uuid, form text, party uuid, period integer, sending uuid, question text, value text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT sheet.about, sheet.form, sheet.party, sheet.period, sending.id, said.question, said.value
      FROM form.sheet
      JOIN LATERAL (SELECT * FROM form.sending WHERE sending.sheet = sheet.id AND sending.at <= known_at ORDER BY no DESC LIMIT 1) AS sending ON true
      JOIN form.sent_answer AS said ON said.sending = sending.id
$function$
;
CREATE OR REPLACE FUNCTION form.scored_at(known_at timestamp with time zone)
 RETURNS TABLE(sheet uuid, about uuid, form text, party uuid, period integer, sending uuid, at timestamp with time zone, pillar text, score numeric)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT sheet.id, sheet.about, sheet.form, sheet.party, sheet.period, sending.id, sending.at, score.pillar, score.score
      FROM form.sheet
      JOIN LATERAL (SELECT * FROM form.sending WHERE sending.sheet = sheet.id AND sending.at <= known_at ORDER BY no DESC LIMIT 1) AS sending ON true
      JOIN form.score ON score.sending = sending.id
$function$
;


-- gathering

CREATE TABLE gathering.calling_off (
    occasion uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT calling_off_pkey PRIMARY KEY (occasion),
    CONSTRAINT calling_off_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id),
    CONSTRAINT called_off_for_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT calling_off_reason_fits CHECK ((char_length(reason) <= 4000))
);

CREATE TABLE gathering.closing (
    session uuid NOT NULL,
    no integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    people integer NOT NULL,
    others integer NOT NULL,
    reason text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closing_pkey PRIMARY KEY (session, no),
    CONSTRAINT closing_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id),
    CONSTRAINT closed_again_for_a_reason CHECK (((no = 1) OR (reason <> ''::text))),
    CONSTRAINT closing_reason_fits CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT counts_of_people CHECK (((people >= 0) AND (others >= 0)))
);

CREATE TABLE gathering.closing_total (
    session uuid NOT NULL,
    no integer NOT NULL,
    circle text NOT NULL,
    people integer NOT NULL,
    seconds bigint NOT NULL,
    CONSTRAINT closing_total_pkey PRIMARY KEY (session, no, circle),
    CONSTRAINT closing_total_session_no_fkey FOREIGN KEY (session, no) REFERENCES gathering.closing(session, no)
);

CREATE TABLE gathering.door_key (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    sealed text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT door_key_pkey PRIMARY KEY (id)
);

CREATE TABLE gathering.follow_up (
    id uuid NOT NULL,
    occasion uuid NOT NULL,
    no integer NOT NULL,
    what text NOT NULL,
    account uuid,
    party uuid,
    due_day date NOT NULL,
    CONSTRAINT follow_up_pkey PRIMARY KEY (id),
    CONSTRAINT follow_up_numbered UNIQUE (occasion, no),
    CONSTRAINT follow_up_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id),
    CONSTRAINT follow_up_says_something CHECK ((what <> ''::text)),
    CONSTRAINT follow_up_what_fits CHECK ((char_length(what) <= 1000)),
    CONSTRAINT owed_by_one CHECK ((num_nonnulls(account, party) = 1))
);

CREATE TABLE gathering.follow_up_step (
    follow_up uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    after_by uuid,
    record uuid NOT NULL,
    CONSTRAINT follow_up_step_pkey PRIMARY KEY (follow_up, no),
    CONSTRAINT follow_up_step_follow_up_fkey FOREIGN KEY (follow_up) REFERENCES gathering.follow_up(id),
    CONSTRAINT follow_up_state_known CHECK ((state = ANY (ARRAY['OWED'::text, 'DONE'::text, 'RETURNED'::text, 'SETTLED'::text, 'DROPPED'::text]))),
    CONSTRAINT follow_up_step_words_fits CHECK ((char_length(words) <= 4000)),
    CONSTRAINT settled_by_another CHECK (((state <> 'SETTLED'::text) OR ((after_by IS NOT NULL) AND (after_by <> by)))),
    CONSTRAINT step_in_words CHECK (((state <> ALL (ARRAY['DONE'::text, 'RETURNED'::text, 'DROPPED'::text])) OR (words <> ''::text)))
);

CREATE TABLE gathering.guess (
    account uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE gathering.invitation (
    occasion uuid NOT NULL,
    circle text NOT NULL,
    guest uuid NOT NULL,
    party uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT invitation_pkey PRIMARY KEY (occasion, circle, guest),
    CONSTRAINT invitation_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id)
);

CREATE TABLE gathering.minutes (
    occasion uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT minutes_pkey PRIMARY KEY (occasion, no),
    CONSTRAINT minutes_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id),
    CONSTRAINT minutes_have_words CHECK ((words <> ''::text)),
    CONSTRAINT minutes_words_fits CHECK ((char_length(words) <= 20000))
);

CREATE TABLE gathering.occasion (
    id uuid NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    topics text[] NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT occasion_pkey PRIMARY KEY (id),
    CONSTRAINT occasion_number_taken UNIQUE (number),
    CONSTRAINT occasion_has_title CHECK ((title <> ''::text)),
    CONSTRAINT occasion_has_topic CHECK ((cardinality(topics) > 0)),
    CONSTRAINT occasion_title_fits CHECK ((char_length(title) <= 300))
);

CREATE TABLE gathering.presence (
    id uuid NOT NULL,
    session uuid NOT NULL,
    circle text NOT NULL,
    guest uuid NOT NULL,
    party uuid,
    came_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    means text NOT NULL,
    by uuid NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT presence_pkey PRIMARY KEY (id),
    CONSTRAINT presence_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id),
    CONSTRAINT left_after_coming CHECK ((left_at > came_at)),
    CONSTRAINT means_known CHECK ((means = ANY (ARRAY['ENTERED'::text, 'IMPORTED'::text, 'CODE'::text, 'SHEET'::text, 'ONLINE'::text]))),
    CONSTRAINT presence_to_the_second CHECK (((date_trunc('second'::text, came_at) = came_at) AND (date_trunc('second'::text, left_at) = left_at)))
);

CREATE TABLE gathering.reading (
    occasion uuid NOT NULL,
    no integer NOT NULL,
    written_by uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT reading_pkey PRIMARY KEY (occasion, no),
    CONSTRAINT reading_occasion_no_fkey FOREIGN KEY (occasion, no) REFERENCES gathering.minutes(occasion, no),
    CONSTRAINT read_by_another CHECK ((by <> written_by))
);

CREATE TABLE gathering.session (
    id uuid NOT NULL,
    occasion uuid NOT NULL,
    no integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    place text NOT NULL,
    code text NOT NULL,
    CONSTRAINT session_pkey PRIMARY KEY (id),
    CONSTRAINT session_numbered UNIQUE (occasion, no),
    CONSTRAINT session_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id),
    CONSTRAINT session_place_fits CHECK ((char_length(place) <= 300)),
    CONSTRAINT session_within_a_day CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval))))
);

CREATE TABLE gathering.sheet (
    session uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT sheet_pkey PRIMARY KEY (session),
    CONSTRAINT sheet_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id)
);

CREATE TABLE gathering.side (
    occasion uuid NOT NULL,
    party uuid NOT NULL,
    CONSTRAINT side_pkey PRIMARY KEY (occasion, party),
    CONSTRAINT side_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id)
);

CREATE INDEX follow_up_by_account ON gathering.follow_up USING btree (account) WHERE (account IS NOT NULL);
CREATE INDEX follow_up_by_party ON gathering.follow_up USING btree (party) WHERE (party IS NOT NULL);
CREATE INDEX guess_by_account ON gathering.guess USING btree (account, at);
CREATE INDEX invitation_by_guest ON gathering.invitation USING btree (circle, guest);
CREATE INDEX presence_by_guest ON gathering.presence USING btree (circle, guest);
CREATE INDEX presence_by_session ON gathering.presence USING btree (session);
CREATE INDEX session_by_code ON gathering.session USING btree (code, starts_at);
CREATE INDEX session_by_start ON gathering.session USING btree (starts_at);
CREATE INDEX side_by_party ON gathering.side USING btree (party);

CREATE VIEW gathering.called_off AS
 SELECT occasion,
    at,
    record
   FROM gathering.calling_off;
CREATE VIEW gathering.closing_known AS
 SELECT occasion.kind,
    session.occasion,
    session.id AS session,
    session.starts_at,
    session.ends_at,
    closing.no,
    closing.at,
    closing.people,
    closing.others,
    closing.record
   FROM ((gathering.closing
     JOIN gathering.session ON ((session.id = closing.session)))
     JOIN gathering.occasion ON ((occasion.id = session.occasion)));
CREATE VIEW gathering.closing_stated AS
 SELECT occasion.kind,
    session.occasion,
    session.id AS session,
    session.starts_at,
    closing.no,
    closing.at,
    total.circle,
    total.people,
    total.seconds
   FROM (((gathering.closing
     JOIN gathering.session ON ((session.id = closing.session)))
     JOIN gathering.occasion ON ((occasion.id = session.occasion)))
     JOIN gathering.closing_total total ON (((total.session = closing.session) AND (total.no = closing.no))));
CREATE VIEW gathering.follow_up_standing AS
 SELECT follow_up.id,
    follow_up.occasion,
    follow_up.no,
    follow_up.what,
    follow_up.account,
    follow_up.party,
    follow_up.due_day,
    step.no AS step,
    step.state,
    step.words,
    step.by,
    step.at,
    step.record
   FROM (gathering.follow_up
     JOIN LATERAL ( SELECT follow_up_step.follow_up,
            follow_up_step.no,
            follow_up_step.state,
            follow_up_step.words,
            follow_up_step.by,
            follow_up_step.at,
            follow_up_step.after_by,
            follow_up_step.record
           FROM gathering.follow_up_step
          WHERE (follow_up_step.follow_up = follow_up.id)
          ORDER BY follow_up_step.no DESC
         LIMIT 1) step ON (true));
CREATE VIEW gathering.session_known AS
 SELECT session.id,
    session.occasion,
    occasion.kind,
    occasion.number,
    occasion.title,
    occasion.topics,
    session.starts_at,
    session.ends_at,
    session.no,
    session.place
   FROM (gathering.session
     JOIN gathering.occasion ON ((occasion.id = session.occasion)));
CREATE VIEW gathering.standing AS
 SELECT id,
    kind,
    number,
    title,
    topics,
    parties,
    opened_by,
    opened_at,
    starts_at,
    ends_at,
    place,
    called_off,
    all_closed,
    people,
    others,
    minutes_no,
    minutes_read_no,
    minutes_record,
    record
   FROM gathering.standing_at('infinity'::timestamp with time zone) standing_at(id, kind, number, title, topics, parties, opened_by, opened_at, starts_at, ends_at, place, called_off, all_closed, people, others, minutes_no, minutes_read_no, minutes_record, record);

CREATE OR REPLACE FUNCTION gathering.spent(known_at timestamp with time zone)
 RETURNS TABLE(session uuid, occasion uuid, kind text, circle text, guest uuid, party uuid, seconds bigint, first_at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT together.session, together.occasion, together.kind, together.circle, together.guest, together.party,
           (SELECT sum(extract(epoch FROM upper(stretch) - lower(stretch)))::bigint FROM unnest(together.stretches) AS stretch), together.first_at, together.record
      FROM (SELECT stay.session, stay.occasion, stay.kind, stay.circle, stay.guest, (array_agg(stay.party))[1] AS party, stay.record,
                   range_agg(tstzrange(stay.came_at, stay.left_at)) AS stretches, min(stay.came_at) AS first_at
              FROM gathering.stays(known_at) AS stay
             GROUP BY stay.session, stay.occasion, stay.kind, stay.circle, stay.guest, stay.record) AS together
$function$
;
CREATE OR REPLACE FUNCTION gathering.standing_at(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, kind text, number text, title text, topics text[], parties uuid[], opened_by uuid, opened_at timestamp with time zone, starts_at timestamp with time zone, ends_at timestamp with time zone, place text, called_off boolean, all_closed boolean, people bigint, others bigint, minutes_no integer, minutes_read_no integer, minutes_record uuid, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT occasion.id, occasion.kind, occasion.number, occasion.title, occasion.topics,
           ARRAY(SELECT party FROM gathering.side WHERE side.occasion = occasion.id ORDER BY party),
           occasion.opened_by, occasion.opened_at, time.starts_at, time.ends_at, time.place,
           EXISTS (SELECT FROM gathering.calling_off WHERE calling_off.occasion = occasion.id AND calling_off.at <= known_at),
           lists.closed = time.sessions,
           lists.people, lists.others, written.no, read.no, read.record, occasion.record
      FROM gathering.occasion
      JOIN LATERAL (SELECT min(session.starts_at) AS starts_at, max(session.ends_at) AS ends_at, count(*) AS sessions,
                           (array_agg(session.place ORDER BY session.no))[1] AS place
                      FROM gathering.session WHERE session.occasion = occasion.id) AS time ON true
      JOIN LATERAL (SELECT count(*) AS closed, coalesce(max(closing.people), 0)::bigint AS people, coalesce(max(closing.others), 0)::bigint AS others
                      FROM gathering.session
                      JOIN LATERAL (SELECT people, others FROM gathering.closing
                                     WHERE closing.session = session.id AND closing.at <= known_at ORDER BY no DESC LIMIT 1) AS closing ON true
                     WHERE session.occasion = occasion.id) AS lists ON true
      LEFT JOIN LATERAL (SELECT no FROM gathering.minutes WHERE minutes.occasion = occasion.id AND minutes.at <= known_at ORDER BY no DESC LIMIT 1) AS written ON true
      LEFT JOIN LATERAL (SELECT no, record FROM gathering.reading WHERE reading.occasion = occasion.id AND reading.at <= known_at ORDER BY no DESC LIMIT 1) AS read ON true
     WHERE occasion.opened_at <= known_at
$function$
;
CREATE OR REPLACE FUNCTION gathering.stays(known_at timestamp with time zone)
 RETURNS TABLE(session uuid, occasion uuid, kind text, circle text, guest uuid, party uuid, came_at timestamp with time zone, left_at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT session.id, occasion.id, occasion.kind, presence.circle, presence.guest, presence.party,
           greatest(presence.came_at, session.starts_at), least(coalesce(presence.left_at, session.ends_at), session.ends_at), closing.record
      FROM gathering.session
      JOIN gathering.occasion ON occasion.id = session.occasion
      JOIN LATERAL (SELECT at, record FROM gathering.closing WHERE closing.session = session.id AND closing.at <= known_at ORDER BY no DESC LIMIT 1) AS closing ON true
      JOIN gathering.presence ON presence.session = session.id AND presence.recorded @> closing.at
     WHERE greatest(presence.came_at, session.starts_at) < least(coalesce(presence.left_at, session.ends_at), session.ends_at)
       AND NOT EXISTS (SELECT FROM gathering.calling_off WHERE calling_off.occasion = occasion.id AND calling_off.at <= known_at)
$function$
;


-- green

CREATE TABLE green.approval (
    book uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT approval_pkey PRIMARY KEY (book),
    CONSTRAINT approval_book_fkey FOREIGN KEY (book) REFERENCES green.book(id)
);

CREATE TABLE green.book (
    id uuid NOT NULL,
    category text NOT NULL,
    from_day date NOT NULL,
    threshold integer NOT NULL,
    source text NOT NULL,
    proposal uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT book_pkey PRIMARY KEY (id),
    CONSTRAINT book_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT book_has_source CHECK ((source <> ''::text)),
    CONSTRAINT book_source_fits CHECK ((char_length(source) <= 300)),
    CONSTRAINT book_threshold CHECK (((threshold >= 1) AND (threshold <= 100)))
);

CREATE TABLE green.criterion (
    book uuid NOT NULL,
    no integer NOT NULL,
    code text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    strength text NOT NULL,
    points integer NOT NULL,
    CONSTRAINT criterion_pkey PRIMARY KEY (book, no),
    CONSTRAINT criterion_once UNIQUE (book, code),
    CONSTRAINT criterion_book_fkey FOREIGN KEY (book) REFERENCES green.book(id),
    CONSTRAINT criterion_has_titles CHECK (((title_en <> ''::text) AND (title_zh <> ''::text))),
    CONSTRAINT criterion_points CHECK (((points >= 1) AND (points <= 100))),
    CONSTRAINT criterion_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT criterion_title_zh_fits CHECK ((char_length(title_zh) <= 300)),
    CONSTRAINT green_criterion_code CHECK ((code ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT green_strength_known CHECK ((strength = ANY (ARRAY['THIRD_PARTY'::text, 'SIGNED'::text, 'STATEMENT'::text])))
);

CREATE TABLE green.proof (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    issuer text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    words text NOT NULL,
    evidence uuid NOT NULL,
    sent_by uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT proof_pkey PRIMARY KEY (id),
    CONSTRAINT proof_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT proof_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT green_proof_days CHECK ((valid_until >= valid_from)),
    CONSTRAINT green_proof_issued CHECK (((kind <> ALL (ARRAY['CERTIFICATE'::text, 'EPD'::text])) OR ((number <> ''::text) AND (issuer <> ''::text)))),
    CONSTRAINT green_proof_kind CHECK ((kind = ANY (ARRAY['CERTIFICATE'::text, 'EPD'::text, 'SIGNED_STATEMENT'::text, 'STATEMENT'::text]))),
    CONSTRAINT proof_issuer_fits CHECK ((char_length(issuer) <= 300)),
    CONSTRAINT proof_number_fits CHECK ((char_length(number) <= 300)),
    CONSTRAINT proof_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE green.review (
    proof uuid NOT NULL,
    no integer NOT NULL,
    outcome text NOT NULL,
    words text NOT NULL,
    sent_by uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT review_pkey PRIMARY KEY (proof, no),
    CONSTRAINT review_proof_fkey FOREIGN KEY (proof) REFERENCES green.proof(id),
    CONSTRAINT green_four_eyes CHECK ((by <> sent_by)),
    CONSTRAINT green_outcome_known CHECK ((outcome = ANY (ARRAY['ACCEPTED'::text, 'RETURNED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT return_has_words CHECK (((outcome = 'ACCEPTED'::text) OR (words <> ''::text))),
    CONSTRAINT review_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE INDEX book_by_category ON green.book USING btree (category, from_day);
CREATE INDEX green_proof_by_supplier ON green.proof USING btree (supplier, code);

CREATE OR REPLACE FUNCTION green.accepted(known_at timestamp with time zone)
 RETURNS TABLE(proof uuid, supplier uuid, code text, kind text, held daterange, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT proof.id, proof.supplier, proof.code, proof.kind, daterange(proof.valid_from, proof.valid_until, '[]'), newest.record
      FROM green.proof
      JOIN LATERAL (SELECT outcome, record FROM green.review WHERE review.proof = proof.id AND review.at <= known_at ORDER BY no DESC LIMIT 1) AS newest
        ON newest.outcome = 'ACCEPTED'
$function$
;
CREATE OR REPLACE FUNCTION green.criteria(known_at timestamp with time zone)
 RETURNS TABLE(book uuid, category text, held daterange, threshold integer, code text, title_en text, title_zh text, strength text, points integer, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT begun.id, begun.category, daterange(begun.from_day, begun.next_day), begun.threshold, criterion.code, criterion.title_en, criterion.title_zh, criterion.strength,
           criterion.points, begun.record
      FROM (SELECT book.*, approval.record,
                   lead(book.from_day) OVER (PARTITION BY book.category ORDER BY book.from_day, approval.approved_at) AS next_day
              FROM green.book
              JOIN green.approval ON approval.book = book.id AND approval.approved_at <= known_at) AS begun
      JOIN green.criterion ON criterion.book = begun.id
$function$
;
CREATE OR REPLACE FUNCTION green.rank(strength_or_kind text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
    SELECT CASE strength_or_kind WHEN 'THIRD_PARTY' THEN 3 WHEN 'CERTIFICATE' THEN 3 WHEN 'EPD' THEN 3 WHEN 'SIGNED' THEN 2 WHEN 'SIGNED_STATEMENT' THEN 2 ELSE 1 END
$function$
;
CREATE OR REPLACE FUNCTION green.standing(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, category text, points bigint, possible bigint, threshold integer, met boolean, shown bigint, asked bigint, records uuid[])
 LANGUAGE sql
 STABLE
AS $function$
    WITH criteria AS MATERIALIZED (
        SELECT * FROM green.criteria(known_at) AS all_criteria WHERE held @> on_day
    ), accepted AS MATERIALIZED (
        SELECT * FROM green.accepted(known_at) AS all_accepted WHERE held @> on_day
    ), each AS (
        SELECT name.id AS supplier, criteria.category, criteria.threshold, criteria.points,
               (SELECT accepted.record FROM accepted
                 WHERE accepted.supplier = name.id AND accepted.code = criteria.code AND green.rank(accepted.kind) >= green.rank(criteria.strength)
                 ORDER BY upper(accepted.held) DESC, accepted.record LIMIT 1) AS record
          FROM criteria
          JOIN supplier.name ON name.category = criteria.category
          JOIN supplier.active(on_day, known_at) AS active ON active.supplier = name.id
    )
    SELECT supplier, category, coalesce(sum(points) FILTER (WHERE record IS NOT NULL), 0), sum(points), max(threshold),
           coalesce(sum(points) FILTER (WHERE record IS NOT NULL), 0) >= max(threshold), count(record), count(*),
           coalesce(array_agg(record) FILTER (WHERE record IS NOT NULL), '{}')
      FROM each
     GROUP BY supplier, category
$function$
;


-- home

CREATE TABLE home.answer (
    stay uuid NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    answered_by uuid,
    answered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (stay),
    CONSTRAINT answer_stay_fkey FOREIGN KEY (stay) REFERENCES home.stay(id),
    CONSTRAINT answer_by_somebody CHECK (((answered_by IS NOT NULL) OR (outcome = 'LAPSED'::text))),
    CONSTRAINT answer_outcome_known CHECK ((outcome = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'LAPSED'::text, 'TAKEN_BACK'::text]))),
    CONSTRAINT answer_reason_fits CHECK ((char_length(reason) <= 500))
);

CREATE TABLE home.application (
    id uuid NOT NULL,
    number text NOT NULL,
    person uuid NOT NULL,
    site uuid NOT NULL,
    takes text NOT NULL,
    from_day date NOT NULL,
    since date NOT NULL,
    grounds text[] NOT NULL,
    words text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    over_at timestamp with time zone,
    over_record uuid,
    CONSTRAINT application_pkey PRIMARY KEY (id),
    CONSTRAINT application_number UNIQUE (number),
    CONSTRAINT application_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT application_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT application_grounds_known CHECK ((grounds <@ ARRAY['FAR'::text, 'NIGHTS'::text, 'FIRST'::text])),
    CONSTRAINT application_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT application_takes_known CHECK ((takes = ANY (ARRAY['WOMEN'::text, 'MEN'::text, 'COUPLES'::text]))),
    CONSTRAINT application_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE home.bed (
    id uuid NOT NULL,
    room uuid NOT NULL,
    no integer NOT NULL,
    from_day date NOT NULL,
    survey uuid NOT NULL,
    CONSTRAINT bed_pkey PRIMARY KEY (id),
    CONSTRAINT bed_no UNIQUE (room, no),
    CONSTRAINT bed_room_fkey FOREIGN KEY (room) REFERENCES home.room(id),
    CONSTRAINT bed_survey_fkey FOREIGN KEY (survey) REFERENCES home.survey(id),
    CONSTRAINT bed_of_a_room CHECK (((no >= 1) AND (no <= 50)))
);

CREATE TABLE home.building (
    id uuid NOT NULL,
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    site uuid NOT NULL,
    takes text NOT NULL,
    toilets integer NOT NULL,
    founded_by uuid NOT NULL,
    founded_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT building_pkey PRIMARY KEY (id),
    CONSTRAINT building_code UNIQUE (code),
    CONSTRAINT building_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT building_code_fits CHECK (((char_length(code) >= 1) AND (char_length(code) <= 20))),
    CONSTRAINT building_has_a_name CHECK (((name_en <> ''::text) OR (name_zh <> ''::text))),
    CONSTRAINT building_has_toilets CHECK (((toilets >= 1) AND (toilets <= 10000))),
    CONSTRAINT building_name_en_fits CHECK ((char_length(name_en) <= 100)),
    CONSTRAINT building_name_zh_fits CHECK ((char_length(name_zh) <= 100)),
    CONSTRAINT building_takes_known CHECK ((takes = ANY (ARRAY['WOMEN'::text, 'MEN'::text, 'COUPLES'::text, 'ALL'::text])))
);

CREATE TABLE home.fault (
    id uuid NOT NULL,
    number text NOT NULL,
    stay uuid NOT NULL,
    room uuid NOT NULL,
    kind text NOT NULL,
    danger text NOT NULL,
    words text NOT NULL,
    due_day date NOT NULL,
    told_by uuid NOT NULL,
    told_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT fault_pkey PRIMARY KEY (id),
    CONSTRAINT fault_number UNIQUE (number),
    CONSTRAINT fault_room_fkey FOREIGN KEY (room) REFERENCES home.room(id),
    CONSTRAINT fault_stay_fkey FOREIGN KEY (stay) REFERENCES home.stay(id),
    CONSTRAINT fault_danger_known CHECK ((danger = ANY (ARRAY['YES'::text, 'NO'::text]))),
    CONSTRAINT fault_kind_known CHECK ((kind = ANY (ARRAY['WATER'::text, 'POWER'::text, 'HEATING'::text, 'LOCK'::text, 'FURNITURE'::text, 'PESTS'::text, 'OTHER'::text]))),
    CONSTRAINT fault_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT fault_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE home.found (
    walk uuid NOT NULL,
    item text NOT NULL,
    state text NOT NULL,
    CONSTRAINT found_pk PRIMARY KEY (walk, item),
    CONSTRAINT found_walk_fkey FOREIGN KEY (walk) REFERENCES home.walk(id),
    CONSTRAINT found_item_known CHECK ((item = ANY (ARRAY['BED'::text, 'LOCKER'::text, 'WINDOW'::text, 'DOOR'::text, 'LIGHT'::text, 'WATER'::text, 'HEATING'::text, 'ALARM'::text]))),
    CONSTRAINT found_state_known CHECK ((state = ANY (ARRAY['GOOD'::text, 'WORN'::text, 'BROKEN'::text, 'MISSING'::text])))
);

CREATE TABLE home.gone (
    bed uuid NOT NULL,
    from_day date NOT NULL,
    reason text NOT NULL,
    gone_by uuid NOT NULL,
    gone_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT gone_pkey PRIMARY KEY (bed),
    CONSTRAINT gone_bed_fkey FOREIGN KEY (bed) REFERENCES home.bed(id),
    CONSTRAINT gone_reason_fits CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)))
);

CREATE TABLE home.measure (
    id uuid NOT NULL,
    room uuid NOT NULL,
    from_day date NOT NULL,
    area numeric(6,2) NOT NULL,
    survey uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT measure_pkey PRIMARY KEY (id),
    CONSTRAINT measure_once UNIQUE (survey, room),
    CONSTRAINT measure_room_fkey FOREIGN KEY (room) REFERENCES home.room(id),
    CONSTRAINT measure_survey_fkey FOREIGN KEY (survey) REFERENCES home.survey(id),
    CONSTRAINT measure_of_a_room CHECK ((area > (0)::numeric))
);

CREATE TABLE home.mending (
    id uuid NOT NULL,
    fault uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    mended_by uuid NOT NULL,
    mended_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT mending_pkey PRIMARY KEY (id),
    CONSTRAINT mending_no UNIQUE (fault, no),
    CONSTRAINT mending_fault_fkey FOREIGN KEY (fault) REFERENCES home.fault(id),
    CONSTRAINT mending_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE home.notice (
    stay uuid NOT NULL,
    day date NOT NULL,
    by_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT notice_pkey PRIMARY KEY (stay),
    CONSTRAINT notice_stay_fkey FOREIGN KEY (stay) REFERENCES home.stay(id)
);

CREATE TABLE home.photo (
    id uuid NOT NULL,
    walk uuid,
    fault uuid,
    evidence uuid NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT photo_pkey PRIMARY KEY (id),
    CONSTRAINT photo_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT photo_fault_fkey FOREIGN KEY (fault) REFERENCES home.fault(id),
    CONSTRAINT photo_walk_fkey FOREIGN KEY (walk) REFERENCES home.walk(id),
    CONSTRAINT photo_of_one_thing CHECK ((num_nonnulls(walk, fault) = 1))
);

CREATE TABLE home.room (
    id uuid NOT NULL,
    building uuid NOT NULL,
    number text NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id),
    CONSTRAINT room_number UNIQUE (building, number),
    CONSTRAINT room_building_fkey FOREIGN KEY (building) REFERENCES home.building(id),
    CONSTRAINT room_number_fits CHECK (((char_length(number) >= 1) AND (char_length(number) <= 20)))
);

CREATE TABLE home.sent_back (
    mending uuid NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT sent_back_pkey PRIMARY KEY (mending),
    CONSTRAINT sent_back_mending_fkey FOREIGN KEY (mending) REFERENCES home.mending(id),
    CONSTRAINT sent_back_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE home.stay (
    id uuid NOT NULL,
    number text NOT NULL,
    application uuid NOT NULL,
    person uuid NOT NULL,
    bed uuid NOT NULL,
    from_day date NOT NULL,
    until_day date,
    rent numeric(8,2) NOT NULL,
    answer_by date NOT NULL,
    turn text NOT NULL,
    offered_by uuid NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    void_at timestamp with time zone,
    CONSTRAINT stay_pkey PRIMARY KEY (id),
    CONSTRAINT stay_number UNIQUE (number),
    CONSTRAINT stay_application_fkey FOREIGN KEY (application) REFERENCES home.application(id),
    CONSTRAINT stay_bed_fkey FOREIGN KEY (bed) REFERENCES home.bed(id),
    CONSTRAINT stay_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT no_bed_twice EXCLUDE USING gist (directory.same((bed)::text, (bed)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((void_at IS NULL)),
    CONSTRAINT nobody_in_two_beds EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((void_at IS NULL)),
    CONSTRAINT stay_has_days CHECK ((until_day >= from_day)),
    CONSTRAINT stay_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT stay_rent_of_something CHECK ((rent >= (0)::numeric)),
    CONSTRAINT stay_turn_fits CHECK ((char_length(turn) <= 1000))
);

CREATE TABLE home.survey (
    id uuid NOT NULL,
    building uuid NOT NULL,
    from_day date NOT NULL,
    rooms integer NOT NULL,
    beds integer NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT survey_pkey PRIMARY KEY (id),
    CONSTRAINT survey_building_fkey FOREIGN KEY (building) REFERENCES home.building(id),
    CONSTRAINT survey_of_something CHECK (((rooms > 0) AND (beds >= 0)))
);

CREATE TABLE home.walk (
    id uuid NOT NULL,
    stay uuid NOT NULL,
    way text NOT NULL,
    day date NOT NULL,
    words text NOT NULL,
    walked_by uuid NOT NULL,
    walked_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    confirmed_at timestamp with time zone,
    confirm_record uuid,
    CONSTRAINT walk_pkey PRIMARY KEY (id),
    CONSTRAINT walk_once UNIQUE (stay, way),
    CONSTRAINT walk_stay_fkey FOREIGN KEY (stay) REFERENCES home.stay(id),
    CONSTRAINT walk_way_known CHECK ((way = ANY (ARRAY['IN'::text, 'OUT'::text]))),
    CONSTRAINT walk_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE INDEX application_by_person ON home.application USING btree (person);
CREATE UNIQUE INDEX application_one_a_person ON home.application USING btree (person) WHERE (over_at IS NULL);
CREATE INDEX fault_by_room ON home.fault USING btree (room);
CREATE INDEX fault_by_stay ON home.fault USING btree (stay);
CREATE INDEX measure_by_room ON home.measure USING btree (room, from_day DESC, said_at DESC);
CREATE INDEX photo_by_fault ON home.photo USING btree (fault);
CREATE INDEX photo_by_walk ON home.photo USING btree (walk);
CREATE INDEX stay_by_application ON home.stay USING btree (application);
CREATE INDEX stay_by_bed ON home.stay USING btree (bed);
CREATE INDEX stay_by_person ON home.stay USING btree (person);
CREATE INDEX survey_by_building ON home.survey USING btree (building);

CREATE OR REPLACE FUNCTION home.beds(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(bed uuid, room uuid, building uuid, site uuid, no integer, room_number text, area numeric, in_room integer, wanting text)
 LANGUAGE sql
 STABLE
AS $function$
    WITH beds AS (
        SELECT bed.id, bed.room, bed.no, count(*) OVER (PARTITION BY bed.room)::int AS in_room
          FROM home.bed
          JOIN home.survey ON survey.id = bed.survey AND survey.brought_at <= known_at
          LEFT JOIN home.gone ON gone.bed = bed.id AND gone.from_day <= on_day AND gone.gone_at <= known_at
         WHERE bed.from_day <= on_day AND gone.bed IS NULL
    ), counted AS (
        SELECT beds.*, room.building, room.number, building.site, building.toilets, count(*) OVER (PARTITION BY room.building) AS in_building,
               (SELECT measure.area FROM home.measure WHERE measure.room = beds.room AND measure.from_day <= on_day AND measure.said_at <= known_at
                 ORDER BY measure.from_day DESC, measure.said_at DESC LIMIT 1) AS area
          FROM beds
          JOIN home.room ON room.id = beds.room
          JOIN home.building ON building.id = room.building
    ), rules AS (
        SELECT rule.at('home', 'area-least', on_day, known_at) AS area, rule.at('home', 'beds-most', on_day, known_at) AS beds, rule.at('home', 'people-toilet-most', on_day, known_at) AS toilets
    )
    SELECT counted.id, counted.room, counted.building, counted.site, counted.no, counted.number, counted.area, counted.in_room,
           CASE WHEN counted.area * 10 < rules.area * counted.in_room THEN 'AREA'
                WHEN counted.in_room > rules.beds THEN 'BEDS'
                WHEN counted.in_building > rules.toilets * counted.toilets THEN 'TOILETS' END
      FROM counted
     CROSS JOIN rules
$function$
;


-- labour

CREATE TABLE labour.basis (
    id uuid NOT NULL,
    part text NOT NULL,
    field text NOT NULL,
    country text NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    rule_code text NOT NULL,
    months integer,
    said_by uuid,
    said_at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT basis_pkey PRIMARY KEY (id),
    CONSTRAINT basis_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT basis_has_source CHECK ((source <> ''::text)),
    CONSTRAINT basis_months CHECK (((months >= 0) AND (months <= 600))),
    CONSTRAINT basis_part_fits CHECK (((char_length(part) <= 40) AND (char_length(field) <= 40))),
    CONSTRAINT basis_rule_code_fits CHECK ((char_length(rule_code) <= 40)),
    CONSTRAINT basis_said_by_counsel CHECK (((said_by IS NULL) = (record IS NULL))),
    CONSTRAINT basis_source_fits CHECK ((char_length(source) <= 1000))
);

CREATE TABLE labour.batch (
    id uuid NOT NULL,
    kind text NOT NULL,
    file text NOT NULL,
    read_at timestamp with time zone NOT NULL,
    read_by uuid NOT NULL,
    faults jsonb,
    imported_at timestamp with time zone,
    record uuid,
    CONSTRAINT batch_pkey PRIMARY KEY (id),
    CONSTRAINT batch_file_fits CHECK ((char_length(file) <= 300)),
    CONSTRAINT batch_kind_known CHECK ((kind = ANY (ARRAY['IDENTITIES'::text, 'CONTRACTS'::text, 'TIMES'::text, 'SHIFTS'::text])))
);

CREATE TABLE labour.breach (
    id uuid NOT NULL,
    number text NOT NULL,
    authority text NOT NULL,
    law text NOT NULL,
    place uuid,
    decided_on date NOT NULL,
    fine numeric(14,2) NOT NULL,
    words text NOT NULL,
    evidence uuid NOT NULL,
    entered_by uuid NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT breach_pkey PRIMARY KEY (id),
    CONSTRAINT breach_once UNIQUE (authority, number),
    CONSTRAINT breach_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT breach_place_fkey FOREIGN KEY (place) REFERENCES directory.unit(id),
    CONSTRAINT breach_fine CHECK ((fine >= (0)::numeric)),
    CONSTRAINT breach_words_fits CHECK ((((char_length(number) >= 1) AND (char_length(number) <= 100)) AND ((char_length(authority) >= 1) AND (char_length(authority) <= 200)) AND ((char_length(law) >= 1) AND (char_length(law) <= 300)) AND ((char_length(words) >= 1) AND (char_length(words) <= 2000))))
);

CREATE TABLE labour.breach_annulled (
    breach uuid NOT NULL,
    day date NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT breach_annulled_pkey PRIMARY KEY (breach),
    CONSTRAINT breach_annulled_breach_fkey FOREIGN KEY (breach) REFERENCES labour.breach(id),
    CONSTRAINT annulled_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 2000)))
);

CREATE TABLE labour.calendar (
    id uuid NOT NULL,
    country text NOT NULL,
    year integer NOT NULL,
    source text NOT NULL,
    loaded_by uuid,
    loaded_at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT calendar_pkey PRIMARY KEY (id),
    CONSTRAINT calendar_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT calendar_source_fits CHECK ((char_length(source) <= 1000)),
    CONSTRAINT calendar_year CHECK (((year >= 2000) AND (year <= 2200))),
    CONSTRAINT loaded_by_someone CHECK (((loaded_by IS NULL) = (record IS NULL)))
);

CREATE TABLE labour.calendar_day (
    calendar uuid NOT NULL,
    day date NOT NULL,
    name text NOT NULL,
    off boolean NOT NULL,
    statutory boolean NOT NULL,
    CONSTRAINT calendar_day_pk PRIMARY KEY (calendar, day),
    CONSTRAINT calendar_day_calendar_fkey FOREIGN KEY (calendar) REFERENCES labour.calendar(id),
    CONSTRAINT calendar_day_name_fits CHECK ((char_length(name) <= 100)),
    CONSTRAINT statutory_is_off CHECK ((off OR (NOT statutory)))
);

CREATE TABLE labour.concerned (
    incident uuid NOT NULL,
    person uuid NOT NULL,
    part text NOT NULL,
    CONSTRAINT concerned_pk PRIMARY KEY (incident, person),
    CONSTRAINT concerned_incident_fkey FOREIGN KEY (incident) REFERENCES labour.incident(id),
    CONSTRAINT concerned_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT concerned_part_known CHECK ((part = ANY (ARRAY['AFFECTED'::text, 'ACCUSED'::text])))
);

CREATE TABLE labour.contract (
    id uuid NOT NULL,
    person uuid NOT NULL,
    act text NOT NULL,
    term text NOT NULL,
    signed_on date,
    from_day date NOT NULL,
    until_day date,
    probation_days integer NOT NULL,
    category text NOT NULL,
    full_time boolean NOT NULL,
    told_by uuid NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_until timestamp with time zone,
    batch uuid,
    record uuid,
    CONSTRAINT contract_pkey PRIMARY KEY (id),
    CONSTRAINT contract_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT contract_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT contract_act_known CHECK ((act = ANY (ARRAY['CONTRACT'::text, 'AMENDMENT'::text]))),
    CONSTRAINT contract_by_file_or_by_hand CHECK ((num_nonnulls(batch, record) = 1)),
    CONSTRAINT contract_category_known CHECK ((category = ANY (ARRAY['MANAGEMENT'::text, 'PROFESSIONAL'::text, 'ADMINISTRATION'::text, 'PRODUCTION'::text]))),
    CONSTRAINT contract_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT contract_term_known CHECK ((term = ANY (ARRAY['FIXED'::text, 'OPEN'::text, 'TASK'::text]))),
    CONSTRAINT fixed_has_an_end CHECK (((term <> 'FIXED'::text) OR (until_day IS NOT NULL))),
    CONSTRAINT one_contract_a_day EXCLUDE USING gist (directory.same((person)::text, (person)::text, '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((known_until IS NULL)),
    CONSTRAINT probation_is_days CHECK (((probation_days >= 0) AND (probation_days <= 3660)))
);

CREATE TABLE labour.finding (
    id uuid NOT NULL,
    code text NOT NULL,
    severity text NOT NULL,
    person uuid,
    place uuid,
    about text NOT NULL,
    rule uuid,
    facts jsonb NOT NULL,
    run uuid NOT NULL,
    found_at timestamp with time zone NOT NULL,
    CONSTRAINT finding_pkey PRIMARY KEY (id),
    CONSTRAINT found_once UNIQUE NULLS NOT DISTINCT (code, person, place, about),
    CONSTRAINT finding_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT finding_place_fkey FOREIGN KEY (place) REFERENCES directory.unit(id),
    CONSTRAINT finding_rule_fkey FOREIGN KEY (rule) REFERENCES labour.rule(id),
    CONSTRAINT finding_run_fkey FOREIGN KEY (run) REFERENCES labour.run(id),
    CONSTRAINT finding_code_fits CHECK (((char_length(code) <= 40) AND (char_length(about) <= 100))),
    CONSTRAINT finding_severity_known CHECK ((severity = ANY (ARRAY['BLOCK'::text, 'WARN'::text, 'OWED'::text])))
);

CREATE TABLE labour.finding_step (
    finding uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    words text NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    done_by uuid,
    record uuid,
    CONSTRAINT finding_step_pk PRIMARY KEY (finding, no),
    CONSTRAINT finding_step_finding_fkey FOREIGN KEY (finding) REFERENCES labour.finding(id),
    CONSTRAINT done_says_what CHECK (((state <> 'DONE'::text) OR (words <> ''::text))),
    CONSTRAINT finding_state_known CHECK ((state = ANY (ARRAY['OPEN'::text, 'TAKEN'::text, 'DONE'::text, 'CLOSED'::text]))),
    CONSTRAINT finding_words_fits CHECK ((char_length(words) <= 2000)),
    CONSTRAINT verified_by_another CHECK (((state <> 'CLOSED'::text) OR (by IS DISTINCT FROM done_by)))
);

CREATE TABLE labour.held (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    since_day date NOT NULL,
    found_by uuid NOT NULL,
    found_at timestamp with time zone NOT NULL,
    returned_on date,
    returned_by uuid,
    record uuid NOT NULL,
    CONSTRAINT held_pkey PRIMARY KEY (id),
    CONSTRAINT held_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT held_kind_known CHECK ((kind = ANY (ARRAY['DEPOSIT'::text, 'DOCUMENT'::text, 'RECRUITMENT_FEE'::text]))),
    CONSTRAINT held_returned_after CHECK ((returned_on >= since_day)),
    CONSTRAINT held_returned_whole CHECK (((returned_on IS NULL) = (returned_by IS NULL)))
);

CREATE TABLE labour.identity (
    id uuid NOT NULL,
    person uuid NOT NULL,
    document text NOT NULL,
    number_hash bytea NOT NULL,
    born date NOT NULL,
    sex text NOT NULL,
    verified_on date NOT NULL,
    told_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    batch uuid,
    record uuid,
    CONSTRAINT identity_pkey PRIMARY KEY (id),
    CONSTRAINT identity_of_birth UNIQUE (id, person, born),
    CONSTRAINT identity_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT identity_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT born_before_verified CHECK ((born < verified_on)),
    CONSTRAINT identity_by_file_or_by_hand CHECK ((num_nonnulls(batch, record) = 1)),
    CONSTRAINT identity_document_known CHECK ((document = ANY (ARRAY['ID_CARD'::text, 'PASSPORT'::text, 'PERMIT'::text, 'OTHER'::text]))),
    CONSTRAINT identity_hash_is_whole CHECK ((octet_length(number_hash) = 32)),
    CONSTRAINT identity_sex_known CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text])))
);

CREATE TABLE labour.incident (
    id uuid NOT NULL,
    number text NOT NULL,
    ground text NOT NULL,
    place uuid,
    happened_on date NOT NULL,
    source text NOT NULL,
    words text NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT incident_pkey PRIMARY KEY (id),
    CONSTRAINT incident_number_taken UNIQUE (number),
    CONSTRAINT incident_place_fkey FOREIGN KEY (place) REFERENCES directory.unit(id),
    CONSTRAINT incident_ground_known CHECK ((ground = ANY (ARRAY['HARASSMENT'::text, 'ABUSE'::text, 'COLOUR'::text, 'RACE'::text, 'RELIGION'::text, 'GENDER'::text, 'AGE'::text, 'ORIENTATION'::text, 'DISABILITY'::text, 'FORCED_LABOUR'::text, 'CHILD_LABOUR'::text]))),
    CONSTRAINT incident_source_known CHECK ((source = ANY (ARRAY['REPORT'::text, 'FINDING'::text]))),
    CONSTRAINT incident_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)))
);

CREATE TABLE labour.incident_handler (
    incident uuid NOT NULL,
    account uuid NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT incident_handler_pk PRIMARY KEY (incident, account),
    CONSTRAINT incident_handler_incident_fkey FOREIGN KEY (incident) REFERENCES labour.incident(id)
);

CREATE TABLE labour.incident_step (
    incident uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    done_by uuid,
    record uuid NOT NULL,
    CONSTRAINT incident_step_pk PRIMARY KEY (incident, no),
    CONSTRAINT incident_step_incident_fkey FOREIGN KEY (incident) REFERENCES labour.incident(id),
    CONSTRAINT incident_closed_by_another CHECK (((state <> 'CLOSED'::text) OR (by IS DISTINCT FROM done_by))),
    CONSTRAINT incident_state_known CHECK ((state = ANY (ARRAY['REPORTED'::text, 'CONFIRMED'::text, 'UNFOUNDED'::text, 'MEASURED'::text, 'REMEDIED'::text, 'CLOSED'::text]))),
    CONSTRAINT incident_step_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE labour.lost (
    id uuid NOT NULL,
    batch uuid NOT NULL,
    person uuid NOT NULL,
    begins timestamp without time zone NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    ends timestamp without time zone,
    CONSTRAINT lost_pkey PRIMARY KEY (id),
    CONSTRAINT lost_once UNIQUE (person, begins),
    CONSTRAINT lost_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT lost_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT lost_answered_whole CHECK ((num_nulls(answered_at, answered_by, ends) = ANY (ARRAY[0, 3]))),
    CONSTRAINT lost_ends_within_a_day CHECK (((ends > begins) AND (ends <= (begins + '24:00:00'::interval))))
);

CREATE TABLE labour.objection (
    id uuid NOT NULL,
    policy uuid NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    lifted_by uuid,
    lifted_at timestamp with time zone,
    CONSTRAINT objection_pkey PRIMARY KEY (id),
    CONSTRAINT objection_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT lifted_by_somebody CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
    CONSTRAINT objection_in_two_languages CHECK (((words_en <> ''::text) AND (words_zh <> ''::text))),
    CONSTRAINT objection_words_fits CHECK (((char_length(words_en) <= 1000) AND (char_length(words_zh) <= 1000)))
);

CREATE TABLE labour.paper (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    until_day date,
    told_by uuid NOT NULL,
    told_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT paper_pkey PRIMARY KEY (id),
    CONSTRAINT paper_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT paper_ends_after_it_begins CHECK ((until_day >= day)),
    CONSTRAINT paper_kind_known CHECK ((kind = ANY (ARRAY['JUVENILE_REGISTRATION'::text, 'HEALTH_CHECK'::text, 'DISABILITY'::text, 'PREGNANT'::text, 'NURSING'::text, 'MATERNITY'::text]))),
    CONSTRAINT protection_ends CHECK (((kind <> ALL (ARRAY['PREGNANT'::text, 'NURSING'::text, 'MATERNITY'::text])) OR (until_day IS NOT NULL)))
);

CREATE TABLE labour.procedure (
    id uuid NOT NULL,
    version uuid NOT NULL,
    step text NOT NULL,
    day date NOT NULL,
    evidence uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT procedure_pkey PRIMARY KEY (id),
    CONSTRAINT procedure_step_once UNIQUE (version, step),
    CONSTRAINT procedure_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT procedure_version_fkey FOREIGN KEY (version) REFERENCES policy.version(id),
    CONSTRAINT procedure_step_known CHECK ((step = ANY (ARRAY['STAFF_CONGRESS'::text, 'UNION_CONSULTED'::text, 'MADE_KNOWN'::text])))
);

CREATE TABLE labour.review (
    id uuid NOT NULL,
    policy uuid NOT NULL,
    version uuid NOT NULL,
    year integer NOT NULL,
    opinion text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT review_pkey PRIMARY KEY (id),
    CONSTRAINT reviewed_once_a_year UNIQUE (policy, year),
    CONSTRAINT review_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT review_version_fkey FOREIGN KEY (version) REFERENCES policy.version(id),
    CONSTRAINT review_opinion_known CHECK ((opinion = ANY (ARRAY['KEPT'::text, 'PARTLY'::text, 'NOT_KEPT'::text]))),
    CONSTRAINT review_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 4000)))
);

CREATE TABLE labour.roster (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    shifts integer NOT NULL,
    planned_by uuid NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT roster_pkey PRIMARY KEY (id),
    CONSTRAINT roster_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT roster_ends_after_it_begins CHECK ((last >= first))
);

CREATE TABLE labour.rule (
    id uuid NOT NULL,
    key text NOT NULL,
    country text NOT NULL,
    region text NOT NULL,
    from_day date NOT NULL,
    value numeric(8,2) NOT NULL,
    source text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    proposal uuid,
    record uuid,
    CONSTRAINT rule_pkey PRIMARY KEY (id),
    CONSTRAINT rule_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT no_table_lowers_sixteen CHECK (((key <> 'min-age'::text) OR (value >= (16)::numeric))),
    CONSTRAINT rule_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT rule_has_source CHECK ((source <> ''::text)),
    CONSTRAINT rule_key_fits CHECK (((char_length(key) >= 1) AND (char_length(key) <= 60))),
    CONSTRAINT rule_region_fits CHECK ((char_length(region) <= 100)),
    CONSTRAINT rule_source_fits CHECK ((char_length(source) <= 1000)),
    CONSTRAINT rule_value_fits CHECK (((value >= (0)::numeric) AND (value <= (100000)::numeric))),
    CONSTRAINT signed_by_two CHECK (((proposal IS NULL) = (record IS NULL)))
);

CREATE TABLE labour.rule_proposed (
    proposal uuid NOT NULL,
    key text NOT NULL,
    country text NOT NULL,
    region text NOT NULL,
    from_day date NOT NULL,
    value numeric(8,2) NOT NULL,
    source text NOT NULL,
    CONSTRAINT rule_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT rule_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT no_proposal_lowers_sixteen CHECK (((key <> 'min-age'::text) OR (value >= (16)::numeric))),
    CONSTRAINT rule_proposed_region_fits CHECK ((char_length(region) <= 100)),
    CONSTRAINT rule_proposed_source_fits CHECK ((char_length(source) <= 1000))
);

CREATE TABLE labour.run (
    id uuid NOT NULL,
    first date NOT NULL,
    day date NOT NULL,
    ran_at timestamp with time zone NOT NULL,
    ran_by uuid,
    people integer NOT NULL,
    facts integer NOT NULL,
    hits integer NOT NULL,
    fresh integer NOT NULL,
    millis integer NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT run_pkey PRIMARY KEY (id),
    CONSTRAINT run_of_a_month CHECK (((EXTRACT(day FROM first) = (1)::numeric) AND (day >= first)))
);

CREATE TABLE labour.run_hit (
    run uuid NOT NULL,
    finding uuid NOT NULL,
    CONSTRAINT run_hit_pk PRIMARY KEY (run, finding),
    CONSTRAINT run_hit_finding_fkey FOREIGN KEY (finding) REFERENCES labour.finding(id),
    CONSTRAINT run_hit_run_fkey FOREIGN KEY (run) REFERENCES labour.run(id)
);

CREATE TABLE labour.shift (
    id uuid NOT NULL,
    roster uuid NOT NULL,
    identity uuid NOT NULL,
    person uuid NOT NULL,
    born date NOT NULL,
    day date NOT NULL,
    begins timestamp without time zone NOT NULL,
    seconds integer NOT NULL,
    ends timestamp without time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    CONSTRAINT shift_pkey PRIMARY KEY (id),
    CONSTRAINT shift_of_a_checked_document FOREIGN KEY (identity, person, born) REFERENCES labour.identity(id, person, born),
    CONSTRAINT shift_roster_fkey FOREIGN KEY (roster) REFERENCES labour.roster(id),
    CONSTRAINT nobody_under_sixteen CHECK ((day >= (born + '16 years'::interval))),
    CONSTRAINT shift_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT shift_lasts CHECK (((seconds > 0) AND (ends > begins) AND (ends <= (begins + '24:00:00'::interval)) AND ((seconds)::numeric <= EXTRACT(epoch FROM (ends - begins))))),
    CONSTRAINT shift_withdrawn_by_somebody CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);

CREATE TABLE labour.staged (
    batch uuid NOT NULL,
    line integer NOT NULL,
    fields text[] NOT NULL,
    CONSTRAINT staged_pk PRIMARY KEY (batch, line),
    CONSTRAINT staged_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id) ON DELETE CASCADE
);

CREATE TABLE labour.time_report (
    batch uuid NOT NULL,
    source text NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    lines integer NOT NULL,
    people integer NOT NULL,
    lost integer NOT NULL,
    sha256 text NOT NULL DEFAULT ''::text,
    CONSTRAINT time_report_pkey PRIMARY KEY (batch),
    CONSTRAINT time_report_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT time_report_has_source CHECK ((source <> ''::text)),
    CONSTRAINT time_report_source_fits CHECK ((char_length(source) <= 200))
);

CREATE TABLE labour.union_finding (
    id uuid NOT NULL,
    policy uuid NOT NULL,
    words text NOT NULL,
    due_day date NOT NULL,
    raised_by uuid NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    CONSTRAINT union_finding_pkey PRIMARY KEY (id),
    CONSTRAINT union_finding_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT union_finding_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 2000)))
);

CREATE TABLE labour.union_step (
    finding uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    done_by uuid,
    record uuid NOT NULL,
    CONSTRAINT union_step_pk PRIMARY KEY (finding, no),
    CONSTRAINT union_step_finding_fkey FOREIGN KEY (finding) REFERENCES labour.union_finding(id),
    CONSTRAINT union_state_known CHECK ((state = ANY (ARRAY['OPEN'::text, 'DONE'::text, 'CLOSED'::text]))),
    CONSTRAINT union_step_fits CHECK ((char_length(words) <= 2000)),
    CONSTRAINT union_verified_by_another CHECK (((state <> 'CLOSED'::text) OR (by IS DISTINCT FROM done_by)))
);

CREATE TABLE labour.was_checked (
    person uuid NOT NULL,
    verified_on date NOT NULL,
    of_age boolean NOT NULL,
    record uuid,
    recorded_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone NOT NULL,
    CONSTRAINT was_checked_pkey PRIMARY KEY (person),
    CONSTRAINT was_checked_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE labour.worked (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_pk PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2024 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2024_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2025 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2025_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2026 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2026_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2027 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2027_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2028 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2028_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2029 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2029_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_2030 (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_2030_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE TABLE labour.worked_before (
    person uuid NOT NULL,
    day date NOT NULL,
    no smallint NOT NULL,
    part smallint NOT NULL,
    begins timestamp without time zone NOT NULL,
    planned integer NOT NULL,
    seconds integer NOT NULL,
    kind text NOT NULL,
    batch uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT worked_before_pkey PRIMARY KEY (person, day, no, part),
    CONSTRAINT worked_batch_fkey FOREIGN KEY (batch) REFERENCES labour.batch(id),
    CONSTRAINT worked_person FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT worked_begins_on_its_day CHECK (((begins >= day) AND (begins < (day + 1)))),
    CONSTRAINT worked_kind_known CHECK ((kind = ANY (ARRAY['WORKED'::text, 'ANNUAL_LEAVE'::text, 'OTHER_LEAVE'::text]))),
    CONSTRAINT worked_seconds CHECK ((((seconds >= 0) AND (seconds <= 86400)) AND ((planned >= 0) AND (planned <= 86400))))
);

CREATE INDEX basis_by_field ON labour.basis USING btree (country, part, field, from_day);
CREATE INDEX breach_by_day ON labour.breach USING btree (decided_on);
CREATE UNIQUE INDEX contract_now ON labour.contract USING btree (person, from_day) WHERE (known_until IS NULL);
CREATE UNIQUE INDEX document_of_one_person ON labour.identity USING btree (number_hash) WHERE (superseded_at IS NULL);
CREATE INDEX finding_by_person ON labour.finding USING btree (person);
CREATE INDEX finding_by_place ON labour.finding USING btree (code, place);
CREATE INDEX held_open ON labour.held USING btree (person) WHERE (returned_on IS NULL);
CREATE UNIQUE INDEX identity_now ON labour.identity USING btree (person) WHERE (superseded_at IS NULL);
CREATE INDEX incident_by_handler ON labour.incident_handler USING btree (account);
CREATE INDEX lost_open ON labour.lost USING btree (begins) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX one_shift_a_day ON labour.shift USING btree (person, day) WHERE (withdrawn_at IS NULL);
CREATE INDEX paper_by_person ON labour.paper USING btree (person, kind) WHERE (withdrawn_at IS NULL);
CREATE INDEX rule_by_key ON labour.rule USING btree (key, country, region, from_day);
CREATE INDEX run_hit_by_finding ON labour.run_hit USING btree (finding);
CREATE INDEX run_newest ON labour.run USING btree (ran_at DESC);
CREATE INDEX shift_by_day ON labour.shift USING btree (day) WHERE (withdrawn_at IS NULL);
CREATE INDEX time_report_by_content ON labour.time_report USING btree (sha256);
CREATE INDEX worked_2024_day_person_idx ON labour.worked_2024 USING btree (day, person);
CREATE INDEX worked_2024_person_day_idx ON labour.worked_2024 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_2025_day_person_idx ON labour.worked_2025 USING btree (day, person);
CREATE INDEX worked_2025_person_day_idx ON labour.worked_2025 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_2026_day_person_idx ON labour.worked_2026 USING btree (day, person);
CREATE INDEX worked_2026_person_day_idx ON labour.worked_2026 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_2027_day_person_idx ON labour.worked_2027 USING btree (day, person);
CREATE INDEX worked_2027_person_day_idx ON labour.worked_2027 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_2028_day_person_idx ON labour.worked_2028 USING btree (day, person);
CREATE INDEX worked_2028_person_day_idx ON labour.worked_2028 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_2029_day_person_idx ON labour.worked_2029 USING btree (day, person);
CREATE INDEX worked_2029_person_day_idx ON labour.worked_2029 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_2030_day_person_idx ON labour.worked_2030 USING btree (day, person);
CREATE INDEX worked_2030_person_day_idx ON labour.worked_2030 USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_before_day_person_idx ON labour.worked_before USING btree (day, person);
CREATE INDEX worked_before_person_day_idx ON labour.worked_before USING btree (person, day) WHERE (kind <> 'WORKED'::text);
CREATE INDEX worked_by_day ON ONLY labour.worked USING btree (day, person);
CREATE INDEX worked_leave ON ONLY labour.worked USING btree (person, day) WHERE (kind <> 'WORKED'::text);

CREATE VIEW labour.attested AS
 SELECT person,
    born,
    sex,
    verified_on
   FROM labour.identity
  WHERE (superseded_at IS NULL);
CREATE VIEW labour.calendar_year AS
 SELECT DISTINCT country,
    year
   FROM labour.calendar;
CREATE VIEW labour.contracted AS
 SELECT person,
    category,
    full_time,
    from_day,
    until_day,
    known_from,
    known_until
   FROM labour.contract;
CREATE VIEW labour.finding_now AS
 SELECT finding.id,
    finding.code,
    finding.severity,
    finding.person,
    finding.place,
    finding.about,
    finding.rule,
    finding.facts,
    finding.run,
    finding.found_at,
    step.no,
    step.state,
    step.words,
    step.by,
    step.at,
    ( SELECT max(run.ran_at) AS max
           FROM (labour.run_hit
             JOIN labour.run ON ((run.id = run_hit.run)))
          WHERE (run_hit.finding = finding.id)) AS last_seen
   FROM (labour.finding
     JOIN LATERAL ( SELECT finding_step.finding,
            finding_step.no,
            finding_step.state,
            finding_step.words,
            finding_step.by,
            finding_step.at,
            finding_step.done_by,
            finding_step.record
           FROM labour.finding_step
          WHERE (finding_step.finding = finding.id)
          ORDER BY finding_step.no DESC
         LIMIT 1) step ON (true));
CREATE VIEW labour.special_day AS
 SELECT DISTINCT ON (newest.country, named.day) newest.country,
    named.day,
    named.off AS rests,
    named.name
   FROM (( SELECT DISTINCT ON (calendar.country, calendar.year) calendar.id,
            calendar.country,
            calendar.year
           FROM labour.calendar
          ORDER BY calendar.country, calendar.year, calendar.loaded_at DESC) newest
     JOIN labour.calendar_day named ON ((named.calendar = newest.id)))
  ORDER BY newest.country, named.day, ((newest.year)::numeric <> EXTRACT(year FROM named.day));
CREATE VIEW labour.union_now AS
 SELECT finding.id,
    finding.policy,
    finding.words,
    finding.due_day,
    finding.raised_by,
    finding.raised_at,
    step.no,
    step.state,
    step.words AS said,
    step.by,
    step.at,
    step.record
   FROM (labour.union_finding finding
     JOIN LATERAL ( SELECT union_step.finding,
            union_step.no,
            union_step.state,
            union_step.words,
            union_step.by,
            union_step.at,
            union_step.done_by,
            union_step.record
           FROM labour.union_step
          WHERE (union_step.finding = finding.id)
          ORDER BY union_step.no DESC
         LIMIT 1) step ON (true));

CREATE OR REPLACE FUNCTION labour.age_asked(place_country text, place_region text, on_day date, known_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    SELECT coalesce((SELECT at.value::int FROM labour.rules_at(place_country, place_region, on_day, known_at) AS at WHERE at.key = 'min-age'),
                    (SELECT max(rule.value)::int FROM labour.rule WHERE rule.key = 'min-age' AND rule.from_day <= on_day AND rule.said_at <= known_at),
                    -- Before the first day of any number, the first there was.
                    (SELECT max(rule.value)::int FROM labour.rule WHERE rule.key = 'min-age' AND rule.said_at <= known_at))
$function$
;
CREATE OR REPLACE FUNCTION labour.bases_at(place_country text, on_day date)
 RETURNS TABLE(id uuid, part text, field text, from_day date, source text, rule_code text, months integer, confirmed boolean)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (basis.part, basis.field) basis.id, basis.part, basis.field, basis.from_day, basis.source, basis.rule_code, basis.months, basis.said_by IS NOT NULL
      FROM labour.basis
     WHERE basis.country = place_country
       AND basis.from_day <= on_day
     ORDER BY basis.part, basis.field, basis.from_day DESC, basis.said_at DESC
$function$
;
CREATE OR REPLACE FUNCTION labour.days(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(country text, day date, kind text)
 LANGUAGE sql
 STABLE
AS $function$
    WITH newest AS (
        SELECT DISTINCT ON (calendar.country, calendar.year) calendar.id, calendar.country, calendar.year
          FROM labour.calendar
         WHERE calendar.loaded_at <= known_at
           AND calendar.year BETWEEN extract(year FROM first_day) - 1 AND extract(year FROM last_day) + 1
         ORDER BY calendar.country, calendar.year, calendar.loaded_at DESC
    ), named AS (
        -- A notice on a year may name days of the one beside it; the file of the day's own year goes before.
        SELECT DISTINCT ON (newest.country, calendar_day.day) newest.country, calendar_day.day, calendar_day.off, calendar_day.statutory
          FROM newest
          JOIN labour.calendar_day ON calendar_day.calendar = newest.id
         WHERE calendar_day.day BETWEEN first_day AND last_day
         ORDER BY newest.country, calendar_day.day, newest.year <> extract(year FROM calendar_day.day)
    ), countries AS (
        SELECT country FROM labour.calendar UNION SELECT country FROM labour.rule
    )
    SELECT countries.country, day.day::date,
           CASE WHEN named.statutory THEN 'HOLIDAY'
                WHEN named.off THEN 'REST'
                WHEN named.day IS NOT NULL THEN 'WORK'
                WHEN extract(isodow FROM day.day) > 5 THEN 'REST'
                ELSE 'WORK' END
      FROM countries
     CROSS JOIN generate_series(first_day, last_day, interval '1 day') AS day (day)
      LEFT JOIN named ON named.country = countries.country AND named.day = day.day
$function$
;
CREATE OR REPLACE FUNCTION labour.extra(people uuid[], first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, day date, site uuid, day_kind text, worked integer, planned integer, extra_worked integer, extra_planned integer)
 LANGUAGE sql
 STABLE
AS $function$
    WITH there AS MATERIALIZED (
        SELECT * FROM labour.there(first_day, last_day, known_at) AS there WHERE people IS NULL OR there.person = ANY (people)
    ), hours AS (
        SELECT place.country, place.region, at.value
          FROM (SELECT DISTINCT country, region FROM there) AS place
         CROSS JOIN LATERAL labour.rules_at(place.country, place.region, last_day, known_at) AS at
         WHERE at.key = 'hours-day'
    ), worked AS MATERIALIZED (
        SELECT time.person, time.day, sum(time.seconds)::int AS seconds
          FROM labour.time_at(first_day, last_day, known_at) AS time
         WHERE time.kind = 'WORKED' AND (people IS NULL OR time.person = ANY (people))
         GROUP BY time.person, time.day
    ), planned AS (
        SELECT shift.person, shift.day, shift.seconds
          FROM labour.shift
         WHERE shift.day BETWEEN first_day AND last_day AND shift.withdrawn_at IS NULL AND (people IS NULL OR shift.person = ANY (people))
    ), joined AS (
        SELECT there.person, there.day, there.site, coalesce(days.kind, CASE WHEN extract(isodow FROM there.day) > 5 THEN 'REST' ELSE 'WORK' END) AS day_kind,
               worked.seconds AS worked, planned.seconds AS planned, hours.value * 3600 AS hours
          FROM there
          LEFT JOIN labour.days(first_day, last_day, known_at) AS days ON days.country = there.country AND days.day = there.day
          LEFT JOIN worked ON worked.person = there.person AND worked.day = there.day
          LEFT JOIN planned ON planned.person = there.person AND planned.day = there.day
          LEFT JOIN hours ON hours.country = there.country AND hours.region = there.region
         WHERE worked.seconds IS NOT NULL OR planned.seconds IS NOT NULL
    )
    SELECT person, day, site, day_kind, coalesce(worked, 0), coalesce(planned, 0),
           CASE WHEN worked IS NULL OR hours IS NULL THEN 0 WHEN day_kind = 'WORK' THEN greatest(worked - hours, 0)::int ELSE worked END,
           CASE WHEN worked IS NOT NULL OR planned IS NULL OR hours IS NULL THEN 0 WHEN day_kind = 'WORK' THEN greatest(planned - hours, 0)::int ELSE planned END
      FROM joined
$function$
;
CREATE OR REPLACE FUNCTION labour.hired(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, from_day date, kind text, unit uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT ever.person, ever.from_day, ever.kind, ever.unit
      FROM (SELECT DISTINCT ON (engaged.person) engaged.person, engaged.from_day, engaged.kind, engaged.unit
              FROM directory.stretches('1900-01-01', last_day, known_at) AS engaged
             WHERE engaged.kind <> 'RETIREE'
             ORDER BY engaged.person, engaged.from_day) AS ever
     WHERE ever.from_day BETWEEN first_day AND last_day
$function$
;
CREATE OR REPLACE FUNCTION labour.incidents_at(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, number text, ground text, place uuid, happened_on date, opened_at timestamp with time zone, state text, confirmed boolean, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT incident.id, incident.number, incident.ground, incident.place, incident.happened_on, incident.opened_at, step.state,
           EXISTS (SELECT FROM labour.incident_step AS said WHERE said.incident = incident.id AND said.state = 'CONFIRMED' AND said.at <= known_at), step.record
      FROM labour.incident
      JOIN LATERAL (SELECT * FROM labour.incident_step WHERE incident_step.incident = incident.id AND incident_step.at <= known_at ORDER BY no DESC LIMIT 1) AS step ON true
$function$
;
CREATE OR REPLACE FUNCTION labour.rostered(of_person uuid, first_day date, last_day date)
 RETURNS TABLE(day date, seconds integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT day.day::date, coalesce(max(own.seconds), 0)
      FROM (SELECT DISTINCT roster.id, roster.first, roster.last
              FROM labour.shift
              JOIN labour.roster ON roster.id = shift.roster
             WHERE shift.person = of_person AND shift.withdrawn_at IS NULL AND roster.last >= first_day AND roster.first <= last_day) AS stood
     CROSS JOIN LATERAL generate_series(greatest(stood.first, first_day), least(stood.last, last_day), interval '1 day') AS day (day)
      LEFT JOIN labour.shift AS own ON own.person = of_person AND own.day = day.day AND own.withdrawn_at IS NULL
     GROUP BY day.day
$function$
;
CREATE OR REPLACE FUNCTION labour.rulebook(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(policy uuid, code text, title_en text, title_zh text, version uuid, no integer, from_day date, responsible uuid, record uuid, steps integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT rule.policy, rule.code, rule.title_en, rule.title_zh, rule.version, rule.no, rule.from_day, rule.responsible, rule.record,
           (SELECT count(*) FROM labour.procedure WHERE procedure.version = rule.version AND procedure.at <= known_at)::int
      FROM policy.in_force(on_day, known_at) AS rule
     WHERE rule.area = 'PEOPLE'
$function$
;
CREATE OR REPLACE FUNCTION labour.rules_at(place_country text, place_region text, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(key text, rule uuid, value numeric, signed boolean)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (rule.key) rule.key, rule.id, rule.value, rule.proposal IS NOT NULL
      FROM labour.rule
     WHERE rule.country = place_country
       AND rule.region IN ('', place_region)
       AND rule.from_day <= on_day
       AND rule.said_at <= known_at
     ORDER BY rule.key, rule.region = '', rule.from_day DESC, rule.said_at DESC
$function$
;
CREATE OR REPLACE FUNCTION labour.there(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, day date, kind text, unit uuid, site uuid, country text, region text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (engaged.person, day.day) engaged.person, day.day::date, engaged.kind, engaged.unit, place.site, coalesce(site.country, ''), coalesce(site.region, '')
      FROM directory.stretches(first_day, last_day, known_at) AS engaged
     CROSS JOIN LATERAL generate_series(greatest(engaged.from_day, first_day), least(coalesce(engaged.until_day, last_day), last_day), interval '1 day') AS day (day)
      LEFT JOIN directory.places(last_day, known_at) AS place ON place.unit = engaged.unit
      LEFT JOIN directory.places(last_day, known_at) AS site ON site.unit = place.site
     WHERE engaged.kind <> 'RETIREE'
     ORDER BY engaged.person, day.day, engaged.from_day DESC
$function$
;
CREATE OR REPLACE FUNCTION labour.time_at(first_day date, last_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, day date, part smallint, begins timestamp without time zone, planned integer, seconds integer, kind text, batch uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT worked.person, worked.day, worked.part, worked.begins, worked.planned, worked.seconds, worked.kind, worked.batch
      FROM labour.worked
     WHERE worked.day BETWEEN first_day AND last_day
       AND worked.recorded_at <= known_at
       AND NOT EXISTS (SELECT FROM labour.worked AS later
                        WHERE later.person = worked.person AND later.day = worked.day AND later.day BETWEEN first_day AND last_day
                          AND later.no > worked.no AND later.recorded_at <= known_at)
$function$
;


-- learning

CREATE TABLE learning.attended (
    session uuid NOT NULL,
    no integer NOT NULL,
    person uuid NOT NULL,
    seconds integer NOT NULL,
    completed boolean NOT NULL,
    CONSTRAINT attended_pkey PRIMARY KEY (session, no, person),
    CONSTRAINT attended_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT attended_session_no_fkey FOREIGN KEY (session, no) REFERENCES learning.list(session, no),
    CONSTRAINT attended_for_some_time CHECK (((seconds >= 1) AND (seconds <= 86400)))
);

CREATE TABLE learning.badge_file (
    id uuid NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    evidence uuid NOT NULL,
    lines integer NOT NULL,
    sessions integer NOT NULL,
    lost integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT badge_file_pkey PRIMARY KEY (id),
    CONSTRAINT badge_file_once UNIQUE (sha256),
    CONSTRAINT badge_file_name_fits CHECK ((char_length(name) <= 300))
);

CREATE TABLE learning.calendar (
    person uuid NOT NULL,
    sha256 text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT calendar_pkey PRIMARY KEY (sha256),
    CONSTRAINT calendar_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE learning.course (
    id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    about_en text NOT NULL,
    about_zh text NOT NULL,
    valid_months integer,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    duty text NOT NULL DEFAULT ''::text,
    CONSTRAINT course_pkey PRIMARY KEY (id),
    CONSTRAINT course_number_taken UNIQUE (number),
    CONSTRAINT course_about_en_fits CHECK ((char_length(about_en) <= 4000)),
    CONSTRAINT course_about_zh_fits CHECK ((char_length(about_zh) <= 4000)),
    CONSTRAINT course_duty_known CHECK ((duty = ANY (ARRAY[''::text, 'EQUAL_EMPLOYMENT'::text, 'HARASSMENT'::text, 'SAFETY'::text, 'OTHER'::text]))),
    CONSTRAINT course_has_titles CHECK (((title_en <> ''::text) AND (title_zh <> ''::text))),
    CONSTRAINT course_kind_known CHECK ((kind = ANY (ARRAY['YEARLY'::text, 'QUALIFICATION'::text, 'LEADERSHIP'::text, 'PROFESSIONAL'::text, 'FRESHERS'::text]))),
    CONSTRAINT course_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT course_title_zh_fits CHECK ((char_length(title_zh) <= 300)),
    CONSTRAINT course_valid_months CHECK (((valid_months >= 1) AND (valid_months <= 120))),
    CONSTRAINT yearly_for_a_duty CHECK (((kind = 'YEARLY'::text) = (duty <> ''::text)))
);

CREATE TABLE learning.course_item (
    course uuid NOT NULL,
    item uuid NOT NULL,
    CONSTRAINT course_item_pkey PRIMARY KEY (course, item),
    CONSTRAINT course_item_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id)
);

CREATE TABLE learning.draft (
    course uuid NOT NULL,
    content text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT draft_pkey PRIMARY KEY (course),
    CONSTRAINT draft_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id),
    CONSTRAINT draft_content_fits CHECK ((char_length(content) <= 400000))
);

CREATE TABLE learning.edition (
    id uuid NOT NULL,
    course uuid NOT NULL,
    no integer NOT NULL,
    sha256 text NOT NULL,
    minutes integer NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT edition_pkey PRIMARY KEY (id),
    CONSTRAINT edition_numbered UNIQUE (course, no),
    CONSTRAINT edition_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id),
    CONSTRAINT edition_sha256_fkey FOREIGN KEY (sha256) REFERENCES course.lesson(sha256),
    CONSTRAINT edition_ended_by_someone CHECK ((num_nonnulls(ended_by, ended_at) = ANY (ARRAY[0, 2]))),
    CONSTRAINT edition_minutes CHECK (((minutes >= 1) AND (minutes <= 240)))
);

CREATE TABLE learning.enrolment (
    id uuid NOT NULL,
    session uuid NOT NULL,
    person uuid NOT NULL,
    no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    asked_at timestamp with time zone NOT NULL,
    asked_by uuid NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    because text,
    CONSTRAINT enrolment_pkey PRIMARY KEY (id),
    CONSTRAINT enrolment_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT enrolment_session_fkey FOREIGN KEY (session) REFERENCES learning.session(session),
    CONSTRAINT enrolment_because_fits CHECK ((char_length(because) <= 1000)),
    CONSTRAINT withdrawn_by_someone CHECK ((num_nonnulls(withdrawn_at, withdrawn_by, because) = ANY (ARRAY[0, 3])))
);

CREATE TABLE learning.feedback (
    session uuid NOT NULL,
    person uuid NOT NULL,
    rating integer NOT NULL,
    at timestamp with time zone NOT NULL,
    file uuid,
    CONSTRAINT feedback_pkey PRIMARY KEY (session, person),
    CONSTRAINT feedback_file_fkey FOREIGN KEY (file) REFERENCES learning.badge_file(id),
    CONSTRAINT feedback_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT feedback_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id),
    CONSTRAINT rating_of_five CHECK (((rating >= 1) AND (rating <= 5)))
);

CREATE TABLE learning.feedback_closing (
    session uuid NOT NULL,
    asked integer NOT NULL,
    answered integer NOT NULL,
    points integer NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT feedback_closing_pkey PRIMARY KEY (session),
    CONSTRAINT feedback_closing_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id),
    CONSTRAINT feedback_counts CHECK ((((answered >= 0) AND (answered <= asked)) AND ((points >= 0) AND (points <= (answered * 4)))))
);

CREATE TABLE learning.list (
    session uuid NOT NULL,
    no integer NOT NULL,
    course uuid NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT list_pkey PRIMARY KEY (session, no),
    CONSTRAINT list_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id),
    CONSTRAINT list_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id)
);

CREATE TABLE learning.lost_sign_out (
    id uuid NOT NULL,
    file uuid NOT NULL,
    line integer NOT NULL,
    session uuid NOT NULL,
    person uuid NOT NULL,
    came_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    settled_by uuid,
    settled_at timestamp with time zone,
    because text,
    CONSTRAINT lost_sign_out_pkey PRIMARY KEY (id),
    CONSTRAINT lost_line_once UNIQUE (file, line),
    CONSTRAINT lost_sign_out_file_fkey FOREIGN KEY (file) REFERENCES learning.badge_file(id),
    CONSTRAINT lost_sign_out_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT lost_sign_out_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id),
    CONSTRAINT lost_left_after_coming CHECK ((left_at > came_at)),
    CONSTRAINT lost_left_when_settled CHECK (((left_at IS NULL) OR (settled_by IS NOT NULL))),
    CONSTRAINT lost_settled_by_someone CHECK ((num_nonnulls(settled_by, settled_at, because) = ANY (ARRAY[0, 3]))),
    CONSTRAINT lost_sign_out_because_fits CHECK ((char_length(because) <= 1000))
);

CREATE TABLE learning.manager_word (
    enrolment uuid NOT NULL,
    says text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT manager_word_pkey PRIMARY KEY (enrolment, at),
    CONSTRAINT manager_word_enrolment_fkey FOREIGN KEY (enrolment) REFERENCES learning.enrolment(id),
    CONSTRAINT manager_says_known CHECK ((says = ANY (ARRAY['YES'::text, 'NO'::text]))),
    CONSTRAINT manager_word_words_fits CHECK ((char_length(words) <= 1000)),
    CONSTRAINT no_for_a_reason CHECK (((says = 'YES'::text) OR (words <> ''::text)))
);

CREATE TABLE learning.online_day (
    edition uuid NOT NULL,
    day date NOT NULL,
    occasion uuid NOT NULL,
    CONSTRAINT online_day_pkey PRIMARY KEY (edition, day),
    CONSTRAINT one_occasion_a_day UNIQUE (occasion),
    CONSTRAINT online_day_edition_fkey FOREIGN KEY (edition) REFERENCES learning.edition(id),
    CONSTRAINT online_day_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id)
);

CREATE TABLE learning.path (
    id uuid NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT path_pkey PRIMARY KEY (id),
    CONSTRAINT path_has_titles CHECK (((title_en <> ''::text) AND (title_zh <> ''::text))),
    CONSTRAINT path_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT path_title_zh_fits CHECK ((char_length(title_zh) <= 300))
);

CREATE TABLE learning.path_course (
    path uuid NOT NULL,
    no integer NOT NULL,
    course uuid NOT NULL,
    CONSTRAINT path_course_pkey PRIMARY KEY (path, no),
    CONSTRAINT course_once_on_a_path UNIQUE (path, course),
    CONSTRAINT path_course_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id),
    CONSTRAINT path_course_path_fkey FOREIGN KEY (path) REFERENCES learning.path(id)
);

CREATE TABLE learning.room (
    id uuid NOT NULL,
    name text NOT NULL,
    seats integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT room_pkey PRIMARY KEY (id),
    CONSTRAINT room_name_taken UNIQUE (name),
    CONSTRAINT room_has_name CHECK ((name <> ''::text)),
    CONSTRAINT room_name_fits CHECK ((char_length(name) <= 300)),
    CONSTRAINT room_seats CHECK (((seats >= 1) AND (seats <= 10000)))
);

CREATE TABLE learning.run (
    occasion uuid NOT NULL,
    course uuid NOT NULL,
    CONSTRAINT run_pkey PRIMARY KEY (occasion),
    CONSTRAINT run_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id),
    CONSTRAINT run_occasion_fkey FOREIGN KEY (occasion) REFERENCES gathering.occasion(id)
);

CREATE TABLE learning.session (
    session uuid NOT NULL,
    trainer uuid,
    online boolean NOT NULL,
    room uuid,
    capacity integer,
    during tstzrange NOT NULL,
    off_at timestamp with time zone,
    CONSTRAINT session_pkey PRIMARY KEY (session),
    CONSTRAINT session_room_fkey FOREIGN KEY (room) REFERENCES learning.room(id),
    CONSTRAINT session_session_fkey FOREIGN KEY (session) REFERENCES gathering.session(id),
    CONSTRAINT session_trainer_fkey FOREIGN KEY (trainer) REFERENCES directory.person(id),
    CONSTRAINT room_taken_once EXCLUDE USING gist (directory.same((room)::text, (room)::text, '[]'::text) WITH &&, during WITH &&) WHERE (((room IS NOT NULL) AND (off_at IS NULL))),
    CONSTRAINT session_capacity CHECK (((capacity >= 1) AND (capacity <= 10000))),
    CONSTRAINT trainer_leads_one EXCLUDE USING gist (directory.same((trainer)::text, (trainer)::text, '[]'::text) WITH &&, during WITH &&) WHERE (((trainer IS NOT NULL) AND (off_at IS NULL)))
);

CREATE TABLE learning.taking (
    taking uuid NOT NULL,
    edition uuid NOT NULL,
    course uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    CONSTRAINT taking_pkey PRIMARY KEY (taking),
    CONSTRAINT taking_numbered UNIQUE (course, person, no),
    CONSTRAINT taking_course_fkey FOREIGN KEY (course) REFERENCES learning.course(id),
    CONSTRAINT taking_edition_fkey FOREIGN KEY (edition) REFERENCES learning.edition(id),
    CONSTRAINT taking_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT taking_taking_fkey FOREIGN KEY (taking) REFERENCES course.taking(id)
);

CREATE INDEX attended_by_person ON learning.attended USING btree (person);
CREATE UNIQUE INDEX calendar_of_one ON learning.calendar USING btree (person) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX edition_in_force ON learning.edition USING btree (course) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX enrolled_once ON learning.enrolment USING btree (session, person) WHERE (withdrawn_at IS NULL);
CREATE INDEX enrolment_by_person ON learning.enrolment USING btree (person) WHERE (withdrawn_at IS NULL);
CREATE INDEX list_by_day ON learning.list USING btree (day);
CREATE INDEX lost_sign_out_open ON learning.lost_sign_out USING btree (session) WHERE (settled_by IS NULL);
CREATE INDEX run_by_course ON learning.run USING btree (course);
CREATE INDEX session_by_trainer ON learning.session USING btree (trainer) WHERE (trainer IS NOT NULL);
CREATE INDEX taking_by_edition ON learning.taking USING btree (edition);
CREATE INDEX taking_by_person ON learning.taking USING btree (person);

CREATE VIEW learning.completed AS
 SELECT attended.person,
    list.course,
    list.session,
    list.day AS completed_on,
    ((list.day + make_interval(months => course.valid_months)))::date AS valid_until
   FROM ((learning.list
     JOIN learning.attended ON (((attended.session = list.session) AND (attended.no = list.no))))
     JOIN learning.course ON ((course.id = list.course)))
  WHERE (attended.completed AND (NOT (EXISTS ( SELECT
           FROM learning.list later
          WHERE ((later.session = list.session) AND (later.no > list.no))))))
UNION
 SELECT passed.person,
    passed.course,
    COALESCE(( SELECT known.id
           FROM (learning.online_day
             JOIN gathering.session_known known ON ((known.occasion = online_day.occasion)))
          WHERE ((online_day.edition = passed.edition) AND (online_day.day = passed.day))), passed.taking) AS session,
    passed.day AS completed_on,
    ((passed.day + make_interval(months => course.valid_months)))::date AS valid_until
   FROM (learning.passed
     JOIN learning.course ON ((course.id = passed.course)));
CREATE VIEW learning.course_answers AS
 SELECT course,
    item
   FROM learning.course_item;
CREATE VIEW learning.course_named AS
 SELECT id,
    number,
    kind,
    title_en,
    title_zh,
    valid_months
   FROM learning.course;
CREATE VIEW learning.passed AS
 SELECT taking.taking,
    taking.person,
    taking.course,
    taking.edition,
    handed_in.day,
    handed_in.at,
    handed_in.seconds,
    handed_in.record
   FROM (learning.taking
     JOIN course.handed_in ON (((handed_in.taking = taking.taking) AND handed_in.passed)));
CREATE VIEW learning.seat AS
 SELECT enrolment.id,
    enrolment.session,
    enrolment.person,
    enrolment.asked_at,
    session.capacity,
    row_number() OVER (PARTITION BY enrolment.session ORDER BY enrolment.no) AS place,
    (row_number() OVER (PARTITION BY enrolment.session ORDER BY enrolment.no) <= COALESCE(session.capacity, 1000000)) AS seated
   FROM (learning.enrolment
     JOIN learning.session ON ((session.session = enrolment.session)))
  WHERE (enrolment.withdrawn_at IS NULL);
CREATE VIEW learning.session_named AS
 SELECT known.id AS session,
    known.occasion,
    run.course,
    course.number AS course_number,
    course.kind,
    course.title_en,
    course.title_zh,
    ((known.number || '/'::text) || known.no) AS number,
    known.starts_at,
    known.ends_at,
    ((known.starts_at AT TIME ZONE 'Asia/Shanghai'::text))::date AS day,
    known.place,
    session.trainer,
    session.online,
    (EXISTS ( SELECT
           FROM learning.online_day
          WHERE (online_day.occasion = known.occasion))) AS alone
   FROM (((learning.session
     JOIN gathering.session_known known ON ((known.id = session.session)))
     JOIN learning.run ON ((run.occasion = known.occasion)))
     JOIN learning.course ON ((course.id = run.course)));

CREATE OR REPLACE FUNCTION learning.completed_at(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(person uuid, course uuid, session uuid, completed_on date, valid_until date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT attended.person, list.course, list.session, list.day, (list.day + make_interval(months => course.valid_months))::date
      FROM learning.lists('-infinity', on_day, known_at) AS list
      JOIN learning.attended ON attended.session = list.session AND attended.no = list.no
      JOIN learning.course ON course.id = list.course
     WHERE attended.completed
$function$
;
CREATE OR REPLACE FUNCTION learning.lists(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(session uuid, no integer, course uuid, day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (list.session) list.session, list.no, list.course, list.day, list.record
      FROM learning.list
     WHERE list.day BETWEEN from_day AND until_day
       AND list.at <= known_at
     ORDER BY list.session, list.no DESC
$function$
;
CREATE OR REPLACE FUNCTION learning.rule_on(wanted text, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    SELECT rule.at('learning', wanted, on_day, 'infinity')
$function$
;


-- log

CREATE TABLE log.checkpoint (
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    CONSTRAINT checkpoint_pkey PRIMARY KEY (size)
);

CREATE TABLE log.cosignature (
    size bigint NOT NULL,
    witness text NOT NULL,
    line text NOT NULL,
    cosigned_at timestamp with time zone NOT NULL,
    CONSTRAINT cosignature_pkey PRIMARY KEY (size, witness),
    CONSTRAINT cosignature_size_fkey FOREIGN KEY (size) REFERENCES log.checkpoint(size),
    CONSTRAINT cosignature_witness_fkey FOREIGN KEY (witness) REFERENCES log.witness(vkey)
);

CREATE TABLE log.entry (
    index bigint NOT NULL,
    record uuid NOT NULL,
    class text NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT entry_pkey PRIMARY KEY (index),
    CONSTRAINT numbered_without_doubles UNIQUE (class, year, number),
    CONSTRAINT placed_once UNIQUE (record),
    CONSTRAINT entry_record_fkey FOREIGN KEY (record) REFERENCES log.record(id)
);

CREATE TABLE log.identity (
    vkey text NOT NULL,
    born_at timestamp with time zone NOT NULL,
    only_one boolean NOT NULL DEFAULT true,
    CONSTRAINT identity_pkey PRIMARY KEY (only_one),
    CONSTRAINT one_identity CHECK (only_one)
);

CREATE TABLE log.opening (
    record uuid NOT NULL,
    salt bytea NOT NULL,
    content text NOT NULL,
    CONSTRAINT opening_pkey PRIMARY KEY (record),
    CONSTRAINT opening_record_fkey FOREIGN KEY (record) REFERENCES log.record(id),
    CONSTRAINT salt_is_long CHECK ((length(salt) = 32))
);

CREATE TABLE log.outbox (
    record uuid NOT NULL,
    position bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
    CONSTRAINT outbox_pkey PRIMARY KEY (record),
    CONSTRAINT position_once UNIQUE ("position"),
    CONSTRAINT outbox_record_fkey FOREIGN KEY (record) REFERENCES log.record(id)
);

CREATE TABLE log.record (
    id uuid NOT NULL,
    class text NOT NULL,
    day date NOT NULL,
    commitment bytea NOT NULL,
    size bigint,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT record_pkey PRIMARY KEY (id),
    CONSTRAINT commitment_is_a_hash CHECK ((length(commitment) = 32))
);

CREATE TABLE log.recovery (
    record uuid NOT NULL,
    remembered text NOT NULL,
    size bigint NOT NULL,
    reason text NOT NULL,
    recovered_by uuid NOT NULL,
    recovered_at timestamp with time zone NOT NULL,
    CONSTRAINT recovery_pkey PRIMARY KEY (record),
    CONSTRAINT recovery_record_fkey FOREIGN KEY (record) REFERENCES log.record(id),
    CONSTRAINT recovery_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE TABLE log.tile (
    level integer NOT NULL,
    index bigint NOT NULL,
    width integer NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT tile_pkey PRIMARY KEY (level, index),
    CONSTRAINT hashes_fill_the_width CHECK (((length(hashes) = (32 * width)) AND ((width >= 1) AND (width <= 256))))
);

CREATE TABLE log.witness (
    vkey text NOT NULL,
    name text NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT witness_pkey PRIMARY KEY (vkey),
    CONSTRAINT witness_name_once UNIQUE (name),
    CONSTRAINT witness_record_fkey FOREIGN KEY (record) REFERENCES log.record(id)
);

CREATE VIEW log.newest_checkpoint AS
 SELECT size,
    root,
    note,
    signed_at
   FROM log.checkpoint
  ORDER BY size DESC
 LIMIT 1;
CREATE VIEW log.place AS
 SELECT record,
    index,
    class,
    year,
    number
   FROM log.entry;
CREATE VIEW log.recorded AS
 SELECT id AS record,
    class,
    day,
    recorded_at
   FROM log.record;


-- mail

CREATE TABLE mail.letter (
    id uuid NOT NULL,
    recipient text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    body text,
    written_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    tries integer NOT NULL DEFAULT 0,
    last_error text NOT NULL DEFAULT ''::text,
    given_up_at timestamp with time zone,
    CONSTRAINT letter_pkey PRIMARY KEY (id),
    CONSTRAINT sent_or_given_up CHECK (((sent_at IS NULL) OR (given_up_at IS NULL)))
);

CREATE INDEX letter_newest ON mail.letter USING btree (written_at DESC);


-- measure

CREATE TABLE measure.holding (
    promise uuid NOT NULL,
    no integer NOT NULL,
    owner uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT holding_pkey PRIMARY KEY (promise, no),
    CONSTRAINT holding_promise_fkey FOREIGN KEY (promise) REFERENCES measure.promise(id),
    CONSTRAINT handed_over_for_a_reason CHECK (((no = 1) OR (reason <> ''::text))),
    CONSTRAINT holding_reason_fits CHECK ((char_length(reason) <= 4000))
);

CREATE TABLE measure.promise (
    id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    what text NOT NULL,
    due_day date NOT NULL,
    promised_by uuid NOT NULL,
    promised_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT promise_pkey PRIMARY KEY (id),
    CONSTRAINT promise_number_taken UNIQUE (number),
    CONSTRAINT promise_says_something CHECK ((what <> ''::text)),
    CONSTRAINT promise_what_fits CHECK ((char_length(what) <= 1000))
);

CREATE TABLE measure.proof (
    id uuid NOT NULL,
    promise uuid NOT NULL,
    step integer NOT NULL,
    CONSTRAINT proof_pkey PRIMARY KEY (id),
    CONSTRAINT proof_id_fkey FOREIGN KEY (id) REFERENCES evidence.item(id),
    CONSTRAINT proof_promise_step_fkey FOREIGN KEY (promise, step) REFERENCES measure.step(promise, no)
);

CREATE TABLE measure.reminder (
    promise uuid NOT NULL,
    day date NOT NULL,
    days_left integer NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (promise, day),
    CONSTRAINT reminder_promise_fkey FOREIGN KEY (promise) REFERENCES measure.promise(id)
);

CREATE TABLE measure.result (
    promise uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT result_pkey PRIMARY KEY (promise, no),
    CONSTRAINT result_promise_fkey FOREIGN KEY (promise) REFERENCES measure.promise(id),
    CONSTRAINT result_says_something CHECK ((words <> ''::text)),
    CONSTRAINT result_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE measure.step (
    promise uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    after_by uuid,
    record uuid NOT NULL,
    CONSTRAINT step_pkey PRIMARY KEY (promise, no),
    CONSTRAINT step_promise_fkey FOREIGN KEY (promise) REFERENCES measure.promise(id),
    CONSTRAINT seen_by_another CHECK (((state <> 'SEEN'::text) OR ((after_by IS NOT NULL) AND (after_by <> by)))),
    CONSTRAINT step_in_words CHECK (((state = ANY (ARRAY['PROMISED'::text, 'SEEN'::text])) OR (words <> ''::text))),
    CONSTRAINT step_state_known CHECK ((state = ANY (ARRAY['PROMISED'::text, 'DONE'::text, 'RETURNED'::text, 'SEEN'::text, 'DROPPED'::text]))),
    CONSTRAINT step_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE INDEX holding_by_owner ON measure.holding USING btree (owner);
CREATE INDEX promise_by_due_day ON measure.promise USING btree (kind, due_day);
CREATE INDEX promise_by_subject ON measure.promise USING btree (kind, subject);
CREATE INDEX proof_by_promise ON measure.proof USING btree (promise);

CREATE VIEW measure.standing AS
 SELECT id,
    number,
    kind,
    subject,
    what,
    owner,
    due_day,
    promised_by,
    promised_at,
    step,
    state,
    words,
    by,
    at,
    done_day,
    seen_day,
    step_record,
    result,
    result_day,
    record
   FROM measure.standing_at('infinity'::timestamp with time zone) standing_at(id, number, kind, subject, what, owner, due_day, promised_by, promised_at, step, state, words, by, at, done_day, seen_day, step_record, result, result_day, record);

CREATE OR REPLACE FUNCTION measure.standing_at(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, number text, kind text, subject uuid, what text, owner uuid, due_day date, promised_by uuid, promised_at timestamp with time zone, step integer, state text, words text, by uuid, at timestamp with time zone, done_day date, seen_day date, step_record uuid, result text, result_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT promise.id, promise.number, promise.kind, promise.subject, promise.what, holding.owner, promise.due_day, promise.promised_by, promise.promised_at,
           step.no, step.state, step.words, step.by, step.at,
           CASE step.state WHEN 'SEEN' THEN (SELECT max(done.day) FROM measure.step AS done WHERE done.promise = promise.id AND done.state = 'DONE' AND done.at <= known_at) END,
           CASE step.state WHEN 'SEEN' THEN step.day END, step.record, result.words, result.day, promise.record
      FROM measure.promise
      JOIN LATERAL (SELECT owner FROM measure.holding WHERE holding.promise = promise.id AND holding.at <= known_at ORDER BY no DESC LIMIT 1) AS holding ON true
      JOIN LATERAL (SELECT * FROM measure.step WHERE step.promise = promise.id AND step.at <= known_at ORDER BY no DESC LIMIT 1) AS step ON true
      LEFT JOIN LATERAL (SELECT words, day FROM measure.result WHERE result.promise = promise.id AND result.at <= known_at ORDER BY no DESC LIMIT 1) AS result ON true
     WHERE promise.promised_at <= known_at
$function$
;


-- minerals

CREATE TABLE minerals.campaign (
    year integer NOT NULL,
    due_day date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    asked integer NOT NULL,
    CONSTRAINT campaign_pkey PRIMARY KEY (year),
    CONSTRAINT due_in_or_after_its_year CHECK ((EXTRACT(year FROM due_day) >= (year)::numeric))
);

CREATE TABLE minerals.finding (
    paper uuid NOT NULL,
    no integer NOT NULL,
    key text NOT NULL,
    severity text NOT NULL,
    sheet text NOT NULL,
    address text NOT NULL,
    value text NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    other uuid,
    CONSTRAINT finding_pkey PRIMARY KEY (paper, no),
    CONSTRAINT finding_other_fkey FOREIGN KEY (other) REFERENCES minerals.paper(id),
    CONSTRAINT finding_paper_fkey FOREIGN KEY (paper) REFERENCES minerals.paper(id),
    CONSTRAINT severity_known CHECK ((severity = ANY (ARRAY['MUST_CORRECT'::text, 'LOOK_AT'::text])))
);

CREATE TABLE minerals.listed_smelter (
    list uuid NOT NULL,
    smelter text NOT NULL,
    metal text NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    status text NOT NULL,
    CONSTRAINT listed_smelter_pkey PRIMARY KEY (list, smelter, metal),
    CONSTRAINT listed_smelter_list_fkey FOREIGN KEY (list) REFERENCES minerals.smelter_list(id),
    CONSTRAINT status_known CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'CONFORMANT'::text, 'NONE'::text])))
);

CREATE TABLE minerals.named_smelter (
    paper uuid NOT NULL,
    row integer NOT NULL,
    metal text NOT NULL,
    smelter text NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    CONSTRAINT named_smelter_pkey PRIMARY KEY (paper, "row"),
    CONSTRAINT named_smelter_paper_fkey FOREIGN KEY (paper) REFERENCES minerals.paper(id)
);

CREATE TABLE minerals.opinion (
    paper uuid NOT NULL,
    department text NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    valid_until date,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT opinion_pkey PRIMARY KEY (paper, department),
    CONSTRAINT different_people UNIQUE (paper, by),
    CONSTRAINT opinion_paper_fkey FOREIGN KEY (paper) REFERENCES minerals.paper(id),
    CONSTRAINT accepted_until CHECK (((verdict <> 'ACCEPT'::text) OR (valid_until IS NOT NULL))),
    CONSTRAINT opinion_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT reason_given CHECK ((reason <> ''::text)),
    CONSTRAINT verdict_known CHECK ((verdict = ANY (ARRAY['ACCEPT'::text, 'SEND_BACK'::text])))
);

CREATE TABLE minerals.own_answer (
    year integer NOT NULL,
    no integer NOT NULL,
    fields jsonb NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT own_answer_pkey PRIMARY KEY (year, no)
);

CREATE TABLE minerals.paper (
    id uuid NOT NULL,
    obligation uuid NOT NULL,
    evidence uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_by uuid NOT NULL,
    unreadable text,
    unreadable_of text[],
    version text,
    effective_day date,
    company text,
    cells jsonb NOT NULL DEFAULT '{}'::jsonb,
    list_hash text,
    record uuid NOT NULL,
    read_at timestamp with time zone,
    unreadable_en text,
    unreadable_zh text,
    CONSTRAINT paper_pkey PRIMARY KEY (id),
    CONSTRAINT paper_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT paper_obligation_fkey FOREIGN KEY (obligation) REFERENCES obligation.obligation(id)
);

CREATE TABLE minerals.rejudged (
    list uuid NOT NULL,
    paper uuid NOT NULL,
    judged_at timestamp with time zone,
    reopened boolean,
    CONSTRAINT rejudged_pkey PRIMARY KEY (list, paper),
    CONSTRAINT rejudged_list_fkey FOREIGN KEY (list) REFERENCES minerals.smelter_list(id),
    CONSTRAINT rejudged_paper_fkey FOREIGN KEY (paper) REFERENCES minerals.paper(id),
    CONSTRAINT judged_with_outcome CHECK (((judged_at IS NULL) = (reopened IS NULL)))
);

CREATE TABLE minerals.review_reminder (
    paper uuid NOT NULL,
    department text NOT NULL,
    day date NOT NULL,
    CONSTRAINT review_reminder_pkey PRIMARY KEY (paper, department, day),
    CONSTRAINT review_reminder_paper_fkey FOREIGN KEY (paper) REFERENCES minerals.paper(id)
);

CREATE TABLE minerals.review_rule (
    kind text NOT NULL,
    from_day date NOT NULL,
    departments text[] NOT NULL,
    CONSTRAINT review_rule_pkey PRIMARY KEY (kind, from_day),
    CONSTRAINT departments_known CHECK (((departments <@ ARRAY['SOURCING'::text, 'QUALITY'::text]) AND (cardinality(departments) > 0)))
);

CREATE TABLE minerals.smelter_list (
    id uuid NOT NULL,
    version text NOT NULL,
    day date NOT NULL,
    loaded_by uuid NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    evidence uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT smelter_list_pkey PRIMARY KEY (id),
    CONSTRAINT version_loaded_once UNIQUE (version),
    CONSTRAINT smelter_list_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id)
);

CREATE TABLE minerals.unspoken (
    paper uuid NOT NULL,
    department text NOT NULL,
    obligation uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    spoken uuid[] NOT NULL,
    CONSTRAINT unspoken_pkey PRIMARY KEY (paper, department)
);

CREATE INDEX named_smelter_by_id ON minerals.named_smelter USING btree (smelter);
CREATE INDEX paper_by_list ON minerals.paper USING btree (list_hash);
CREATE INDEX paper_by_obligation ON minerals.paper USING btree (obligation, received_at DESC);
CREATE INDEX paper_evidence ON minerals.paper USING btree (evidence);
CREATE INDEX paper_received ON minerals.paper USING btree (received_at DESC, id);
CREATE INDEX paper_unread ON minerals.paper USING btree (received_at) WHERE (read_at IS NULL);
CREATE INDEX rejudged_not_yet ON minerals.rejudged USING btree (list) WHERE (judged_at IS NULL);
CREATE INDEX unspoken_by_department ON minerals.unspoken USING btree (department, paper) INCLUDE (spoken);
CREATE INDEX unspoken_by_obligation ON minerals.unspoken USING btree (obligation);

CREATE VIEW minerals.awaited AS
 SELECT unspoken.obligation,
    standing.kind,
    standing.period,
    standing.party,
    standing.due_day,
    unspoken.paper,
    unspoken.department,
    unspoken.since,
    (unspoken.spoken <> '{}'::uuid[]) AS second,
    unspoken.spoken
   FROM (minerals.unspoken
     JOIN obligation.standing ON ((standing.id = unspoken.obligation)))
  WHERE ((standing.state = 'SENT_IN'::text) AND (standing.kind = ANY (ARRAY( SELECT review_rule.kind
           FROM minerals.review_rule))));
CREATE VIEW minerals.awaited_of_facts AS
 SELECT standing.id AS obligation,
    paper.id AS paper,
    asked.department,
    GREATEST(paper.received_at, spoken.at) AS since,
    spoken.by AS spoken
   FROM ((((obligation.standing
     JOIN LATERAL ( SELECT paper_1.id,
            paper_1.received_at,
            paper_1.read_at
           FROM minerals.paper paper_1
          WHERE (paper_1.obligation = standing.id)
          ORDER BY paper_1.received_at DESC
         LIMIT 1) paper ON (true))
     JOIN LATERAL ( SELECT review_rule.departments
           FROM minerals.review_rule
          WHERE ((review_rule.kind = standing.kind) AND (review_rule.from_day <= ((paper.received_at AT TIME ZONE 'Asia/Shanghai'::text))::date))
          ORDER BY review_rule.from_day DESC
         LIMIT 1) rule ON (true))
     CROSS JOIN LATERAL unnest(rule.departments) asked(department))
     CROSS JOIN LATERAL ( SELECT max(opinion.at) AS at,
            COALESCE(array_agg(opinion.by ORDER BY opinion.by), '{}'::uuid[]) AS by
           FROM minerals.opinion
          WHERE (opinion.paper = paper.id)) spoken)
  WHERE ((standing.state = 'SENT_IN'::text) AND (standing.kind = ANY (ARRAY( SELECT review_rule.kind
           FROM minerals.review_rule))) AND (paper.read_at IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM minerals.opinion
          WHERE ((opinion.paper = paper.id) AND (opinion.department = asked.department))))));

CREATE OR REPLACE FUNCTION minerals.accepted_at(wanted text, wanted_year integer, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, paper uuid, record uuid, valid_until date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT standing.party, paper.id, obligation.accepted_record(standing.id, known_at), standing.valid_until
      FROM obligation.standing_at(known_at) AS standing
      JOIN LATERAL (SELECT id
                      FROM minerals.paper
                     WHERE paper.obligation = standing.id
                       AND paper.received_at <= known_at
                     ORDER BY received_at DESC
                     LIMIT 1) AS paper ON true
     WHERE standing.kind = wanted
       AND standing.period = wanted_year
       AND standing.state IN ('MET', 'LAPSED')
$function$
;
CREATE OR REPLACE FUNCTION minerals.await_again(asked uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
    PERFORM FROM obligation.obligation WHERE id = ANY (asked) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM minerals.unspoken WHERE obligation = ANY (asked);
    INSERT INTO minerals.unspoken (paper, department, obligation, since, spoken)
    SELECT paper, department, obligation, since, spoken FROM minerals.awaited_of_facts WHERE obligation = ANY (asked);
END
$function$
;
CREATE OR REPLACE FUNCTION minerals.fact_came()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
    concerned uuid[];
BEGIN
    CASE TG_ARGV[0]
        WHEN 'step' THEN
            concerned := ARRAY(SELECT DISTINCT added.obligation
                                 FROM added
                                 JOIN obligation.obligation ON obligation.id = added.obligation
                                WHERE obligation.kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule)));
        WHEN 'paper' THEN
            concerned := ARRAY(SELECT DISTINCT added.obligation FROM added);
        WHEN 'opinion' THEN
            concerned := ARRAY(SELECT DISTINCT paper.obligation FROM added JOIN minerals.paper ON paper.id = added.paper);
        WHEN 'rule' THEN
            concerned := ARRAY(SELECT id FROM obligation.standing WHERE state = 'SENT_IN' AND kind = ANY (ARRAY(SELECT kind FROM minerals.review_rule)));
            DELETE FROM minerals.unspoken WHERE obligation <> ALL (concerned);
    END CASE;
    IF cardinality(concerned) > 0 THEN
        PERFORM minerals.await_again(concerned);
    END IF;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION minerals.list_at(known_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
    SELECT id
      FROM minerals.smelter_list
     WHERE loaded_at <= known_at
     ORDER BY day DESC, loaded_at DESC
     LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION minerals.list_on(on_day date, known_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
    SELECT id
      FROM minerals.smelter_list
     WHERE day <= on_day
       AND loaded_at <= known_at
     ORDER BY day DESC, loaded_at DESC
     LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION minerals.paper_was_read()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    PERFORM minerals.await_again(ARRAY[OLD.obligation, NEW.obligation]);
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION minerals.tin_answers(wanted_year integer, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, record uuid, smelters bigint, identified bigint, conformant bigint, active bigint)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT accepted.supplier, accepted.record, count(named.metal), count(*) FILTER (WHERE named.smelter <> ''),
           count(*) FILTER (WHERE listed.status = 'CONFORMANT'), count(*) FILTER (WHERE listed.status = 'ACTIVE')
      FROM minerals.accepted_at('minerals.cmrt', wanted_year, known_at) AS accepted
      LEFT JOIN minerals.named_smelter AS named ON named.paper = accepted.paper AND named.metal = 'TIN'
      LEFT JOIN minerals.listed_smelter AS listed ON listed.list = minerals.list_on(on_day, known_at)
                                                 AND listed.smelter = named.smelter
                                                 AND listed.metal = named.metal
     GROUP BY accepted.supplier, accepted.record
$function$
;
CREATE OR REPLACE FUNCTION minerals.tin_suppliers(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, number text, name_en text, name_zh text, kilograms numeric, reason text)
 LANGUAGE sql
 STABLE
AS $function$
    WITH delivered AS (
        SELECT supplier, sum(kilograms) AS kilograms
          FROM supplier.received_with('7440-31-5', from_day, until_day, known_at)
         GROUP BY supplier
    ), listed AS (
        SELECT supplier FROM supplier.with_substance('7440-31-5', until_day, known_at)
         UNION
        SELECT supplier FROM delivered
    )
    SELECT listed.supplier, name.number, name.name_en, name.name_zh, coalesce(delivered.kilograms, 0),
           CASE WHEN delivered.supplier IS NULL THEN 'minerals.no-delivery' END
      FROM listed
      JOIN supplier.name ON name.id = listed.supplier
      LEFT JOIN delivered ON delivered.supplier = listed.supplier
$function$
;

CREATE TRIGGER unspoken AFTER INSERT ON minerals.opinion REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('opinion');
CREATE TRIGGER unspoken AFTER INSERT ON minerals.paper REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('paper');
CREATE TRIGGER unspoken AFTER INSERT OR DELETE OR UPDATE ON minerals.review_rule FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('rule');
CREATE TRIGGER unspoken_read AFTER UPDATE OF obligation, received_at, read_at ON minerals.paper FOR EACH ROW EXECUTE FUNCTION minerals.paper_was_read();

COMMENT ON TABLE minerals.unspoken IS 'Not in backups. Follows from steps, papers and opinions as they come in again.';


-- obligation

CREATE TABLE obligation.obligation (
    id uuid NOT NULL,
    kind text NOT NULL,
    party uuid NOT NULL,
    period integer NOT NULL,
    due_day date NOT NULL,
    about uuid,
    newest integer,
    stands text,
    CONSTRAINT obligation_pkey PRIMARY KEY (id),
    CONSTRAINT owed_once_a_period UNIQUE NULLS NOT DISTINCT (kind, period, party, about)
);

CREATE TABLE obligation.reminder (
    obligation uuid NOT NULL,
    day date NOT NULL,
    days_left integer NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (obligation, day),
    CONSTRAINT reminder_obligation_fkey FOREIGN KEY (obligation) REFERENCES obligation.obligation(id)
);

CREATE TABLE obligation.step (
    obligation uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    reason text NOT NULL DEFAULT ''::text,
    evidence uuid,
    valid_until date,
    record uuid,
    CONSTRAINT step_pkey PRIMARY KEY (obligation, no),
    CONSTRAINT step_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT step_obligation_fkey FOREIGN KEY (obligation) REFERENCES obligation.obligation(id),
    CONSTRAINT met_holds_until CHECK (((state <> 'MET'::text) OR (valid_until IS NOT NULL))),
    CONSTRAINT state_known CHECK ((state = ANY (ARRAY['OWED'::text, 'SENT_IN'::text, 'SENT_BACK'::text, 'MET'::text, 'LAPSED'::text, 'WAIVED'::text]))),
    CONSTRAINT step_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID
);

CREATE INDEX obligation_about ON obligation.obligation USING btree (about) WHERE (about IS NOT NULL);
CREATE INDEX obligation_asked ON obligation.obligation USING btree (kind, period, stands) INCLUDE (due_day, party, newest, id);
CREATE INDEX obligation_by_party ON obligation.obligation USING btree (party);
CREATE INDEX obligation_due ON obligation.obligation USING btree (due_day);
CREATE INDEX obligation_open ON obligation.obligation USING btree (kind, stands, due_day) WHERE (stands = ANY (ARRAY['OWED'::text, 'SENT_IN'::text, 'SENT_BACK'::text, 'LAPSED'::text]));
CREATE INDEX step_at ON obligation.step USING btree (at);
CREATE INDEX step_holds_until ON obligation.step USING btree (valid_until) WHERE (state = 'MET'::text);

CREATE VIEW obligation.about AS
 SELECT id,
    about
   FROM obligation.obligation
  WHERE (about IS NOT NULL);
CREATE VIEW obligation.standing AS
 SELECT obligation.id,
    obligation.kind,
    obligation.party,
    obligation.period,
    obligation.due_day,
    obligation.newest AS step,
    obligation.stands AS state,
    step.at,
    step.by,
    step.reason,
    step.evidence,
    step.valid_until,
    step.record
   FROM (obligation.obligation
     LEFT JOIN obligation.step ON (((step.obligation = obligation.id) AND (step.no = obligation.newest))))
  WHERE (obligation.newest IS NOT NULL);
CREATE VIEW obligation.stands AS
 SELECT id,
    kind,
    party,
    period,
    due_day,
    stands AS state
   FROM obligation.obligation
  WHERE (newest IS NOT NULL);

CREATE OR REPLACE FUNCTION obligation.accepted(wanted text, of_period integer, known_at timestamp with time zone)
 RETURNS TABLE(id uuid, party uuid, about uuid, record uuid, met_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT obligation.id, obligation.party, obligation.about, CASE WHEN (array_agg(step.state ORDER BY step.no DESC))[1] IN ('MET', 'LAPSED')
                THEN (array_agg(step.record ORDER BY step.no DESC) FILTER (WHERE step.state = 'MET'))[1] END,
           CASE WHEN (array_agg(step.state ORDER BY step.no DESC))[1] IN ('MET', 'LAPSED') THEN max(step.at) FILTER (WHERE step.state = 'MET') END
      FROM obligation.obligation
      JOIN obligation.step ON step.obligation = obligation.id AND step.at <= known_at
     WHERE obligation.kind = wanted
       AND obligation.period = of_period
     GROUP BY obligation.id
    HAVING (array_agg(step.state ORDER BY step.no DESC))[1] NOT IN ('WAIVED')
$function$
;
CREATE OR REPLACE FUNCTION obligation.accepted_record(wanted uuid, known_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
    SELECT record
      FROM obligation.step
     WHERE step.obligation = wanted
       AND step.state = 'MET'
       AND step.at <= known_at
     ORDER BY no DESC
     LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION obligation.point_to_the_newest()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    UPDATE obligation.obligation
       SET newest = last.no, stands = last.state
      FROM (SELECT DISTINCT ON (obligation) obligation, no, state FROM added ORDER BY obligation, no DESC) AS last
     WHERE last.obligation = obligation.id
       AND (obligation.newest IS NULL OR obligation.newest < last.no);
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION obligation.standing_at(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, kind text, party uuid, period integer, due_day date, step integer, state text, at timestamp with time zone, by uuid, reason text, evidence uuid, valid_until date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT obligation.id, kind, party, period, due_day,
           step.no, step.state, step.at, step.by, step.reason, step.evidence, step.valid_until, step.record
      FROM obligation.obligation
      JOIN LATERAL (SELECT *
                      FROM obligation.step
                     WHERE step.obligation = obligation.id
                       AND step.at <= known_at
                     ORDER BY no DESC
                     LIMIT 1) AS step ON true
$function$
;

CREATE TRIGGER clearance_substances_came AFTER INSERT ON obligation.obligation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT party FROM changed');
CREATE TRIGGER clearance_substances_came AFTER INSERT ON obligation.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT obligation.party FROM changed JOIN obligation.obligation ON obligation.id = changed.obligation');
CREATE TRIGGER clearance_substances_is AFTER UPDATE ON obligation.obligation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT party FROM changed');
CREATE TRIGGER clearance_substances_is AFTER UPDATE ON obligation.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT obligation.party FROM changed JOIN obligation.obligation ON obligation.id = changed.obligation');
CREATE TRIGGER clearance_substances_was AFTER UPDATE ON obligation.obligation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT party FROM changed');
CREATE TRIGGER clearance_substances_was AFTER UPDATE ON obligation.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT obligation.party FROM changed JOIN obligation.obligation ON obligation.id = changed.obligation');
CREATE TRIGGER clearance_substances_went AFTER DELETE ON obligation.obligation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT party FROM changed');
CREATE TRIGGER clearance_substances_went AFTER DELETE ON obligation.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT obligation.party FROM changed JOIN obligation.obligation ON obligation.id = changed.obligation');
CREATE TRIGGER newest_step AFTER INSERT ON obligation.step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION obligation.point_to_the_newest();
CREATE TRIGGER papers_unspoken AFTER INSERT ON obligation.step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION minerals.fact_came('step');


-- pay

CREATE TABLE pay.letter (
    id uuid NOT NULL,
    letters uuid NOT NULL,
    person uuid NOT NULL,
    code text NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT letter_pkey PRIMARY KEY (id),
    CONSTRAINT letter_once UNIQUE (letters, person),
    CONSTRAINT letter_letters_fkey FOREIGN KEY (letters) REFERENCES payroll.letters(id),
    CONSTRAINT letter_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT letter_code_fits CHECK ((char_length(code) = 64))
);

CREATE TABLE pay.listed (
    person uuid NOT NULL,
    source uuid NOT NULL,
    what text NOT NULL,
    list uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT listed_once PRIMARY KEY (person, source, what),
    CONSTRAINT listed_list_fkey FOREIGN KEY (list) REFERENCES reward.pay_list(id),
    CONSTRAINT listed_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT listed_what_fits CHECK (((char_length(what) >= 1) AND (char_length(what) <= 40)))
);

CREATE TABLE pay.part (
    split uuid NOT NULL,
    person uuid NOT NULL,
    code text NOT NULL,
    assessment uuid,
    sealed bytea NOT NULL,
    CONSTRAINT part_pk PRIMARY KEY (split, person),
    CONSTRAINT part_code UNIQUE (split, code),
    CONSTRAINT part_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT part_split_fkey FOREIGN KEY (split) REFERENCES reward.split(id),
    CONSTRAINT part_code_fits CHECK ((char_length(code) = 12))
);

CREATE TABLE pay.split_package (
    split uuid NOT NULL,
    sealed bytea NOT NULL,
    record uuid NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT split_package_pkey PRIMARY KEY (split),
    CONSTRAINT split_package_split_fkey FOREIGN KEY (split) REFERENCES reward.split(id)
);

CREATE TABLE pay.stated (
    file uuid NOT NULL,
    person uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT stated_pk PRIMARY KEY (file, person),
    CONSTRAINT stated_file_fkey FOREIGN KEY (file) REFERENCES payroll.file(id),
    CONSTRAINT stated_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE pay.stock_act (
    id uuid NOT NULL,
    given uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    sealed bytea NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stock_act_pkey PRIMARY KEY (id),
    CONSTRAINT stock_act_given_fkey FOREIGN KEY (given) REFERENCES pay.stock_given(id),
    CONSTRAINT stock_act_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT stock_act_kind_known CHECK ((kind = ANY (ARRAY['SOONER'::text, 'EXERCISED'::text])))
);

CREATE TABLE pay.stock_asked (
    id uuid NOT NULL,
    person uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT stock_asked_pkey PRIMARY KEY (id),
    CONSTRAINT stock_asked_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE pay.stock_given (
    id uuid NOT NULL,
    granting uuid NOT NULL,
    person uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT stock_given_pkey PRIMARY KEY (id),
    CONSTRAINT stock_given_granting_fkey FOREIGN KEY (granting) REFERENCES equity.stock_granting(id),
    CONSTRAINT stock_given_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE pay.unit_given (
    giving uuid NOT NULL,
    person uuid NOT NULL,
    assessment uuid,
    sealed bytea NOT NULL,
    CONSTRAINT unit_given_pk PRIMARY KEY (giving, person),
    CONSTRAINT unit_given_giving_fkey FOREIGN KEY (giving) REFERENCES reward.unit_giving(id),
    CONSTRAINT unit_given_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE INDEX letter_by_person ON pay.letter USING btree (person);
CREATE INDEX listed_by_list ON pay.listed USING btree (list);
CREATE INDEX part_by_person ON pay.part USING btree (person);
CREATE INDEX stated_by_person ON pay.stated USING btree (person);
CREATE INDEX stock_act_by_given ON pay.stock_act USING btree (given);
CREATE INDEX stock_act_by_person ON pay.stock_act USING btree (person);
CREATE INDEX stock_asked_by_person ON pay.stock_asked USING btree (person);
CREATE INDEX stock_given_by_granting ON pay.stock_given USING btree (granting);
CREATE INDEX stock_given_by_person ON pay.stock_given USING btree (person);
CREATE INDEX unit_given_by_person ON pay.unit_given USING btree (person);

CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.listed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.part FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.stock_act FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.stock_given FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON pay.unit_given FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();


-- payment

CREATE TABLE payment.invoice (
    report uuid NOT NULL,
    invoice text NOT NULL,
    supplier uuid NOT NULL,
    received_day date NOT NULL,
    due_day date NOT NULL,
    amount numeric(18,2) NOT NULL,
    size text NOT NULL,
    paid_day date,
    CONSTRAINT invoice_pk PRIMARY KEY (report, invoice),
    CONSTRAINT invoice_report_fkey FOREIGN KEY (report) REFERENCES payment.report(id),
    CONSTRAINT invoice_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT due_after_received CHECK ((due_day >= received_day)),
    CONSTRAINT invoice_has_an_amount CHECK ((amount > (0)::numeric)),
    CONSTRAINT invoice_number_fits CHECK (((char_length(invoice) >= 1) AND (char_length(invoice) <= 60))),
    CONSTRAINT invoice_size_known CHECK ((size = ANY (ARRAY['SMALL'::text, 'OTHER'::text])))
);

CREATE TABLE payment.report (
    id uuid NOT NULL,
    source text NOT NULL,
    due_month date NOT NULL,
    stated_rows integer NOT NULL,
    stated_amount numeric(18,2) NOT NULL,
    reported_by uuid NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT report_pkey PRIMARY KEY (id),
    CONSTRAINT report_has_rows CHECK ((stated_rows > 0)),
    CONSTRAINT report_has_source CHECK ((source <> ''::text)),
    CONSTRAINT report_is_of_a_month CHECK ((EXTRACT(day FROM due_month) = (1)::numeric)),
    CONSTRAINT report_source_fits CHECK ((char_length(source) <= 200))
);

CREATE INDEX invoice_by_supplier ON payment.invoice USING btree (supplier);
CREATE INDEX report_by_month ON payment.report USING btree (due_month, reported_at DESC);

CREATE OR REPLACE FUNCTION payment.newest(known timestamp with time zone)
 RETURNS TABLE(report uuid, due_month date, stated_rows integer, stated_amount numeric, reported_at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (report.due_month) report.id, report.due_month, report.stated_rows, report.stated_amount, report.reported_at, report.record
      FROM payment.report
     WHERE report.reported_at <= known
     ORDER BY report.due_month, report.reported_at DESC, report.id
$function$
;


-- payroll

CREATE TABLE payroll.band (
    id uuid NOT NULL,
    grade text NOT NULL,
    from_day date NOT NULL,
    low numeric(14,2) NOT NULL,
    high numeric(14,2) NOT NULL,
    source text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT band_pkey PRIMARY KEY (id),
    CONSTRAINT band_goes_up CHECK (((low > (0)::numeric) AND (high >= low))),
    CONSTRAINT band_grade_fits CHECK (((char_length(grade) >= 1) AND (char_length(grade) <= 20))),
    CONSTRAINT band_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE payroll.counted (
    file uuid NOT NULL,
    people integer NOT NULL,
    reason text NOT NULL,
    counted_by uuid NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT counted_pkey PRIMARY KEY (file),
    CONSTRAINT counted_file_fkey FOREIGN KEY (file) REFERENCES payroll.file(id),
    CONSTRAINT counted_people CHECK ((people > 0)),
    CONSTRAINT counted_reason_fits CHECK ((char_length(reason) <= 1000))
);

CREATE TABLE payroll.file (
    id uuid NOT NULL,
    year integer NOT NULL,
    no integer NOT NULL,
    source text NOT NULL,
    lines integer NOT NULL,
    differ integer NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT file_pkey PRIMARY KEY (id),
    CONSTRAINT file_once UNIQUE (year, no),
    CONSTRAINT file_lines CHECK (((lines > 0) AND ((differ >= 0) AND (differ <= lines)))),
    CONSTRAINT file_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 200))),
    CONSTRAINT file_year CHECK (((year >= 2000) AND (year <= 2200)))
);

CREATE TABLE payroll.gap (
    id uuid NOT NULL,
    file uuid NOT NULL,
    year integer NOT NULL,
    population uuid NOT NULL,
    women integer NOT NULL,
    men integer NOT NULL,
    left_out integer NOT NULL,
    mean numeric(24,2) NOT NULL,
    median numeric(24,2) NOT NULL,
    variable_mean numeric(24,2),
    variable_median numeric(24,2),
    women_variable numeric(5,2) NOT NULL,
    men_variable numeric(5,2) NOT NULL,
    adjusted numeric(24,2),
    adjusted_low numeric(24,2),
    adjusted_high numeric(24,2),
    r2 numeric(5,4),
    considered integer NOT NULL,
    joined integer NOT NULL,
    ratio numeric(24,2),
    ratio_growth numeric(24,2),
    ratio_people integer NOT NULL,
    released_by uuid NOT NULL,
    released_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT gap_pkey PRIMARY KEY (id),
    CONSTRAINT gap_file_key UNIQUE (file),
    CONSTRAINT gap_file_fkey FOREIGN KEY (file) REFERENCES payroll.counted(file),
    CONSTRAINT gap_adjusted_whole CHECK ((num_nonnulls(adjusted, adjusted_low, adjusted_high, r2) = ANY (ARRAY[0, 4]))),
    CONSTRAINT gap_of_enough CHECK (((women >= 30) AND (men >= 30)))
);

CREATE TABLE payroll.gap_category (
    gap uuid NOT NULL,
    grade text NOT NULL,
    women integer NOT NULL,
    men integer NOT NULL,
    total numeric(24,2) NOT NULL,
    fixed numeric(24,2) NOT NULL,
    variable numeric(24,2),
    CONSTRAINT gap_category_pk PRIMARY KEY (gap, grade),
    CONSTRAINT gap_category_gap_fkey FOREIGN KEY (gap) REFERENCES payroll.gap(id),
    CONSTRAINT gap_category_grade_fits CHECK ((char_length(grade) <= 20)),
    CONSTRAINT gap_category_of_enough CHECK (((women >= 30) AND (men >= 30)))
);

CREATE TABLE payroll.gap_part (
    gap uuid NOT NULL,
    part text NOT NULL,
    value numeric(7,2) NOT NULL,
    low numeric(7,2) NOT NULL,
    high numeric(7,2) NOT NULL,
    CONSTRAINT gap_part_pk PRIMARY KEY (gap, part),
    CONSTRAINT gap_part_gap_fkey FOREIGN KEY (gap) REFERENCES payroll.gap(id),
    CONSTRAINT gap_part_known CHECK ((part = ANY (ARRAY['ALL'::text, 'EXPLAINED'::text, 'GRADE'::text, 'PLACE'::text, 'YEARS'::text, 'LEFT'::text]))),
    CONSTRAINT gap_part_within CHECK (((value >= low) AND (value <= high)))
);

CREATE TABLE payroll.gap_quartile (
    gap uuid NOT NULL,
    no integer NOT NULL,
    women numeric(5,2) NOT NULL,
    CONSTRAINT gap_quartile_pk PRIMARY KEY (gap, no),
    CONSTRAINT gap_quartile_gap_fkey FOREIGN KEY (gap) REFERENCES payroll.gap(id),
    CONSTRAINT gap_quartile_no CHECK (((no >= 1) AND (no <= 4)))
);

CREATE TABLE payroll.gap_reason (
    gap uuid NOT NULL,
    grade text NOT NULL,
    words text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT gap_reason_pk PRIMARY KEY (gap, grade),
    CONSTRAINT gap_reason_of_a_category FOREIGN KEY (gap, grade) REFERENCES payroll.gap_category(gap, grade),
    CONSTRAINT gap_reason_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 2000)))
);

CREATE TABLE payroll.letters (
    id uuid NOT NULL,
    file uuid NOT NULL,
    people integer NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT letters_pkey PRIMARY KEY (id),
    CONSTRAINT letters_file_key UNIQUE (file),
    CONSTRAINT letters_file_fkey FOREIGN KEY (file) REFERENCES payroll.counted(file),
    CONSTRAINT letters_people CHECK ((people > 0))
);

CREATE TABLE payroll.line (
    file uuid NOT NULL,
    row integer NOT NULL,
    number text NOT NULL,
    person uuid,
    why text,
    about text NOT NULL,
    CONSTRAINT line_pk PRIMARY KEY (file, "row"),
    CONSTRAINT line_file_fkey FOREIGN KEY (file) REFERENCES payroll.file(id),
    CONSTRAINT line_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT line_about_fits CHECK ((char_length(about) <= 20)),
    CONSTRAINT line_agrees_of_somebody CHECK (((why IS NOT NULL) OR (person IS NOT NULL))),
    CONSTRAINT line_number_fits CHECK ((char_length(number) <= 300)),
    CONSTRAINT line_why_fits CHECK (((char_length(why) >= 1) AND (char_length(why) <= 60)))
);

CREATE TABLE payroll.look (
    id uuid NOT NULL,
    person uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT look_pkey PRIMARY KEY (id),
    CONSTRAINT look_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT look_reason_fits CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 300)))
);

CREATE INDEX band_by_grade ON payroll.band USING btree (grade, from_day DESC, set_at DESC);
CREATE INDEX gap_by_year ON payroll.gap USING btree (year, released_at DESC);
CREATE INDEX line_by_person ON payroll.line USING btree (person);
CREATE UNIQUE INDEX line_once ON payroll.line USING btree (file, person) WHERE (why IS NULL);
CREATE INDEX look_by_person ON payroll.look USING btree (person, at DESC);

CREATE OR REPLACE FUNCTION payroll.counts(of_year integer, known_at timestamp with time zone)
 RETURNS TABLE(file uuid, people integer, counted_at timestamp with time zone, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT counted.file, counted.people, counted.counted_at, counted.record
      FROM payroll.counted JOIN payroll.file ON file.id = counted.file
     WHERE file.year = of_year AND counted.counted_at <= known_at
     ORDER BY counted.counted_at DESC LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION payroll.gap_told(of_year integer, known_at timestamp with time zone)
 RETURNS SETOF payroll.gap
 LANGUAGE sql
 STABLE
AS $function$
    SELECT * FROM payroll.gap WHERE year = of_year AND released_at <= known_at ORDER BY released_at DESC LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION payroll.graded(on_day date)
 RETURNS TABLE(person uuid, grade text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT held.person, max(ladder.grade)::text
      FROM career.held(on_day, 'infinity') AS held
      JOIN career.tracks(on_day, 'infinity') AS track ON track.code = held.track
      JOIN career.ladder_on(on_day) AS ladder ON ladder.ladder = track.ladder AND ladder.level = held.level
     WHERE held.until_day IS NULL OR held.until_day >= on_day
     GROUP BY held.person
$function$
;


-- performance

CREATE TABLE performance.absence (
    list uuid NOT NULL,
    person uuid NOT NULL,
    days integer NOT NULL,
    CONSTRAINT absence_pkey PRIMARY KEY (list, person),
    CONSTRAINT absence_list_fkey FOREIGN KEY (list) REFERENCES performance.absence_list(id),
    CONSTRAINT absence_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT away_for_days CHECK (((days >= 1) AND (days <= 366)))
);

CREATE TABLE performance.absence_list (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    file text NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT absence_list_pkey PRIMARY KEY (id),
    CONSTRAINT absence_list_cycle_fkey FOREIGN KEY (cycle) REFERENCES performance.cycle(id),
    CONSTRAINT absence_list_file_fits CHECK ((char_length(file) <= 300))
);

CREATE TABLE performance.acknowledgement (
    assessment uuid NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT acknowledgement_pkey PRIMARY KEY (assessment),
    CONSTRAINT acknowledgement_assessment_fkey FOREIGN KEY (assessment) REFERENCES performance.assessment(id),
    CONSTRAINT acknowledgement_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE performance.appeal (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    person uuid NOT NULL,
    assessment uuid NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    outcome text,
    answer text,
    answered_by uuid,
    answered_at timestamp with time zone,
    answer_record uuid,
    CONSTRAINT appeal_pkey PRIMARY KEY (id),
    CONSTRAINT appeal_once UNIQUE (assessment),
    CONSTRAINT appeal_assessment_fkey FOREIGN KEY (assessment) REFERENCES performance.assessment(id),
    CONSTRAINT appeal_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member(cycle, person),
    CONSTRAINT answered_by_another CHECK ((answered_by <> by)),
    CONSTRAINT appeal_answer_fits CHECK ((char_length(answer) <= 4000)),
    CONSTRAINT appeal_answered_whole CHECK ((num_nonnulls(outcome, answer, answered_by, answered_at, answer_record) = ANY (ARRAY[0, 5]))),
    CONSTRAINT appeal_outcome_known CHECK ((outcome = ANY (ARRAY['STANDS'::text, 'CHANGED'::text]))),
    CONSTRAINT appeal_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE performance.assessment (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    scheme uuid NOT NULL,
    rating text NOT NULL,
    origin text NOT NULL,
    words text NOT NULL,
    sheet uuid,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    salt uuid NOT NULL,
    record uuid,
    CONSTRAINT assessment_pkey PRIMARY KEY (id),
    CONSTRAINT assessment_no_once UNIQUE (cycle, person, no),
    CONSTRAINT assessment_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member(cycle, person),
    CONSTRAINT assessment_rating_known FOREIGN KEY (scheme, rating) REFERENCES performance.rating(scheme, code),
    CONSTRAINT assessment_sheet_fkey FOREIGN KEY (sheet) REFERENCES performance.sheet(id),
    CONSTRAINT assessment_words_fits CHECK ((char_length(words) <= 4000)),
    CONSTRAINT origin_known CHECK ((origin = ANY (ARRAY['MANAGER'::text, 'SECOND'::text, 'CALIBRATION'::text, 'APPEAL'::text, 'BROUGHT_IN'::text])))
);

CREATE TABLE performance.closing (
    proposal uuid NOT NULL,
    cycle uuid NOT NULL,
    impact uuid NOT NULL,
    CONSTRAINT closing_pkey PRIMARY KEY (proposal),
    CONSTRAINT closing_cycle_fkey FOREIGN KEY (cycle) REFERENCES performance.cycle(id),
    CONSTRAINT closing_impact_fkey FOREIGN KEY (impact) REFERENCES performance.impact(id),
    CONSTRAINT closing_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id)
);

CREATE TABLE performance.commitment (
    sheet uuid NOT NULL,
    place integer NOT NULL,
    section text NOT NULL,
    title text NOT NULL,
    measure text NOT NULL,
    target text NOT NULL,
    source text NOT NULL,
    figure text NOT NULL,
    weight integer NOT NULL,
    CONSTRAINT commitment_pkey PRIMARY KEY (sheet, place),
    CONSTRAINT commitment_sheet_fkey FOREIGN KEY (sheet) REFERENCES performance.sheet(id) ON DELETE CASCADE,
    CONSTRAINT commitment_figure_fits CHECK ((char_length(figure) <= 300)),
    CONSTRAINT commitment_measure_fits CHECK ((char_length(measure) <= 300)),
    CONSTRAINT commitment_source_fits CHECK ((char_length(source) <= 300)),
    CONSTRAINT commitment_target_fits CHECK ((char_length(target) <= 300)),
    CONSTRAINT commitment_title_fits CHECK ((char_length(title) <= 300)),
    CONSTRAINT section_known CHECK ((section = ANY (ARRAY['RESULTS'::text, 'TASKS'::text, 'PEOPLE'::text, 'GROWTH'::text]))),
    CONSTRAINT weighs_within_100 CHECK (((weight >= 0) AND (weight <= 100)))
);

CREATE TABLE performance.comparison (
    impact uuid NOT NULL,
    attribute text NOT NULL,
    outcome text NOT NULL,
    one text NOT NULL,
    other text NOT NULL,
    chosen_one integer NOT NULL,
    of_one integer NOT NULL,
    chosen_other integer NOT NULL,
    of_other integer NOT NULL,
    unknown integer NOT NULL,
    ratio text NOT NULL,
    fisher text NOT NULL,
    z text NOT NULL,
    strata integer NOT NULL,
    odds text NOT NULL,
    within text NOT NULL,
    adjusted text NOT NULL,
    flagged boolean NOT NULL,
    verdict text NOT NULL,
    warns boolean NOT NULL,
    CONSTRAINT comparison_pkey PRIMARY KEY (impact, attribute, outcome, one, other),
    CONSTRAINT comparison_impact_fkey FOREIGN KEY (impact) REFERENCES performance.impact(id),
    CONSTRAINT attribute_known CHECK ((attribute = ANY (ARRAY['SEX'::text, 'LEAVE'::text, 'CONTRACT'::text]))),
    CONSTRAINT outcome_known CHECK ((outcome = ANY (ARRAY['ABOVE'::text, 'NOT_BELOW'::text]))),
    CONSTRAINT verdict_known CHECK ((verdict = ANY (ARRAY['NO_SIGN'::text, 'SMALL_SAMPLE'::text, 'DETECTABLE_BUT_SMALL'::text, 'BOTH'::text, 'NOT_KNOWN'::text])))
);

CREATE TABLE performance.cycle (
    id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    population_day date NOT NULL,
    sign_by date NOT NULL,
    mid_year_by date NOT NULL,
    self_by date NOT NULL,
    rate_by date NOT NULL,
    calibrate_by date NOT NULL,
    talk_by date NOT NULL,
    lines_on date NOT NULL,
    followed_on date NOT NULL,
    followed_at timestamp with time zone NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid,
    closed_by uuid,
    closed_at timestamp with time zone,
    CONSTRAINT cycle_pkey PRIMARY KEY (id),
    CONSTRAINT cycle_once UNIQUE (from_day, until_day),
    CONSTRAINT closed_by_someone CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
    CONSTRAINT cycle_has_a_length CHECK ((from_day < until_day)),
    CONSTRAINT stages_in_order CHECK (((from_day <= sign_by) AND (sign_by <= mid_year_by) AND (mid_year_by <= self_by) AND (self_by <= rate_by) AND (rate_by <= calibrate_by) AND (calibrate_by <= talk_by)))
);

CREATE TABLE performance.forgotten (
    person uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT forgotten_pkey PRIMARY KEY (person),
    CONSTRAINT forgotten_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE performance.impact (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    assessments bigint NOT NULL,
    unrated integer NOT NULL,
    warnings integer NOT NULL,
    computed_by uuid NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT impact_pkey PRIMARY KEY (id),
    CONSTRAINT impact_cycle_fkey FOREIGN KEY (cycle) REFERENCES performance.cycle(id)
);

CREATE TABLE performance.member (
    cycle uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    unit uuid NOT NULL,
    title text NOT NULL,
    since date NOT NULL,
    scheme uuid,
    manager uuid,
    second uuid,
    left_out text,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT member_pkey PRIMARY KEY (cycle, person),
    CONSTRAINT member_cycle_fkey FOREIGN KEY (cycle) REFERENCES performance.cycle(id),
    CONSTRAINT member_manager_fkey FOREIGN KEY (manager) REFERENCES directory.person(id),
    CONSTRAINT member_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT member_scheme_fkey FOREIGN KEY (scheme) REFERENCES performance.scheme(id),
    CONSTRAINT member_second_fkey FOREIGN KEY (second) REFERENCES directory.person(id),
    CONSTRAINT member_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT in_by_a_scheme_or_out_for_a_reason CHECK (((left_out IS NULL) = (scheme IS NOT NULL))),
    CONSTRAINT left_out_known CHECK ((left_out = ANY (ARRAY['KIND'::text, 'JOINED_LATE'::text, 'NOBODY_ABOVE'::text, 'NO_SCHEME'::text]))),
    CONSTRAINT member_has_a_manager CHECK (((left_out IS NOT NULL) OR (manager IS NOT NULL))),
    CONSTRAINT member_title_fits CHECK ((char_length(title) <= 300)),
    CONSTRAINT nobody_manages_themselves CHECK (((manager <> person) AND (second <> person)))
);

CREATE TABLE performance.move (
    assessment uuid NOT NULL,
    session uuid NOT NULL,
    was text NOT NULL,
    becomes text NOT NULL,
    code text NOT NULL,
    spoke uuid[] NOT NULL,
    quorum integer NOT NULL,
    CONSTRAINT move_pkey PRIMARY KEY (assessment),
    CONSTRAINT move_assessment_fkey FOREIGN KEY (assessment) REFERENCES performance.assessment(id),
    CONSTRAINT move_session_fkey FOREIGN KEY (session) REFERENCES performance.session(id),
    CONSTRAINT move_code_known CHECK ((code = ANY (ARRAY['EVIDENCE'::text, 'SAME_STANDARD'::text, 'SCOPE'::text, 'ERROR'::text]))),
    CONSTRAINT moved_somewhere CHECK ((was <> becomes)),
    CONSTRAINT quorum_was_there CHECK ((cardinality(spoke) >= quorum))
);

CREATE TABLE performance.note (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    day date NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    handed_in_at timestamp with time zone,
    record uuid,
    CONSTRAINT note_pkey PRIMARY KEY (id),
    CONSTRAINT note_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member(cycle, person),
    CONSTRAINT note_kind_known CHECK ((kind = ANY (ARRAY['MID_EMPLOYEE'::text, 'MID_MANAGER'::text, 'SELF'::text, 'TALK'::text]))),
    CONSTRAINT note_words_fits CHECK ((char_length(words) <= 8000))
);

CREATE TABLE performance.panelist (
    session uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT panelist_pkey PRIMARY KEY (session, person),
    CONSTRAINT panelist_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT panelist_session_fkey FOREIGN KEY (session) REFERENCES performance.session(id)
);

CREATE TABLE performance.rating (
    scheme uuid NOT NULL,
    code text NOT NULL,
    place integer NOT NULL,
    side text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    share_min numeric(5,4) NOT NULL,
    share_max numeric(5,4) NOT NULL,
    CONSTRAINT rating_pkey PRIMARY KEY (scheme, code),
    CONSTRAINT rating_place_once UNIQUE (scheme, place),
    CONSTRAINT rating_scheme_fkey FOREIGN KEY (scheme) REFERENCES performance.scheme(id),
    CONSTRAINT rating_code_form CHECK ((code ~ '^[A-Z0-9]{1,2}\+?$'::text)),
    CONSTRAINT rating_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT rating_name_zh_fits CHECK ((char_length(name_zh) <= 300)),
    CONSTRAINT shares_in_order CHECK ((((0)::numeric <= share_min) AND (share_min <= share_max) AND (share_max <= (1)::numeric))),
    CONSTRAINT side_known CHECK ((side = ANY (ARRAY['ABOVE'::text, 'MIDDLE'::text, 'BELOW'::text])))
);

CREATE TABLE performance.reason (
    assessment uuid NOT NULL,
    place integer NOT NULL,
    words text NOT NULL,
    result text NOT NULL,
    CONSTRAINT reason_pkey PRIMARY KEY (assessment, place),
    CONSTRAINT reason_assessment_fkey FOREIGN KEY (assessment) REFERENCES performance.assessment(id),
    CONSTRAINT reason_result_fits CHECK ((char_length(result) <= 300)),
    CONSTRAINT reason_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE performance.recusal (
    session uuid NOT NULL,
    panelist uuid NOT NULL,
    person uuid NOT NULL,
    words text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT recusal_pkey PRIMARY KEY (session, panelist, person),
    CONSTRAINT recusal_of_panelist FOREIGN KEY (session, panelist) REFERENCES performance.panelist(session, person),
    CONSTRAINT recusal_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE performance.reminder (
    cycle uuid NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (cycle, day),
    CONSTRAINT reminder_cycle_fkey FOREIGN KEY (cycle) REFERENCES performance.cycle(id)
);

CREATE TABLE performance.scheme (
    id uuid NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    from_day date NOT NULL,
    priority integer NOT NULL,
    kinds text[] NOT NULL,
    leads text NOT NULL,
    title text NOT NULL,
    commitments_min integer NOT NULL,
    commitments_max integer NOT NULL,
    joined_days integer NOT NULL,
    guideline_from integer NOT NULL,
    appeal_days integer NOT NULL,
    quorum integer NOT NULL,
    source text NOT NULL,
    reasons text NOT NULL,
    proposal uuid,
    approved_at timestamp with time zone,
    record uuid,
    CONSTRAINT scheme_pkey PRIMARY KEY (id),
    CONSTRAINT scheme_version_once UNIQUE (code, version),
    CONSTRAINT scheme_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT appeal_takes_days CHECK (((appeal_days >= 5) AND (appeal_days <= 60))),
    CONSTRAINT commitments_bounds CHECK ((((commitments_min >= 1) AND (commitments_min <= commitments_max)) AND (commitments_max <= 10))),
    CONSTRAINT leads_known CHECK ((leads = ANY (ARRAY['ANY'::text, 'YES'::text, 'NO'::text]))),
    CONSTRAINT quorum_of_several CHECK (((quorum >= 2) AND (quorum <= 20))),
    CONSTRAINT scheme_code_form CHECK ((code ~ '^[a-z][a-z-]{1,39}$'::text)),
    CONSTRAINT scheme_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT scheme_name_zh_fits CHECK ((char_length(name_zh) <= 300)),
    CONSTRAINT scheme_reasons_fits CHECK ((char_length(reasons) <= 4000)),
    CONSTRAINT scheme_source_fits CHECK ((char_length(source) <= 4000)),
    CONSTRAINT scheme_title_fits CHECK ((char_length(title) <= 300))
);

CREATE TABLE performance.second_look (
    assessment uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT second_look_pkey PRIMARY KEY (assessment),
    CONSTRAINT second_look_assessment_fkey FOREIGN KEY (assessment) REFERENCES performance.assessment(id)
);

CREATE TABLE performance.session (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    scheme uuid NOT NULL,
    unit uuid NOT NULL,
    held_on date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_by uuid,
    closed_at timestamp with time zone,
    record uuid,
    CONSTRAINT session_pkey PRIMARY KEY (id),
    CONSTRAINT session_cycle_fkey FOREIGN KEY (cycle) REFERENCES performance.cycle(id),
    CONSTRAINT session_scheme_fkey FOREIGN KEY (scheme) REFERENCES performance.scheme(id),
    CONSTRAINT session_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT session_closed_by_someone CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);

CREATE TABLE performance.sheet (
    id uuid NOT NULL,
    cycle uuid NOT NULL,
    person uuid NOT NULL,
    no integer NOT NULL,
    reason text NOT NULL,
    weights integer[] NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    signed_by uuid,
    signed_at timestamp with time zone,
    agreed_by uuid,
    agreed_at timestamp with time zone,
    returned_by uuid,
    returned_at timestamp with time zone,
    return_words text,
    record uuid,
    CONSTRAINT sheet_pkey PRIMARY KEY (id),
    CONSTRAINT sheet_no_once UNIQUE (cycle, person, no),
    CONSTRAINT sheet_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member(cycle, person),
    CONSTRAINT agreed_or_returned CHECK (((agreed_at IS NULL) OR (returned_at IS NULL))),
    CONSTRAINT sheet_reason_fits CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT sheet_return_words_fits CHECK ((char_length(return_words) <= 4000)),
    CONSTRAINT signed_before_agreed CHECK (((agreed_at IS NULL) OR (signed_at IS NOT NULL))),
    CONSTRAINT two_signatures CHECK ((agreed_by <> signed_by)),
    CONSTRAINT weights_make_100 CHECK (((signed_at IS NULL) OR (performance.total(weights) = 100)))
);

CREATE INDEX absence_list_by_cycle ON performance.absence_list USING btree (cycle, brought_at);
CREATE INDEX appeal_by_person ON performance.appeal USING btree (person, cycle);
CREATE INDEX appeal_open ON performance.appeal USING btree (at) WHERE (outcome IS NULL);
CREATE INDEX assessment_by_time ON performance.assessment USING btree (at);
CREATE INDEX closing_by_cycle ON performance.closing USING btree (cycle);
CREATE INDEX impact_by_cycle ON performance.impact USING btree (cycle, computed_at);
CREATE INDEX member_by_manager ON performance.member USING btree (manager, cycle) WHERE (left_out IS NULL);
CREATE INDEX member_by_person ON performance.member USING btree (person);
CREATE INDEX member_by_second ON performance.member USING btree (second, cycle) WHERE (left_out IS NULL);
CREATE INDEX note_handed_in ON performance.note USING btree (cycle, person, kind, handed_in_at) WHERE (handed_in_at IS NOT NULL);
CREATE UNIQUE INDEX note_one_draft ON performance.note USING btree (cycle, person, kind) WHERE (handed_in_at IS NULL);
CREATE INDEX panelist_by_person ON performance.panelist USING btree (person);
CREATE INDEX session_by_cycle ON performance.session USING btree (cycle);
CREATE UNIQUE INDEX sheet_one_open ON performance.sheet USING btree (cycle, person) WHERE ((agreed_at IS NULL) AND (returned_at IS NULL));

CREATE VIEW performance.rating_in_force AS
 SELECT DISTINCT ON (assessment.cycle, assessment.person) assessment.person,
    assessment.cycle,
    cycle.from_day,
    cycle.until_day,
    cycle.closed_at,
    assessment.id AS assessment,
    assessment.no,
    assessment.rating,
    rating.side
   FROM ((performance.assessment
     JOIN performance.cycle ON (((cycle.id = assessment.cycle) AND (cycle.closed_at IS NOT NULL))))
     JOIN performance.rating ON (((rating.scheme = assessment.scheme) AND (rating.code = assessment.rating))))
  ORDER BY assessment.cycle, assessment.person, assessment.no DESC;
CREATE VIEW performance.standing AS
 SELECT member.cycle,
    member.person,
    member.kind,
    member.unit,
    member.title,
    member.scheme,
    member.manager,
    member.second,
    open.id AS open_sheet,
    open.signed_at,
    agreed.id AS sheet,
    agreed.agreed_at,
    ( SELECT max(note.handed_in_at) AS max
           FROM performance.note
          WHERE ((note.cycle = member.cycle) AND (note.person = member.person) AND (note.kind = 'MID_EMPLOYEE'::text))) AS mid_employee_at,
    ( SELECT max(note.handed_in_at) AS max
           FROM performance.note
          WHERE ((note.cycle = member.cycle) AND (note.person = member.person) AND (note.kind = 'MID_MANAGER'::text))) AS mid_manager_at,
    ( SELECT max(note.handed_in_at) AS max
           FROM performance.note
          WHERE ((note.cycle = member.cycle) AND (note.person = member.person) AND (note.kind = 'SELF'::text))) AS self_at,
    newest.id AS assessment,
    newest.no,
    newest.rating,
    newest.origin,
    look.at AS looked_at,
    ( SELECT max(note.handed_in_at) AS max
           FROM performance.note
          WHERE ((note.cycle = member.cycle) AND (note.person = member.person) AND (note.kind = 'TALK'::text))) AS talk_at,
    seen.at AS acknowledged_at,
    appeal.id AS appeal,
    appeal.outcome AS appeal_outcome
   FROM ((((((performance.member
     LEFT JOIN performance.sheet open ON (((open.cycle = member.cycle) AND (open.person = member.person) AND (open.agreed_at IS NULL) AND (open.returned_at IS NULL))))
     LEFT JOIN LATERAL ( SELECT sheet.id,
            sheet.agreed_at
           FROM performance.sheet
          WHERE ((sheet.cycle = member.cycle) AND (sheet.person = member.person) AND (sheet.agreed_at IS NOT NULL))
          ORDER BY sheet.no DESC
         LIMIT 1) agreed ON (true))
     LEFT JOIN LATERAL ( SELECT assessment.id,
            assessment.no,
            assessment.rating,
            assessment.origin
           FROM performance.assessment
          WHERE ((assessment.cycle = member.cycle) AND (assessment.person = member.person))
          ORDER BY assessment.no DESC
         LIMIT 1) newest ON (true))
     LEFT JOIN performance.second_look look ON ((look.assessment = newest.id)))
     LEFT JOIN performance.acknowledgement seen ON ((seen.assessment = newest.id)))
     LEFT JOIN LATERAL ( SELECT appeal_1.id,
            appeal_1.outcome
           FROM performance.appeal appeal_1
          WHERE ((appeal_1.cycle = member.cycle) AND (appeal_1.person = member.person))
          ORDER BY appeal_1.at DESC
         LIMIT 1) appeal ON (true))
  WHERE (member.left_out IS NULL);

CREATE OR REPLACE FUNCTION performance.nothing_given_is_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF TG_OP = 'UPDATE'
       AND to_jsonb(NEW) - 'words' - 'salt' = to_jsonb(OLD) - 'words' - 'salt'
       AND NEW.words IN ('', '–')
       AND EXISTS (SELECT FROM performance.forgotten WHERE forgotten.person = OLD.person) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what was given is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_given_is_changed';
END $function$
;
CREATE OR REPLACE FUNCTION performance.rated_since(since timestamp with time zone, ended_by date)
 RETURNS TABLE(person uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT assessment.person
      FROM performance.assessment
      JOIN performance.cycle ON cycle.id = assessment.cycle
     WHERE assessment.at >= rated_since.since AND cycle.until_day <= rated_since.ended_by
    UNION
    SELECT member.person
      FROM performance.cycle
      JOIN performance.member ON member.cycle = cycle.id
     WHERE cycle.closed_at >= rated_since.since AND cycle.until_day <= rated_since.ended_by
$function$
;
CREATE OR REPLACE FUNCTION performance.rating_stands_after_close()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF NEW.origin <> 'APPEAL' AND EXISTS (SELECT FROM performance.cycle WHERE id = NEW.cycle AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a rating of a closed cycle stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'rating_stands_after_close';
    END IF;
    RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION performance.total(numbers integer[])
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT coalesce(sum(number), 0) FROM unnest(numbers) AS number $function$
;

CREATE TRIGGER nothing_given_is_changed BEFORE DELETE OR UPDATE ON performance.assessment FOR EACH ROW EXECUTE FUNCTION performance.nothing_given_is_changed();
CREATE TRIGGER rating_stands_after_close BEFORE INSERT ON performance.assessment FOR EACH ROW EXECUTE FUNCTION performance.rating_stands_after_close();


-- policy

CREATE TABLE policy.article (
    id uuid NOT NULL,
    law uuid NOT NULL,
    number text NOT NULL,
    summary_en text NOT NULL,
    summary_zh text NOT NULL,
    clause uuid,
    check_en text NOT NULL DEFAULT ''::text,
    check_zh text NOT NULL DEFAULT ''::text,
    responsible uuid NOT NULL,
    review_months integer NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT article_pkey PRIMARY KEY (id),
    CONSTRAINT article_number_taken UNIQUE (law, number),
    CONSTRAINT article_clause_fkey FOREIGN KEY (clause) REFERENCES policy.clause(id),
    CONSTRAINT article_law_fkey FOREIGN KEY (law) REFERENCES policy.law(id),
    CONSTRAINT article_check_fits CHECK (((char_length(check_en) <= 4000) AND (char_length(check_zh) <= 4000))),
    CONSTRAINT article_has_summary CHECK (((number <> ''::text) AND (summary_en <> ''::text) AND (summary_zh <> ''::text))),
    CONSTRAINT article_number_fits CHECK ((char_length(number) <= 300)),
    CONSTRAINT article_summary_fits CHECK (((char_length(summary_en) <= 4000) AND (char_length(summary_zh) <= 4000))),
    CONSTRAINT reviewed_some_months CHECK (((review_months >= 1) AND (review_months <= 120)))
);

CREATE TABLE policy.article_compared (
    article uuid NOT NULL,
    summary_en text NOT NULL,
    summary_zh text NOT NULL,
    day date NOT NULL,
    compared_by uuid NOT NULL,
    compared_at timestamp with time zone NOT NULL,
    CONSTRAINT compared_once_a_day PRIMARY KEY (article, day),
    CONSTRAINT article_compared_article_fkey FOREIGN KEY (article) REFERENCES policy.article(id),
    CONSTRAINT article_compared_summary_fits CHECK (((char_length(summary_en) <= 4000) AND (char_length(summary_zh) <= 4000)))
);

CREATE TABLE policy.article_review (
    article uuid NOT NULL,
    day date NOT NULL,
    words text NOT NULL,
    reviewed_by uuid NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT article_review_pkey PRIMARY KEY (article, day),
    CONSTRAINT article_review_article_fkey FOREIGN KEY (article) REFERENCES policy.article(id),
    CONSTRAINT review_words_fits CHECK ((char_length(words) <= 4000)),
    CONSTRAINT said_what_was_seen CHECK ((words <> ''::text))
);

CREATE TABLE policy.article_said (
    article uuid NOT NULL,
    no integer NOT NULL,
    summary_en text NOT NULL,
    summary_zh text NOT NULL,
    clause uuid,
    check_en text NOT NULL,
    check_zh text NOT NULL,
    responsible uuid NOT NULL,
    review_months integer NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT article_said_pkey PRIMARY KEY (article, no),
    CONSTRAINT article_said_article_fkey FOREIGN KEY (article) REFERENCES policy.article(id),
    CONSTRAINT article_said_clause_fkey FOREIGN KEY (clause) REFERENCES policy.clause(id),
    CONSTRAINT article_said_check_fits CHECK (((char_length(check_en) <= 4000) AND (char_length(check_zh) <= 4000))),
    CONSTRAINT article_said_summary_fits CHECK (((char_length(summary_en) <= 4000) AND (char_length(summary_zh) <= 4000)))
);

CREATE TABLE policy.bound (
    id uuid NOT NULL,
    policy uuid NOT NULL,
    circle text NOT NULL,
    value text NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_by uuid,
    removed_at timestamp with time zone,
    CONSTRAINT bound_pkey PRIMARY KEY (id),
    CONSTRAINT bound_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT removed_by_somebody CHECK (((removed_by IS NULL) = (removed_at IS NULL)))
);

CREATE TABLE policy.clause (
    id uuid NOT NULL,
    policy uuid NOT NULL,
    code text NOT NULL,
    CONSTRAINT clause_pkey PRIMARY KEY (id),
    CONSTRAINT clause_code_taken UNIQUE (policy, code),
    CONSTRAINT clause_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT clause_code CHECK ((code ~ '^[a-z0-9][a-z0-9.-]{0,39}$'::text))
);

CREATE TABLE policy.law (
    id uuid NOT NULL,
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    jurisdiction text NOT NULL,
    since date,
    source text NOT NULL,
    entered_by uuid NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    CONSTRAINT law_pkey PRIMARY KEY (id),
    CONSTRAINT law_code_taken UNIQUE (code),
    CONSTRAINT jurisdiction_code CHECK ((jurisdiction ~ '^([A-Z]{2}|INT)$'::text)),
    CONSTRAINT law_code CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT law_has_name CHECK (((name_en <> ''::text) AND (name_zh <> ''::text))),
    CONSTRAINT law_name_fits CHECK (((char_length(name_en) <= 300) AND (char_length(name_zh) <= 300) AND (char_length(source) <= 300)))
);

CREATE TABLE policy.law_said (
    law uuid NOT NULL,
    no integer NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    jurisdiction text NOT NULL,
    since date,
    source text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT law_said_pkey PRIMARY KEY (law, no),
    CONSTRAINT law_said_law_fkey FOREIGN KEY (law) REFERENCES policy.law(id),
    CONSTRAINT law_said_name_fits CHECK (((char_length(name_en) <= 300) AND (char_length(name_zh) <= 300) AND (char_length(source) <= 300)))
);

CREATE TABLE policy.policy (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    area text NOT NULL,
    responsible uuid NOT NULL,
    acknowledge_days integer NOT NULL,
    renew_months integer NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT policy_pkey PRIMARY KEY (id),
    CONSTRAINT policy_code_taken UNIQUE (code),
    CONSTRAINT holds_some_months CHECK (((renew_months >= 1) AND (renew_months <= 120))),
    CONSTRAINT policy_area CHECK ((area = ANY (ARRAY['SUPPLY'::text, 'PEOPLE'::text, 'COMPANY'::text]))),
    CONSTRAINT policy_code CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT policy_kind CHECK ((kind = ANY (ARRAY['POLICY'::text, 'PROCEDURE'::text, 'REGULATION'::text, 'STANDARD'::text, 'STATEMENT'::text, 'CODE_OF_CONDUCT'::text]))),
    CONSTRAINT some_days_to_read CHECK (((acknowledge_days >= 1) AND (acknowledge_days <= 365)))
);

CREATE TABLE policy.publication (
    version uuid NOT NULL,
    policy uuid NOT NULL,
    from_day date NOT NULL,
    proposal uuid NOT NULL,
    evidence uuid NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT publication_pkey PRIMARY KEY (version),
    CONSTRAINT one_version_begins_a_day UNIQUE (policy, from_day),
    CONSTRAINT publication_proposal_key UNIQUE (proposal),
    CONSTRAINT publication_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT publication_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT publication_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT publication_version_fkey FOREIGN KEY (version) REFERENCES policy.version(id)
);

CREATE TABLE policy.signed_sheet (
    id uuid NOT NULL,
    version uuid NOT NULL,
    evidence uuid NOT NULL,
    sha256 text NOT NULL,
    stated integer NOT NULL,
    met integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT signed_sheet_pkey PRIMARY KEY (id),
    CONSTRAINT sheet_once UNIQUE (version, sha256),
    CONSTRAINT signed_sheet_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT signed_sheet_version_fkey FOREIGN KEY (version) REFERENCES policy.version(id),
    CONSTRAINT sheet_has_signatures CHECK (((stated > 0) AND ((met >= 1) AND (met <= stated))))
);

CREATE TABLE policy.version (
    id uuid NOT NULL,
    policy uuid NOT NULL,
    no integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    change_en text NOT NULL,
    change_zh text NOT NULL,
    from_day date NOT NULL,
    drafted_by uuid NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    CONSTRAINT version_pkey PRIMARY KEY (id),
    CONSTRAINT version_number_taken UNIQUE (policy, no),
    CONSTRAINT version_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT version_change_fits CHECK (((char_length(change_en) <= 4000) AND (char_length(change_zh) <= 4000))),
    CONSTRAINT version_has_title CHECK (((title_en <> ''::text) AND (title_zh <> ''::text))),
    CONSTRAINT version_title_fits CHECK (((char_length(title_en) <= 300) AND (char_length(title_zh) <= 300)))
);

CREATE TABLE policy.withdrawal (
    policy uuid NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    proposal uuid NOT NULL,
    withdrawn_by uuid NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT withdrawal_pkey PRIMARY KEY (policy),
    CONSTRAINT withdrawal_proposal_key UNIQUE (proposal),
    CONSTRAINT withdrawal_policy_fkey FOREIGN KEY (policy) REFERENCES policy.policy(id),
    CONSTRAINT withdrawal_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT withdrawal_reason_fits CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT withdrawn_for_a_reason CHECK ((reason <> ''::text))
);

CREATE TABLE policy.wording (
    version uuid NOT NULL,
    place integer NOT NULL,
    clause uuid NOT NULL,
    heading_en text NOT NULL,
    heading_zh text NOT NULL,
    text_en text NOT NULL,
    text_zh text NOT NULL,
    CONSTRAINT wording_pkey PRIMARY KEY (version, place),
    CONSTRAINT clause_once_a_version UNIQUE (version, clause),
    CONSTRAINT wording_clause_fkey FOREIGN KEY (clause) REFERENCES policy.clause(id),
    CONSTRAINT wording_version_fkey FOREIGN KEY (version) REFERENCES policy.version(id),
    CONSTRAINT in_two_languages CHECK (((text_en <> ''::text) AND (text_zh <> ''::text) AND (heading_en <> ''::text) AND (heading_zh <> ''::text))),
    CONSTRAINT wording_heading_fits CHECK (((char_length(heading_en) <= 300) AND (char_length(heading_zh) <= 300))),
    CONSTRAINT wording_text_fits CHECK (((char_length(text_en) <= 40000) AND (char_length(text_zh) <= 40000)))
);

CREATE INDEX article_by_clause ON policy.article USING btree (clause);
CREATE UNIQUE INDEX bound_once ON policy.bound USING btree (policy, circle, value) WHERE (removed_at IS NULL);
CREATE INDEX wording_by_clause ON policy.wording USING btree (clause);

CREATE OR REPLACE FUNCTION policy.acknowledged(known_at timestamp with time zone)
 RETURNS TABLE(id uuid, version uuid, policy uuid, party uuid, due_day date, state text, at timestamp with time zone, valid_until date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT standing.id, version.id, version.policy, standing.party, standing.due_day, standing.state, standing.at, standing.valid_until, standing.record
      FROM obligation.standing_at(known_at) AS standing
      JOIN obligation.about ON about.id = standing.id
      JOIN policy.version ON version.id = about.about
     WHERE standing.kind = 'policy.acknowledge'
$function$
;
CREATE OR REPLACE FUNCTION policy.in_force(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(policy uuid, code text, kind text, area text, version uuid, no integer, title_en text, title_zh text, from_day date, responsible uuid, evidence uuid, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (policy.id)
           policy.id, policy.code, policy.kind, policy.area, version.id, version.no, version.title_en, version.title_zh,
           publication.from_day, policy.responsible, publication.evidence, publication.record
      FROM policy.policy
      JOIN policy.publication ON publication.policy = policy.id AND publication.from_day <= on_day AND publication.published_at <= known_at
      JOIN policy.version ON version.id = publication.version
     WHERE NOT EXISTS (SELECT FROM policy.withdrawal
                        WHERE withdrawal.policy = policy.id AND withdrawal.last_day < on_day AND withdrawal.withdrawn_at <= known_at)
     ORDER BY policy.id, publication.from_day DESC
$function$
;


-- recruitment

CREATE TABLE recruitment.accepted (
    application uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT accepted_pkey PRIMARY KEY (application),
    CONSTRAINT accepted_application_fkey FOREIGN KEY (application) REFERENCES recruitment.offer(application) ON DELETE CASCADE
);

CREATE TABLE recruitment.activity (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT activity_pkey PRIMARY KEY (id),
    CONSTRAINT activity_code_taken UNIQUE (code),
    CONSTRAINT activity_code_form CHECK ((code ~ '^[A-Z0-9-]{2,20}$'::text)),
    CONSTRAINT activity_days CHECK ((until_day >= from_day)),
    CONSTRAINT activity_kind CHECK ((kind = ANY (ARRAY['CAMPUS'::text, 'FAIR'::text, 'CHANNEL'::text, 'REFERRAL'::text]))),
    CONSTRAINT activity_title_en_fits CHECK (((char_length(title_en) >= 1) AND (char_length(title_en) <= 200))),
    CONSTRAINT activity_title_zh_fits CHECK (((char_length(title_zh) >= 1) AND (char_length(title_zh) <= 200)))
);

CREATE TABLE recruitment.anonymous (
    requisition uuid NOT NULL,
    quarter date NOT NULL,
    stage text NOT NULL,
    outcome text NOT NULL,
    ground text NOT NULL,
    sex text NOT NULL,
    age text NOT NULL,
    activity text NOT NULL,
    people integer NOT NULL,
    CONSTRAINT anonymous_pkey PRIMARY KEY (requisition, quarter, stage, outcome, ground, sex, age, activity),
    CONSTRAINT anonymous_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id),
    CONSTRAINT anonymous_knows_no_group CHECK (((sex = ''::text) AND (age = ''::text))),
    CONSTRAINT anonymous_people CHECK ((people > 0))
);

CREATE TABLE recruitment.anonymous_group (
    requisition uuid,
    quarter date NOT NULL,
    stage text NOT NULL,
    outcome text NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    people integer NOT NULL,
    CONSTRAINT anonymous_group_once UNIQUE NULLS NOT DISTINCT (requisition, quarter, stage, outcome, attribute, value),
    CONSTRAINT anonymous_group_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id),
    CONSTRAINT anonymous_group_attribute CHECK ((attribute = ANY (ARRAY['SEX'::text, 'AGE'::text]))),
    CONSTRAINT anonymous_group_outcome CHECK ((outcome = ANY (ARRAY['ON'::text, 'REFUSED'::text]))),
    CONSTRAINT anonymous_group_people CHECK ((people > 0)),
    CONSTRAINT anonymous_group_value CHECK ((value <> ''::text))
);

CREATE TABLE recruitment.answer (
    application uuid NOT NULL,
    no integer NOT NULL,
    words text NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (application, no),
    CONSTRAINT answer_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT answer_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 2000)))
);

CREATE TABLE recruitment.apart (
    application uuid NOT NULL,
    sex text NOT NULL,
    age text NOT NULL,
    CONSTRAINT apart_pkey PRIMARY KEY (application),
    CONSTRAINT apart_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT apart_age CHECK ((age = ANY (ARRAY[''::text, 'UNDER_30'::text, '30_TO_50'::text, 'OVER_50'::text]))),
    CONSTRAINT apart_sex CHECK ((sex = ANY (ARRAY[''::text, 'F'::text, 'M'::text])))
);

CREATE TABLE recruitment.application (
    id uuid NOT NULL,
    code text NOT NULL,
    requisition uuid NOT NULL,
    notice integer NOT NULL,
    token_hash bytea NOT NULL,
    sender_hash bytea NOT NULL,
    activity text NOT NULL,
    file uuid,
    applied_at timestamp with time zone NOT NULL,
    day date NOT NULL,
    keep_until date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT application_pkey PRIMARY KEY (id),
    CONSTRAINT application_code_taken UNIQUE (code),
    CONSTRAINT application_link_taken UNIQUE (token_hash),
    CONSTRAINT applied_once UNIQUE (requisition, sender_hash),
    CONSTRAINT application_file_fkey FOREIGN KEY (file) REFERENCES evidence.item(id),
    CONSTRAINT application_notice_fkey FOREIGN KEY (notice) REFERENCES recruitment.notice(version),
    CONSTRAINT application_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.posting(requisition),
    CONSTRAINT application_activity_fits CHECK ((char_length(activity) <= 20)),
    CONSTRAINT application_hashes CHECK (((octet_length(token_hash) = 32) AND (octet_length(sender_hash) = 32))),
    CONSTRAINT application_is_kept_a_while CHECK ((keep_until > day))
);

CREATE TABLE recruitment.approved (
    requisition uuid NOT NULL,
    asked_by uuid NOT NULL,
    approved_by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT approved_pkey PRIMARY KEY (requisition),
    CONSTRAINT approved_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id),
    CONSTRAINT four_eyes CHECK ((approved_by <> asked_by))
);

CREATE TABLE recruitment.contact (
    application uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    phone text NOT NULL,
    language text NOT NULL,
    CONSTRAINT contact_pkey PRIMARY KEY (application),
    CONSTRAINT contact_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT contact_email_fits CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
    CONSTRAINT contact_name_fits CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
    CONSTRAINT contact_phone_fits CHECK (((char_length(phone) >= 5) AND (char_length(phone) <= 40)))
);

CREATE TABLE recruitment.cost (
    id uuid NOT NULL,
    activity uuid NOT NULL,
    day date NOT NULL,
    yuan numeric(12,2) NOT NULL,
    words text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT cost_pkey PRIMARY KEY (id),
    CONSTRAINT cost_activity_fkey FOREIGN KEY (activity) REFERENCES recruitment.activity(id),
    CONSTRAINT cost_is_something CHECK ((yuan <> (0)::numeric)),
    CONSTRAINT cost_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 300)))
);

CREATE TABLE recruitment.cost_stated (
    year integer NOT NULL,
    yuan numeric(14,2) NOT NULL,
    source text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT cost_stated_pkey PRIMARY KEY (year, at),
    CONSTRAINT cost_stated_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT cost_stated_yuan CHECK ((yuan >= (0)::numeric))
);

CREATE TABLE recruitment.erased (
    record uuid NOT NULL,
    requisition uuid NOT NULL,
    why text NOT NULL,
    day date NOT NULL,
    CONSTRAINT erased_pkey PRIMARY KEY (record),
    CONSTRAINT erased_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id),
    CONSTRAINT erased_why CHECK ((why = ANY (ARRAY['WITHDRAWN'::text, 'OVER'::text])))
);

CREATE TABLE recruitment.fared (
    quarter date NOT NULL,
    requisition uuid NOT NULL,
    stage text NOT NULL,
    outcome text NOT NULL,
    activity text NOT NULL,
    people integer NOT NULL,
    CONSTRAINT fared_pkey PRIMARY KEY (quarter, requisition, stage, outcome, activity)
);

CREATE TABLE recruitment.fared_group (
    quarter date NOT NULL,
    requisition uuid NOT NULL,
    stage text NOT NULL,
    outcome text NOT NULL,
    attribute text NOT NULL,
    value text NOT NULL,
    people integer NOT NULL,
    CONSTRAINT fared_group_pkey PRIMARY KEY (quarter, requisition, stage, outcome, attribute, value)
);

CREATE TABLE recruitment.hire_gone (
    requisition uuid NOT NULL,
    activity text NOT NULL,
    day date NOT NULL,
    people integer NOT NULL,
    CONSTRAINT hire_gone_pkey PRIMARY KEY (requisition, activity, day),
    CONSTRAINT hire_gone_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id),
    CONSTRAINT hire_gone_people CHECK ((people > 0))
);

CREATE TABLE recruitment.hired (
    application uuid NOT NULL,
    person uuid,
    from_day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    requisition uuid NOT NULL,
    CONSTRAINT hired_pkey PRIMARY KEY (application),
    CONSTRAINT hired_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT hired_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT hired_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id)
);

CREATE TABLE recruitment.interview (
    application uuid NOT NULL,
    interviewer uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT interview_pkey PRIMARY KEY (application, interviewer),
    CONSTRAINT interview_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE
);

CREATE TABLE recruitment.interviewer (
    requisition uuid NOT NULL,
    account uuid NOT NULL,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    CONSTRAINT interviewer_pkey PRIMARY KEY (requisition, account),
    CONSTRAINT interviewer_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT interviewer_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id)
);

CREATE TABLE recruitment.mark (
    application uuid NOT NULL,
    interviewer uuid NOT NULL,
    no integer NOT NULL,
    score integer NOT NULL,
    words text NOT NULL,
    CONSTRAINT mark_pkey PRIMARY KEY (application, interviewer, no),
    CONSTRAINT mark_application_interviewer_fkey FOREIGN KEY (application, interviewer) REFERENCES recruitment.interview(application, interviewer) ON DELETE CASCADE,
    CONSTRAINT mark_score CHECK (((score >= 1) AND (score <= 5))),
    CONSTRAINT mark_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE recruitment.mark_begun (
    application uuid NOT NULL,
    interviewer uuid NOT NULL,
    no integer NOT NULL,
    score integer NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT mark_begun_pkey PRIMARY KEY (application, interviewer, no),
    CONSTRAINT mark_begun_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT mark_begun_score CHECK (((score >= 0) AND (score <= 5))),
    CONSTRAINT mark_begun_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE recruitment.motion (
    proposal uuid NOT NULL,
    application uuid NOT NULL,
    outcome text NOT NULL,
    ground text NOT NULL,
    CONSTRAINT motion_pkey PRIMARY KEY (proposal),
    CONSTRAINT motion_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT motion_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT motion_outcome CHECK ((outcome = ANY (ARRAY['ON'::text, 'REFUSED'::text]))),
    CONSTRAINT motion_refuses_with_a_ground CHECK (((outcome = 'REFUSED'::text) = (ground <> ''::text)))
);

CREATE TABLE recruitment.notice (
    version integer NOT NULL,
    from_day date NOT NULL,
    keep_days integer NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    set_by uuid,
    set_at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT notice_pkey PRIMARY KEY (version),
    CONSTRAINT notice_keeps_a_while CHECK (((keep_days >= 30) AND (keep_days <= 730))),
    CONSTRAINT notice_words_en_fits CHECK (((char_length(words_en) >= 1) AND (char_length(words_en) <= 6000))),
    CONSTRAINT notice_words_zh_fits CHECK (((char_length(words_zh) >= 1) AND (char_length(words_zh) <= 6000)))
);

CREATE TABLE recruitment.offer (
    application uuid NOT NULL,
    starts_on date NOT NULL,
    verified_on date NOT NULL,
    least_age integer NOT NULL,
    rule uuid NOT NULL,
    young boolean NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_by date NOT NULL,
    CONSTRAINT offer_pkey PRIMARY KEY (application),
    CONSTRAINT offer_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT answered_before_it_begins CHECK ((answer_by <= starts_on)),
    CONSTRAINT offer_never_below_sixteen CHECK ((least_age >= 16))
);

CREATE TABLE recruitment.plan (
    id uuid NOT NULL,
    horizon text NOT NULL,
    unit uuid NOT NULL,
    level integer NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    heads integer NOT NULL,
    grounds text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT plan_pkey PRIMARY KEY (id),
    CONSTRAINT plan_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT plan_grounds_fits CHECK (((char_length(grounds) >= 1) AND (char_length(grounds) <= 2000))),
    CONSTRAINT plan_heads CHECK (((heads >= 0) AND (heads <= 5000))),
    CONSTRAINT plan_horizon CHECK ((horizon = ANY (ARRAY['SHORT'::text, 'MEDIUM'::text, 'LONG'::text]))),
    CONSTRAINT plan_is_as_long_as_it_says CHECK (((until_day > from_day) AND
CASE horizon
    WHEN 'SHORT'::text THEN (until_day <= (from_day + '1 year'::interval))
    WHEN 'MEDIUM'::text THEN (until_day <= (from_day + '3 years'::interval))
    ELSE (until_day <= (from_day + '10 years'::interval))
END)),
    CONSTRAINT plan_level CHECK (((level >= 0) AND (level <= 9)))
);

CREATE TABLE recruitment.posting (
    requisition uuid NOT NULL,
    from_day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT posting_pkey PRIMARY KEY (requisition),
    CONSTRAINT posting_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.approved(requisition)
);

CREATE TABLE recruitment.question (
    requisition uuid NOT NULL,
    stage text NOT NULL,
    no integer NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    anchors_en text NOT NULL,
    anchors_zh text NOT NULL,
    CONSTRAINT question_pkey PRIMARY KEY (requisition, stage, no),
    CONSTRAINT question_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.requisition(id),
    CONSTRAINT question_anchors_en_fits CHECK (((char_length(anchors_en) >= 1) AND (char_length(anchors_en) <= 1000))),
    CONSTRAINT question_anchors_zh_fits CHECK (((char_length(anchors_zh) >= 1) AND (char_length(anchors_zh) <= 1000))),
    CONSTRAINT question_stage CHECK ((stage = ANY (ARRAY['SCREEN'::text, 'INTERVIEW'::text]))),
    CONSTRAINT question_words_en_fits CHECK (((char_length(words_en) >= 1) AND (char_length(words_en) <= 500))),
    CONSTRAINT question_words_zh_fits CHECK (((char_length(words_zh) >= 1) AND (char_length(words_zh) <= 500)))
);

CREATE TABLE recruitment.requisition (
    id uuid NOT NULL,
    number text NOT NULL,
    unit uuid NOT NULL,
    track text NOT NULL,
    level integer NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    work_en text NOT NULL,
    work_zh text NOT NULL,
    grounds text NOT NULL,
    wanted integer NOT NULL,
    closes_on date NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT requisition_pkey PRIMARY KEY (id),
    CONSTRAINT requisition_numbered UNIQUE (number),
    CONSTRAINT requisition_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT requisition_grounds_fits CHECK (((char_length(grounds) >= 1) AND (char_length(grounds) <= 2000))),
    CONSTRAINT requisition_level CHECK (((level >= 0) AND (level <= 9))),
    CONSTRAINT requisition_title_en_fits CHECK (((char_length(title_en) >= 1) AND (char_length(title_en) <= 200))),
    CONSTRAINT requisition_title_zh_fits CHECK (((char_length(title_zh) >= 1) AND (char_length(title_zh) <= 200))),
    CONSTRAINT requisition_track_fits CHECK ((char_length(track) <= 30)),
    CONSTRAINT requisition_wants_people CHECK (((wanted >= 1) AND (wanted <= 500))),
    CONSTRAINT requisition_work_en_fits CHECK (((char_length(work_en) >= 1) AND (char_length(work_en) <= 4000))),
    CONSTRAINT requisition_work_zh_fits CHECK (((char_length(work_zh) >= 1) AND (char_length(work_zh) <= 4000)))
);

CREATE TABLE recruitment.screening (
    application uuid NOT NULL,
    no integer NOT NULL,
    score integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT screening_pkey PRIMARY KEY (application, no),
    CONSTRAINT screening_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT screening_score CHECK (((score >= 1) AND (score <= 5)))
);

CREATE TABLE recruitment.seen (
    application uuid NOT NULL,
    account uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT seen_pkey PRIMARY KEY (application, account),
    CONSTRAINT seen_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE
);

CREATE TABLE recruitment.shown_own (
    application uuid NOT NULL,
    account uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT shown_own_pkey PRIMARY KEY (application),
    CONSTRAINT shown_own_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT shown_own_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE
);

CREATE TABLE recruitment.step (
    application uuid NOT NULL,
    stage text NOT NULL,
    outcome text NOT NULL,
    ground text NOT NULL,
    by uuid NOT NULL,
    second uuid,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT decided_once PRIMARY KEY (application, stage),
    CONSTRAINT step_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE,
    CONSTRAINT panel_by_two CHECK (((stage <> 'INTERVIEW'::text) OR ((second IS NOT NULL) AND (second <> by)))),
    CONSTRAINT refused_on_a_ground CHECK (((outcome = 'REFUSED'::text) = (ground <> ''::text))),
    CONSTRAINT step_outcome CHECK ((outcome = ANY (ARRAY['ON'::text, 'REFUSED'::text, 'DECLINED'::text]))),
    CONSTRAINT step_stage CHECK ((stage = ANY (ARRAY['SCREEN'::text, 'INTERVIEW'::text, 'OFFER'::text, 'HIRE'::text])))
);

CREATE TABLE recruitment.taken_down (
    requisition uuid NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT taken_down_pkey PRIMARY KEY (requisition),
    CONSTRAINT taken_down_requisition_fkey FOREIGN KEY (requisition) REFERENCES recruitment.posting(requisition)
);

CREATE TABLE recruitment.undecided (
    application uuid NOT NULL,
    requisition uuid NOT NULL,
    stage text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT undecided_pkey PRIMARY KEY (application)
);

CREATE TABLE recruitment.unlawful (
    word text NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    act text NOT NULL DEFAULT 'FORBID'::text,
    proposal uuid,
    record uuid,
    CONSTRAINT unlawful_pkey PRIMARY KEY (word, from_day),
    CONSTRAINT unlawful_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT unlawful_act CHECK ((act = ANY (ARRAY['FORBID'::text, 'ALLOW'::text]))),
    CONSTRAINT unlawful_is_in_the_log CHECK ((num_nonnulls(proposal, record) = ANY (ARRAY[0, 2]))),
    CONSTRAINT unlawful_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT unlawful_word_fits CHECK (((char_length(word) >= 2) AND (char_length(word) <= 60)))
);

CREATE TABLE recruitment.unwritten (
    application uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT unwritten_pkey PRIMARY KEY (application),
    CONSTRAINT unwritten_application_fkey FOREIGN KEY (application) REFERENCES recruitment.application(id) ON DELETE CASCADE
);

CREATE TABLE recruitment.word_proposed (
    proposal uuid NOT NULL,
    word text NOT NULL,
    act text NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    CONSTRAINT word_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT word_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT word_proposed_act CHECK ((act = ANY (ARRAY['FORBID'::text, 'ALLOW'::text]))),
    CONSTRAINT word_proposed_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT word_proposed_word_fits CHECK (((char_length(word) >= 2) AND (char_length(word) <= 60)))
);

CREATE TABLE recruitment.written (
    day date NOT NULL,
    address bytea NOT NULL,
    letters integer NOT NULL,
    CONSTRAINT written_pkey PRIMARY KEY (day, address),
    CONSTRAINT written_is_a_hash CHECK ((octet_length(address) = 32)),
    CONSTRAINT written_letters CHECK ((letters > 0))
);

CREATE INDEX application_by_end ON recruitment.application USING btree (keep_until);
CREATE INDEX application_by_posting ON recruitment.application USING btree (requisition, applied_at);
CREATE INDEX cost_by_activity ON recruitment.cost USING btree (activity, day);
CREATE INDEX fared_by_posting ON recruitment.fared USING btree (requisition, stage);
CREATE INDEX hired_by_posting ON recruitment.hired USING btree (requisition);
CREATE INDEX interviewer_by_account ON recruitment.interviewer USING btree (account);
CREATE INDEX motion_by_application ON recruitment.motion USING btree (application);
CREATE INDEX plan_by_unit ON recruitment.plan USING btree (unit, level, horizon, from_day, at DESC);
CREATE INDEX requisition_by_unit ON recruitment.requisition USING btree (unit);
CREATE INDEX shown_own_by_account ON recruitment.shown_own USING btree (account);
CREATE INDEX step_by_day ON recruitment.step USING btree (stage, day);
CREATE INDEX step_screened_on ON recruitment.step USING btree (application) WHERE ((stage = 'SCREEN'::text) AND (outcome = 'ON'::text));
CREATE INDEX undecided_by_posting ON recruitment.undecided USING btree (requisition, stage);
CREATE INDEX undecided_by_stage ON recruitment.undecided USING btree (stage, applied_at);

CREATE VIEW recruitment.arrived AS
 SELECT application.requisition,
    application.activity,
    'APPLY'::text AS stage,
    application.day,
    application.applied_at AS at,
    1 AS people
   FROM recruitment.application
UNION ALL
 SELECT application.requisition,
    application.activity,
        CASE step.stage
            WHEN 'SCREEN'::text THEN 'INTERVIEW'::text
            ELSE 'HIRE'::text
        END AS stage,
    step.day,
    step.at,
    1 AS people
   FROM (recruitment.step
     JOIN recruitment.application ON ((application.id = step.application)))
  WHERE ((step.stage = ANY (ARRAY['SCREEN'::text, 'HIRE'::text])) AND (step.outcome = 'ON'::text))
UNION ALL
 SELECT anonymous.requisition,
    anonymous.activity,
        CASE anonymous.stage
            WHEN 'APPLY'::text THEN 'APPLY'::text
            ELSE 'INTERVIEW'::text
        END AS stage,
    anonymous.quarter AS day,
    '-infinity'::timestamp with time zone AS at,
    anonymous.people
   FROM recruitment.anonymous
  WHERE ((anonymous.stage = ANY (ARRAY['APPLY'::text, 'SCREEN'::text])) AND (anonymous.outcome = 'ON'::text))
UNION ALL
 SELECT hire_gone.requisition,
    hire_gone.activity,
    'HIRE'::text AS stage,
    hire_gone.day,
    '-infinity'::timestamp with time zone AS at,
    hire_gone.people
   FROM recruitment.hire_gone;
CREATE VIEW recruitment.counted_group AS
 SELECT fared_group.requisition,
    fared_group.quarter,
    fared_group.stage,
    fared_group.outcome,
    fared_group.attribute,
    fared_group.value,
    fared_group.people
   FROM recruitment.fared_group
UNION ALL
 SELECT anonymous_group.requisition,
    anonymous_group.quarter,
    anonymous_group.stage,
    anonymous_group.outcome,
    anonymous_group.attribute,
    anonymous_group.value,
    anonymous_group.people
   FROM recruitment.anonymous_group;
CREATE VIEW recruitment.fared_ever AS
 SELECT fared.requisition,
    fared.quarter,
    fared.stage,
    fared.outcome,
    fared.activity,
    fared.people
   FROM recruitment.fared
UNION ALL
 SELECT anonymous.requisition,
    anonymous.quarter,
    anonymous.stage,
    anonymous.outcome,
    anonymous.activity,
    anonymous.people
   FROM recruitment.anonymous;
CREATE VIEW recruitment.fared_group_of_facts AS
 SELECT (date_trunc('quarter'::text, (step.day)::timestamp without time zone))::date AS quarter,
    application.requisition,
    step.stage,
    step.outcome,
    told.attribute,
    told.value,
    (count(*))::integer AS people
   FROM (((recruitment.step
     JOIN recruitment.application ON ((application.id = step.application)))
     JOIN recruitment.apart ON ((apart.application = application.id)))
     CROSS JOIN LATERAL ( VALUES ('SEX'::text,apart.sex), ('AGE'::text,apart.age)) told(attribute, value))
  WHERE ((told.value <> ''::text) AND (step.outcome = ANY (ARRAY['ON'::text, 'REFUSED'::text])))
  GROUP BY ((date_trunc('quarter'::text, (step.day)::timestamp without time zone))::date), application.requisition, step.stage, step.outcome, told.attribute, told.value;
CREATE VIEW recruitment.fared_of_facts AS
 SELECT (date_trunc('quarter'::text, (application.day)::timestamp without time zone))::date AS quarter,
    application.requisition,
    'APPLY'::text AS stage,
    'ON'::text AS outcome,
    application.activity,
    (count(*))::integer AS people
   FROM recruitment.application
  GROUP BY ((date_trunc('quarter'::text, (application.day)::timestamp without time zone))::date), application.requisition, application.activity
UNION ALL
 SELECT (date_trunc('quarter'::text, (step.day)::timestamp without time zone))::date AS quarter,
    application.requisition,
    step.stage,
    step.outcome,
    application.activity,
    (count(*))::integer AS people
   FROM (recruitment.step
     JOIN recruitment.application ON ((application.id = step.application)))
  GROUP BY ((date_trunc('quarter'::text, (step.day)::timestamp without time zone))::date), application.requisition, step.stage, step.outcome, application.activity;
CREATE VIEW recruitment.plan_now AS
 SELECT DISTINCT ON (horizon, unit, level, from_day) id,
    horizon,
    unit,
    level,
    from_day,
    until_day,
    heads,
    grounds,
    by,
    at
   FROM recruitment.plan
  ORDER BY horizon, unit, level, from_day, at DESC;
CREATE VIEW recruitment.undecided_of_facts AS
 SELECT application.id AS application,
    application.requisition,
    COALESCE(following.stage, 'SCREEN'::text) AS stage,
    application.applied_at
   FROM ((recruitment.application
     LEFT JOIN LATERAL ( SELECT step.stage,
            step.outcome
           FROM recruitment.step
          WHERE (step.application = application.id)
          ORDER BY (array_position(ARRAY['SCREEN'::text, 'INTERVIEW'::text, 'OFFER'::text, 'HIRE'::text], step.stage)) DESC
         LIMIT 1) newest ON (true))
     LEFT JOIN ( VALUES ('SCREEN'::text,'INTERVIEW'::text), ('INTERVIEW'::text,'OFFER'::text), ('OFFER'::text,'HIRE'::text)) following(after, stage) ON ((following.after = newest.stage)))
  WHERE ((newest.stage IS NULL) OR ((newest.outcome = 'ON'::text) AND (following.stage IS NOT NULL)));

CREATE OR REPLACE FUNCTION recruitment.apart_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
    one CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    INSERT INTO recruitment.fared_group AS kept (quarter, requisition, stage, outcome, attribute, value, people)
    SELECT date_trunc('quarter', step.day::timestamp)::date, application.requisition, step.stage, step.outcome, told.attribute, told.value, one * count(*)
      FROM changed
      JOIN recruitment.application ON application.id = changed.application
      JOIN recruitment.step ON step.application = changed.application
     CROSS JOIN LATERAL (VALUES ('SEX', changed.sex), ('AGE', changed.age)) AS told (attribute, value)
     WHERE told.value <> '' AND step.outcome IN ('ON', 'REFUSED')
     GROUP BY 1, 2, step.stage, step.outcome, told.attribute, told.value
     ORDER BY 1, 2, step.stage, step.outcome, told.attribute, told.value
    ON CONFLICT (quarter, requisition, stage, outcome, attribute, value) DO UPDATE SET people = kept.people + excluded.people;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION recruitment.application_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
    one CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    INSERT INTO recruitment.fared AS kept (quarter, requisition, stage, outcome, activity, people)
    SELECT date_trunc('quarter', changed.day::timestamp)::date, changed.requisition, 'APPLY', 'ON', changed.activity, one * count(*)
      FROM changed
     GROUP BY 1, 2, changed.activity
     ORDER BY 1, 2, changed.activity
    ON CONFLICT (quarter, requisition, stage, outcome, activity) DO UPDATE SET people = kept.people + excluded.people;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO recruitment.undecided (application, requisition, stage, applied_at) SELECT id, requisition, 'SCREEN', applied_at FROM changed;
    ELSE
        DELETE FROM recruitment.undecided USING changed WHERE undecided.application = changed.id;
    END IF;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION recruitment.come(posting uuid)
 RETURNS TABLE(applications bigint, hired bigint)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT coalesce((SELECT sum(fared.people) FROM recruitment.fared WHERE fared.requisition = posting AND fared.stage = 'APPLY'), 0)
               + coalesce(sum(anonymous.people) FILTER (WHERE anonymous.stage = 'APPLY'), 0),
           (SELECT count(*) FROM recruitment.hired WHERE hired.requisition = posting) + coalesce(sum(anonymous.people) FILTER (WHERE anonymous.stage = 'HIRE'), 0)
      FROM recruitment.anonymous
     WHERE anonymous.requisition = posting AND anonymous.stage IN ('APPLY', 'HIRE') AND anonymous.outcome = 'ON'
$function$
;
CREATE OR REPLACE FUNCTION recruitment.fact_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what is summed is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'fact_stays', SCHEMA = 'recruitment', TABLE = TG_TABLE_NAME;
END
$function$
;
CREATE OR REPLACE FUNCTION recruitment.nobody_is_left()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF TG_TABLE_NAME = 'fared' THEN
        DELETE FROM recruitment.fared WHERE (quarter, requisition, stage, outcome, activity) = (NEW.quarter, NEW.requisition, NEW.stage, NEW.outcome, NEW.activity) AND people = 0;
    ELSE
        DELETE FROM recruitment.fared_group WHERE (quarter, requisition, stage, outcome, attribute, value) = (NEW.quarter, NEW.requisition, NEW.stage, NEW.outcome, NEW.attribute, NEW.value) AND people = 0;
    END IF;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION recruitment.step_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
    one CONSTANT int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    INSERT INTO recruitment.fared AS kept (quarter, requisition, stage, outcome, activity, people)
    SELECT date_trunc('quarter', changed.day::timestamp)::date, application.requisition, changed.stage, changed.outcome, application.activity, one * count(*)
      FROM changed
      JOIN recruitment.application ON application.id = changed.application
     GROUP BY 1, 2, changed.stage, changed.outcome, application.activity
     ORDER BY 1, 2, changed.stage, changed.outcome, application.activity
    ON CONFLICT (quarter, requisition, stage, outcome, activity) DO UPDATE SET people = kept.people + excluded.people;
    INSERT INTO recruitment.fared_group AS kept (quarter, requisition, stage, outcome, attribute, value, people)
    SELECT date_trunc('quarter', changed.day::timestamp)::date, application.requisition, changed.stage, changed.outcome, told.attribute, told.value, one * count(*)
      FROM changed
      JOIN recruitment.application ON application.id = changed.application
      JOIN recruitment.apart ON apart.application = changed.application
     CROSS JOIN LATERAL (VALUES ('SEX', apart.sex), ('AGE', apart.age)) AS told (attribute, value)
     WHERE told.value <> '' AND changed.outcome IN ('ON', 'REFUSED')
     GROUP BY 1, 2, changed.stage, changed.outcome, told.attribute, told.value
     ORDER BY 1, 2, changed.stage, changed.outcome, told.attribute, told.value
    ON CONFLICT (quarter, requisition, stage, outcome, attribute, value) DO UPDATE SET people = kept.people + excluded.people;
    DELETE FROM recruitment.undecided USING changed WHERE undecided.application = changed.application;
    INSERT INTO recruitment.undecided (application, requisition, stage, applied_at)
    SELECT facts.application, facts.requisition, facts.stage, facts.applied_at
      FROM (SELECT DISTINCT application FROM changed) AS concerned
      JOIN recruitment.undecided_of_facts AS facts ON facts.application = concerned.application;
    RETURN NULL;
END
$function$
;
CREATE OR REPLACE FUNCTION recruitment.steps_go_first()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    DELETE FROM recruitment.step WHERE application = OLD.id;
    RETURN OLD;
END
$function$
;

CREATE TRIGGER counts_in AFTER INSERT ON recruitment.apart REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.apart_counts();
CREATE TRIGGER counts_in AFTER INSERT ON recruitment.application REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.application_counts();
CREATE TRIGGER counts_in AFTER INSERT ON recruitment.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.step_counts();
CREATE TRIGGER counts_out AFTER DELETE ON recruitment.apart REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.apart_counts();
CREATE TRIGGER counts_out AFTER DELETE ON recruitment.application REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.application_counts();
CREATE TRIGGER counts_out AFTER DELETE ON recruitment.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION recruitment.step_counts();
CREATE TRIGGER nobody AFTER UPDATE ON recruitment.fared FOR EACH ROW WHEN ((new.people = 0)) EXECUTE FUNCTION recruitment.nobody_is_left();
CREATE TRIGGER nobody AFTER UPDATE ON recruitment.fared_group FOR EACH ROW WHEN ((new.people = 0)) EXECUTE FUNCTION recruitment.nobody_is_left();
CREATE TRIGGER stays BEFORE UPDATE ON recruitment.apart FOR EACH STATEMENT EXECUTE FUNCTION recruitment.fact_stays();
CREATE TRIGGER stays BEFORE UPDATE OF id, requisition, activity, day, applied_at ON recruitment.application FOR EACH STATEMENT EXECUTE FUNCTION recruitment.fact_stays();
CREATE TRIGGER stays BEFORE UPDATE OF application, stage, outcome, day ON recruitment.step FOR EACH STATEMENT EXECUTE FUNCTION recruitment.fact_stays();
CREATE TRIGGER steps_first BEFORE DELETE ON recruitment.application FOR EACH ROW EXECUTE FUNCTION recruitment.steps_go_first();

COMMENT ON TABLE recruitment.fared IS 'Not in backups. Follows from applications and steps as they come in again.';
COMMENT ON TABLE recruitment.fared_group IS 'Not in backups. Follows from steps and what was told apart as they come in again.';
COMMENT ON TABLE recruitment.undecided IS 'Not in backups. Follows from applications and steps as they come in again.';


-- retirement

CREATE TABLE retirement.answer (
    choice uuid NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    answered_by uuid NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (choice),
    CONSTRAINT answer_choice_fkey FOREIGN KEY (choice) REFERENCES retirement.choice(id),
    CONSTRAINT answer_outcome_known CHECK ((outcome = ANY (ARRAY['AGREED'::text, 'REFUSED'::text]))),
    CONSTRAINT answer_reason_fits CHECK ((char_length(reason) <= 1000)),
    CONSTRAINT refused_with_a_reason CHECK (((outcome = 'AGREED'::text) OR (reason <> ''::text)))
);

CREATE TABLE retirement.benefit (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    source text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT benefit_pkey PRIMARY KEY (id),
    CONSTRAINT benefit_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT benefit_has_days CHECK ((until_day >= from_day)),
    CONSTRAINT benefit_kind_known CHECK ((kind = ANY (ARRAY['INSURANCE'::text, 'BONUS'::text, 'UNITS'::text, 'SHARES'::text]))),
    CONSTRAINT benefit_once EXCLUDE USING gist (directory.same(((person || '/'::text) || kind), ((person || '/'::text) || kind), '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&),
    CONSTRAINT benefit_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE retirement.choice (
    id uuid NOT NULL,
    person uuid NOT NULL,
    month date NOT NULL,
    words text NOT NULL,
    chosen_by uuid NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    over_at timestamp with time zone,
    CONSTRAINT choice_pkey PRIMARY KEY (id),
    CONSTRAINT choice_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT choice_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT choice_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE TABLE retirement.file (
    id uuid NOT NULL,
    person uuid NOT NULL,
    born date NOT NULL,
    category text NOT NULL,
    shown text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT file_pkey PRIMARY KEY (id),
    CONSTRAINT file_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT file_category_known CHECK ((category = ANY (ARRAY['M'::text, 'F55'::text, 'F50'::text]))),
    CONSTRAINT file_of_a_month CHECK ((EXTRACT(day FROM born) = (1)::numeric)),
    CONSTRAINT file_shown_fits CHECK (((char_length(shown) >= 1) AND (char_length(shown) <= 300)))
);

CREATE TABLE retirement.handover (
    id uuid NOT NULL,
    person uuid NOT NULL,
    taker uuid NOT NULL,
    what text NOT NULL,
    by_day date NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    done_at timestamp with time zone,
    done_record uuid,
    CONSTRAINT handover_pkey PRIMARY KEY (id),
    CONSTRAINT handover_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT handover_taker_fkey FOREIGN KEY (taker) REFERENCES directory.person(id),
    CONSTRAINT handover_to_another CHECK ((taker <> person)),
    CONSTRAINT handover_what_fits CHECK (((char_length(what) >= 1) AND (char_length(what) <= 500)))
);

CREATE TABLE retirement.minimum (
    year integer NOT NULL,
    months integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT minimum_pkey PRIMARY KEY (year),
    CONSTRAINT minimum_months CHECK ((months > 0)),
    CONSTRAINT minimum_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE retirement.rehired (
    engagement uuid NOT NULL,
    person uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    contract text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT rehired_pkey PRIMARY KEY (engagement),
    CONSTRAINT rehired_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT rehired_contract_fits CHECK (((char_length(contract) >= 1) AND (char_length(contract) <= 100))),
    CONSTRAINT rehired_has_days CHECK ((until_day >= from_day))
);

CREATE TABLE retirement.schedule (
    category text NOT NULL,
    from_day date NOT NULL,
    born_from date NOT NULL,
    base_months integer NOT NULL,
    step_months integer NOT NULL,
    cap_months integer NOT NULL,
    source text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT schedule_pk PRIMARY KEY (category, from_day),
    CONSTRAINT schedule_category_known CHECK ((category = ANY (ARRAY['M'::text, 'F55'::text, 'F50'::text]))),
    CONSTRAINT schedule_months CHECK (((base_months > 0) AND (step_months > 0) AND (cap_months >= 0))),
    CONSTRAINT schedule_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE retirement.visit (
    id uuid NOT NULL,
    person uuid NOT NULL,
    day date NOT NULL,
    words text NOT NULL,
    visited_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT visit_pkey PRIMARY KEY (id),
    CONSTRAINT visit_once_a_day UNIQUE (person, day),
    CONSTRAINT visit_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT visit_words_fits CHECK ((char_length(words) <= 1000))
);

CREATE UNIQUE INDEX choice_one ON retirement.choice USING btree (person) WHERE (over_at IS NULL);
CREATE INDEX file_by_person ON retirement.file USING btree (person, said_at DESC);
CREATE INDEX handover_by_person ON retirement.handover USING btree (person);
CREATE INDEX handover_by_taker ON retirement.handover USING btree (taker);
CREATE INDEX rehired_by_person ON retirement.rehired USING btree (person);


-- reward

CREATE TABLE reward.factor (
    plan uuid NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    factor numeric(7,3) NOT NULL,
    CONSTRAINT factor_pk PRIMARY KEY (plan, kind, code),
    CONSTRAINT factor_plan_fkey FOREIGN KEY (plan) REFERENCES reward.plan(id),
    CONSTRAINT factor_code_fits CHECK (((char_length(code) >= 1) AND (char_length(code) <= 20))),
    CONSTRAINT factor_kind_known CHECK ((kind = ANY (ARRAY['GRADE'::text, 'RATING'::text]))),
    CONSTRAINT factor_not_negative CHECK ((factor >= (0)::numeric))
);

CREATE TABLE reward.handed_out (
    id uuid NOT NULL,
    split uuid NOT NULL,
    kind text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT handed_out_pkey PRIMARY KEY (id),
    CONSTRAINT handed_out_split_fkey FOREIGN KEY (split) REFERENCES reward.split(id),
    CONSTRAINT handed_out_kind_known CHECK ((kind = ANY (ARRAY['PAYMENTS'::text, 'WEIGHTS'::text, 'PACKAGE'::text])))
);

CREATE TABLE reward.holder (
    source uuid NOT NULL,
    person uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT holder_pk PRIMARY KEY (source, person),
    CONSTRAINT holder_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id)
);

CREATE TABLE reward.pay_list (
    id uuid NOT NULL,
    kind text NOT NULL,
    source uuid NOT NULL,
    year integer NOT NULL,
    no integer NOT NULL,
    lines integer NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT pay_list_pkey PRIMARY KEY (id),
    CONSTRAINT pay_list_once UNIQUE (source, year, no),
    CONSTRAINT pay_list_kind_known CHECK ((kind = ANY (ARRAY['GAIN'::text, 'UNITS'::text]))),
    CONSTRAINT pay_list_of_something CHECK ((lines > 0))
);

CREATE TABLE reward.period (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    no integer NOT NULL,
    cost numeric(18,2),
    output numeric(18,2) NOT NULL,
    wage numeric(10,2),
    source text NOT NULL,
    file uuid NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    release boolean NOT NULL DEFAULT false,
    CONSTRAINT period_pkey PRIMARY KEY (id),
    CONSTRAINT period_once UNIQUE (plan, from_day, until_day, no),
    CONSTRAINT period_plan_fkey FOREIGN KEY (plan) REFERENCES reward.plan_agreed(plan),
    CONSTRAINT period_ends_after_it_begins CHECK ((until_day > from_day)),
    CONSTRAINT period_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE reward.plan (
    id uuid NOT NULL,
    proposal uuid NOT NULL,
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    formula text NOT NULL,
    from_day date NOT NULL,
    base_cost numeric(18,2),
    base_output numeric(18,2),
    ceiling numeric(6,2),
    rate numeric(7,4),
    hurdle numeric(18,2),
    share numeric(5,2) NOT NULL,
    reserve numeric(5,2) NOT NULL,
    draws boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT plan_pkey PRIMARY KEY (id),
    CONSTRAINT plan_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT plan_code CHECK ((code ~ '^[A-Z][A-Z0-9-]{0,19}$'::text)),
    CONSTRAINT plan_formula_known CHECK ((formula = ANY (ARRAY['SCANLON'::text, 'RUCKER'::text, 'IMPROSHARE'::text, 'CONTRIBUTION'::text]))),
    CONSTRAINT plan_has_a_ceiling CHECK (((formula <> 'IMPROSHARE'::text) OR (ceiling > (0)::numeric))),
    CONSTRAINT plan_has_its_base CHECK (
CASE formula
    WHEN 'CONTRIBUTION'::text THEN ((rate > (0)::numeric) AND (hurdle >= (0)::numeric))
    ELSE ((base_cost > (0)::numeric) AND (base_output > (0)::numeric))
END),
    CONSTRAINT plan_name_en_fits CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 200))),
    CONSTRAINT plan_name_zh_fits CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 200))),
    CONSTRAINT plan_reserve CHECK (((reserve >= (0)::numeric) AND (reserve <= (100)::numeric))),
    CONSTRAINT plan_share CHECK (((share >= (0)::numeric) AND (share <= (100)::numeric))),
    CONSTRAINT plan_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE TABLE reward.plan_agreed (
    plan uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT plan_agreed_pkey PRIMARY KEY (plan),
    CONSTRAINT plan_agreed_plan_fkey FOREIGN KEY (plan) REFERENCES reward.plan(id)
);

CREATE TABLE reward.split (
    id uuid NOT NULL,
    period uuid NOT NULL,
    proposal uuid NOT NULL,
    digest text NOT NULL,
    gain bigint NOT NULL,
    people bigint NOT NULL,
    company bigint NOT NULL,
    held bigint NOT NULL,
    drawn bigint NOT NULL,
    paid bigint NOT NULL,
    members integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT split_pkey PRIMARY KEY (id),
    CONSTRAINT split_period_fkey FOREIGN KEY (period) REFERENCES reward.period(id),
    CONSTRAINT split_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT split_adds_up CHECK (
CASE
    WHEN (gain > 0) THEN ((gain = (people + company)) AND (people = (held + paid)) AND (drawn = 0))
    ELSE ((people = 0) AND (held = 0) AND (paid = 0) AND (company = (gain + drawn)))
END),
    CONSTRAINT split_digest_fits CHECK ((char_length(digest) = 64)),
    CONSTRAINT split_not_negative CHECK (((people >= 0) AND (held >= 0) AND (drawn >= 0) AND (paid >= 0) AND (members >= 0)))
);

CREATE TABLE reward.split_agreed (
    split uuid NOT NULL,
    period uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT split_agreed_pkey PRIMARY KEY (split),
    CONSTRAINT split_agreed_period_key UNIQUE (period),
    CONSTRAINT split_agreed_period_fkey FOREIGN KEY (period) REFERENCES reward.period(id),
    CONSTRAINT split_agreed_split_fkey FOREIGN KEY (split) REFERENCES reward.split(id)
);

CREATE TABLE reward.split_out (
    split uuid NOT NULL,
    person uuid NOT NULL,
    why text NOT NULL,
    CONSTRAINT split_out_pk PRIMARY KEY (split, person),
    CONSTRAINT split_out_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT split_out_split_fkey FOREIGN KEY (split) REFERENCES reward.split(id),
    CONSTRAINT split_out_why_fits CHECK ((char_length(why) <= 60))
);

CREATE TABLE reward.split_unit (
    split uuid NOT NULL,
    unit uuid NOT NULL,
    factor numeric(7,3) NOT NULL,
    members integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT split_unit_pk PRIMARY KEY (split, unit),
    CONSTRAINT split_unit_split_fkey FOREIGN KEY (split) REFERENCES reward.split(id),
    CONSTRAINT split_unit_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT split_unit_not_negative CHECK (((amount >= 0) AND (members >= 0)))
);

CREATE TABLE reward.unit_factor (
    period uuid NOT NULL,
    unit uuid NOT NULL,
    factor numeric(7,3) NOT NULL,
    CONSTRAINT unit_factor_pk PRIMARY KEY (period, unit),
    CONSTRAINT unit_factor_period_fkey FOREIGN KEY (period) REFERENCES reward.period(id),
    CONSTRAINT unit_factor_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT unit_factor_not_negative CHECK ((factor >= (0)::numeric))
);

CREATE TABLE reward.unit_giving (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    year integer NOT NULL,
    proposal uuid NOT NULL,
    digest text NOT NULL,
    base numeric(14,6) NOT NULL,
    members integer NOT NULL,
    units bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT unit_giving_pkey PRIMARY KEY (id),
    CONSTRAINT unit_giving_plan_fkey FOREIGN KEY (plan) REFERENCES reward.unit_plan_agreed(plan),
    CONSTRAINT unit_giving_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT unit_giving_digest_fits CHECK ((char_length(digest) = 64)),
    CONSTRAINT unit_giving_not_negative CHECK (((members >= 0) AND (units >= 0)))
);

CREATE TABLE reward.unit_giving_agreed (
    giving uuid NOT NULL,
    plan uuid NOT NULL,
    year integer NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT unit_giving_agreed_pkey PRIMARY KEY (giving),
    CONSTRAINT unit_giving_agreed_once UNIQUE (plan, year),
    CONSTRAINT unit_giving_agreed_giving_fkey FOREIGN KEY (giving) REFERENCES reward.unit_giving(id),
    CONSTRAINT unit_giving_agreed_plan_fkey FOREIGN KEY (plan) REFERENCES reward.unit_plan(id)
);

CREATE TABLE reward.unit_left (
    id uuid NOT NULL,
    person uuid NOT NULL,
    day date NOT NULL,
    reason text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT unit_left_pkey PRIMARY KEY (id),
    CONSTRAINT unit_left_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT unit_left_reason_known CHECK ((reason = ANY (ARRAY['VOLUNTARY_OTHER'::text, 'VOLUNTARY_GOOD_CAUSE'::text, 'VOLUNTARY_RETIREMENT'::text, 'INVOLUNTARY_OTHER'::text, 'INVOLUNTARY_DEATH'::text, 'INVOLUNTARY_DISABILITY'::text, 'INVOLUNTARY_WITH_CAUSE'::text])))
);

CREATE TABLE reward.unit_plan (
    id uuid NOT NULL,
    proposal uuid NOT NULL,
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    from_year integer NOT NULL,
    dividends text NOT NULL,
    leaving text NOT NULL,
    source text NOT NULL,
    CONSTRAINT unit_plan_pkey PRIMARY KEY (id),
    CONSTRAINT unit_plan_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT unit_plan_code CHECK ((code ~ '^[A-Z][A-Z0-9-]{0,19}$'::text)),
    CONSTRAINT unit_plan_dividends_fits CHECK (((char_length(dividends) >= 1) AND (char_length(dividends) <= 200))),
    CONSTRAINT unit_plan_leaving_fits CHECK ((char_length(leaving) <= 500)),
    CONSTRAINT unit_plan_name_en_fits CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 200))),
    CONSTRAINT unit_plan_name_zh_fits CHECK (((char_length(name_zh) >= 1) AND (char_length(name_zh) <= 200))),
    CONSTRAINT unit_plan_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT unit_plan_year CHECK (((from_year >= 2000) AND (from_year <= 2200)))
);

CREATE TABLE reward.unit_plan_agreed (
    plan uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT unit_plan_agreed_pkey PRIMARY KEY (plan),
    CONSTRAINT unit_plan_agreed_plan_fkey FOREIGN KEY (plan) REFERENCES reward.unit_plan(id)
);

CREATE TABLE reward.unit_size (
    plan uuid NOT NULL,
    grade text NOT NULL,
    rating text NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT unit_size_pk PRIMARY KEY (plan, grade, rating),
    CONSTRAINT unit_size_plan_fkey FOREIGN KEY (plan) REFERENCES reward.unit_plan(id),
    CONSTRAINT unit_size_grade_fits CHECK (((char_length(grade) >= 1) AND (char_length(grade) <= 20))),
    CONSTRAINT unit_size_not_negative CHECK ((units >= 0)),
    CONSTRAINT unit_size_rating_fits CHECK ((char_length(rating) <= 20))
);

CREATE TABLE reward.unit_word (
    id uuid NOT NULL,
    plan uuid NOT NULL,
    year integer NOT NULL,
    kind text NOT NULL,
    no integer NOT NULL,
    amount numeric(14,6) NOT NULL,
    source text NOT NULL,
    file uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT unit_word_pkey PRIMARY KEY (id),
    CONSTRAINT unit_word_once UNIQUE (plan, year, kind, no),
    CONSTRAINT unit_word_plan_fkey FOREIGN KEY (plan) REFERENCES reward.unit_plan_agreed(plan),
    CONSTRAINT unit_word_kind_known CHECK ((kind = ANY (ARRAY['DIVIDEND'::text, 'VALUE'::text]))),
    CONSTRAINT unit_word_not_negative CHECK ((amount >= (0)::numeric)),
    CONSTRAINT unit_word_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300)))
);

CREATE INDEX handed_out_by_split ON reward.handed_out USING btree (split);
CREATE INDEX holder_by_person ON reward.holder USING btree (person);
CREATE INDEX split_by_period ON reward.split USING btree (period);
CREATE INDEX unit_left_by_person ON reward.unit_left USING btree (person, said_at DESC);

CREATE OR REPLACE FUNCTION reward.nothing_agreed_is_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what was agreed to stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_agreed_is_changed';
END $function$
;

CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.pay_list FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.split FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE DELETE OR UPDATE ON reward.split_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE UPDATE ON reward.split_unit FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();
CREATE TRIGGER nothing_agreed_is_changed BEFORE DELETE OR UPDATE ON reward.unit_giving_agreed FOR EACH STATEMENT EXECUTE FUNCTION reward.nothing_agreed_is_changed();


-- rule

CREATE TABLE rule.number (
    room text NOT NULL,
    key text NOT NULL,
    from_day date NOT NULL,
    value integer NOT NULL,
    source text NOT NULL,
    set_by uuid,
    set_at timestamp with time zone NOT NULL,
    record uuid,
    agreed_by uuid,
    CONSTRAINT number_pkey PRIMARY KEY (room, key, from_day, set_at),
    CONSTRAINT number_four_eyes CHECK ((agreed_by <> set_by)),
    CONSTRAINT number_has_source CHECK ((source <> ''::text)),
    CONSTRAINT number_source_fits CHECK ((char_length(source) <= 300)),
    CONSTRAINT number_value CHECK (((value >= 0) AND (value <= 1000)))
);

CREATE TABLE rule.proposed (
    proposal uuid NOT NULL,
    room text NOT NULL,
    key text NOT NULL,
    from_day date NOT NULL,
    value integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT proposed_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT proposed_value CHECK (((value >= 0) AND (value <= 1000)))
);

CREATE OR REPLACE FUNCTION rule.at(of_room text, wanted text, on_day date, known_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
    SELECT value
      FROM rule.number
     WHERE room = of_room AND key = wanted AND from_day <= on_day AND set_at <= known_at
     ORDER BY from_day DESC, set_at DESC
     LIMIT 1
$function$
;


-- screening

CREATE TABLE screening.alert (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    list uuid NOT NULL,
    entry uuid NOT NULL,
    code text NOT NULL,
    likeness text NOT NULL,
    subject text NOT NULL,
    score integer NOT NULL,
    name text NOT NULL,
    listed_name text NOT NULL,
    number text NOT NULL DEFAULT ''::text,
    links text NOT NULL,
    run uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT alert_pkey PRIMARY KEY (id),
    CONSTRAINT alert_once UNIQUE (supplier, list, code, likeness, subject),
    CONSTRAINT alert_entry_fkey FOREIGN KEY (entry) REFERENCES screening.entry(id),
    CONSTRAINT alert_list_fkey FOREIGN KEY (list) REFERENCES screening.list(id),
    CONSTRAINT alert_run_fkey FOREIGN KEY (run) REFERENCES screening.run(id),
    CONSTRAINT alert_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id)
);

CREATE TABLE screening.draft (
    id uuid NOT NULL,
    list uuid NOT NULL,
    label text NOT NULL,
    day date NOT NULL,
    based_on integer NOT NULL,
    drawn_by uuid NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    CONSTRAINT draft_pkey PRIMARY KEY (id),
    CONSTRAINT draft_list_fkey FOREIGN KEY (list) REFERENCES screening.list(id),
    CONSTRAINT draft_label_fits CHECK ((length(label) <= 300))
);

CREATE TABLE screening.draft_file (
    draft uuid NOT NULL,
    part text NOT NULL,
    evidence uuid NOT NULL,
    CONSTRAINT draft_file_pkey PRIMARY KEY (draft, part),
    CONSTRAINT draft_file_draft_fkey FOREIGN KEY (draft) REFERENCES screening.draft(id),
    CONSTRAINT draft_file_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id)
);

CREATE TABLE screening.entry (
    id uuid NOT NULL,
    list uuid NOT NULL,
    code text NOT NULL,
    content text NOT NULL,
    likeness text NOT NULL,
    sha256 text NOT NULL,
    first_no integer NOT NULL,
    last_no integer,
    CONSTRAINT entry_pkey PRIMARY KEY (id),
    CONSTRAINT entry_list_fkey FOREIGN KEY (list) REFERENCES screening.list(id),
    CONSTRAINT entry_lasts CHECK ((last_no >= first_no))
);

CREATE TABLE screening.list (
    id uuid NOT NULL,
    code text NOT NULL,
    source text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    bar integer NOT NULL,
    verdict text NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT list_pkey PRIMARY KEY (id),
    CONSTRAINT list_code_taken UNIQUE (code),
    CONSTRAINT list_bar CHECK (((bar >= 600) AND (bar <= 1000))),
    CONSTRAINT list_code_fits CHECK ((char_length(code) <= 300)) NOT VALID,
    CONSTRAINT list_name_en_fits CHECK ((char_length(name_en) <= 300)) NOT VALID,
    CONSTRAINT list_name_zh_fits CHECK ((char_length(name_zh) <= 300)) NOT VALID,
    CONSTRAINT list_names_fits CHECK (((length(name_en) <= 300) AND (length(name_zh) <= 300))),
    CONSTRAINT list_source CHECK ((source = ANY (ARRAY['OFAC_SDN'::text, 'UN'::text, 'BIS'::text, 'UFLPA'::text, 'OWN'::text]))),
    CONSTRAINT list_verdict CHECK ((verdict = ANY (ARRAY['NONE'::text, 'WARN'::text, 'STOP'::text])))
);

CREATE TABLE screening.result (
    run uuid NOT NULL,
    supplier uuid NOT NULL,
    version uuid NOT NULL,
    judged_at timestamp with time zone,
    subject text,
    hits integer,
    digest text,
    CONSTRAINT result_pkey PRIMARY KEY (run, supplier, version),
    CONSTRAINT result_run_fkey FOREIGN KEY (run) REFERENCES screening.run(id),
    CONSTRAINT result_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT result_version_fkey FOREIGN KEY (version) REFERENCES screening.version(id),
    CONSTRAINT judged_whole CHECK ((((judged_at IS NULL) = (subject IS NULL)) AND ((judged_at IS NULL) = (hits IS NULL)) AND ((judged_at IS NULL) = (digest IS NULL))))
);

CREATE TABLE screening.run (
    id uuid NOT NULL,
    cause text NOT NULL,
    rules integer NOT NULL,
    begun_by uuid,
    begun_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    record uuid,
    CONSTRAINT run_pkey PRIMARY KEY (id),
    CONSTRAINT run_cause CHECK ((cause = ANY (ARRAY['VERSION'::text, 'SUPPLIER'::text, 'SETTING'::text]))),
    CONSTRAINT run_done_with_record CHECK (((done_at IS NULL) = (record IS NULL)))
);

CREATE TABLE screening.setting (
    id uuid NOT NULL,
    list uuid NOT NULL,
    from_day date NOT NULL,
    bar integer NOT NULL,
    verdict text NOT NULL,
    proposal uuid,
    in_force_at timestamp with time zone,
    record uuid,
    CONSTRAINT setting_pkey PRIMARY KEY (id),
    CONSTRAINT setting_of_a_proposal UNIQUE (proposal),
    CONSTRAINT setting_list_fkey FOREIGN KEY (list) REFERENCES screening.list(id),
    CONSTRAINT setting_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT setting_bar CHECK (((bar >= 600) AND (bar <= 1000))),
    CONSTRAINT setting_by_two CHECK (((proposal IS NOT NULL) OR (in_force_at IS NOT NULL))),
    CONSTRAINT setting_verdict CHECK ((verdict = ANY (ARRAY['NONE'::text, 'WARN'::text, 'STOP'::text])))
);

CREATE TABLE screening.step (
    alert uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    by uuid,
    second uuid,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT step_pkey PRIMARY KEY (alert, no),
    CONSTRAINT step_alert_fkey FOREIGN KEY (alert) REFERENCES screening.alert(id),
    CONSTRAINT four_eyes CHECK (((state <> 'TRUE_HIT'::text) OR ((second IS NOT NULL) AND (second <> by)))),
    CONSTRAINT people_decide CHECK (((state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text])) OR (by IS NOT NULL))),
    CONSTRAINT step_reason_fits CHECK ((length(reason) <= 4000)),
    CONSTRAINT step_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'FALSE_HIT'::text, 'TRUE_HIT'::text, 'CLOSED'::text])))
);

CREATE TABLE screening.version (
    id uuid NOT NULL,
    list uuid NOT NULL,
    no integer NOT NULL,
    label text NOT NULL,
    day date NOT NULL,
    entries integer NOT NULL,
    came integer NOT NULL,
    went integer NOT NULL,
    changed integer NOT NULL,
    draft uuid NOT NULL,
    loaded_by uuid NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT version_pkey PRIMARY KEY (id),
    CONSTRAINT version_label_taken UNIQUE (list, label),
    CONSTRAINT version_number UNIQUE (list, no),
    CONSTRAINT version_draft_fkey FOREIGN KEY (draft) REFERENCES screening.draft(id),
    CONSTRAINT version_list_fkey FOREIGN KEY (list) REFERENCES screening.list(id),
    CONSTRAINT version_label_fits CHECK ((char_length(label) <= 300)) NOT VALID
);

CREATE INDEX alert_by_list ON screening.alert USING btree (list, opened_at);
CREATE INDEX entry_by_list ON screening.entry USING btree (list, first_no);
CREATE UNIQUE INDEX entry_now ON screening.entry USING btree (list, code) WHERE (last_no IS NULL);
CREATE INDEX result_by_supplier ON screening.result USING btree (supplier, judged_at DESC);
CREATE INDEX result_not_yet ON screening.result USING btree (run) WHERE (judged_at IS NULL);
CREATE INDEX setting_of_list ON screening.setting USING btree (list, from_day DESC);

CREATE VIEW screening.published AS
 SELECT version.list,
    list.code,
    list.name_en,
    list.name_zh,
    version.no,
    version.label,
    version.day,
    version.loaded_at
   FROM (screening.version
     JOIN screening.list ON ((list.id = version.list)));
CREATE VIEW screening.standing AS
 SELECT alert.id,
    alert.supplier,
    alert.list,
    alert.score,
    alert.opened_at,
    step.state,
    step.at,
    step.record,
    list.verdict,
    list.source,
    list.code AS list_code,
    list.name_en AS list_en,
    list.name_zh AS list_zh
   FROM ((screening.alert
     JOIN screening.list ON ((list.id = alert.list)))
     JOIN LATERAL ( SELECT step_1.state,
            step_1.at,
            step_1.record
           FROM screening.step step_1
          WHERE (step_1.alert = alert.id)
          ORDER BY step_1.no DESC
         LIMIT 1) step ON (true));

CREATE OR REPLACE FUNCTION screening.alerts_at(known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, list uuid, list_code text, list_en text, list_zh text, state text, since timestamp with time zone, version integer, label text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT alert.supplier, alert.list, list.code, list.name_en, list.name_zh, step.state, step.at, version.no, version.label
      FROM screening.alert
      JOIN screening.list ON list.id = alert.list
      JOIN LATERAL (SELECT state, at FROM screening.step WHERE step.alert = alert.id AND step.at <= known_at ORDER BY step.no DESC LIMIT 1) AS step ON true
      LEFT JOIN LATERAL (SELECT no, label FROM screening.version WHERE version.list = alert.list AND version.loaded_at <= known_at ORDER BY version.no DESC LIMIT 1) AS version ON true
     WHERE alert.opened_at <= known_at
$function$
;
CREATE OR REPLACE FUNCTION screening.alerts_by(of_list uuid, of_version integer)
 RETURNS TABLE(supplier uuid, code text, state text, since timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT alert.supplier, alert.code, step.state, step.at
      FROM screening.alert
      JOIN screening.entry ON entry.list = alert.list AND entry.code = alert.code AND entry.first_no <= of_version AND (entry.last_no IS NULL OR entry.last_no >= of_version)
      JOIN LATERAL (SELECT state, at FROM screening.step WHERE step.alert = alert.id ORDER BY step.no DESC LIMIT 1) AS step ON true
     WHERE alert.list = of_list
$function$
;
CREATE OR REPLACE FUNCTION screening.in_force(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(list uuid, version uuid, no integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (list) list, id, no
      FROM screening.version
     WHERE day <= on_day
       AND loaded_at <= known_at
     ORDER BY list, no DESC
$function$
;

CREATE TRIGGER clearance_screening AFTER INSERT OR DELETE OR UPDATE ON screening.list FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_screening_came AFTER INSERT ON screening.alert REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_screening_came AFTER INSERT ON screening.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT alert.supplier FROM changed JOIN screening.alert ON alert.id = changed.alert FOR SHARE OF alert');
CREATE TRIGGER clearance_screening_is AFTER UPDATE ON screening.alert REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_screening_is AFTER UPDATE ON screening.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT alert.supplier FROM changed JOIN screening.alert ON alert.id = changed.alert FOR SHARE OF alert');
CREATE TRIGGER clearance_screening_was AFTER UPDATE ON screening.alert REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_screening_was AFTER UPDATE ON screening.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT alert.supplier FROM changed JOIN screening.alert ON alert.id = changed.alert FOR SHARE OF alert');
CREATE TRIGGER clearance_screening_went AFTER DELETE ON screening.alert REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_screening_went AFTER DELETE ON screening.step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT alert.supplier FROM changed JOIN screening.alert ON alert.id = changed.alert FOR SHARE OF alert');


-- settings

CREATE TABLE settings.setting (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    value text NOT NULL,
    secret boolean NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by uuid NOT NULL,
    CONSTRAINT setting_pkey PRIMARY KEY (id),
    CONSTRAINT named CHECK ((name ~ '^[a-z]+(\.[a-z-]+)+$'::text)),
    CONSTRAINT setting_value_fits CHECK ((char_length(value) <= 4000)) NOT VALID
);

CREATE INDEX setting_newest ON settings.setting USING btree (name, id DESC);


-- start

CREATE TABLE start.house (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind text NOT NULL,
    founded_at timestamp with time zone NOT NULL DEFAULT now(),
    only_one boolean NOT NULL DEFAULT true,
    CONSTRAINT house_pk PRIMARY KEY (id),
    CONSTRAINT house_only_one UNIQUE (only_one),
    CONSTRAINT house_kind CHECK ((kind = ANY (ARRAY['demo'::text, 'real'::text]))),
    CONSTRAINT house_only_one_row CHECK (only_one)
);


-- statement

CREATE TABLE statement.chapter (
    id uuid NOT NULL,
    key text NOT NULL,
    no integer NOT NULL,
    place integer NOT NULL,
    figures text[] NOT NULL,
    pledged_day date,
    left_out boolean NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT chapter_pkey PRIMARY KEY (id),
    CONSTRAINT version_numbered_once UNIQUE (key, no),
    CONSTRAINT key_is_an_address CHECK ((key ~ '^[a-z][a-z0-9-]{1,39}$'::text))
);

CREATE TABLE statement.chapter_text (
    chapter uuid NOT NULL,
    part text NOT NULL,
    en text NOT NULL,
    zh text NOT NULL,
    CONSTRAINT chapter_text_pkey PRIMARY KEY (chapter, part),
    CONSTRAINT chapter_text_chapter_fkey FOREIGN KEY (chapter) REFERENCES statement.chapter(id),
    CONSTRAINT chapter_text_en_fits CHECK ((char_length(en) <= 40000)) NOT VALID,
    CONSTRAINT chapter_text_zh_fits CHECK ((char_length(zh) <= 40000)) NOT VALID,
    CONSTRAINT part_known CHECK ((part = ANY (ARRAY['AREA'::text, 'TITLE'::text, 'STAND'::text, 'STRATEGY'::text, 'PLEDGE'::text, 'GOVERNANCE'::text, 'SYSTEMS'::text, 'PRACTICES'::text, 'TARGETS'::text, 'PERFORMANCE'::text, 'KNOWING'::text, 'WRONG'::text])))
);

CREATE TABLE statement.edition (
    id uuid NOT NULL,
    year integer NOT NULL,
    no integer NOT NULL,
    proposal uuid NOT NULL,
    cause text,
    reason_en text NOT NULL DEFAULT ''::text,
    reason_zh text NOT NULL DEFAULT ''::text,
    prepared_by uuid NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    CONSTRAINT edition_pkey PRIMARY KEY (id),
    CONSTRAINT edition_numbered_once UNIQUE (year, no, id),
    CONSTRAINT edition_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT edition_reason_en_fits CHECK ((char_length(reason_en) <= 4000)) NOT VALID,
    CONSTRAINT edition_reason_zh_fits CHECK ((char_length(reason_zh) <= 4000)) NOT VALID,
    CONSTRAINT first_has_no_cause CHECK (((no = 1) = (cause IS NULL)))
);

CREATE TABLE statement.edition_boundary (
    edition uuid NOT NULL,
    en text NOT NULL,
    zh text NOT NULL,
    CONSTRAINT edition_boundary_pkey PRIMARY KEY (edition),
    CONSTRAINT edition_boundary_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id)
);

CREATE TABLE statement.edition_chapter (
    edition uuid NOT NULL,
    chapter uuid NOT NULL,
    CONSTRAINT edition_chapter_pkey PRIMARY KEY (edition, chapter),
    CONSTRAINT edition_chapter_chapter_fkey FOREIGN KEY (chapter) REFERENCES statement.chapter(id),
    CONSTRAINT edition_chapter_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id)
);

CREATE TABLE statement.edition_closed (
    edition uuid NOT NULL,
    figure text NOT NULL,
    CONSTRAINT edition_closed_pkey PRIMARY KEY (edition, figure),
    CONSTRAINT edition_closed_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id)
);

CREATE TABLE statement.edition_figure (
    edition uuid NOT NULL,
    frozen uuid NOT NULL,
    accepted_en text,
    accepted_zh text,
    level text,
    CONSTRAINT edition_figure_pkey PRIMARY KEY (edition, frozen),
    CONSTRAINT edition_figure_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id),
    CONSTRAINT edition_figure_frozen_fkey FOREIGN KEY (frozen) REFERENCES figure.frozen(id),
    CONSTRAINT accepted_in_both_languages CHECK (((accepted_en IS NULL) = (accepted_zh IS NULL))),
    CONSTRAINT edition_figure_accepted_en_fits CHECK ((char_length(accepted_en) <= 4000)) NOT VALID,
    CONSTRAINT edition_figure_accepted_zh_fits CHECK ((char_length(accepted_zh) <= 4000)) NOT VALID,
    CONSTRAINT level_of_edition_known CHECK ((level = ANY (ARRAY['PUBLIC'::text, 'CUSTOMER'::text, 'ASSURER'::text])))
);

CREATE TABLE statement.kept_file (
    edition uuid NOT NULL,
    sha256 bytea NOT NULL,
    deflated bytea NOT NULL,
    CONSTRAINT kept_file_pkey PRIMARY KEY (edition, sha256),
    CONSTRAINT kept_file_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id),
    CONSTRAINT named_by_its_hash CHECK ((length(sha256) = 32))
);

CREATE TABLE statement.level (
    id uuid NOT NULL,
    figure text NOT NULL,
    no integer NOT NULL,
    level text NOT NULL,
    reason text NOT NULL,
    proposal uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT level_pkey PRIMARY KEY (id),
    CONSTRAINT one_level_at_a_time UNIQUE (figure, no),
    CONSTRAINT level_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT level_known CHECK ((level = ANY (ARRAY['PUBLIC'::text, 'CUSTOMER'::text, 'ASSURER'::text]))),
    CONSTRAINT level_reason_fits CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT reason_given CHECK ((reason <> ''::text))
);

CREATE TABLE statement.level_approval (
    level uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT level_approval_pkey PRIMARY KEY (level),
    CONSTRAINT level_approval_level_fkey FOREIGN KEY (level) REFERENCES statement.level(id)
);

CREATE TABLE statement.package (
    edition uuid NOT NULL,
    level text NOT NULL,
    draft bytea,
    complete bytea,
    log_size bigint,
    note text,
    proved_at timestamp with time zone,
    report bytea,
    proofs bytea,
    CONSTRAINT package_pkey PRIMARY KEY (edition, level),
    CONSTRAINT package_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id),
    CONSTRAINT proofs_kept FOREIGN KEY (edition, proofs) REFERENCES statement.kept_file(edition, sha256),
    CONSTRAINT report_kept FOREIGN KEY (edition, report) REFERENCES statement.kept_file(edition, sha256),
    CONSTRAINT level_known CHECK ((level = ANY (ARRAY['PUBLIC'::text, 'CUSTOMER'::text, 'ASSURER'::text]))),
    CONSTRAINT whole_or_in_files CHECK (((draft IS NULL) <> (report IS NULL)))
);

CREATE TABLE statement.publication (
    edition uuid NOT NULL,
    year integer NOT NULL,
    no integer NOT NULL,
    record uuid NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by uuid NOT NULL,
    CONSTRAINT publication_pkey PRIMARY KEY (edition),
    CONSTRAINT published_once UNIQUE (year, no),
    CONSTRAINT publication_edition_fkey FOREIGN KEY (edition) REFERENCES statement.edition(id)
);


-- subsidy

CREATE TABLE subsidy.answer (
    claim uuid NOT NULL,
    outcome text NOT NULL,
    amount numeric(10,2) NOT NULL,
    reason text NOT NULL,
    answered_by uuid NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (claim),
    CONSTRAINT answer_claim_fkey FOREIGN KEY (claim) REFERENCES subsidy.claim(id),
    CONSTRAINT answer_amount CHECK ((((outcome = 'AGREED'::text) AND (amount > (0)::numeric)) OR ((outcome = 'REFUSED'::text) AND (amount = (0)::numeric)))),
    CONSTRAINT answer_outcome_known CHECK ((outcome = ANY (ARRAY['AGREED'::text, 'REFUSED'::text]))),
    CONSTRAINT answer_reason_fits CHECK ((char_length(reason) <= 1000)),
    CONSTRAINT less_with_a_reason CHECK (((outcome = 'AGREED'::text) OR (reason <> ''::text)))
);

CREATE TABLE subsidy.budget (
    id uuid NOT NULL,
    scheme uuid NOT NULL,
    year integer NOT NULL,
    amount numeric(14,2) NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT budget_pkey PRIMARY KEY (id),
    CONSTRAINT budget_scheme_fkey FOREIGN KEY (scheme) REFERENCES subsidy.scheme(id),
    CONSTRAINT budget_amount CHECK ((amount >= (0)::numeric)),
    CONSTRAINT budget_year CHECK (((year >= 2000) AND (year <= 2200)))
);

CREATE TABLE subsidy.claim (
    id uuid NOT NULL,
    number text NOT NULL,
    scheme uuid NOT NULL,
    person uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    amount numeric(10,2) NOT NULL,
    invoice text NOT NULL,
    words text NOT NULL,
    claimed_by uuid NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    void_at timestamp with time zone,
    void_record uuid,
    CONSTRAINT claim_pkey PRIMARY KEY (id),
    CONSTRAINT claim_number UNIQUE (number),
    CONSTRAINT claim_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT claim_scheme_fkey FOREIGN KEY (scheme) REFERENCES subsidy.scheme(id),
    CONSTRAINT claim_has_days CHECK ((until_day >= from_day)),
    CONSTRAINT claim_invoice_fits CHECK ((char_length(invoice) <= 40)),
    CONSTRAINT claim_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT claim_of_something CHECK ((amount > (0)::numeric)),
    CONSTRAINT claim_words_fits CHECK ((char_length(words) <= 1000)),
    CONSTRAINT no_day_claimed_twice EXCLUDE USING gist (directory.same(((scheme || '/'::text) || person), ((scheme || '/'::text) || person), '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((void_at IS NULL))
);

CREATE TABLE subsidy.line (
    claim uuid NOT NULL,
    payment uuid NOT NULL,
    amount numeric(10,2) NOT NULL,
    CONSTRAINT line_pkey PRIMARY KEY (claim),
    CONSTRAINT line_claim_fkey FOREIGN KEY (claim) REFERENCES subsidy.claim(id),
    CONSTRAINT line_payment_fkey FOREIGN KEY (payment) REFERENCES subsidy.payment(id),
    CONSTRAINT line_of_something CHECK ((amount > (0)::numeric))
);

CREATE TABLE subsidy.payment (
    id uuid NOT NULL,
    number text NOT NULL,
    lines integer NOT NULL,
    total numeric(14,2) NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT payment_pkey PRIMARY KEY (id),
    CONSTRAINT payment_number UNIQUE (number),
    CONSTRAINT payment_number_fits CHECK ((char_length(number) <= 20)),
    CONSTRAINT payment_of_something CHECK (((lines > 0) AND (total > (0)::numeric)))
);

CREATE TABLE subsidy.receipt (
    id uuid NOT NULL,
    claim uuid NOT NULL,
    evidence uuid NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT receipt_pkey PRIMARY KEY (id),
    CONSTRAINT receipt_claim_fkey FOREIGN KEY (claim) REFERENCES subsidy.claim(id),
    CONSTRAINT receipt_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id)
);

CREATE TABLE subsidy.scheme (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    per text NOT NULL,
    most numeric(10,2) NOT NULL,
    times integer,
    receipt text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    source text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT scheme_pkey PRIMARY KEY (id),
    CONSTRAINT scheme_code UNIQUE (code),
    CONSTRAINT scheme_code_fits CHECK (((char_length(code) >= 1) AND (char_length(code) <= 20))),
    CONSTRAINT scheme_gives_something CHECK ((most > (0)::numeric)),
    CONSTRAINT scheme_has_a_name CHECK (((name_en <> ''::text) OR (name_zh <> ''::text))),
    CONSTRAINT scheme_has_days CHECK ((until_day >= from_day)),
    CONSTRAINT scheme_kind_known CHECK ((kind = ANY (ARRAY['MEALS'::text, 'TRAVEL'::text, 'FAMILY'::text]))),
    CONSTRAINT scheme_name_en_fits CHECK ((char_length(name_en) <= 100)),
    CONSTRAINT scheme_name_zh_fits CHECK ((char_length(name_zh) <= 100)),
    CONSTRAINT scheme_per_known CHECK ((per = ANY (ARRAY['DAY'::text, 'CLAIM'::text]))),
    CONSTRAINT scheme_receipt_known CHECK ((receipt = ANY (ARRAY['YES'::text, 'NO'::text]))),
    CONSTRAINT scheme_source_fits CHECK (((char_length(source) >= 1) AND (char_length(source) <= 300))),
    CONSTRAINT scheme_times CHECK (((times >= 1) AND (times <= 366)))
);

CREATE INDEX budget_by_scheme ON subsidy.budget USING btree (scheme, year, set_at DESC);
CREATE INDEX claim_by_person ON subsidy.claim USING btree (person);
CREATE INDEX claim_by_scheme ON subsidy.claim USING btree (scheme);
CREATE UNIQUE INDEX claim_invoice_once ON subsidy.claim USING btree (invoice) WHERE ((void_at IS NULL) AND (invoice <> ''::text));
CREATE INDEX line_by_payment ON subsidy.line USING btree (payment);
CREATE INDEX receipt_by_claim ON subsidy.receipt USING btree (claim);
CREATE INDEX receipt_by_hash ON subsidy.receipt USING btree (sha256);

CREATE OR REPLACE FUNCTION subsidy.listed(from_moment timestamp with time zone, until_moment timestamp with time zone)
 RETURNS TABLE(person uuid, yuan numeric)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT claim.person, sum(line.amount)
      FROM subsidy.line
      JOIN subsidy.payment ON payment.id = line.payment
      JOIN subsidy.claim ON claim.id = line.claim
     WHERE payment.made_at >= from_moment AND payment.made_at < until_moment
     GROUP BY claim.person
$function$
;


-- substances

CREATE TABLE substances.campaign (
    year integer NOT NULL,
    due_day date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT campaign_pkey PRIMARY KEY (year),
    CONSTRAINT due_in_or_after_its_year CHECK ((EXTRACT(year FROM due_day) >= (year)::numeric))
);

CREATE TABLE substances.candidate (
    edition uuid NOT NULL,
    no integer NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    ec text NOT NULL,
    cas text[] NOT NULL,
    reason text NOT NULL,
    included_on date,
    CONSTRAINT candidate_pkey PRIMARY KEY (edition, no),
    CONSTRAINT candidate_edition_fkey FOREIGN KEY (edition) REFERENCES substances.edition(id),
    CONSTRAINT candidate_name_fits CHECK ((char_length(name) <= 2000)),
    CONSTRAINT candidate_reason_fits CHECK ((char_length(reason) <= 1000))
);

CREATE TABLE substances.covered (
    paper uuid NOT NULL,
    material uuid NOT NULL,
    CONSTRAINT covered_pkey PRIMARY KEY (paper, material),
    CONSTRAINT covered_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT covered_paper_fkey FOREIGN KEY (paper) REFERENCES substances.paper(id)
);

CREATE TABLE substances.declared (
    paper uuid NOT NULL,
    no integer NOT NULL,
    article_no integer NOT NULL,
    article text NOT NULL,
    article_mg numeric,
    material text NOT NULL,
    substance text NOT NULL,
    cas text NOT NULL,
    mg numeric,
    ppm numeric,
    line integer NOT NULL,
    path text NOT NULL,
    CONSTRAINT declared_pkey PRIMARY KEY (paper, no),
    CONSTRAINT declared_paper_fkey FOREIGN KEY (paper) REFERENCES substances.paper(id)
);

CREATE TABLE substances.edition (
    id uuid NOT NULL,
    version text NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    loaded_by uuid NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    evidence uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT edition_pkey PRIMARY KEY (id),
    CONSTRAINT edition_loaded_once UNIQUE (version),
    CONSTRAINT edition_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT edition_source_fits CHECK ((char_length(source) <= 300)),
    CONSTRAINT edition_version_fits CHECK ((char_length(version) <= 60))
);

CREATE TABLE substances.exemption (
    id uuid NOT NULL,
    code text NOT NULL,
    threshold text NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    source text NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT exemption_pkey PRIMARY KEY (id),
    CONSTRAINT exemption_code_fits CHECK ((char_length(code) <= 60)),
    CONSTRAINT exemption_ends_after_it_begins CHECK ((until_day >= from_day)),
    CONSTRAINT exemption_source_fits CHECK ((char_length(source) <= 300)),
    CONSTRAINT exemption_words_en_fits CHECK ((char_length(words_en) <= 1000)),
    CONSTRAINT exemption_words_zh_fits CHECK ((char_length(words_zh) <= 1000))
);

CREATE TABLE substances.exemption_proposed (
    proposal uuid NOT NULL,
    code text NOT NULL,
    threshold text NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    source text NOT NULL,
    CONSTRAINT exemption_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT exemption_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT exemption_proposed_code_fits CHECK ((char_length(code) <= 60)),
    CONSTRAINT exemption_proposed_source_fits CHECK ((char_length(source) <= 300)),
    CONSTRAINT exemption_proposed_words_en_fits CHECK ((char_length(words_en) <= 1000)),
    CONSTRAINT exemption_proposed_words_zh_fits CHECK ((char_length(words_zh) <= 1000)),
    CONSTRAINT proposed_exemption_ends_after_it_begins CHECK ((until_day >= from_day))
);

CREATE TABLE substances.finding (
    paper uuid NOT NULL,
    no integer NOT NULL,
    key text NOT NULL,
    severity text NOT NULL,
    path text NOT NULL,
    line integer NOT NULL,
    value text NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    other uuid,
    edition uuid,
    CONSTRAINT finding_pkey PRIMARY KEY (paper, no),
    CONSTRAINT finding_edition_fkey FOREIGN KEY (edition) REFERENCES substances.edition(id),
    CONSTRAINT finding_other_fkey FOREIGN KEY (other) REFERENCES substances.paper(id),
    CONSTRAINT finding_paper_fkey FOREIGN KEY (paper) REFERENCES substances.paper(id),
    CONSTRAINT severity_known CHECK ((severity = ANY (ARRAY['MUST_CORRECT'::text, 'LOOK_AT'::text])))
);

CREATE TABLE substances.note (
    code text NOT NULL,
    from_day date NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    source text NOT NULL,
    CONSTRAINT note_pkey PRIMARY KEY (code, from_day)
);

CREATE TABLE substances.paper (
    id uuid NOT NULL,
    obligation uuid NOT NULL,
    kind text NOT NULL,
    evidence uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_by uuid NOT NULL,
    laboratory text NOT NULL DEFAULT ''::text,
    accreditor text NOT NULL DEFAULT ''::text,
    accreditation text NOT NULL DEFAULT ''::text,
    report_number text NOT NULL DEFAULT ''::text,
    report_day date,
    articles text NOT NULL DEFAULT ''::text,
    result text,
    edition uuid,
    read_at timestamp with time zone,
    unreadable text,
    unreadable_en text,
    unreadable_zh text,
    company text,
    sections text,
    record uuid NOT NULL,
    CONSTRAINT paper_pkey PRIMARY KEY (id),
    CONSTRAINT paper_edition_fkey FOREIGN KEY (edition) REFERENCES substances.edition(id),
    CONSTRAINT paper_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT paper_obligation_fkey FOREIGN KEY (obligation) REFERENCES obligation.obligation(id),
    CONSTRAINT paper_accreditation_fits CHECK ((char_length(accreditation) <= 100)),
    CONSTRAINT paper_accreditor_fits CHECK ((char_length(accreditor) <= 300)),
    CONSTRAINT paper_articles_fits CHECK ((char_length(articles) <= 4000)),
    CONSTRAINT paper_kind_known CHECK ((kind = ANY (ARRAY['ROHS'::text, 'REACH'::text, 'DECLARATION'::text]))),
    CONSTRAINT paper_laboratory_fits CHECK ((char_length(laboratory) <= 300)),
    CONSTRAINT paper_report_number_fits CHECK ((char_length(report_number) <= 100)),
    CONSTRAINT report_says_who CHECK (((kind = 'DECLARATION'::text) OR ((laboratory <> ''::text) AND (accreditation <> ''::text) AND (report_number <> ''::text) AND (report_day IS NOT NULL) AND (result IS NOT NULL)))),
    CONSTRAINT result_known CHECK ((result = ANY (ARRAY['BELOW'::text, 'ABOVE_EXEMPT'::text, 'ABOVE'::text])))
);

CREATE TABLE substances.scope (
    id uuid NOT NULL,
    category text,
    material uuid,
    from_day date NOT NULL,
    asked text[] NOT NULL,
    clause text NOT NULL,
    proposal uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT scope_pkey PRIMARY KEY (id),
    CONSTRAINT scope_category_fkey FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT scope_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT scope_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT scope_clause_fits CHECK ((char_length(clause) <= 300)),
    CONSTRAINT scope_for_one CHECK (((category IS NULL) <> (material IS NULL))),
    CONSTRAINT scope_of_known_papers CHECK ((asked <@ ARRAY['substances.rohs'::text, 'substances.reach'::text, 'substances.declaration'::text]))
);

CREATE TABLE substances.scope_proposed (
    proposal uuid NOT NULL,
    category text,
    material uuid,
    from_day date NOT NULL,
    asked text[] NOT NULL,
    clause text NOT NULL,
    CONSTRAINT scope_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT scope_proposed_category_fkey FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT scope_proposed_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT scope_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT proposed_for_one CHECK (((category IS NULL) <> (material IS NULL))),
    CONSTRAINT scope_proposed_clause_fits CHECK ((char_length(clause) <= 300))
);

CREATE TABLE substances.setting (
    from_day date NOT NULL,
    lapsed text NOT NULL,
    renewal_days integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT setting_pkey PRIMARY KEY (from_day),
    CONSTRAINT lapsed_known CHECK ((lapsed = ANY (ARRAY['PASS'::text, 'WARN'::text, 'STOP'::text]))),
    CONSTRAINT renewal_in_time CHECK (((renewal_days >= 1) AND (renewal_days <= 365)))
);

CREATE TABLE substances.setting_proposed (
    proposal uuid NOT NULL,
    from_day date NOT NULL,
    lapsed text NOT NULL,
    renewal_days integer NOT NULL,
    source text NOT NULL,
    CONSTRAINT setting_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT setting_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT proposed_lapsed_known CHECK ((lapsed = ANY (ARRAY['PASS'::text, 'WARN'::text, 'STOP'::text]))),
    CONSTRAINT proposed_renewal_in_time CHECK (((renewal_days >= 1) AND (renewal_days <= 365))),
    CONSTRAINT setting_proposed_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE substances.threshold (
    id uuid NOT NULL,
    code text NOT NULL,
    regime text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    cas text[] NOT NULL,
    words text[] NOT NULL,
    ppm numeric NOT NULL,
    basis text NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    proposal uuid,
    said_at timestamp with time zone NOT NULL,
    record uuid,
    CONSTRAINT threshold_pkey PRIMARY KEY (id),
    CONSTRAINT threshold_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT threshold_basis CHECK ((basis = ANY (ARRAY['HOMOGENEOUS_MATERIAL'::text, 'ARTICLE'::text]))),
    CONSTRAINT threshold_code_fits CHECK ((char_length(code) <= 60)),
    CONSTRAINT threshold_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT threshold_name_zh_fits CHECK ((char_length(name_zh) <= 300)),
    CONSTRAINT threshold_regime CHECK ((regime = ANY (ARRAY['ROHS'::text, 'REACH'::text]))),
    CONSTRAINT threshold_share CHECK (((ppm >= (0)::numeric) AND (ppm <= (1000000)::numeric))),
    CONSTRAINT threshold_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE substances.threshold_proposed (
    proposal uuid NOT NULL,
    code text NOT NULL,
    regime text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    cas text[] NOT NULL,
    ppm numeric NOT NULL,
    from_day date NOT NULL,
    source text NOT NULL,
    CONSTRAINT threshold_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT threshold_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT proposed_regime CHECK ((regime = ANY (ARRAY['ROHS'::text, 'REACH'::text]))),
    CONSTRAINT proposed_share CHECK (((ppm >= (0)::numeric) AND (ppm <= (1000000)::numeric))),
    CONSTRAINT threshold_proposed_code_fits CHECK ((char_length(code) <= 60)),
    CONSTRAINT threshold_proposed_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT threshold_proposed_name_zh_fits CHECK ((char_length(name_zh) <= 300)),
    CONSTRAINT threshold_proposed_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE substances.verdict (
    paper uuid NOT NULL,
    verdict text NOT NULL,
    department text NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT verdict_pkey PRIMARY KEY (paper),
    CONSTRAINT verdict_paper_fkey FOREIGN KEY (paper) REFERENCES substances.paper(id),
    CONSTRAINT verdict_department CHECK ((department = ANY (ARRAY['QUALITY'::text, 'EHS'::text]))),
    CONSTRAINT verdict_has_reason CHECK ((reason <> ''::text)),
    CONSTRAINT verdict_known CHECK ((verdict = ANY (ARRAY['ACCEPT'::text, 'SEND_BACK'::text]))),
    CONSTRAINT verdict_reason_fits CHECK ((char_length(reason) <= 4000))
);

CREATE INDEX candidate_by_key ON substances.candidate USING btree (edition, key);
CREATE INDEX declared_by_cas ON substances.declared USING btree (cas);
CREATE INDEX paper_by_evidence ON substances.paper USING btree (evidence);
CREATE INDEX paper_by_obligation ON substances.paper USING btree (obligation, received_at DESC);
CREATE INDEX paper_unread ON substances.paper USING btree (received_at) WHERE (read_at IS NULL);
CREATE INDEX scope_by_category ON substances.scope USING btree (category, from_day);
CREATE INDEX scope_by_material ON substances.scope USING btree (material, from_day);

CREATE VIEW substances.open_paper AS
 SELECT standing.id AS obligation,
    standing.kind,
    standing.period,
    standing.party,
    standing.due_day,
    standing.state,
    paper.id AS paper,
    paper.received_at,
    paper.read_at
   FROM (obligation.standing
     LEFT JOIN LATERAL ( SELECT paper_1.id,
            paper_1.received_at,
            paper_1.read_at
           FROM substances.paper paper_1
          WHERE (paper_1.obligation = standing.id)
          ORDER BY paper_1.received_at DESC, paper_1.id
         LIMIT 1) paper ON (true))
  WHERE ((standing.kind = ANY (ARRAY['substances.rohs'::text, 'substances.reach'::text, 'substances.declaration'::text, 'substances.renewal'::text])) AND (standing.state = ANY (ARRAY['OWED'::text, 'SENT_IN'::text, 'SENT_BACK'::text, 'LAPSED'::text])));

CREATE OR REPLACE FUNCTION substances.accepted_at(known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, kind text, obligation uuid, paper uuid, report_day date, edition uuid, valid_until date, state text, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT standing.party, paper.kind, standing.id, paper.id, paper.report_day, paper.edition, standing.valid_until, standing.state,
           obligation.accepted_record(standing.id, known_at)
      FROM obligation.standing_at(known_at) AS standing
      JOIN LATERAL (SELECT id, kind, report_day, edition
                      FROM substances.paper
                     WHERE paper.obligation = standing.id
                       AND paper.received_at <= known_at
                     ORDER BY received_at DESC, id
                     LIMIT 1) AS paper ON true
     WHERE standing.kind IN ('substances.rohs', 'substances.reach', 'substances.declaration', 'substances.renewal')
       AND standing.state IN ('MET', 'LAPSED')
$function$
;
CREATE OR REPLACE FUNCTION substances.asked(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, material uuid, paper text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT bought.supplier, bought.material, paper
      FROM supplier.bought(on_day, known_at) AS bought
     CROSS JOIN LATERAL (SELECT asked
                           FROM substances.scope
                          WHERE (scope.material = bought.material OR scope.category = bought.category)
                            AND from_day <= on_day
                            AND said_at <= known_at
                          ORDER BY scope.material IS NULL, from_day DESC, said_at DESC
                          LIMIT 1) AS said
     CROSS JOIN LATERAL unnest(said.asked) AS paper
$function$
;
CREATE OR REPLACE FUNCTION substances.edition_on(on_day date, known_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
    SELECT id
      FROM substances.edition
     WHERE day <= on_day
       AND loaded_at <= known_at
     ORDER BY day DESC, loaded_at DESC
     LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION substances.thresholds(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(id uuid, code text, regime text, name_en text, name_zh text, cas text[], words text[], ppm numeric, basis text, from_day date, source text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (code) id, code, regime, name_en, name_zh, cas, words, ppm, basis, from_day, source
      FROM substances.threshold
     WHERE from_day <= on_day
       AND said_at <= known_at
     ORDER BY code, from_day DESC, said_at DESC
$function$
;

CREATE TRIGGER clearance_substances AFTER INSERT OR DELETE OR UPDATE ON substances.scope FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_substances AFTER INSERT OR DELETE OR UPDATE ON substances.setting FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();


-- succession

CREATE TABLE succession.access (
    account uuid NOT NULL,
    no integer NOT NULL,
    project uuid NOT NULL,
    firm text NOT NULL,
    last_day date NOT NULL,
    agreed_by uuid NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT access_pkey PRIMARY KEY (account, no),
    CONSTRAINT access_account_fkey FOREIGN KEY (account) REFERENCES access.account(id),
    CONSTRAINT access_project_fkey FOREIGN KEY (project) REFERENCES succession.project(id),
    CONSTRAINT access_firm_fits CHECK ((char_length(firm) <= 300)),
    CONSTRAINT nobody_lets_themselves_in CHECK ((account <> agreed_by))
);

CREATE TABLE succession.holder (
    post uuid NOT NULL,
    no integer NOT NULL,
    person uuid,
    from_day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT holder_pkey PRIMARY KEY (post, no),
    CONSTRAINT holder_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT holder_post_fkey FOREIGN KEY (post) REFERENCES succession.post(id)
);

CREATE TABLE succession.judgement (
    id uuid NOT NULL,
    post uuid NOT NULL,
    no integer NOT NULL,
    day date NOT NULL,
    least integer NOT NULL,
    adds integer NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT judgement_pkey PRIMARY KEY (id),
    CONSTRAINT judgement_numbered UNIQUE (post, no),
    CONSTRAINT judgement_post_fkey FOREIGN KEY (post) REFERENCES succession.post(id),
    CONSTRAINT judgement_adds CHECK (((adds >= '-1'::integer) AND (adds <= 1))),
    CONSTRAINT judgement_least CHECK ((("least" >= 1) AND ("least" <= 9)))
);

CREATE TABLE succession.met (
    judgement uuid NOT NULL,
    criterion text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT met_pkey PRIMARY KEY (judgement, criterion),
    CONSTRAINT met_judgement_fkey FOREIGN KEY (judgement) REFERENCES succession.judgement(id),
    CONSTRAINT criterion_known CHECK ((criterion = ANY (ARRAY['STANDSTILL'::text, 'SCARCE'::text, 'SINGLE'::text, 'REQUIRED'::text, 'RELATIONS'::text, 'STRATEGY'::text]))),
    CONSTRAINT met_reason_fits CHECK ((char_length(reason) <= 2000)),
    CONSTRAINT met_says_why CHECK ((reason <> ''::text))
);

CREATE TABLE succession.naming (
    id uuid NOT NULL,
    post uuid,
    project uuid,
    person uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT naming_pkey PRIMARY KEY (id),
    CONSTRAINT naming_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT naming_post_fkey FOREIGN KEY (post) REFERENCES succession.post(id),
    CONSTRAINT naming_project_fkey FOREIGN KEY (project) REFERENCES succession.project(id),
    CONSTRAINT named_for_one_thing CHECK ((num_nonnulls(post, project) = 1))
);

CREATE TABLE succession.naming_step (
    naming uuid NOT NULL,
    no integer NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT naming_step_pkey PRIMARY KEY (naming, no),
    CONSTRAINT naming_step_naming_fkey FOREIGN KEY (naming) REFERENCES succession.naming(id),
    CONSTRAINT ending_says_why CHECK (((state <> 'ENDED'::text) OR (reason <> ''::text))),
    CONSTRAINT naming_state CHECK ((state = ANY (ARRAY['ASKED'::text, 'AGREED'::text, 'DECLINED'::text, 'ENDED'::text]))),
    CONSTRAINT naming_step_reason_fits CHECK ((char_length(reason) <= 2000))
);

CREATE TABLE succession.post (
    id uuid NOT NULL,
    number text NOT NULL,
    unit uuid NOT NULL,
    role_en text NOT NULL,
    role_zh text NOT NULL,
    leads boolean NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT post_pkey PRIMARY KEY (id),
    CONSTRAINT post_number_taken UNIQUE (number),
    CONSTRAINT post_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT post_role_en_fits CHECK ((char_length(role_en) <= 300)),
    CONSTRAINT post_role_zh_fits CHECK ((char_length(role_zh) <= 300))
);

CREATE TABLE succession.potential (
    id uuid NOT NULL,
    naming uuid NOT NULL,
    aspect text NOT NULL,
    found integer NOT NULL,
    words text NOT NULL,
    day date NOT NULL,
    until_day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT potential_pkey PRIMARY KEY (id),
    CONSTRAINT potential_naming_fkey FOREIGN KEY (naming) REFERENCES succession.naming(id),
    CONSTRAINT potential_aspect CHECK ((aspect = ANY (ARRAY['LEARNS'::text, 'JUDGES'::text, 'LEADS'::text, 'WANTS'::text]))),
    CONSTRAINT potential_found CHECK (((found >= 1) AND (found <= 3))),
    CONSTRAINT potential_says_why CHECK ((words <> ''::text)),
    CONSTRAINT potential_words_fits CHECK ((char_length(words) <= 4000))
);

CREATE TABLE succession.project (
    id uuid NOT NULL,
    number text NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT project_pkey PRIMARY KEY (id),
    CONSTRAINT project_number_taken UNIQUE (number),
    CONSTRAINT project_days CHECK ((until_day >= from_day)),
    CONSTRAINT project_title_en_fits CHECK ((char_length(title_en) <= 300)),
    CONSTRAINT project_title_zh_fits CHECK ((char_length(title_zh) <= 300))
);

CREATE TABLE succession.requirement (
    id uuid NOT NULL,
    post uuid NOT NULL,
    kind text NOT NULL,
    track text,
    level integer,
    course uuid,
    unit uuid,
    months integer,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT requirement_pkey PRIMARY KEY (id),
    CONSTRAINT requirement_post_fkey FOREIGN KEY (post) REFERENCES succession.post(id),
    CONSTRAINT requirement_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT requirement_kind CHECK ((kind = ANY (ARRAY['LEVEL'::text, 'COURSE'::text, 'UNIT'::text]))),
    CONSTRAINT requirement_level CHECK (((level >= 1) AND (level <= 9))),
    CONSTRAINT requirement_months CHECK (((months >= 1) AND (months <= 240))),
    CONSTRAINT requirement_whole CHECK ((((kind = 'LEVEL'::text) = (track IS NOT NULL)) AND ((kind = 'LEVEL'::text) = (level IS NOT NULL)) AND ((kind = 'COURSE'::text) = (course IS NOT NULL)) AND ((kind = 'UNIT'::text) = (unit IS NOT NULL)) AND ((kind = 'UNIT'::text) = (months IS NOT NULL))))
);

CREATE TABLE succession.requirement_end (
    requirement uuid NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT requirement_end_pkey PRIMARY KEY (requirement),
    CONSTRAINT requirement_end_requirement_fkey FOREIGN KEY (requirement) REFERENCES succession.requirement(id)
);

CREATE INDEX access_by_project ON succession.access USING btree (project);
CREATE INDEX naming_by_person ON succession.naming USING btree (person);
CREATE INDEX naming_by_post ON succession.naming USING btree (post);
CREATE INDEX naming_by_project ON succession.naming USING btree (project);
CREATE UNIQUE INDEX one_post_leads_a_unit ON succession.post USING btree (unit) WHERE leads;
CREATE INDEX potential_by_naming ON succession.potential USING btree (naming, aspect, at DESC);
CREATE INDEX requirement_by_post ON succession.requirement USING btree (post);

CREATE OR REPLACE FUNCTION succession.asked(on_day date, known_at timestamp with time zone)
 RETURNS SETOF succession.requirement
 LANGUAGE sql
 STABLE
AS $function$
    SELECT requirement.*
      FROM succession.requirement
      LEFT JOIN succession.requirement_end AS gone ON gone.requirement = requirement.id AND gone.at <= known_at
     WHERE requirement.day <= on_day
       AND requirement.at <= known_at
       AND (gone.requirement IS NULL OR gone.day > on_day)
$function$
;
CREATE OR REPLACE FUNCTION succession.candidates(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(naming uuid, post uuid, person uuid, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT naming.id, naming.post, naming.person, step.record
      FROM succession.naming
      JOIN succession.naming_step AS step ON step.naming = naming.id AND step.day <= on_day AND step.at <= known_at
     WHERE naming.post IS NOT NULL
       AND step.state = 'AGREED'
       AND NOT EXISTS (SELECT FROM succession.naming_step AS later WHERE later.naming = naming.id AND later.no > step.no AND later.day <= on_day AND later.at <= known_at)
       AND EXISTS (SELECT FROM directory.engaged(on_day, known_at) AS engaged WHERE engaged.person = naming.person AND engaged.kind <> 'RETIREE')
       AND NOT EXISTS (SELECT FROM succession.held(on_day, known_at) AS held WHERE held.post = naming.post AND held.person = naming.person)
$function$
;
CREATE OR REPLACE FUNCTION succession.held(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(post uuid, person uuid, from_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT post.id, head.person, head.from_day
      FROM succession.post
      JOIN directory.heads(on_day, known_at) AS head ON head.unit = post.unit AND head.rank = 'HEAD'
     WHERE post.leads
    UNION ALL
    SELECT newest.post, newest.person, newest.from_day
      FROM (SELECT DISTINCT ON (holder.post) holder.post, holder.person, holder.from_day
              FROM succession.holder
             WHERE holder.from_day <= on_day AND holder.at <= known_at
             ORDER BY holder.post, holder.no DESC) AS newest
      JOIN succession.post ON post.id = newest.post AND NOT post.leads
     WHERE newest.person IS NOT NULL
$function$
;
CREATE OR REPLACE FUNCTION succession.key_posts(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(post uuid, judgement uuid, met integer, day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT newest.post, newest.id, newest.met, newest.day, newest.record
      FROM (SELECT DISTINCT ON (judgement.post) judgement.post, judgement.id, judgement.least, judgement.day, judgement.record,
                   (SELECT count(*) FROM succession.met WHERE met.judgement = judgement.id)::int AS met
              FROM succession.judgement
             WHERE judgement.day <= on_day AND judgement.at <= known_at
             ORDER BY judgement.post, judgement.no DESC) AS newest
     WHERE newest.met >= newest.least
$function$
;
CREATE OR REPLACE FUNCTION succession.missing(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(naming uuid, post uuid, person uuid, requirement uuid, kind text, shown integer, ran_out date, months integer)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT * FROM succession.missing(on_day, known_at, NULL)
$function$
;
CREATE OR REPLACE FUNCTION succession.missing(on_day date, known_at timestamp with time zone, of_posts uuid[])
 RETURNS TABLE(naming uuid, post uuid, person uuid, requirement uuid, kind text, shown integer, ran_out date, months integer)
 LANGUAGE sql
 STABLE
AS $function$
    WITH wanted AS (
        SELECT candidate.naming, candidate.post, candidate.person, asked.id AS requirement, asked.kind, asked.track, asked.level, asked.course, asked.unit, asked.months
          FROM succession.candidates(on_day, known_at) AS candidate
          JOIN succession.asked(on_day, known_at) AS asked ON asked.post = candidate.post
         WHERE of_posts IS NULL OR candidate.post = ANY (of_posts)
    ), levels AS (
        SELECT held.person, held.track, held.level, held.until_day
          FROM career.held(on_day, known_at) AS held
         WHERE held.person IN (SELECT wanted.person FROM wanted)
    ), courses AS (
        SELECT done.person, done.course, max(coalesce(done.valid_until, 'infinity')) AS until_day
          FROM learning.completed_at(on_day, known_at) AS done
         WHERE done.person IN (SELECT wanted.person FROM wanted) AND done.course IN (SELECT wanted.course FROM wanted)
         GROUP BY done.person, done.course
    ), places AS MATERIALIZED (
        SELECT place.unit, place.path FROM directory.places(on_day, known_at) AS place
    ), stretches AS MATERIALIZED (
        SELECT stretch.person, stretch.unit, daterange(stretch.from_day, least(coalesce(stretch.until_day, on_day), on_day), '[]') AS days
          FROM directory.stretches('-infinity', on_day, known_at) AS stretch
         WHERE stretch.kind <> 'RETIREE' AND stretch.person IN (SELECT wanted.person FROM wanted WHERE wanted.kind = 'UNIT')
    ), been AS (
        SELECT wanted.naming, wanted.requirement, range_agg(there.days) AS days
          FROM wanted
          LEFT JOIN (SELECT stretches.person, stretches.days, places.path FROM stretches JOIN places ON places.unit = stretches.unit) AS there
            ON there.person = wanted.person AND wanted.unit = ANY (there.path)
         WHERE wanted.kind = 'UNIT'
         GROUP BY wanted.naming, wanted.requirement
    ), stays AS (
        SELECT been.naming, been.requirement, (SELECT coalesce(sum(upper(stay) - lower(stay)), 0) FROM unnest(been.days) AS stay)::int / 30 AS months
          FROM been
    )
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, coalesce(levels.level, 0), CASE WHEN levels.until_day < on_day THEN levels.until_day END,
           greatest(CASE WHEN levels.until_day < on_day THEN rule.at('succession', 'again-months', on_day, known_at) ELSE 0 END,
                    (wanted.level - coalesce(levels.level, 0)) * rule.at('succession', 'level-months', on_day, known_at))
      FROM wanted
      LEFT JOIN levels ON levels.person = wanted.person AND levels.track = wanted.track
     WHERE wanted.kind = 'LEVEL'
       AND (levels.level IS NULL OR levels.level < wanted.level OR levels.until_day < on_day)
    UNION ALL
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, 0, courses.until_day, rule.at('succession', 'course-months', on_day, known_at)
      FROM wanted
      LEFT JOIN courses ON courses.person = wanted.person AND courses.course = wanted.course
     WHERE wanted.kind = 'COURSE'
       AND (courses.until_day IS NULL OR courses.until_day < on_day)
    UNION ALL
    SELECT wanted.naming, wanted.post, wanted.person, wanted.requirement, wanted.kind, stays.months, NULL, wanted.months - stays.months
      FROM wanted
      JOIN stays ON stays.naming = wanted.naming AND stays.requirement = wanted.requirement
     WHERE stays.months < wanted.months
$function$
;
CREATE OR REPLACE FUNCTION succession.namings(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(naming uuid, post uuid, project uuid, person uuid, state text, day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (naming.id) naming.id, naming.post, naming.project, naming.person, step.state, step.day, step.record
      FROM succession.naming
      JOIN succession.naming_step AS step ON step.naming = naming.id AND step.day <= on_day AND step.at <= known_at
     ORDER BY naming.id, step.no DESC
$function$
;
CREATE OR REPLACE FUNCTION succession.readiness(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(naming uuid, post uuid, person uuid, missing integer, months integer, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT * FROM succession.readiness(on_day, known_at, NULL)
$function$
;
CREATE OR REPLACE FUNCTION succession.readiness(on_day date, known_at timestamp with time zone, of_posts uuid[])
 RETURNS TABLE(naming uuid, post uuid, person uuid, missing integer, months integer, record uuid)
 LANGUAGE plpgsql
 STABLE ROWS 600
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT candidate.naming, candidate.post, candidate.person, coalesce(lacks.missing, 0), coalesce(lacks.months, 0), candidate.record
      FROM succession.candidates(on_day, known_at) AS candidate
      LEFT JOIN (SELECT missing.naming, count(*)::int AS missing,
                        greatest(coalesce(max(missing.months) FILTER (WHERE missing.kind <> 'UNIT'), 0), coalesce(sum(missing.months) FILTER (WHERE missing.kind = 'UNIT'), 0))::int AS months
                   FROM succession.missing(on_day, known_at, of_posts) AS missing
                  GROUP BY missing.naming) AS lacks ON lacks.naming = candidate.naming
     WHERE of_posts IS NULL OR candidate.post = ANY (of_posts);
END
$function$
;


-- supplier

CREATE TABLE supplier.accountability (
    id uuid NOT NULL,
    category text NOT NULL,
    charge text NOT NULL,
    site uuid,
    department uuid NOT NULL,
    from_day date NOT NULL,
    until_day date,
    reason text NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT accountability_pkey PRIMARY KEY (id),
    CONSTRAINT accountability_category_fkey FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT accountability_department_fkey FOREIGN KEY (department) REFERENCES supplier.department(id),
    CONSTRAINT accountability_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT accountability_reason_fits CHECK ((char_length(reason) <= 4000)) NOT VALID,
    CONSTRAINT accountable_until_after_from CHECK ((until_day >= from_day)),
    CONSTRAINT charge_known CHECK ((charge = ANY (ARRAY['BUYING'::text, 'QUALITY'::text]))),
    CONSTRAINT one_accountable_a_day EXCLUDE USING gist (directory.same(((((category || ' '::text) || charge) || ' '::text) || COALESCE((site)::text, ''::text)), ((((category || ' '::text) || charge) || ' '::text) || COALESCE((site)::text, ''::text)), '[]'::text) WITH &&, daterange(from_day, until_day, '[]'::text) WITH &&) WHERE ((superseded_at IS NULL))
);

CREATE TABLE supplier.accountability_proposed (
    proposal uuid NOT NULL,
    category text NOT NULL,
    charge text NOT NULL,
    site uuid,
    department uuid,
    from_day date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT accountability_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT accountability_proposed_category_fkey FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT accountability_proposed_department_fkey FOREIGN KEY (department) REFERENCES supplier.department(id),
    CONSTRAINT accountability_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT accountability_proposed_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT accountability_proposed_reason_fits CHECK ((char_length(reason) <= 4000)),
    CONSTRAINT change_says_why CHECK ((reason <> ''::text)),
    CONSTRAINT proposed_charge_known CHECK ((charge = ANY (ARRAY['BUYING'::text, 'QUALITY'::text])))
);

CREATE TABLE supplier.batch (
    id uuid NOT NULL,
    kind text NOT NULL,
    year integer,
    file text NOT NULL,
    bytes bytea NOT NULL,
    read_at timestamp with time zone NOT NULL,
    read_by uuid NOT NULL,
    CONSTRAINT batch_pkey PRIMARY KEY (id),
    CONSTRAINT batch_kind CHECK ((kind = ANY (ARRAY['SUPPLIERS'::text, 'SITES'::text, 'MATERIALS'::text, 'LEDGER'::text]))),
    CONSTRAINT ledger_has_year CHECK (((kind = 'LEDGER'::text) = (year IS NOT NULL)))
);

CREATE TABLE supplier.category (
    code text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    until_day date,
    CONSTRAINT category_pkey PRIMARY KEY (code),
    CONSTRAINT category_has_code CHECK ((code <> ''::text)),
    CONSTRAINT category_has_name CHECK (((name_en <> ''::text) AND (name_zh <> ''::text))),
    CONSTRAINT category_name_en_fits CHECK ((char_length(name_en) <= 300)) NOT VALID,
    CONSTRAINT category_name_zh_fits CHECK ((char_length(name_zh) <= 300)) NOT VALID
);

CREATE TABLE supplier.change (
    supplier uuid NOT NULL,
    field text NOT NULL,
    was text NOT NULL,
    becomes text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT change_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id)
);

CREATE TABLE supplier.contact (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    phone text NOT NULL DEFAULT ''::text,
    from_day date NOT NULL,
    until_day date,
    hands_to uuid,
    roles text[] NOT NULL DEFAULT '{}'::text[],
    CONSTRAINT contact_pkey PRIMARY KEY (id),
    CONSTRAINT contact_hands_to_fkey FOREIGN KEY (hands_to) REFERENCES supplier.contact(id),
    CONSTRAINT contact_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT contact_name_fits CHECK ((char_length(name) <= 300)) NOT VALID,
    CONSTRAINT contact_phone_fits CHECK ((char_length(phone) <= 300)) NOT VALID,
    CONSTRAINT leaves_after_coming CHECK ((until_day >= from_day))
);

CREATE TABLE supplier.content (
    material uuid NOT NULL,
    cas text NOT NULL,
    mass_share numeric(12,9) NOT NULL,
    valid daterange NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT content_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT share_of_mass CHECK (((mass_share >= (0)::numeric) AND (mass_share <= (1)::numeric)))
);

CREATE TABLE supplier.department (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    kind text NOT NULL,
    from_day date NOT NULL,
    until_day date,
    named_by uuid NOT NULL,
    named_at timestamp with time zone NOT NULL,
    closed_by uuid,
    closed_at timestamp with time zone,
    record uuid NOT NULL,
    CONSTRAINT department_pkey PRIMARY KEY (id),
    CONSTRAINT department_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT closed_by_somebody CHECK ((((until_day IS NULL) = (closed_by IS NULL)) AND ((closed_by IS NULL) = (closed_at IS NULL)))),
    CONSTRAINT department_ends_after_it_begins CHECK ((until_day >= (from_day - 1))),
    CONSTRAINT department_kind CHECK ((kind = ANY (ARRAY['INTEGRATED'::text, 'SILICON'::text, 'EQUIPMENT'::text, 'SITE'::text, 'QUALITY'::text])))
);

CREATE TABLE supplier.ending (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    words text NOT NULL,
    ended_by uuid NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    resumed_by uuid,
    resumed_at timestamp with time zone,
    CONSTRAINT ending_pkey PRIMARY KEY (id),
    CONSTRAINT ending_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT ending_reason CHECK ((reason = ANY (ARRAY['NO_DEMAND'::text, 'QUALITY'::text, 'COMPLIANCE'::text, 'PRICE'::text, 'CLOSED'::text, 'OTHER'::text]))),
    CONSTRAINT ending_words_fits CHECK ((char_length(words) <= 4000)) NOT VALID,
    CONSTRAINT resumed_by_somebody CHECK (((resumed_by IS NULL) = (resumed_at IS NULL)))
);

CREATE TABLE supplier.ledger (
    id uuid NOT NULL,
    source text NOT NULL,
    year integer NOT NULL,
    stated_rows integer NOT NULL,
    stated_kilograms numeric(16,3) NOT NULL,
    evidence uuid NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT ledger_pkey PRIMARY KEY (id),
    CONSTRAINT ledger_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id)
);

CREATE TABLE supplier.material (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    number text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    CONSTRAINT material_pkey PRIMARY KEY (id),
    CONSTRAINT material_number_taken UNIQUE (supplier, number),
    CONSTRAINT material_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT material_name_en_fits CHECK ((char_length(name_en) <= 300)) NOT VALID,
    CONSTRAINT material_name_zh_fits CHECK ((char_length(name_zh) <= 300)) NOT VALID,
    CONSTRAINT material_number_fits CHECK ((char_length(number) <= 300)) NOT VALID
);

CREATE TABLE supplier.merge (
    proposal uuid NOT NULL,
    gone uuid NOT NULL,
    stays uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT merge_pkey PRIMARY KEY (proposal),
    CONSTRAINT merge_gone_fkey FOREIGN KEY (gone) REFERENCES supplier.supplier(id),
    CONSTRAINT merge_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT merge_stays_fkey FOREIGN KEY (stays) REFERENCES supplier.supplier(id),
    CONSTRAINT merge_of_two CHECK ((gone <> stays)),
    CONSTRAINT merge_reason_fits CHECK ((char_length(reason) <= 2000)),
    CONSTRAINT merge_says_why CHECK ((reason <> ''::text))
);

CREATE TABLE supplier.merged (
    merge uuid NOT NULL,
    merged_by uuid NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    merged_on date NOT NULL,
    undo_until date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT merged_pkey PRIMARY KEY (merge),
    CONSTRAINT merged_merge_fkey FOREIGN KEY (merge) REFERENCES supplier.merge(proposal),
    CONSTRAINT undone_afterwards CHECK ((undo_until >= merged_on))
);

CREATE TABLE supplier.moved (
    merge uuid NOT NULL,
    relation text NOT NULL,
    key jsonb NOT NULL,
    was text,
    CONSTRAINT moved_once PRIMARY KEY (merge, relation, key),
    CONSTRAINT moved_merge_fkey FOREIGN KEY (merge) REFERENCES supplier.merged(merge)
);

CREATE TABLE supplier.purchase (
    material uuid NOT NULL,
    valid daterange NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT purchase_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT bought_some_time CHECK ((NOT isempty(valid)))
);

CREATE TABLE supplier.receipt (
    document text NOT NULL,
    line integer NOT NULL,
    ledger uuid NOT NULL,
    supplier uuid NOT NULL,
    material uuid NOT NULL,
    day date NOT NULL,
    kilograms numeric(14,3) NOT NULL,
    CONSTRAINT receipt_pkey PRIMARY KEY (document, line),
    CONSTRAINT receipt_ledger_fkey FOREIGN KEY (ledger) REFERENCES supplier.ledger(id),
    CONSTRAINT receipt_material_fkey FOREIGN KEY (material) REFERENCES supplier.material(id),
    CONSTRAINT receipt_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT something_came CHECK ((kilograms > (0)::numeric))
);

CREATE TABLE supplier.site (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    country text NOT NULL,
    from_day date NOT NULL DEFAULT CURRENT_DATE,
    until_day date,
    CONSTRAINT site_pkey PRIMARY KEY (id),
    CONSTRAINT site_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT site_address_fits CHECK ((char_length(address) <= 300)) NOT VALID,
    CONSTRAINT site_closes_after_opening CHECK ((until_day >= from_day)),
    CONSTRAINT site_name_fits CHECK ((char_length(name) <= 300)) NOT VALID
);

CREATE TABLE supplier.supplier (
    id uuid NOT NULL,
    number text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    country text NOT NULL,
    category text NOT NULL,
    credit_code text,
    lei text,
    registered_by uuid NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    name_other text NOT NULL DEFAULT ''::text,
    merged_into uuid,
    CONSTRAINT supplier_pkey PRIMARY KEY (id),
    CONSTRAINT credit_code_taken UNIQUE (credit_code),
    CONSTRAINT lei_taken UNIQUE (lei),
    CONSTRAINT number_taken UNIQUE (number),
    CONSTRAINT category_known FOREIGN KEY (category) REFERENCES supplier.category(code),
    CONSTRAINT supplier_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES supplier.supplier(id),
    CONSTRAINT country_code CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT merged_into_another CHECK ((merged_into <> id)),
    CONSTRAINT supplier_name_en_fits CHECK ((char_length(name_en) <= 300)) NOT VALID,
    CONSTRAINT supplier_name_other_fits CHECK ((char_length(name_other) <= 300)) NOT VALID,
    CONSTRAINT supplier_name_zh_fits CHECK ((char_length(name_zh) <= 300)) NOT VALID,
    CONSTRAINT supplier_number_fits CHECK ((char_length(number) <= 300)) NOT VALID
);

CREATE TABLE supplier.unmerge (
    proposal uuid NOT NULL,
    merge uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT unmerge_pkey PRIMARY KEY (proposal),
    CONSTRAINT unmerge_merge_fkey FOREIGN KEY (merge) REFERENCES supplier.merged(merge),
    CONSTRAINT unmerge_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT unmerge_reason_fits CHECK ((char_length(reason) <= 2000)),
    CONSTRAINT unmerge_says_why CHECK ((reason <> ''::text))
);

CREATE TABLE supplier.unmerged (
    merge uuid NOT NULL,
    unmerge uuid NOT NULL,
    unmerged_by uuid NOT NULL,
    unmerged_at timestamp with time zone NOT NULL,
    unmerged_on date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT unmerged_pkey PRIMARY KEY (merge),
    CONSTRAINT unmerged_merge_fkey FOREIGN KEY (merge) REFERENCES supplier.merged(merge),
    CONSTRAINT unmerged_unmerge_fkey FOREIGN KEY (unmerge) REFERENCES supplier.unmerge(proposal)
);

CREATE INDEX accountability_by_category ON supplier.accountability USING btree (category) WHERE (superseded_at IS NULL);
CREATE INDEX accountability_proposed_by_category ON supplier.accountability_proposed USING btree (category);
CREATE INDEX change_by_supplier ON supplier.change USING btree (supplier, at);
CREATE INDEX contact_by_supplier ON supplier.contact USING btree (supplier);
CREATE INDEX content_by_material ON supplier.content USING btree (material);
CREATE UNIQUE INDEX department_of_a_unit ON supplier.department USING btree (unit) WHERE (until_day IS NULL);
CREATE UNIQUE INDEX ended_once ON supplier.ending USING btree (supplier) WHERE (resumed_at IS NULL);
CREATE INDEX merge_by_gone ON supplier.merge USING btree (gone);
CREATE INDEX merge_by_stays ON supplier.merge USING btree (stays);
CREATE INDEX purchase_by_material ON supplier.purchase USING btree (material);
CREATE INDEX receipt_by_supplier ON supplier.receipt USING btree (supplier, day);
CREATE INDEX site_by_supplier ON supplier.site USING btree (supplier);
CREATE UNIQUE INDEX site_name_taken ON supplier.site USING btree (supplier, lower(name)) WHERE (until_day IS NULL);
CREATE INDEX supplier_merged ON supplier.supplier USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE VIEW supplier.category_known AS
 SELECT code
   FROM supplier.category;
CREATE VIEW supplier.category_name AS
 SELECT code,
    name_en,
    name_zh
   FROM supplier.category;
CREATE VIEW supplier.ended AS
 SELECT supplier,
    last_day,
    record
   FROM supplier.ending
  WHERE (resumed_at IS NULL);
CREATE VIEW supplier.entered AS
 SELECT id AS supplier,
    registered_by AS account
   FROM supplier.supplier;
CREATE VIEW supplier.former AS
 SELECT COALESCE(supplier.merged_into, change.supplier) AS supplier,
    change.field,
    change.was AS words,
    change.at AS until_at,
    change.supplier AS record_of
   FROM (supplier.change
     JOIN supplier.supplier ON ((supplier.id = change.supplier)))
  WHERE ((change.field = ANY (ARRAY['number'::text, 'name-en'::text, 'name-zh'::text, 'name-other'::text])) AND (change.was <> ''::text))
UNION ALL
 SELECT gone.merged_into AS supplier,
    said.field,
    said.words,
    merged.merged_at AS until_at,
    gone.id AS record_of
   FROM (((supplier.supplier gone
     JOIN supplier.merge ON ((merge.gone = gone.id)))
     JOIN supplier.merged ON ((merged.merge = merge.proposal)))
     CROSS JOIN LATERAL ( VALUES ('number'::text,gone.number), ('name-en'::text,gone.name_en), ('name-zh'::text,gone.name_zh), ('name-other'::text,gone.name_other)) said(field, words))
  WHERE ((gone.merged_into IS NOT NULL) AND (said.words <> ''::text) AND (NOT (EXISTS ( SELECT
           FROM supplier.unmerged
          WHERE (unmerged.merge = merged.merge)))));
CREATE VIEW supplier.ledger_stated AS
 SELECT id,
    year,
    stated_rows,
    stated_kilograms,
    recorded_at
   FROM supplier.ledger;
CREATE VIEW supplier.material_name AS
 SELECT id,
    supplier,
    number,
    name_en,
    name_zh
   FROM supplier.material;
CREATE VIEW supplier.name AS
 SELECT supplier.id,
    supplier.number,
    supplier.name_en,
    supplier.name_zh,
    supplier.country,
    supplier.category,
    category.name_en AS category_en,
    category.name_zh AS category_zh,
    COALESCE(supplier.merged_into, supplier.id) AS now
   FROM (supplier.supplier
     JOIN supplier.category ON ((category.code = supplier.category)));
CREATE VIEW supplier.place AS
 SELECT id,
    supplier,
    name,
    country,
    from_day,
    until_day,
    address
   FROM supplier.site;
CREATE VIEW supplier.registered AS
 SELECT id AS supplier,
    ((registered_at AT TIME ZONE 'Asia/Shanghai'::text))::date AS day
   FROM supplier.supplier;
CREATE VIEW supplier.site_of AS
 SELECT id AS site,
    supplier,
    name
   FROM supplier.site;

CREATE OR REPLACE FUNCTION supplier.accountable(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(category text, charge text, site uuid, department uuid, from_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT category, charge, site, department, from_day, record
      FROM supplier.accountability
     WHERE from_day <= on_day
       AND (until_day IS NULL OR until_day >= on_day)
       AND recorded_at <= known_at
       AND (superseded_at IS NULL OR superseded_at > known_at)
$function$
;
CREATE OR REPLACE FUNCTION supplier.active(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, number text, name_en text, name_zh text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT id, number, name_en, name_zh
      FROM supplier.supplier
     WHERE registered_at <= known_at
       AND (registered_at AT TIME ZONE 'Asia/Shanghai')::date <= on_day
       AND merged_into IS NULL
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = supplier.id
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$function$
;
CREATE OR REPLACE FUNCTION supplier.bought(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, material uuid, category text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT material.supplier, material.id, supplier.category
      FROM supplier.purchase
      JOIN supplier.material ON material.id = purchase.material
      JOIN supplier.supplier ON supplier.id = material.supplier
     WHERE purchase.valid @> on_day
       AND purchase.recorded @> known_at
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = material.supplier
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$function$
;
CREATE OR REPLACE FUNCTION supplier.departments(on_day date)
 RETURNS TABLE(department uuid, unit uuid, code text, kind text, name_en text, name_zh text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT department.id, department.unit, place.code, department.kind, place.name_en, place.name_zh
      FROM supplier.department
      JOIN directory.places(on_day, 'infinity') AS place ON place.unit = department.unit
     WHERE department.from_day <= on_day
       AND (department.until_day IS NULL OR department.until_day >= on_day)
$function$
;
CREATE OR REPLACE FUNCTION supplier.left_by(on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, last_day date, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT ending.supplier, ending.last_day, ending.record
      FROM supplier.ending
     WHERE ending.last_day < on_day
       AND ending.ended_at <= known_at
       AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at)
$function$
;
CREATE OR REPLACE FUNCTION supplier.likeness(of_supplier uuid, public_domains text[])
 RETURNS TABLE(other uuid, kind text)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT theirs.supplier, 'ADDRESS'
      FROM supplier.site AS ours
      JOIN supplier.site AS theirs ON lower(regexp_replace(theirs.address, '[[:space:][:punct:]]', '', 'g')) = lower(regexp_replace(ours.address, '[[:space:][:punct:]]', '', 'g'))
     WHERE ours.supplier = of_supplier AND theirs.supplier <> of_supplier
       AND length(regexp_replace(ours.address, '[[:space:][:punct:]]', '', 'g')) > 5
    UNION
    SELECT theirs.supplier, 'PHONE'
      FROM supplier.contact AS ours
      JOIN supplier.contact AS theirs ON regexp_replace(theirs.phone, '[^0-9]', '', 'g') = regexp_replace(ours.phone, '[^0-9]', '', 'g')
     WHERE ours.supplier = of_supplier AND theirs.supplier <> of_supplier
       AND length(regexp_replace(ours.phone, '[^0-9]', '', 'g')) > 6
    UNION
    SELECT theirs.supplier, 'EMAIL_DOMAIN'
      FROM supplier.contact AS ours
      JOIN supplier.contact AS theirs ON lower(split_part(theirs.email, '@', 2)) = lower(split_part(ours.email, '@', 2))
     WHERE ours.supplier = of_supplier AND theirs.supplier <> of_supplier
       AND split_part(ours.email, '@', 2) <> ''
       AND NOT lower(split_part(ours.email, '@', 2)) = ANY (public_domains)
$function$
;
CREATE OR REPLACE FUNCTION supplier.received(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, kilograms numeric, first_day date, last_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT receipt.supplier, sum(receipt.kilograms), min(receipt.day), max(receipt.day)
      FROM supplier.receipt
      JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= known_at
     WHERE receipt.day BETWEEN from_day AND until_day
     GROUP BY receipt.supplier
$function$
;
CREATE OR REPLACE FUNCTION supplier.received_with(substance text, from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, material uuid, kilograms numeric, last_day date)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT receipt.supplier, receipt.material, sum(receipt.kilograms), max(receipt.day)
      FROM supplier.receipt
      JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= known_at
      JOIN supplier.content ON content.material = receipt.material
                           AND content.cas = substance
                           AND content.mass_share > 0
                           AND content.valid @> receipt.day
                           AND content.recorded @> known_at
     WHERE receipt.day BETWEEN from_day AND until_day
     GROUP BY receipt.supplier, receipt.material
$function$
;
CREATE OR REPLACE FUNCTION supplier.with_substance(substance text, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT material.supplier
      FROM supplier.content
      JOIN supplier.material ON material.id = content.material
      JOIN supplier.purchase ON purchase.material = material.id
                            AND purchase.valid @> on_day
                            AND purchase.recorded @> known_at
     WHERE content.cas = substance
       AND content.mass_share > 0
       AND content.valid @> on_day
       AND content.recorded @> known_at
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = material.supplier
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$function$
;

CREATE TRIGGER clearance_clearance AFTER INSERT OR DELETE OR UPDATE ON supplier.category FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_clearance AFTER INSERT OR DELETE OR UPDATE ON supplier.supplier FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell();
CREATE TRIGGER clearance_clearance_came AFTER INSERT ON supplier.ending REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_came AFTER INSERT ON supplier.site REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_is AFTER UPDATE ON supplier.ending REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_is AFTER UPDATE ON supplier.site REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_was AFTER UPDATE ON supplier.ending REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_was AFTER UPDATE ON supplier.site REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_went AFTER DELETE ON supplier.ending REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_clearance_went AFTER DELETE ON supplier.site REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_substances_came AFTER INSERT ON supplier.material REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_substances_came AFTER INSERT ON supplier.purchase REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT material.supplier FROM changed JOIN supplier.material ON material.id = changed.material FOR SHARE OF material');
CREATE TRIGGER clearance_substances_is AFTER UPDATE ON supplier.material REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_substances_is AFTER UPDATE ON supplier.purchase REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT material.supplier FROM changed JOIN supplier.material ON material.id = changed.material FOR SHARE OF material');
CREATE TRIGGER clearance_substances_was AFTER UPDATE ON supplier.material REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_substances_was AFTER UPDATE ON supplier.purchase REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT material.supplier FROM changed JOIN supplier.material ON material.id = changed.material FOR SHARE OF material');
CREATE TRIGGER clearance_substances_went AFTER DELETE ON supplier.material REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT supplier FROM changed');
CREATE TRIGGER clearance_substances_went AFTER DELETE ON supplier.purchase REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION clearance.tell('SELECT material.supplier FROM changed JOIN supplier.material ON material.id = changed.material FOR SHARE OF material');


-- survey

CREATE TABLE survey.atom (
    round uuid NOT NULL,
    place integer NOT NULL,
    no integer NOT NULL,
    CONSTRAINT atom_pkey PRIMARY KEY (round, place),
    CONSTRAINT atom_no UNIQUE (round, no),
    CONSTRAINT atom_place FOREIGN KEY (round, place) REFERENCES survey.place(round, no)
);

CREATE TABLE survey.ballot (
    round uuid NOT NULL,
    sheet bytea NOT NULL,
    place integer NOT NULL,
    answers smallint[] NOT NULL,
    CONSTRAINT ballot_pkey PRIMARY KEY (round, sheet),
    CONSTRAINT ballot_place FOREIGN KEY (round, place) REFERENCES survey.place(round, no),
    CONSTRAINT ballot_answers CHECK ((((cardinality(answers) >= 1) AND (cardinality(answers) <= 60)) AND (1 <= ALL (answers)) AND (5 >= ALL (answers)))),
    CONSTRAINT ballot_sheet CHECK ((octet_length(sheet) = 32))
);

CREATE TABLE survey.closing (
    round uuid NOT NULL,
    day date NOT NULL,
    tokens integer NOT NULL,
    slips integer NOT NULL,
    ballots integer NOT NULL,
    by_slip integer NOT NULL,
    answers bigint NOT NULL,
    remarks integer NOT NULL,
    root text NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    astray integer NOT NULL DEFAULT 0,
    CONSTRAINT closing_pkey PRIMARY KEY (round),
    CONSTRAINT closing_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT closing_astray CHECK (((astray >= 0) AND (astray <= ballots))),
    CONSTRAINT closing_counts CHECK (((ballots >= by_slip) AND (by_slip <= slips))),
    CONSTRAINT closing_root CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE survey.counted (
    round uuid NOT NULL,
    sheet bytea NOT NULL,
    place integer NOT NULL,
    answers smallint[] NOT NULL,
    CONSTRAINT counted_pkey PRIMARY KEY (round, sheet),
    CONSTRAINT counted_place FOREIGN KEY (round, place) REFERENCES survey.place(round, no)
);

CREATE TABLE survey.driver (
    cell uuid NOT NULL,
    dimension text NOT NULL,
    explained integer NOT NULL,
    share integer NOT NULL,
    low integer NOT NULL,
    high integer NOT NULL,
    verdict text NOT NULL,
    CONSTRAINT driver_pkey PRIMARY KEY (cell, dimension),
    CONSTRAINT driver_cell_fkey FOREIGN KEY (cell) REFERENCES figure.cell(id),
    CONSTRAINT driver_share CHECK ((((explained >= 0) AND (explained <= 1000000)) AND ((low >= 0) AND (low <= 1000000)) AND ((share >= 0) AND (share <= 1000000)) AND ((high >= low) AND (high <= 1000000)))),
    CONSTRAINT driver_verdict CHECK ((verdict = ANY (ARRAY['MORE'::text, 'LESS'::text, 'NOT_CLEAR'::text])))
);

CREATE TABLE survey.invited (
    round uuid NOT NULL,
    person uuid NOT NULL,
    place integer NOT NULL,
    paper uuid,
    CONSTRAINT invited_pkey PRIMARY KEY (round, person),
    CONSTRAINT invited_paper_fkey FOREIGN KEY (paper) REFERENCES survey.printing(id),
    CONSTRAINT invited_person_fkey FOREIGN KEY (person) REFERENCES directory.person(id),
    CONSTRAINT invited_place FOREIGN KEY (round, place) REFERENCES survey.place(round, no),
    CONSTRAINT invited_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id)
);

CREATE TABLE survey.merged (
    round uuid NOT NULL,
    no integer NOT NULL,
    part text NOT NULL,
    shown text NOT NULL,
    why text NOT NULL,
    because text NOT NULL,
    CONSTRAINT merged_pkey PRIMARY KEY (round, no),
    CONSTRAINT merged_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT merged_why CHECK ((why = ANY (ARRAY['FEW'::text, 'NEIGHBOURS_ARE_FEW'::text, 'WOULD_TELL'::text])))
);

CREATE TABLE survey.pack (
    code text NOT NULL,
    text text NOT NULL,
    sha256 text NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT pack_pkey PRIMARY KEY (code),
    CONSTRAINT pack_code CHECK ((code ~ '^[a-z]+(-[a-z0-9]+)?$'::text)),
    CONSTRAINT pack_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT pack_text_fits CHECK (((char_length(text) >= 1) AND (char_length(text) <= 65536)))
);

CREATE TABLE survey.place (
    round uuid NOT NULL,
    no integer NOT NULL,
    path text[] NOT NULL,
    tenure text NOT NULL,
    kind text NOT NULL,
    people integer NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (round, no),
    CONSTRAINT place_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT place_kind CHECK ((kind = ANY (ARRAY[''::text, 'EMPLOYEE'::text, 'OTHER'::text]))),
    CONSTRAINT place_people CHECK ((people >= 10)),
    CONSTRAINT place_tenure CHECK ((tenure = ANY (ARRAY[''::text, 'T0'::text, 'T1'::text, 'T5'::text])))
);

CREATE TABLE survey.printing (
    id uuid NOT NULL,
    round uuid NOT NULL,
    place integer NOT NULL,
    slips integer NOT NULL,
    printed_by uuid NOT NULL,
    printed_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT printing_pkey PRIMARY KEY (id),
    CONSTRAINT printing_place FOREIGN KEY (round, place) REFERENCES survey.place(round, no),
    CONSTRAINT printing_slips CHECK (((slips >= 1) AND (slips <= 20000)))
);

CREATE TABLE survey.rate (
    round uuid NOT NULL,
    day date NOT NULL,
    unit text NOT NULL,
    people integer NOT NULL,
    percent integer NOT NULL,
    CONSTRAINT rate_pkey PRIMARY KEY (round, day, unit),
    CONSTRAINT rate_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT rate_percent CHECK ((((percent >= 0) AND (percent <= 100)) AND ((percent % 5) = 0)))
);

CREATE TABLE survey.refused (
    round uuid NOT NULL,
    no integer NOT NULL,
    cut text NOT NULL,
    people integer NOT NULL,
    asked_by uuid NOT NULL,
    refused_at timestamp with time zone NOT NULL,
    CONSTRAINT refused_pkey PRIMARY KEY (round, no),
    CONSTRAINT refused_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id)
);

CREATE TABLE survey.released (
    round uuid NOT NULL,
    population uuid NOT NULL,
    released_by uuid NOT NULL,
    released_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT released_pkey PRIMARY KEY (round),
    CONSTRAINT released_population_key UNIQUE (population),
    CONSTRAINT released_population_fkey FOREIGN KEY (population) REFERENCES figure.population(id),
    CONSTRAINT released_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id)
);

CREATE TABLE survey.remark (
    round uuid NOT NULL,
    id uuid NOT NULL,
    site text NOT NULL,
    words text NOT NULL,
    CONSTRAINT remark_pkey PRIMARY KEY (round, id),
    CONSTRAINT remark_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT remark_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE survey.round (
    id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    year integer NOT NULL,
    pack text NOT NULL,
    pack_sha256 text NOT NULL,
    items text[] NOT NULL,
    unit uuid,
    asks_again uuid,
    first_day date NOT NULL,
    last_day date NOT NULL,
    least integer NOT NULL,
    comment_least integer NOT NULL,
    rate_least integer NOT NULL,
    invited integer NOT NULL,
    ballot uuid NOT NULL,
    launched_by uuid NOT NULL,
    launched_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT round_pkey PRIMARY KEY (id),
    CONSTRAINT round_ballot UNIQUE (ballot),
    CONSTRAINT round_number UNIQUE (number),
    CONSTRAINT round_asks_again_fkey FOREIGN KEY (asks_again) REFERENCES survey.round(id),
    CONSTRAINT round_ballot_fkey FOREIGN KEY (ballot) REFERENCES ballot.round(id),
    CONSTRAINT round_unit_fkey FOREIGN KEY (unit) REFERENCES directory.unit(id),
    CONSTRAINT round_days CHECK ((first_day <= last_day)),
    CONSTRAINT round_invited CHECK ((invited >= "least")),
    CONSTRAINT round_items CHECK (((cardinality(items) >= 1) AND (cardinality(items) <= 60))),
    CONSTRAINT round_kind CHECK ((kind = ANY (ARRAY['YEARLY'::text, 'PULSE'::text]))),
    CONSTRAINT round_least CHECK ((("least" >= 10) AND (comment_least >= 20) AND (rate_least >= 20)))
);

CREATE TABLE survey.score (
    cell uuid NOT NULL,
    round uuid NOT NULL,
    scale text NOT NULL,
    items integer NOT NULL,
    people integer NOT NULL,
    points bigint NOT NULL,
    squares bigint NOT NULL,
    CONSTRAINT score_pkey PRIMARY KEY (cell, scale),
    CONSTRAINT score_cell_fkey FOREIGN KEY (cell) REFERENCES figure.cell(id),
    CONSTRAINT score_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT score_points CHECK (((points >= 0) AND (points <= ((4 * (items)::bigint) * people))))
);

CREATE TABLE survey.shown_remark (
    round uuid NOT NULL,
    no integer NOT NULL,
    site text NOT NULL,
    words text NOT NULL,
    CONSTRAINT shown_remark_pkey PRIMARY KEY (round, no),
    CONSTRAINT shown_remark_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT shown_remark_words_fits CHECK (((char_length(words) >= 1) AND (char_length(words) <= 1000)))
);

CREATE TABLE survey.slip (
    round uuid NOT NULL,
    code bytea NOT NULL,
    printing uuid NOT NULL,
    used_on date,
    CONSTRAINT slip_pkey PRIMARY KEY (round, code),
    CONSTRAINT slip_printing_fkey FOREIGN KEY (printing) REFERENCES survey.printing(id),
    CONSTRAINT slip_round_fkey FOREIGN KEY (round) REFERENCES survey.round(id),
    CONSTRAINT slip_code CHECK ((octet_length(code) = 32))
);

CREATE INDEX invited_by_person ON survey.invited USING btree (person);
CREATE UNIQUE INDEX round_yearly_once ON survey.round USING btree (year) WHERE (kind = 'YEARLY'::text);
CREATE INDEX score_by_round ON survey.score USING btree (round);


-- targets

CREATE TABLE targets.approval (
    target uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT approval_pkey PRIMARY KEY (target),
    CONSTRAINT approval_target_fkey FOREIGN KEY (target) REFERENCES targets.target(id)
);

CREATE TABLE targets.target (
    id uuid NOT NULL,
    figure text NOT NULL,
    year integer NOT NULL,
    direction text NOT NULL,
    value numeric NOT NULL,
    warning numeric NOT NULL,
    base_year integer,
    responsible uuid NOT NULL,
    proposal uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    no integer NOT NULL,
    CONSTRAINT target_pkey PRIMARY KEY (id),
    CONSTRAINT one_at_a_time UNIQUE (figure, year, no),
    CONSTRAINT target_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT target_responsible_fkey FOREIGN KEY (responsible) REFERENCES access.account(id),
    CONSTRAINT base_lies_before CHECK ((base_year < year)),
    CONSTRAINT direction_known CHECK ((direction = ANY (ARRAY['AT_LEAST'::text, 'AT_MOST'::text]))),
    CONSTRAINT warns_before_it_is_missed CHECK (
CASE direction
    WHEN 'AT_LEAST'::text THEN (warning <= value)
    ELSE (warning >= value)
END)
);

CREATE INDEX target_by_figure ON targets.target USING btree (figure, year);


-- time

CREATE TABLE time.day (
    last_begun date NOT NULL,
    only_one boolean NOT NULL DEFAULT true,
    CONSTRAINT day_pk PRIMARY KEY (only_one),
    CONSTRAINT day_only_one CHECK (only_one)
);

CREATE TABLE time.scheduled_task (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamp with time zone,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint NOT NULL,
    priority smallint,
    state text,
    CONSTRAINT scheduled_task_pk PRIMARY KEY (task_name, task_instance)
);

CREATE TABLE time.travel (
    days_ahead integer NOT NULL,
    only_one boolean NOT NULL DEFAULT true,
    CONSTRAINT travel_pk PRIMARY KEY (only_one),
    CONSTRAINT travel_forward CHECK ((days_ahead >= 0)),
    CONSTRAINT travel_only_one CHECK (only_one)
);

CREATE INDEX scheduled_task_execution_time ON "time".scheduled_task USING btree (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON "time".scheduled_task USING btree (last_heartbeat);


-- traceability

CREATE TABLE traceability.account (
    id uuid NOT NULL,
    model text NOT NULL,
    name text NOT NULL,
    days integer NOT NULL,
    per_mille integer NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_days CHECK (((days >= 1) AND (days <= 1100))),
    CONSTRAINT account_model CHECK ((model = ANY (ARRAY['ROLLING_AVERAGE'::text, 'CREDIT'::text]))),
    CONSTRAINT account_name_fits CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
    CONSTRAINT account_per_mille CHECK (((per_mille >= 1) AND (per_mille <= 1000)))
);

CREATE TABLE traceability.article (
    uri text NOT NULL,
    no integer NOT NULL,
    tier text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT article_pkey PRIMARY KEY (uri, no),
    CONSTRAINT article_has_names CHECK (((name_en <> ''::text) AND (name_zh <> ''::text))),
    CONSTRAINT article_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT article_name_zh_fits CHECK ((char_length(name_zh) <= 300)),
    CONSTRAINT article_tier CHECK ((tier = ANY (ARRAY['QUARTZ'::text, 'METALLURGICAL'::text, 'POLYSILICON'::text, 'RECLAIM'::text, 'ROD'::text, 'BRICK'::text, 'WAFER'::text, 'CELL'::text, 'MODULE'::text, 'PACKAGE'::text, 'OTHER'::text]))),
    CONSTRAINT article_uri_fits CHECK ((char_length(uri) <= 300))
);

CREATE TABLE traceability.body (
    capture uuid NOT NULL,
    no bigint NOT NULL,
    deflated bytea NOT NULL,
    CONSTRAINT body_pkey PRIMARY KEY (capture, no)
);

CREATE TABLE traceability.capture (
    id uuid NOT NULL,
    no bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    form text NOT NULL,
    supplier uuid,
    evidence uuid NOT NULL,
    faulty text NOT NULL,
    sent_by uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT capture_pkey PRIMARY KEY (id),
    CONSTRAINT capture_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT capture_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT capture_faulty CHECK ((faulty = ANY (ARRAY['REFUSE_ALL'::text, 'TAKE_GOOD'::text]))),
    CONSTRAINT capture_form CHECK ((form = ANY (ARRAY['EPCIS'::text, 'TABLE'::text])))
);

CREATE TABLE traceability.captured (
    capture uuid NOT NULL,
    outcome text NOT NULL,
    events bigint NOT NULL,
    taken bigint NOT NULL,
    duplicates bigint NOT NULL,
    declared bigint NOT NULL,
    refused bigint NOT NULL,
    done_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT captured_pkey PRIMARY KEY (capture),
    CONSTRAINT captured_capture_fkey FOREIGN KEY (capture) REFERENCES traceability.capture(id),
    CONSTRAINT captured_adds_up CHECK ((((((taken + duplicates) + declared) + refused) = events) OR (outcome = 'REFUSED'::text))),
    CONSTRAINT captured_outcome CHECK ((outcome = ANY (ARRAY['TAKEN'::text, 'REFUSED'::text]))),
    CONSTRAINT refused_takes_nothing CHECK (((outcome = 'TAKEN'::text) OR ((taken = 0) AND (declared = 0))))
);

CREATE TABLE traceability.certificate (
    item integer NOT NULL,
    scheme text NOT NULL,
    number text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT certificate_pkey PRIMARY KEY (item),
    CONSTRAINT certificate_item_fkey FOREIGN KEY (item) REFERENCES traceability.item(number),
    CONSTRAINT certificate_number_fits CHECK (((char_length(number) >= 1) AND (char_length(number) <= 300))),
    CONSTRAINT certificate_scheme_fits CHECK (((char_length(scheme) >= 1) AND (char_length(scheme) <= 300)))
);

CREATE TABLE traceability.chain_file (
    capture uuid NOT NULL,
    year integer NOT NULL,
    lots integer NOT NULL,
    accepted_by uuid NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT chain_file_pkey PRIMARY KEY (capture),
    CONSTRAINT chain_file_capture_fkey FOREIGN KEY (capture) REFERENCES traceability.capture(id),
    CONSTRAINT chain_file_has_lots CHECK ((lots > 0))
);

CREATE TABLE traceability.claim (
    item integer NOT NULL,
    model text NOT NULL,
    share numeric(19,18) NOT NULL,
    mass bigint NOT NULL,
    account uuid,
    proposed_by uuid NOT NULL,
    agreed_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT claimed_once PRIMARY KEY (item),
    CONSTRAINT claim_account_fkey FOREIGN KEY (account) REFERENCES traceability.account(id),
    CONSTRAINT claim_item_fkey FOREIGN KEY (item) REFERENCES traceability.item(number),
    CONSTRAINT claim_by_two CHECK ((proposed_by <> agreed_by)),
    CONSTRAINT claim_model CHECK ((model = ANY (ARRAY['IDENTITY_PRESERVED'::text, 'SEGREGATED'::text, 'CONTROLLED_BLENDING'::text, 'ROLLING_AVERAGE'::text, 'CREDIT'::text]))),
    CONSTRAINT claim_of_an_account CHECK (((model = ANY (ARRAY['ROLLING_AVERAGE'::text, 'CREDIT'::text])) = (account IS NOT NULL))),
    CONSTRAINT claim_share CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
);

CREATE TABLE traceability.claim_proposed (
    proposal uuid NOT NULL,
    item integer NOT NULL,
    model text NOT NULL,
    share numeric(19,18) NOT NULL,
    account uuid,
    CONSTRAINT claim_proposed_pkey PRIMARY KEY (proposal),
    CONSTRAINT claim_proposed_account_fkey FOREIGN KEY (account) REFERENCES traceability.account(id),
    CONSTRAINT claim_proposed_item_fkey FOREIGN KEY (item) REFERENCES traceability.item(number),
    CONSTRAINT claim_proposed_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT claim_proposed_share CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
);

CREATE TABLE traceability.closed (
    open_name uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT closed_pkey PRIMARY KEY (open_name),
    CONSTRAINT closed_open_name_fkey FOREIGN KEY (open_name) REFERENCES traceability.opened(open_name),
    CONSTRAINT closed_has_reason CHECK ((reason <> ''::text)),
    CONSTRAINT closed_reason_fits CHECK ((char_length(reason) <= 300))
);

CREATE TABLE traceability.correction (
    event bigint NOT NULL,
    no integer NOT NULL,
    reason text NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    capture uuid NOT NULL,
    instead text[] NOT NULL,
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT correction_pkey PRIMARY KEY (event, no),
    CONSTRAINT correction_capture_fkey FOREIGN KEY (capture) REFERENCES traceability.capture(id),
    CONSTRAINT correction_event_fkey FOREIGN KEY (event) REFERENCES traceability.event(id),
    CONSTRAINT correction_reason_fits CHECK ((char_length(reason) <= 300))
);

CREATE TABLE traceability.document (
    uri text NOT NULL,
    evidence uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    event bigint,
    CONSTRAINT document_pkey PRIMARY KEY (uri, evidence),
    CONSTRAINT document_event_fkey FOREIGN KEY (event) REFERENCES traceability.event(id),
    CONSTRAINT document_evidence_fkey FOREIGN KEY (evidence) REFERENCES evidence.item(id),
    CONSTRAINT document_of_an_event CHECK ((event IS NOT NULL)) NOT VALID,
    CONSTRAINT document_uri_fits CHECK ((char_length(uri) <= 300))
);

CREATE TABLE traceability.entry (
    item integer NOT NULL,
    account uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT entered_once PRIMARY KEY (item),
    CONSTRAINT entry_account_fkey FOREIGN KEY (account) REFERENCES traceability.account(id),
    CONSTRAINT entry_item_fkey FOREIGN KEY (item) REFERENCES traceability.item(number)
);

CREATE TABLE traceability.event (
    id bigint NOT NULL,
    hash bytea NOT NULL,
    kind text NOT NULL,
    action text,
    happened_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    capture uuid NOT NULL,
    no bigint NOT NULL,
    given_id text,
    biz_step text,
    disposition text,
    read_point text,
    biz_location text,
    material text NOT NULL,
    sharing text,
    pool text,
    scrap_grams bigint,
    body bytea,
    items integer[] NOT NULL DEFAULT '{}'::integer[],
    roles text NOT NULL DEFAULT ''::text,
    grams bigint[],
    CONSTRAINT event_pkey PRIMARY KEY (id),
    CONSTRAINT event_once UNIQUE (hash),
    CONSTRAINT event_action CHECK ((action = ANY (ARRAY['ADD'::text, 'OBSERVE'::text, 'DELETE'::text]))),
    CONSTRAINT event_grams CHECK (((0 <= ALL (grams)) AND (cardinality(grams) = cardinality(items)))),
    CONSTRAINT event_hash CHECK ((octet_length(hash) = 32)),
    CONSTRAINT event_kind CHECK ((kind = ANY (ARRAY['OBJECT'::text, 'AGGREGATION'::text, 'TRANSACTION'::text, 'TRANSFORMATION'::text, 'ASSOCIATION'::text]))),
    CONSTRAINT event_material_fits CHECK ((char_length(material) <= 40)),
    CONSTRAINT event_pool_fits CHECK ((char_length(pool) <= 300)),
    CONSTRAINT event_roles CHECK (((cardinality(items) = char_length(roles)) AND (translate(roles, 'IOPCST'::text, ''::text) = ''::text))),
    CONSTRAINT event_roles_fits CHECK ((char_length(roles) <= 1000000)),
    CONSTRAINT event_scrap CHECK ((scrap_grams >= 0)),
    CONSTRAINT event_sharing CHECK ((sharing = ANY (ARRAY['proportional'::text, 'measured'::text, 'position'::text, 'pool'::text, 'fifo'::text])))
);

CREATE TABLE traceability.event_document (
    event bigint NOT NULL,
    uri text NOT NULL,
    type text NOT NULL,
    CONSTRAINT event_document_pkey PRIMARY KEY (event, uri),
    CONSTRAINT event_document_type_fits CHECK ((char_length(type) <= 300)),
    CONSTRAINT event_document_uri_fits CHECK ((char_length(uri) <= 300))
);

CREATE TABLE traceability.event_item (
    event bigint NOT NULL,
    item integer NOT NULL,
    role text NOT NULL,
    place integer NOT NULL,
    grams bigint,
    CONSTRAINT event_item_grams CHECK ((grams >= 0)),
    CONSTRAINT event_item_role CHECK ((role = ANY (ARRAY['I'::text, 'O'::text, 'P'::text, 'C'::text, 'S'::text, 'T'::text])))
);

CREATE TABLE traceability.fault (
    capture uuid NOT NULL,
    no integer NOT NULL,
    event bigint NOT NULL,
    place text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    CONSTRAINT fault_pkey PRIMARY KEY (capture, no),
    CONSTRAINT fault_capture_fkey FOREIGN KEY (capture) REFERENCES traceability.capture(id),
    CONSTRAINT fault_place_fits CHECK ((char_length(place) <= 300)),
    CONSTRAINT fault_value_fits CHECK ((char_length(value) <= 300))
);

CREATE TABLE traceability.implausible (
    event bigint NOT NULL,
    kind text NOT NULL,
    value bigint NOT NULL,
    least bigint NOT NULL,
    most bigint NOT NULL,
    look uuid NOT NULL,
    CONSTRAINT implausible_pkey PRIMARY KEY (event, kind),
    CONSTRAINT implausible_event_fkey FOREIGN KEY (event) REFERENCES traceability.event(id),
    CONSTRAINT implausible_look_fkey FOREIGN KEY (look) REFERENCES traceability.look(id),
    CONSTRAINT implausible_is_outside CHECK (((value < "least") OR (value > most))),
    CONSTRAINT implausible_kind CHECK ((kind = ANY (ARRAY['YIELD'::text, 'WAFERS'::text, 'MORE_OUT'::text])))
);

CREATE TABLE traceability.item (
    number integer NOT NULL,
    uri text NOT NULL,
    article text NOT NULL,
    key uuid NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (number),
    CONSTRAINT item_uri_fits CHECK ((char_length(uri) <= 500))
);

CREATE TABLE traceability.judged (
    judgement uuid NOT NULL,
    item integer NOT NULL,
    year integer NOT NULL,
    grams bigint NOT NULL,
    mapped bigint NOT NULL,
    linked bigint NOT NULL,
    documented bigint NOT NULL,
    reconciled bigint NOT NULL,
    gap text NOT NULL,
    CONSTRAINT judged_pkey PRIMARY KEY (judgement, item),
    CONSTRAINT judged_item_fkey FOREIGN KEY (item) REFERENCES traceability.item(number),
    CONSTRAINT judged_judgement_fkey FOREIGN KEY (judgement) REFERENCES traceability.judgement(id),
    CONSTRAINT judged_in_order CHECK (((grams >= mapped) AND (mapped >= linked) AND (linked >= documented) AND (documented >= reconciled) AND (reconciled >= 0)))
);

CREATE TABLE traceability.judgement (
    id uuid NOT NULL,
    year integer NOT NULL,
    events bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT judgement_pkey PRIMARY KEY (id)
);

CREATE TABLE traceability.located (
    uri text NOT NULL,
    no integer NOT NULL,
    latitude numeric(7,4) NOT NULL,
    longitude numeric(7,4) NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT located_pkey PRIMARY KEY (uri, no),
    CONSTRAINT located_latitude CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric))),
    CONSTRAINT located_longitude CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric))),
    CONSTRAINT located_uri_fits CHECK ((char_length(uri) <= 300))
);

CREATE TABLE traceability.look (
    id uuid NOT NULL,
    events bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT look_pkey PRIMARY KEY (id)
);

CREATE TABLE traceability.naming (
    item integer NOT NULL,
    events bigint[] NOT NULL,
    roles text NOT NULL,
    CONSTRAINT naming_roles_fits CHECK ((char_length(roles) <= 1000000))
);

CREATE TABLE traceability.open_name (
    id uuid NOT NULL,
    supplier uuid NOT NULL,
    no integer NOT NULL,
    consent text NOT NULL,
    proposal uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT open_name_pkey PRIMARY KEY (id),
    CONSTRAINT open_name_one_at_a_time UNIQUE (supplier, no),
    CONSTRAINT open_name_proposal_fkey FOREIGN KEY (proposal) REFERENCES decision.proposal(id),
    CONSTRAINT open_name_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT open_name_consent_fits CHECK ((char_length(consent) <= 300)),
    CONSTRAINT open_name_has_consent CHECK ((consent <> ''::text))
);

CREATE TABLE traceability.opened (
    open_name uuid NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT opened_pkey PRIMARY KEY (open_name),
    CONSTRAINT opened_open_name_fkey FOREIGN KEY (open_name) REFERENCES traceability.open_name(id)
);

CREATE TABLE traceability.place (
    uri text NOT NULL,
    no integer NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    whose text NOT NULL,
    supplier uuid,
    country text NOT NULL,
    region text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT place_pkey PRIMARY KEY (uri, no),
    CONSTRAINT place_supplier_fkey FOREIGN KEY (supplier) REFERENCES supplier.supplier(id),
    CONSTRAINT place_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT place_has_names CHECK (((name_en <> ''::text) AND (name_zh <> ''::text))),
    CONSTRAINT place_name_en_fits CHECK ((char_length(name_en) <= 300)),
    CONSTRAINT place_name_zh_fits CHECK ((char_length(name_zh) <= 300)),
    CONSTRAINT place_of_a_supplier CHECK (((whose = 'SUPPLIER'::text) = (supplier IS NOT NULL))),
    CONSTRAINT place_region CHECK ((region ~ '^([A-Z0-9]{1,3})?$'::text)),
    CONSTRAINT place_uri_fits CHECK ((char_length(uri) <= 300)),
    CONSTRAINT place_whose CHECK ((whose = ANY (ARRAY['OURS'::text, 'SUPPLIER'::text, 'OTHER'::text])))
);

CREATE TABLE traceability.query (
    id uuid NOT NULL,
    name text NOT NULL,
    parameters jsonb NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT query_pkey PRIMARY KEY (id),
    CONSTRAINT query_ended_by_somebody CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
    CONSTRAINT query_name CHECK ((name ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$'::text)),
    CONSTRAINT query_parameters_fits CHECK ((char_length((parameters)::text) <= 20000))
);

CREATE TABLE traceability.seen (
    kind text NOT NULL,
    uri text NOT NULL,
    times bigint NOT NULL,
    CONSTRAINT seen_pkey PRIMARY KEY (kind, uri),
    CONSTRAINT seen_kind CHECK ((kind = ANY (ARRAY['PLACE'::text, 'ARTICLE'::text])))
);

CREATE TABLE traceability.stated (
    id uuid NOT NULL,
    site text NOT NULL,
    month date NOT NULL,
    kilograms numeric(16,3) NOT NULL,
    source text NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT stated_pkey PRIMARY KEY (id),
    CONSTRAINT stated_has_source CHECK ((source <> ''::text)),
    CONSTRAINT stated_kilograms CHECK ((kilograms >= (0)::numeric)),
    CONSTRAINT stated_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT stated_site_fits CHECK ((char_length(site) <= 300)),
    CONSTRAINT stated_source_fits CHECK ((char_length(source) <= 300))
);

CREATE TABLE traceability.subscription (
    id uuid NOT NULL,
    query uuid NOT NULL,
    endpoint uuid NOT NULL,
    told_event bigint NOT NULL,
    told_correction bigint NOT NULL,
    message uuid,
    upto_event bigint,
    upto_correction bigint,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT subscription_pkey PRIMARY KEY (id),
    CONSTRAINT subscription_of_its_own UNIQUE (endpoint),
    CONSTRAINT subscription_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook.endpoint(id),
    CONSTRAINT subscription_query_fkey FOREIGN KEY (query) REFERENCES traceability.query(id),
    CONSTRAINT subscription_ended_by_somebody CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
    CONSTRAINT subscription_upto CHECK ((((message IS NULL) = (upto_event IS NULL)) AND ((message IS NULL) = (upto_correction IS NULL))))
);

CREATE UNIQUE INDEX capture_by_no ON traceability.capture USING btree (no);
CREATE INDEX capture_by_supplier ON traceability.capture USING btree (supplier, no);
CREATE UNIQUE INDEX correction_by_seq ON traceability.correction USING btree (seq);
CREATE INDEX event_by_capture ON traceability.event USING btree (capture);
CREATE INDEX event_by_given_id ON traceability.event USING btree (given_id) WHERE (given_id IS NOT NULL);
CREATE INDEX event_by_move ON traceability.event USING btree (happened_at, id) WHERE (kind = ANY (ARRAY['OBJECT'::text, 'TRANSACTION'::text]));
CREATE INDEX event_by_time ON traceability.event USING btree (happened_at, id);
CREATE INDEX event_document_by_uri ON traceability.event_document USING btree (uri);
CREATE INDEX event_item_by_event ON traceability.event_item USING btree (event);
CREATE INDEX event_item_by_item ON traceability.event_item USING btree (item, event);
CREATE INDEX item_by_key ON traceability.item USING btree (key);
CREATE INDEX judged_by_item ON traceability.judged USING btree (year, item);
CREATE INDEX judged_by_subject ON traceability.judged USING btree (((md5(('traceability.item '::text || item)))::uuid));
CREATE INDEX naming_by_item ON traceability.naming USING btree (item);
CREATE INDEX place_by_supplier ON traceability.place USING btree (supplier);
CREATE UNIQUE INDEX query_by_name ON traceability.query USING btree (name) WHERE (ended_at IS NULL);
CREATE INDEX stated_by_site ON traceability.stated USING btree (site, month, said_at);
CREATE INDEX subscription_by_query ON traceability.subscription USING btree (query);

CREATE OR REPLACE FUNCTION traceability.articles(known_at timestamp with time zone)
 RETURNS TABLE(uri text, tier text, name_en text, name_zh text, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (article.uri) article.uri, article.tier, article.name_en, article.name_zh, article.record
      FROM traceability.article
     WHERE article.said_at <= known_at
     ORDER BY article.uri, article.no DESC
$function$
;
CREATE OR REPLACE FUNCTION traceability.chain_files(of_year integer, known_at timestamp with time zone)
 RETURNS TABLE(supplier uuid, capture uuid, accepted_at timestamp with time zone, lots integer, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (name.now) name.now, chain_file.capture, chain_file.accepted_at, chain_file.lots, chain_file.record
      FROM traceability.chain_file
      JOIN traceability.capture ON capture.id = chain_file.capture
      JOIN supplier.name ON name.id = capture.supplier
     WHERE chain_file.year = of_year AND chain_file.accepted_at <= known_at
     ORDER BY name.now, chain_file.accepted_at
$function$
;
CREATE OR REPLACE FUNCTION traceability.item_key(uri text)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    -- Turned round by half bytes, as a text can be; ItemKey does the same.
    SELECT (rpad(reverse(right(encode(convert_to($1, 'UTF8'), 'hex'), 12)), 12, '0') || left(encode(sha256(convert_to($1, 'UTF8')), 'hex'), 20))::uuid
$function$
;
CREATE OR REPLACE FUNCTION traceability.judged_at(of_year integer, known_at timestamp with time zone)
 RETURNS TABLE(item integer, grams bigint, mapped bigint, linked bigint, documented bigint, reconciled bigint, gap text, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT newest.item, newest.grams, newest.mapped, newest.linked, newest.documented, newest.reconciled, newest.gap, newest.record
      FROM (SELECT DISTINCT ON (judged.item) judged.*, judgement.record
              FROM traceability.judged
              JOIN traceability.judgement ON judgement.id = judged.judgement
             WHERE judged.year = of_year AND judgement.at <= known_at
             ORDER BY judged.item, judgement.at DESC, judgement.id) AS newest
     WHERE newest.grams > 0
$function$
;
CREATE OR REPLACE FUNCTION traceability.named(items integer[], roles text, grams bigint[])
 RETURNS TABLE(item integer, role text, place integer, grams bigint)
 LANGUAGE sql
 IMMUTABLE
AS $function$
    SELECT each.item, each.role, (each.at - 1)::int, each.grams FROM unnest($1, string_to_array($2, NULL), $3) WITH ORDINALITY AS each (item, role, grams, at)
$function$
;
CREATE OR REPLACE FUNCTION traceability.places(known_at timestamp with time zone)
 RETURNS TABLE(uri text, name_en text, name_zh text, whose text, supplier uuid, country text, region text, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (place.uri) place.uri, place.name_en, place.name_zh, place.whose, place.supplier, place.country, place.region, place.record
      FROM traceability.place
     WHERE place.said_at <= known_at
     ORDER BY place.uri, place.no DESC
$function$
;
CREATE OR REPLACE FUNCTION traceability.stated_at(known_at timestamp with time zone)
 RETURNS TABLE(site text, month date, kilograms numeric, record uuid)
 LANGUAGE sql
 STABLE
AS $function$
    SELECT DISTINCT ON (stated.site, stated.month) stated.site, stated.month, stated.kilograms, stated.record
      FROM traceability.stated
     WHERE stated.said_at <= known_at
     ORDER BY stated.site, stated.month, stated.said_at DESC
$function$
;
CREATE OR REPLACE FUNCTION traceability.used(from_day date, until_day date, known_at timestamp with time zone)
 RETURNS TABLE(item integer, event bigint, day date, site text, grams bigint)
 LANGUAGE sql
 STABLE
AS $function$
    WITH ours AS MATERIALIZED (
        SELECT place.uri FROM traceability.places(known_at) AS place WHERE place.whose = 'OURS'
    ), counted AS MATERIALIZED (
        SELECT article.uri FROM traceability.articles(known_at) AS article WHERE article.tier IN ('METALLURGICAL', 'POLYSILICON', 'ROD')
    )
    SELECT named.item, event.id, (event.happened_at AT TIME ZONE 'Asia/Shanghai')::date, coalesce(event.biz_location, event.read_point), named.grams
      FROM traceability.event
     CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named
      JOIN traceability.item ON item.number = named.item AND item.article IN (SELECT uri FROM counted)
     WHERE named.role = 'I' AND named.grams > 0
       AND event.kind = 'TRANSFORMATION'
       AND event.happened_at >= from_day::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND event.happened_at < (until_day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND event.recorded_at <= known_at
       AND coalesce(event.biz_location, event.read_point) IN (SELECT uri FROM ours)
       AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id AND correction.recorded_at <= known_at)
       AND NOT EXISTS (SELECT
                         FROM traceability.naming
                        CROSS JOIN LATERAL unnest(naming.events, string_to_array(naming.roles, NULL)) AS made (event, role)
                         JOIN traceability.event AS by ON by.id = made.event AND by.kind = 'TRANSFORMATION' AND by.recorded_at <= known_at
                        WHERE naming.item = named.item AND made.role = 'O' AND coalesce(by.biz_location, by.read_point) IN (SELECT uri FROM ours)
                          AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = by.id AND correction.recorded_at <= known_at))
$function$
;


-- views

CREATE TABLE views.view (
    id uuid NOT NULL,
    owner uuid NOT NULL,
    name text NOT NULL,
    path text NOT NULL,
    query text NOT NULL,
    role text,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT view_pkey PRIMARY KEY (id),
    CONSTRAINT name_taken UNIQUE (owner, path, name),
    CONSTRAINT within_the_house CHECK ((path ~ '^/app(/|$)'::text))
);

CREATE INDEX view_by_path ON views.view USING btree (path);


-- voice

CREATE TABLE voice.answer (
    sha256 text NOT NULL,
    day date NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT answer_pkey PRIMARY KEY (sha256),
    CONSTRAINT answer_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT answer_size CHECK ((octet_length(sealed) = ANY (ARRAY[9862, 263862])))
);

CREATE TABLE voice.asked (
    card uuid NOT NULL,
    round integer NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT asked_pkey PRIMARY KEY (card, round),
    CONSTRAINT asked_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id),
    CONSTRAINT asked_round CHECK (((round >= 1) AND (round <= 4)))
);

CREATE TABLE voice.card (
    id uuid NOT NULL,
    number text NOT NULL,
    message text NOT NULL,
    channel text NOT NULL,
    category text NOT NULL,
    site uuid,
    received date NOT NULL,
    opened_on date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    via text NOT NULL DEFAULT 'WEB'::text,
    CONSTRAINT card_pkey PRIMARY KEY (id),
    CONSTRAINT card_number_taken UNIQUE (number),
    CONSTRAINT card_once_a_message UNIQUE (message),
    CONSTRAINT card_message_fkey FOREIGN KEY (message) REFERENCES voice.opened(message),
    CONSTRAINT card_site_fkey FOREIGN KEY (site) REFERENCES directory.unit(id),
    CONSTRAINT card_category CHECK ((category = ANY (ARRAY['FRAUD'::text, 'LAW'::text, 'DISCRIMINATION'::text, 'HARASSMENT'::text, 'PRIVACY'::text, 'FORCED_LABOUR'::text, 'PAY_AND_HOURS'::text, 'SAFETY'::text, 'CONDUCT'::text, 'RETALIATION'::text, 'OTHER'::text]))),
    CONSTRAINT card_channel CHECK ((channel = ANY (ARRAY['LEGAL'::text, 'AUDIT'::text, 'HR'::text, 'FACTORY'::text, 'UNION'::text, 'COMMITTEE'::text]))),
    CONSTRAINT card_days CHECK ((received <= opened_on)),
    CONSTRAINT card_via CHECK ((via = ANY (ARRAY['WEB'::text, 'EMAIL'::text, 'PHONE'::text, 'LETTER'::text, 'ACCOUNT'::text, 'MEETING'::text])))
);

CREATE TABLE voice.directory (
    no integer NOT NULL,
    day date NOT NULL,
    sha256 text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT directory_pkey PRIMARY KEY (no),
    CONSTRAINT directory_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE voice.entered (
    handler uuid NOT NULL,
    no integer NOT NULL,
    CONSTRAINT entered_pkey PRIMARY KEY (handler),
    CONSTRAINT entered_handler_fkey FOREIGN KEY (handler) REFERENCES voice.handler(id)
);

CREATE TABLE voice.given (
    recovery uuid NOT NULL,
    no integer NOT NULL,
    sealed bytea NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT given_pkey PRIMARY KEY (recovery, no),
    CONSTRAINT given_by_another UNIQUE (recovery, by),
    CONSTRAINT given_recovery_fkey FOREIGN KEY (recovery) REFERENCES voice.recovery(id),
    CONSTRAINT given_size CHECK ((octet_length(sealed) = 9862))
);

CREATE TABLE voice.handler (
    id uuid NOT NULL,
    account uuid NOT NULL,
    channel text NOT NULL,
    name text NOT NULL,
    function_en text NOT NULL,
    function_zh text NOT NULL,
    recipient text NOT NULL,
    wrapped text NOT NULL,
    offered_on date NOT NULL,
    replaces uuid,
    CONSTRAINT handler_pkey PRIMARY KEY (id),
    CONSTRAINT handler_recipient_once UNIQUE (recipient),
    CONSTRAINT handler_replaces_fkey FOREIGN KEY (replaces) REFERENCES voice.handler(id),
    CONSTRAINT handler_channel CHECK ((channel = ANY (ARRAY['LEGAL'::text, 'AUDIT'::text, 'HR'::text, 'FACTORY'::text, 'UNION'::text, 'COMMITTEE'::text]))),
    CONSTRAINT handler_function_en_fits CHECK ((char_length(function_en) <= 100)),
    CONSTRAINT handler_function_zh_fits CHECK ((char_length(function_zh) <= 100)),
    CONSTRAINT handler_has_function CHECK (((function_en <> ''::text) AND (function_zh <> ''::text))),
    CONSTRAINT handler_name_fits CHECK ((char_length(name) <= 300)),
    CONSTRAINT handler_recipient CHECK ((recipient ~ '^age1[02-9ac-hj-np-z]{58}$'::text)),
    CONSTRAINT handler_wrapped_fits CHECK (((char_length(wrapped) >= 100) AND (char_length(wrapped) <= 2000)))
);

CREATE TABLE voice.heard (
    card uuid NOT NULL,
    round integer NOT NULL,
    result text NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT heard_pkey PRIMARY KEY (card, round),
    CONSTRAINT heard_when_asked FOREIGN KEY (card, round) REFERENCES voice.asked(card, round),
    CONSTRAINT heard_result CHECK ((result = ANY (ARRAY['NONE'::text, 'SOME'::text, 'SILENT'::text])))
);

CREATE TABLE voice.message (
    sha256 text NOT NULL,
    tag text NOT NULL,
    day date NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT message_pkey PRIMARY KEY (sha256),
    CONSTRAINT message_tag_once UNIQUE (tag),
    CONSTRAINT message_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT message_size CHECK ((octet_length(sealed) = ANY (ARRAY[9862, 263862]))),
    CONSTRAINT message_tag CHECK ((tag ~ '^[0-9a-f]{32}$'::text))
);

CREATE TABLE voice.moved (
    card uuid NOT NULL,
    no integer NOT NULL,
    channel text NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT moved_pkey PRIMARY KEY (card, no),
    CONSTRAINT moved_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id),
    CONSTRAINT moved_channel CHECK ((channel = ANY (ARRAY['LEGAL'::text, 'AUDIT'::text, 'HR'::text, 'FACTORY'::text, 'UNION'::text, 'COMMITTEE'::text])))
);

CREATE TABLE voice.note (
    sha256 text NOT NULL,
    card uuid NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT note_pkey PRIMARY KEY (sha256),
    CONSTRAINT note_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id),
    CONSTRAINT note_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT note_size CHECK ((octet_length(sealed) = ANY (ARRAY[9862, 263862])))
);

CREATE TABLE voice.opened (
    message text NOT NULL,
    what text NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    CONSTRAINT opened_pkey PRIMARY KEY (message),
    CONSTRAINT opened_message_fkey FOREIGN KEY (message) REFERENCES voice.message(sha256),
    CONSTRAINT opened_what CHECK ((what = ANY (ARRAY['REPORT'::text, 'LATER'::text, 'NOTHING'::text])))
);

CREATE TABLE voice.own_file (
    sha256 text NOT NULL,
    files jsonb NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT own_file_pkey PRIMARY KEY (record),
    CONSTRAINT own_file_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE voice.passkey (
    id uuid NOT NULL,
    account uuid NOT NULL,
    credential text NOT NULL,
    wrapped text NOT NULL,
    day date NOT NULL,
    CONSTRAINT passkey_pkey PRIMARY KEY (id),
    CONSTRAINT passkey_credential_once UNIQUE (credential),
    CONSTRAINT passkey_credential_fits CHECK (((char_length(credential) >= 16) AND (char_length(credential) <= 1400))),
    CONSTRAINT passkey_wrapped_fits CHECK (((char_length(wrapped) >= 100) AND (char_length(wrapped) <= 4000)))
);

CREATE TABLE voice.quorum (
    id uuid NOT NULL,
    account uuid NOT NULL,
    keys uuid[] NOT NULL,
    sealed bytea NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT quorum_pkey PRIMARY KEY (id),
    CONSTRAINT quorum_size CHECK ((octet_length(sealed) = ANY (ARRAY[9862, 263862])))
);

CREATE TABLE voice.received (
    day date NOT NULL,
    size integer NOT NULL,
    root text NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT received_pkey PRIMARY KEY (day),
    CONSTRAINT received_root CHECK ((root ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE voice.recovery (
    id uuid NOT NULL,
    quorum uuid NOT NULL,
    next uuid NOT NULL,
    day date NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT recovery_pkey PRIMARY KEY (id),
    CONSTRAINT recovery_once UNIQUE (quorum, next),
    CONSTRAINT recovery_next_fkey FOREIGN KEY (next) REFERENCES voice.handler(id),
    CONSTRAINT recovery_quorum_fkey FOREIGN KEY (quorum) REFERENCES voice.quorum(id)
);

CREATE TABLE voice.recused (
    card uuid NOT NULL,
    handler uuid NOT NULL,
    because text NOT NULL,
    day date NOT NULL,
    by uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT recused_pkey PRIMARY KEY (card, handler),
    CONSTRAINT recused_from_the_team FOREIGN KEY (card, handler) REFERENCES voice.team(card, handler),
    CONSTRAINT recused_because CHECK ((because = ANY (ARRAY['NAMED'::text, 'RELATIVE'::text, 'LINE'::text, 'DEALINGS'::text, 'OTHER'::text, 'MOVED'::text])))
);

CREATE TABLE voice.reminder (
    card uuid NOT NULL,
    due date NOT NULL,
    days_left integer NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (card, due, days_left),
    CONSTRAINT reminder_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id)
);

CREATE TABLE voice.restored (
    recovery uuid NOT NULL,
    wrapped text NOT NULL,
    day date NOT NULL,
    CONSTRAINT restored_pkey PRIMARY KEY (recovery),
    CONSTRAINT restored_recovery_fkey FOREIGN KEY (recovery) REFERENCES voice.recovery(id),
    CONSTRAINT restored_wrapped_fits CHECK (((char_length(wrapped) >= 100) AND (char_length(wrapped) <= 4000)))
);

CREATE TABLE voice.retired (
    handler uuid NOT NULL,
    no integer NOT NULL,
    CONSTRAINT retired_pkey PRIMARY KEY (handler),
    CONSTRAINT retired_handler_fkey FOREIGN KEY (handler) REFERENCES voice.handler(id)
);

CREATE TABLE voice.review (
    card uuid NOT NULL,
    of uuid NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT review_pkey PRIMARY KEY (card),
    CONSTRAINT review_once UNIQUE (of),
    CONSTRAINT review_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id),
    CONSTRAINT review_of_fkey FOREIGN KEY (of) REFERENCES voice.card(id),
    CONSTRAINT review_of_another CHECK ((card <> of))
);

CREATE TABLE voice.share (
    quorum uuid NOT NULL,
    no integer NOT NULL,
    keeper uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT share_pkey PRIMARY KEY (quorum, no),
    CONSTRAINT share_keeper_once UNIQUE (quorum, keeper),
    CONSTRAINT share_keeper_fkey FOREIGN KEY (keeper) REFERENCES voice.handler(id),
    CONSTRAINT share_quorum_fkey FOREIGN KEY (quorum) REFERENCES voice.quorum(id),
    CONSTRAINT share_no CHECK (((no >= 1) AND (no <= 3))),
    CONSTRAINT share_size CHECK ((octet_length(sealed) = 9862))
);

CREATE TABLE voice.step (
    card uuid NOT NULL,
    no integer NOT NULL,
    what text NOT NULL,
    outcome text,
    day date NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    record uuid NOT NULL,
    CONSTRAINT step_pkey PRIMARY KEY (card, no),
    CONSTRAINT step_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id),
    CONSTRAINT step_outcome CHECK (((what = 'CLOSED'::text) = (outcome IS NOT NULL))),
    CONSTRAINT step_outcome_known CHECK ((outcome = ANY (ARRAY['SUBSTANTIATED'::text, 'PARTLY'::text, 'NOT_SUBSTANTIATED'::text, 'REFERRED'::text, 'NO_CASE'::text]))),
    CONSTRAINT step_what CHECK ((what = ANY (ARRAY['ACKNOWLEDGED'::text, 'ANSWERED'::text, 'CLOSED'::text])))
);

CREATE TABLE voice.team (
    card uuid NOT NULL,
    handler uuid NOT NULL,
    CONSTRAINT team_pkey PRIMARY KEY (card, handler),
    CONSTRAINT team_card_fkey FOREIGN KEY (card) REFERENCES voice.card(id),
    CONSTRAINT team_handler_fkey FOREIGN KEY (handler) REFERENCES voice.handler(id)
);

CREATE INDEX answer_by_day ON voice.answer USING btree (day);
CREATE INDEX handler_by_account ON voice.handler USING btree (account);
CREATE INDEX message_by_day ON voice.message USING btree (day);
CREATE INDEX note_by_card ON voice.note USING btree (card);
CREATE INDEX own_file_by_day ON voice.own_file USING btree (day);
CREATE INDEX passkey_by_account ON voice.passkey USING btree (account);
CREATE INDEX quorum_by_account ON voice.quorum USING btree (account);
CREATE INDEX share_by_keeper ON voice.share USING btree (keeper);
CREATE INDEX team_by_handler ON voice.team USING btree (handler);


-- webhook

CREATE TABLE webhook.attempt (
    message uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    status integer,
    trouble text NOT NULL,
    CONSTRAINT attempt_key PRIMARY KEY (message, at),
    CONSTRAINT attempt_message_fkey FOREIGN KEY (message) REFERENCES webhook.message(id) ON DELETE CASCADE,
    CONSTRAINT answer_or_trouble CHECK (((status IS NOT NULL) OR (trouble <> ''::text)))
);

CREATE TABLE webhook.endpoint (
    id uuid NOT NULL,
    url text NOT NULL,
    kinds text[] NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    registered_by uuid NOT NULL,
    page text,
    CONSTRAINT endpoint_pkey PRIMARY KEY (id),
    CONSTRAINT endpoint_page_fits CHECK ((char_length(page) <= 300)),
    CONSTRAINT over_tls CHECK ((url ~~ 'https://%'::text)),
    CONSTRAINT some_kind CHECK ((cardinality(kinds) > 0))
);

CREATE TABLE webhook.message (
    id uuid NOT NULL,
    endpoint uuid NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    arrived_at timestamp with time zone,
    given_up_at timestamp with time zone,
    CONSTRAINT message_pkey PRIMARY KEY (id),
    CONSTRAINT message_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook.endpoint(id),
    CONSTRAINT arrived_or_given_up CHECK (((arrived_at IS NULL) OR (given_up_at IS NULL)))
);

CREATE TABLE webhook.secret (
    id uuid NOT NULL,
    endpoint uuid NOT NULL,
    sealed text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    ends_at timestamp with time zone,
    CONSTRAINT secret_pkey PRIMARY KEY (id),
    CONSTRAINT secret_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook.endpoint(id),
    CONSTRAINT ends_after_made CHECK ((ends_at >= made_at))
);

CREATE TABLE webhook.stop (
    id uuid NOT NULL,
    endpoint uuid NOT NULL,
    stopped_at timestamp with time zone NOT NULL,
    stopped_by uuid,
    resumed_at timestamp with time zone,
    resumed_by uuid,
    CONSTRAINT stop_pkey PRIMARY KEY (id),
    CONSTRAINT stop_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook.endpoint(id),
    CONSTRAINT resumed_by_somebody CHECK (((resumed_at IS NULL) = (resumed_by IS NULL)))
);

CREATE INDEX message_newest ON webhook.message USING btree (endpoint, written_at DESC);
CREATE UNIQUE INDEX one_lasting_secret ON webhook.secret USING btree (endpoint) WHERE (ends_at IS NULL);
CREATE UNIQUE INDEX one_open_stop ON webhook.stop USING btree (endpoint) WHERE (resumed_at IS NULL);
