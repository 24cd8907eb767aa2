CREATE SCHEMA labour;

-- One file brought in as a whole.
CREATE TABLE labour.batch (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    file        text        NOT NULL,
    read_at     timestamptz NOT NULL,
    read_by     uuid        NOT NULL,
    faults      jsonb,                   -- of a file that was refused, until a day has passed
    imported_at timestamptz,             -- null: read and shown, not yet brought in
    record      uuid,
    CONSTRAINT batch_kind_known CHECK (kind IN ('IDENTITIES', 'CONTRACTS', 'TIMES', 'SHIFTS')),
    CONSTRAINT batch_file_fits CHECK (char_length(file) <= 300)
);

-- Lines of a file that was read without fault, until they are brought in or a day has passed. Numbers of documents never stand here, only their hash.
CREATE TABLE labour.staged (
    batch  uuid   NOT NULL REFERENCES labour.batch ON DELETE CASCADE,
    line   int    NOT NULL,
    fields text[] NOT NULL,
    CONSTRAINT staged_pk PRIMARY KEY (batch, line)
);

-- Somebody's document was looked at. A correction is a new row; the old one says until when it was believed.
CREATE TABLE labour.identity (
    id            uuid        PRIMARY KEY,
    person        uuid        NOT NULL REFERENCES directory.person,
    document      text        NOT NULL,
    number_hash   bytea       NOT NULL,   -- HMAC-SHA-256 under a key that is not in the database
    born          date        NOT NULL,
    sex           text        NOT NULL,
    verified_on   date        NOT NULL,
    told_by       uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    batch         uuid        REFERENCES labour.batch,
    record        uuid,                   -- null: the entry of its batch
    CONSTRAINT identity_document_known CHECK (document IN ('ID_CARD', 'PASSPORT', 'PERMIT', 'OTHER')),
    CONSTRAINT identity_sex_known CHECK (sex IN ('F', 'M')),
    CONSTRAINT identity_hash_is_whole CHECK (octet_length(number_hash) = 32),
    CONSTRAINT born_before_verified CHECK (born < verified_on),
    CONSTRAINT identity_of_birth UNIQUE (id, person, born),
    CONSTRAINT identity_by_file_or_by_hand CHECK (num_nonnulls(batch, record) = 1)
);
CREATE UNIQUE INDEX identity_now ON labour.identity (person) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX document_of_one_person ON labour.identity (number_hash) WHERE superseded_at IS NULL;

-- For other rooms of people: one row a person, from a document that somebody checked. For statistics and checks, never beside a name.
CREATE VIEW labour.attested AS
    SELECT person, born, sex, verified_on
      FROM labour.identity
     WHERE superseded_at IS NULL;

-- The terms on which somebody is employed, from a day. A change of terms is an amendment with days of its own; a correction is a new row.
CREATE TABLE labour.contract (
    id             uuid        PRIMARY KEY,
    person         uuid        NOT NULL REFERENCES directory.person,
    act            text        NOT NULL,
    term           text        NOT NULL,
    signed_on      date,                   -- null: nothing in writing yet
    from_day       date        NOT NULL,
    until_day      date,
    probation_days int         NOT NULL,
    category       text        NOT NULL,
    full_time      boolean     NOT NULL,   -- as the contract says
    told_by        uuid        NOT NULL,
    known_from     timestamptz NOT NULL,
    known_until    timestamptz,
    batch          uuid        REFERENCES labour.batch,
    record         uuid,
    CONSTRAINT contract_act_known CHECK (act IN ('CONTRACT', 'AMENDMENT')),
    CONSTRAINT contract_term_known CHECK (term IN ('FIXED', 'OPEN', 'TASK')),
    CONSTRAINT contract_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT fixed_has_an_end CHECK (term <> 'FIXED' OR until_day IS NOT NULL),
    CONSTRAINT probation_is_days CHECK (probation_days BETWEEN 0 AND 3660),
    CONSTRAINT contract_category_known CHECK (category IN ('MANAGEMENT', 'PROFESSIONAL', 'ADMINISTRATION', 'PRODUCTION')),
    CONSTRAINT contract_by_file_or_by_hand CHECK (num_nonnulls(batch, record) = 1),
    CONSTRAINT one_contract_a_day EXCLUDE USING gist (
        directory.same(person::text, person::text, '[]') WITH &&,
        daterange(from_day, until_day, '[]') WITH &&) WHERE (known_until IS NULL)
);
CREATE UNIQUE INDEX contract_now ON labour.contract (person, from_day) WHERE known_until IS NULL;

-- For other rooms of people: who was contracted on which terms, and from when until when that was known.
CREATE VIEW labour.contracted AS
    SELECT person, category, full_time, from_day, until_day, known_from, known_until
      FROM labour.contract;
