CREATE SCHEMA admission;

-- What can be asked of a supplier before it stands on the qualified list.
CREATE TABLE admission.leg (
    code    text PRIMARY KEY,
    kind    text NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    place   int  NOT NULL,
    CONSTRAINT leg_kind CHECK (kind IN ('TOPIC', 'SYSTEM', 'MATERIAL', 'AGREEMENT', 'LIST'))
);
-- 'list' is no leg of its own: needed of a category, it says that nobody is ordered from there without a place on the list.
INSERT INTO admission.leg (code, kind, name_en, name_zh, place) VALUES
    ('list', 'LIST', 'Orders only from the qualified list', '仅可向合格名录内供应商下单', 0),
    ('environment', 'TOPIC', 'Environmental record', '环境表现记录', 1),
    ('labour', 'TOPIC', 'Labour compliance', '劳动用工合规', 2),
    ('anti-corruption', 'TOPIC', 'Anti-corruption', '反腐败', 3),
    ('business', 'TOPIC', 'Business registration', '工商登记信息', 4),
    ('risk', 'TOPIC', 'Operating risk', '经营风险', 5),
    ('disputes', 'TOPIC', 'Legal disputes', '法律纠纷', 6),
    ('iso', 'TOPIC', 'ISO certificates', 'ISO系列认证情况', 7),
    ('iso-9001', 'SYSTEM', 'ISO 9001 quality', 'ISO 9001质量管理体系', 11),
    ('iso-14001', 'SYSTEM', 'ISO 14001 environment', 'ISO 14001环境管理体系', 12),
    ('iso-45001', 'SYSTEM', 'ISO 45001 health and safety', 'ISO 45001职业健康安全管理体系', 13),
    ('material', 'MATERIAL', 'Material certification', '物料认证', 21),
    ('framework', 'AGREEMENT', 'Framework agreement', '框架协议', 31),
    ('confidentiality', 'AGREEMENT', 'Non-disclosure agreement', '保密协议', 32),
    ('integrity', 'AGREEMENT', 'Integrity agreement', '廉洁协议', 33);

-- What a category needs, from a day on; what was said for the category itself goes before what was said for all ('*').
CREATE TABLE admission.requirement (
    id       uuid        PRIMARY KEY,
    category text        NOT NULL,
    leg      text        NOT NULL REFERENCES admission.leg,
    from_day date        NOT NULL,
    needed   text        NOT NULL,
    clause   text        NOT NULL,   -- which rule of ours says so
    proposal uuid        REFERENCES decision.proposal,   -- null: came with the program
    said_at  timestamptz NOT NULL,
    record   uuid,
    CONSTRAINT needed_known CHECK (needed IN ('REQUIRED', 'NOT_REQUIRED')),
    CONSTRAINT decided_by_two CHECK ((proposal IS NULL) = (record IS NULL))
);
CREATE INDEX requirement_by_leg ON admission.requirement (leg, category, from_day);
INSERT INTO admission.requirement (id, category, leg, from_day, needed, clause, said_at)
SELECT gen_random_uuid(), '*', code, DATE '2024-01-01', 'REQUIRED', 'Supplier Development and Management Procedure', TIMESTAMPTZ '2024-01-01 00:00+08'
  FROM admission.leg
 WHERE kind <> 'LIST';
-- A house that came from elsewhere has suppliers whom nobody admitted here; from which day on the list binds, two people say.
INSERT INTO admission.requirement (id, category, leg, from_day, needed, clause, said_at)
VALUES (gen_random_uuid(), '*', 'list', DATE '2024-01-01', 'NOT_REQUIRED', 'Supplier Development and Management Procedure', TIMESTAMPTZ '2024-01-01 00:00+08');
-- A machine is no material: it is accepted on site, by another procedure.
INSERT INTO admission.requirement (id, category, leg, from_day, needed, clause, said_at)
VALUES (gen_random_uuid(), 'equipment', 'material', DATE '2024-01-01', 'NOT_REQUIRED', 'Supplier Development and Management Procedure', TIMESTAMPTZ '2024-01-01 00:00+08');

-- What was proposed to be needed; it counts when a second person has agreed.
CREATE TABLE admission.requirement_proposed (
    proposal uuid PRIMARY KEY REFERENCES decision.proposal,
    category text NOT NULL,
    leg      text NOT NULL REFERENCES admission.leg,
    from_day date NOT NULL,
    needed   text NOT NULL,
    clause   text NOT NULL
);

-- Who reviews a leg, by the day a proof came: one department or several, each by another person.
CREATE TABLE admission.duty (
    leg      text   NOT NULL REFERENCES admission.leg,
    from_day date   NOT NULL,
    roles    text[] NOT NULL,
    PRIMARY KEY (leg, from_day),
    CONSTRAINT somebody_reviews CHECK (cardinality(roles) > 0)
);
INSERT INTO admission.duty (leg, from_day, roles) VALUES
    ('environment', DATE '2024-01-01', ARRAY['EHS']),
    ('labour', DATE '2024-01-01', ARRAY['SOURCING_OFFICER']),
    ('anti-corruption', DATE '2024-01-01', ARRAY['LEGAL']),
    ('business', DATE '2024-01-01', ARRAY['BUYER']),
    ('risk', DATE '2024-01-01', ARRAY['BUYER']),
    ('disputes', DATE '2024-01-01', ARRAY['LEGAL']),
    ('iso', DATE '2024-01-01', ARRAY['QUALITY']),
    ('iso-9001', DATE '2024-01-01', ARRAY['QUALITY']),
    ('iso-14001', DATE '2024-01-01', ARRAY['EHS']),
    ('iso-45001', DATE '2024-01-01', ARRAY['EHS']),
    ('material', DATE '2024-01-01', ARRAY['PROCESS', 'QUALITY']);

CREATE FUNCTION admission.duty_of(wanted text, on_day date)
RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT roles FROM admission.duty WHERE leg = wanted AND from_day <= on_day ORDER BY from_day DESC LIMIT 1
$$;

-- A place on the qualified list that somebody asked for: this supplier, for this category, from this site of theirs.
CREATE TABLE admission.dossier (
    id        uuid        PRIMARY KEY,
    supplier  uuid        NOT NULL REFERENCES supplier.supplier,
    category  text        NOT NULL REFERENCES supplier.category,
    site      uuid        NOT NULL REFERENCES supplier.site,
    newcomer  text        NOT NULL,   -- whether the supplier came in with it
    due_day   date        NOT NULL,
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_on date        NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT one_dossier_a_place UNIQUE (supplier, category, site),
    CONSTRAINT newcomer_known CHECK (newcomer IN ('NEW', 'KNOWN'))
);

-- Something a supplier (or, for a sample, we) put forward for a leg. Never updated: what comes later follows it.
CREATE TABLE admission.proof (
    id       uuid        PRIMARY KEY,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    leg      text        NOT NULL REFERENCES admission.leg,
    follows  uuid        REFERENCES admission.proof,
    words    text        NOT NULL,
    sent_by  uuid        NOT NULL,
    sent_at  timestamptz NOT NULL,
    sent_on  date        NOT NULL,
    record   uuid        NOT NULL
);
CREATE INDEX proof_by_supplier ON admission.proof (supplier, leg, sent_at);

CREATE TABLE admission.proof_file (
    proof    uuid NOT NULL REFERENCES admission.proof,
    no       int  NOT NULL,
    evidence uuid NOT NULL REFERENCES evidence.item,
    sha256   text NOT NULL,   -- the same bytes from two suppliers are one of the things looked for
    PRIMARY KEY (proof, no)
);
CREATE INDEX proof_file_by_hash ON admission.proof_file (sha256);

-- What a certificate of a management system says of itself.
CREATE TABLE admission.certificate (
    proof         uuid PRIMARY KEY REFERENCES admission.proof,
    holder        text NOT NULL,
    body          text NOT NULL,
    accreditation text NOT NULL,
    number        text NOT NULL,
    scope         text NOT NULL,
    issued_day    date NOT NULL,
    expiry_day    date NOT NULL,
    CONSTRAINT expires_after_issue CHECK (expiry_day > issued_day)
);

-- Marks of accreditation that we take; what is missing here is not wrong, and is looked at. From general knowledge: an operator keeps it.
CREATE TABLE admission.accreditor (
    mark     text PRIMARY KEY,
    from_day date NOT NULL DEFAULT DATE '2024-01-01',
    source   text NOT NULL DEFAULT 'general knowledge, to be confirmed'
);
INSERT INTO admission.accreditor (mark) VALUES ('CNAS'), ('UKAS'), ('DAKKS'), ('ANAB'), ('JAS-ANZ'), ('ACCREDIA'), ('COFRAC'), ('RVA'), ('SAS'), ('KAB'), ('JAB');

-- A sample of a material, and what was done with it.
CREATE TABLE admission.sample (
    proof    uuid PRIMARY KEY REFERENCES admission.proof,
    material uuid NOT NULL REFERENCES supplier.material,
    category text NOT NULL REFERENCES supplier.category
);

CREATE TABLE admission.sample_step (
    proof    uuid        NOT NULL REFERENCES admission.sample,
    step     text        NOT NULL,
    day      date        NOT NULL,
    words    text        NOT NULL,
    evidence uuid        REFERENCES evidence.item,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL,
    PRIMARY KEY (proof, step),
    CONSTRAINT step_known CHECK (step IN ('RECEIVED', 'LABORATORY', 'TRIAL'))
);

-- The sites a certificate or a sample speaks of, as its sender says.
CREATE TABLE admission.proof_site (
    proof uuid NOT NULL REFERENCES admission.proof,
    site  uuid NOT NULL REFERENCES supplier.site,
    PRIMARY KEY (proof, site)
);

-- What a rule noticed about a proof. People decide.
CREATE TABLE admission.finding (
    proof    uuid NOT NULL REFERENCES admission.proof,
    no       int  NOT NULL,
    key      text NOT NULL,
    severity text NOT NULL,
    words    jsonb NOT NULL,
    other    uuid REFERENCES admission.proof,
    PRIMARY KEY (proof, no),
    CONSTRAINT finding_severity CHECK (severity IN ('GRAVE', 'LOOK_AT'))
);

-- What a department says of a proof: one word each, each by another person.
CREATE TABLE admission.ruling (
    proof         uuid        NOT NULL REFERENCES admission.proof,
    role          text        NOT NULL,
    conclusion    text        NOT NULL,
    reasons       text        NOT NULL,
    valid_until   date,
    condition     text        NOT NULL DEFAULT '',
    condition_due date,
    answer_by     date,                    -- until when the supplier is heard, where it is asked or refused
    sites         uuid[]      NOT NULL,    -- covered; none where the leg speaks of the whole company
    categories    text[]      NOT NULL,
    evidence      uuid        REFERENCES evidence.item,
    by            uuid        NOT NULL,
    at            timestamptz NOT NULL,
    on_day        date        NOT NULL,
    record        uuid        NOT NULL,
    PRIMARY KEY (proof, role),
    CONSTRAINT four_eyes UNIQUE (proof, by),
    CONSTRAINT conclusion_known CHECK (conclusion IN ('PASS', 'CONDITIONS', 'FAIL', 'ASK')),
    CONSTRAINT passed_until CHECK ((conclusion IN ('PASS', 'CONDITIONS')) = (valid_until IS NOT NULL)),
    CONSTRAINT condition_has_day CHECK ((conclusion = 'CONDITIONS') = (condition_due IS NOT NULL) AND (condition_due IS NULL) = (condition = '')),
    CONSTRAINT heard_until CHECK ((conclusion IN ('FAIL', 'ASK')) = (answer_by IS NOT NULL)),
    CONSTRAINT has_reasons CHECK (reasons <> '')
);

-- A proof that was accepted and holds no more, whatever its days say: a certificate turned out forged, or was withdrawn by its body.
CREATE TABLE admission.withdrawn (
    proof   uuid        PRIMARY KEY REFERENCES admission.proof,
    reasons text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    on_day  date        NOT NULL,
    record  uuid        NOT NULL
);

-- A condition of a ruling, or of an entry in the list, was fulfilled.
CREATE TABLE admission.condition_met (
    subject  uuid        PRIMARY KEY,   -- the proof, or the motion
    reasons  text        NOT NULL,
    evidence uuid        REFERENCES evidence.item,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL
);

-- The words of an agreement, in both languages, by version; a version counts when a second person has agreed.
CREATE TABLE admission.template (
    id         uuid        PRIMARY KEY,
    leg        text        NOT NULL REFERENCES admission.leg,
    version    int         NOT NULL,
    from_day   date        NOT NULL,
    months     int         NOT NULL,   -- an agreement on it holds so long
    title_en   text        NOT NULL,
    title_zh   text        NOT NULL,
    text_en    text        NOT NULL,
    text_zh    text        NOT NULL,
    written_by uuid        NOT NULL,
    written_at timestamptz NOT NULL,
    proposal   uuid        NOT NULL REFERENCES decision.proposal,
    CONSTRAINT version_taken UNIQUE (leg, version),
    CONSTRAINT holds_some_time CHECK (months BETWEEN 1 AND 120)
);
CREATE TABLE admission.template_approved (
    template    uuid        PRIMARY KEY REFERENCES admission.template,
    approved_by uuid        NOT NULL,
    approved_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);

-- Who signs for a supplier, and the paper that says so.
CREATE TABLE admission.signatory (
    id          uuid        PRIMARY KEY,
    supplier    uuid        NOT NULL REFERENCES supplier.supplier,
    account     uuid        NOT NULL,
    name        text        NOT NULL,
    capacity    text        NOT NULL,
    valid_until date        NOT NULL,
    evidence    uuid        NOT NULL REFERENCES evidence.item,
    named_at    timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT capacity_known CHECK (capacity IN ('LEGAL_REPRESENTATIVE', 'AUTHORISED'))
);
CREATE INDEX signatory_by_supplier ON admission.signatory (supplier);
CREATE TABLE admission.signatory_checked (
    signatory   uuid        PRIMARY KEY REFERENCES admission.signatory,
    outcome     text        NOT NULL,
    reasons     text        NOT NULL,
    valid_until date,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT checked_outcome CHECK (outcome IN ('ACCEPTED', 'REFUSED')),
    CONSTRAINT accepted_until CHECK ((outcome = 'ACCEPTED') = (valid_until IS NOT NULL))
);

-- Who signs for us, given by somebody else.
CREATE TABLE admission.mandate (
    id        uuid        PRIMARY KEY,
    account   uuid        NOT NULL,
    from_day  date        NOT NULL,
    until_day date        NOT NULL,
    evidence  uuid        REFERENCES evidence.item,
    given_by  uuid        NOT NULL,
    given_at  timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT four_eyes CHECK (given_by <> account),
    CONSTRAINT ends_after_beginning CHECK (until_day >= from_day)
);

-- One agreement with one supplier: exactly the words both see.
CREATE TABLE admission.agreement (
    id         uuid        PRIMARY KEY,
    supplier   uuid        NOT NULL REFERENCES supplier.supplier,
    leg        text        NOT NULL REFERENCES admission.leg,
    template   uuid        NOT NULL REFERENCES admission.template,
    party      text        NOT NULL,   -- names and code of the supplier when the words were made
    text_en    text        NOT NULL,
    text_zh    text        NOT NULL,
    sha256     text        NOT NULL,   -- of both, as a signature binds them
    offered_at timestamptz NOT NULL,
    record     uuid        NOT NULL
);
CREATE INDEX agreement_by_supplier ON admission.agreement (supplier, leg);

CREATE TABLE admission.agreement_step (
    agreement uuid        NOT NULL REFERENCES admission.agreement,
    no        int         NOT NULL,
    act       text        NOT NULL,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    on_day    date        NOT NULL,
    signatory uuid        REFERENCES admission.signatory,
    mandate   uuid        REFERENCES admission.mandate,
    reasons   text        NOT NULL DEFAULT '',
    evidence  uuid        REFERENCES evidence.item,   -- the paper with the chop, or the signed PDF
    from_day  date,
    until_day date,
    record    uuid        NOT NULL,
    PRIMARY KEY (agreement, no),
    CONSTRAINT act_known CHECK (act IN ('SIGNED', 'ON_PAPER', 'PAPER_CHECKED', 'RETURNED', 'COUNTERSIGNED', 'ENDED')),
    CONSTRAINT signed_with_authority CHECK (act <> 'SIGNED' OR signatory IS NOT NULL),
    CONSTRAINT countersigned_with_authority CHECK (act <> 'COUNTERSIGNED' OR mandate IS NOT NULL AND from_day IS NOT NULL AND until_day IS NOT NULL)
);

-- What is proposed about a place on the list; it counts when a second person has agreed.
CREATE TABLE admission.motion (
    id            uuid PRIMARY KEY REFERENCES decision.proposal,
    dossier       uuid NOT NULL REFERENCES admission.dossier,
    outcome       text NOT NULL,
    until_day     date,
    condition     text NOT NULL,
    condition_due date,
    CONSTRAINT motion_outcome CHECK (outcome IN ('ADMIT', 'REFUSE')),
    CONSTRAINT admitted_until CHECK ((outcome = 'ADMIT') = (until_day IS NOT NULL)),
    CONSTRAINT motion_condition CHECK ((condition = '') = (condition_due IS NULL))
);
CREATE INDEX motion_by_dossier ON admission.motion (dossier);
CREATE TABLE admission.decided (
    motion     uuid        PRIMARY KEY REFERENCES admission.motion,
    ruling     text        NOT NULL,
    decided_at timestamptz NOT NULL,
    decided_on date        NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT ruling_known CHECK (ruling IN ('APPROVED', 'REJECTED', 'WITHDRAWN'))
);

-- A place on the list that stands still; one person may stop it at once, another lets it go on.
CREATE TABLE admission.suspension (
    id      uuid        PRIMARY KEY,
    dossier uuid        NOT NULL REFERENCES admission.dossier,
    reasons text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT stopped_by UNIQUE (id, by)
);
CREATE TABLE admission.suspension_lifted (
    suspension uuid        PRIMARY KEY,
    stopped_by uuid        NOT NULL,
    reasons    text        NOT NULL,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT of_that_suspension FOREIGN KEY (suspension, stopped_by) REFERENCES admission.suspension (id, by),
    CONSTRAINT four_eyes CHECK (by <> stopped_by)
);

-- What a contact has begun and not sent, each their own.
CREATE TABLE admission.draft (
    account  uuid        NOT NULL,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    subject  text        NOT NULL,
    content  jsonb       NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (account, subject)
);
CREATE INDEX draft_by_supplier ON admission.draft (supplier);

-- Whom a day told that a leg ends; told once.
CREATE TABLE admission.warned (
    dossier   uuid NOT NULL REFERENCES admission.dossier,
    leg       text NOT NULL,
    until_day date NOT NULL,
    days_left int  NOT NULL,
    PRIMARY KEY (dossier, leg, until_day, days_left)
);
