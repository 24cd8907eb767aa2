CREATE SCHEMA blacklist;

-- For what a supplier may be barred, as it is in force from a day. The seed's six; how long is guidance of the house and may be said anew.
CREATE TABLE blacklist.ground (
    code        text NOT NULL,
    from_day    date NOT NULL,
    name_en     text NOT NULL,
    name_zh     text NOT NULL,
    guidance_en text NOT NULL,
    guidance_zh text NOT NULL,
    months      int,               -- what is usual; null: for good
    source      text NOT NULL,
    CONSTRAINT ground_pk PRIMARY KEY (code, from_day),
    CONSTRAINT months_some CHECK (months > 0)
);
INSERT INTO blacklist.ground (code, from_day, name_en, name_zh, guidance_en, guidance_zh, months, source) VALUES
    ('FALSE_MATERIALS', '2020-01-01', 'False materials', '提供虚假材料',
     'A forged or altered certificate, report or statement. Twelve months; for good when it hid a danger to people or was done again.',
     '伪造或变造证书、报告、声明。一般 12 个月；掩盖人身危险或再犯的，永久列入。', 12, 'Supplier Blacklist Management Regulations'),
    ('COUNTERFEIT', '2020-01-01', 'Counterfeit products', '假冒产品',
     'Goods passed off as another maker''s or grade''s. Twenty-four months; for good when knowingly.',
     '以假充真、以次充好。一般 24 个月；明知故犯的，永久列入。', 24, 'Supplier Blacklist Management Regulations'),
    ('SAFETY_ACCIDENT', '2020-01-01', 'Safety accident', '安全事故',
     'An accident with serious injury on our ground or in making our goods. Suspend at once; twelve months, and until the cause is shown to be gone.',
     '在我方厂区或在为我方生产时发生重伤以上事故。立即暂停；一般 12 个月，并以原因确已消除为准。', 12, 'Supplier Blacklist Management Regulations'),
    ('QUALITY', '2020-01-01', 'Quality issue', '质量问题',
     'A defect that reached customers, or was hidden. Six months; twelve when it was done again.',
     '缺陷流入客户端，或故意隐瞒。一般 6 个月；再犯的 12 个月。', 6, 'Supplier Blacklist Management Regulations'),
    ('ENVIRONMENT', '2020-01-01', 'Environmental incident', '环境事件',
     'A release or dumping that an authority took up, or that was hidden. Twelve months, and until it is cleaned up.',
     '被主管部门立案或故意隐瞒的排放、倾倒。一般 12 个月，并以治理完成为准。', 12, 'Supplier Blacklist Management Regulations'),
    ('BRIBERY', '2020-01-01', 'Commercial bribery', '商业贿赂',
     'Anything of value given or promised to one of us for an advantage. For good, unless the supplier reported it itself: then thirty-six months.',
     '为谋取利益给予或许诺我方人员财物。永久列入；供应商主动报告的，36 个月。', NULL, 'Supplier Blacklist Management Regulations');

-- What is held against a supplier.
CREATE TABLE blacklist.matter (
    id           uuid        PRIMARY KEY,
    supplier     uuid        NOT NULL REFERENCES supplier.supplier,
    ground       text        NOT NULL,
    happened_day date        NOT NULL,
    facts        text        NOT NULL,
    opened_by    uuid        NOT NULL,
    opened_at    timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT facts_said CHECK (facts <> '')
);
CREATE INDEX matter_by_supplier ON blacklist.matter (supplier);

CREATE TABLE blacklist.exhibit (
    id            uuid        PRIMARY KEY,
    matter        uuid        NOT NULL REFERENCES blacklist.matter,
    evidence      uuid        NOT NULL REFERENCES evidence.item,
    from_supplier boolean     NOT NULL,
    brought_by    uuid        NOT NULL,
    brought_at    timestamptz NOT NULL
);
CREATE INDEX exhibit_by_matter ON blacklist.exhibit (matter);

-- The supplier is told what is held against it and may answer until a day.
CREATE TABLE blacklist.hearing (
    matter    uuid        PRIMARY KEY REFERENCES blacklist.matter,
    due_day   date        NOT NULL,
    notice    text        NOT NULL,
    called_by uuid        NOT NULL,
    called_at timestamptz NOT NULL,
    record    uuid        NOT NULL
);

CREATE TABLE blacklist.statement (
    id      uuid        PRIMARY KEY,
    matter  uuid        NOT NULL REFERENCES blacklist.hearing,
    words   text        NOT NULL,
    day     date        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT statement_says_something CHECK (words <> '')
);

-- One person stops new business for a few days, because somebody was hurt; two must make a ban of it or it ends by itself.
CREATE TABLE blacklist.suspension (
    matter       uuid        PRIMARY KEY REFERENCES blacklist.matter,
    supplier     uuid        NOT NULL REFERENCES supplier.supplier,
    from_day     date        NOT NULL,
    until_day    date        NOT NULL,
    reason       text        NOT NULL,
    suspended_by uuid        NOT NULL,
    suspended_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    ended_by     uuid,
    ended_at     timestamptz,
    CONSTRAINT suspended_for_days CHECK (until_day - from_day BETWEEN 0 AND 14),
    CONSTRAINT ended_by_someone CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX suspension_by_supplier ON blacklist.suspension (supplier);

-- What a person proposes to decide; it bars nobody.
CREATE TABLE blacklist.sentence (
    id             uuid        PRIMARY KEY,
    matter         uuid        NOT NULL REFERENCES blacklist.matter,
    until_day      date,                 -- last day; null: for good
    receipts_until date,                 -- what was ordered before may come in until this day; null: not
    payments_until date,
    reason         text        NOT NULL,
    proposal       uuid        NOT NULL REFERENCES decision.proposal,
    proposed_at    timestamptz NOT NULL,
    CONSTRAINT sentence_reasoned CHECK (reason <> '')
);
CREATE INDEX sentence_by_matter ON blacklist.sentence (matter);

-- A range of one supplier, so that PostgreSQL can hold suppliers and times against each other without an extension.
CREATE TYPE blacklist.only_supplier AS RANGE (subtype = uuid);

CREATE TABLE blacklist.ban (
    id             uuid        PRIMARY KEY REFERENCES blacklist.sentence,
    matter         uuid        NOT NULL UNIQUE REFERENCES blacklist.matter,
    supplier       uuid        NOT NULL REFERENCES supplier.supplier,
    from_day       date        NOT NULL,
    in_force       daterange   NOT NULL,   -- ends earlier than decided when it is lifted; empty when it never held a whole day
    until_day      date,                   -- as decided
    receipts_until date,
    payments_until date,
    decided_by     uuid        NOT NULL,
    decided_at     timestamptz NOT NULL,
    record         uuid        NOT NULL,
    CONSTRAINT not_two_bans_at_once EXCLUDE USING gist (blacklist.only_supplier(supplier, supplier, '[]') WITH &&, in_force WITH &&)
);
CREATE INDEX ban_by_supplier ON blacklist.ban (supplier);

CREATE TABLE blacklist.lifting (
    id          uuid        PRIMARY KEY,
    ban         uuid        NOT NULL REFERENCES blacklist.ban,
    reason      text        NOT NULL,
    proposal    uuid        NOT NULL REFERENCES decision.proposal,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT lifting_reasoned CHECK (reason <> '')
);
CREATE INDEX lifting_by_ban ON blacklist.lifting (ban);

CREATE TABLE blacklist.lifted (
    ban       uuid        PRIMARY KEY REFERENCES blacklist.ban,
    lifting   uuid        NOT NULL REFERENCES blacklist.lifting,
    lifted_by uuid        NOT NULL,
    lifted_at timestamptz NOT NULL,
    record    uuid        NOT NULL
);

-- A case that came to nothing; never closed by whoever opened it.
CREATE TABLE blacklist.dropped (
    matter     uuid        PRIMARY KEY REFERENCES blacklist.matter,
    opened_by  uuid        NOT NULL,
    reason     text        NOT NULL,
    dropped_by uuid        NOT NULL,
    dropped_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT dropped_by_another CHECK (dropped_by <> opened_by),
    CONSTRAINT dropping_reasoned CHECK (reason <> '')
);

-- What tells that two suppliers are one in truth, beside what the register knows. Only a keyed hash of it.
CREATE TABLE blacklist.trait (
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    kind     text        NOT NULL,
    hash     bytea       NOT NULL,
    noted_by uuid        NOT NULL,
    noted_at timestamptz NOT NULL,
    CONSTRAINT trait_pk PRIMARY KEY (supplier, kind, hash),
    CONSTRAINT trait_known CHECK (kind IN ('OWNER', 'BANK_ACCOUNT'))
);
CREATE INDEX trait_by_hash ON blacklist.trait (kind, hash);

-- A person says that one supplier belongs to another, or that it does not. The newest row of a pair counts.
CREATE TABLE blacklist.tie (
    id       uuid        PRIMARY KEY,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,   -- the barred one
    other    uuid        NOT NULL REFERENCES supplier.supplier,
    kinds    text[]      NOT NULL,
    outcome  text        NOT NULL,
    reason   text        NOT NULL,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT tie_outcome_known CHECK (outcome IN ('CONFIRMED', 'DISMISSED')),
    CONSTRAINT tied_to_another CHECK (other <> supplier)
);
CREATE INDEX tie_by_pair ON blacklist.tie (other, supplier, said_at DESC);

CREATE VIEW blacklist.tied AS
SELECT tie.supplier, tie.other, tie.kinds, tie.record
  FROM blacklist.tie
 WHERE tie.outcome = 'CONFIRMED'
   AND NOT EXISTS (SELECT FROM blacklist.tie AS later
                    WHERE later.supplier = tie.supplier AND later.other = tie.other AND later.said_at > tie.said_at);

-- Colleagues say with whom they have dealings of their own.
CREATE TABLE blacklist.dealing (
    id          uuid        PRIMARY KEY,
    account     uuid        NOT NULL REFERENCES access.account,
    party       text        NOT NULL,
    supplier    uuid        REFERENCES supplier.supplier,
    kind        text        NOT NULL,
    words       text        NOT NULL,
    declared_at timestamptz NOT NULL,
    refused     boolean     NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT dealing_kind_known CHECK (kind IN ('FAMILY', 'SHARE', 'WORK', 'PURCHASE', 'OTHER')),
    CONSTRAINT dealing_with_somebody CHECK (party <> '')
);
CREATE INDEX dealing_by_account ON blacklist.dealing (account);
CREATE INDEX dealing_by_supplier ON blacklist.dealing (supplier);

-- Something was ordered from, taken in from or paid to somebody barred.
CREATE TABLE blacklist.incident (
    id       uuid        PRIMARY KEY,
    kind     text        NOT NULL,
    document text        NOT NULL,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    day      date        NOT NULL,
    matter   uuid        NOT NULL REFERENCES blacklist.matter,
    found_at timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT one_incident_a_document UNIQUE (kind, document)
);
CREATE INDEX incident_by_supplier ON blacklist.incident (supplier, day);

CREATE TABLE blacklist.closure (
    incident  uuid        PRIMARY KEY REFERENCES blacklist.incident,
    cause     text        NOT NULL,
    words     text        NOT NULL,
    closed_by uuid        NOT NULL,
    closed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT cause_known CHECK (cause IN ('NOT_ASKED', 'ASKED_AND_IGNORED', 'WRONG_SUPPLIER', 'LATE_REPORT', 'EMERGENCY', 'OTHER')),
    CONSTRAINT closure_says_what CHECK (words <> '')
);

-- Bans in force on a day are those whose range holds it.
CREATE VIEW blacklist.barred AS
SELECT ban.id, ban.matter, ban.supplier, matter.ground, ban.from_day, ban.in_force, ban.until_day, ban.receipts_until, ban.payments_until, ban.record
  FROM blacklist.ban
  JOIN blacklist.matter ON matter.id = ban.matter;
