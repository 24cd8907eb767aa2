CREATE SCHEMA policy;

-- A rule of our own. Its code is what people call it by and never changes; what it says stands in its versions.
CREATE TABLE policy.policy (
    id               uuid        PRIMARY KEY,
    code             text        NOT NULL,
    kind             text        NOT NULL,
    area             text        NOT NULL,
    responsible      uuid        NOT NULL,   -- an account
    acknowledge_days int         NOT NULL,   -- so many days whoever is bound has to read a version
    renew_months     int         NOT NULL,   -- so long an acknowledgement holds
    opened_by        uuid        NOT NULL,
    opened_at        timestamptz NOT NULL,
    CONSTRAINT policy_code_taken UNIQUE (code),
    CONSTRAINT policy_code CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    CONSTRAINT policy_kind CHECK (kind IN ('POLICY', 'PROCEDURE', 'REGULATION', 'STANDARD', 'STATEMENT', 'CODE_OF_CONDUCT')),
    CONSTRAINT policy_area CHECK (area IN ('SUPPLY', 'PEOPLE', 'COMPANY')),
    CONSTRAINT some_days_to_read CHECK (acknowledge_days BETWEEN 1 AND 365),
    CONSTRAINT holds_some_months CHECK (renew_months BETWEEN 1 AND 120)
);

-- What a requirement hangs on: it keeps its code through all versions that have it.
CREATE TABLE policy.clause (
    id     uuid PRIMARY KEY,
    policy uuid NOT NULL REFERENCES policy.policy,
    code   text NOT NULL,
    CONSTRAINT clause_code_taken UNIQUE (policy, code),
    CONSTRAINT clause_code CHECK (code ~ '^[a-z0-9][a-z0-9.-]{0,39}$')
);

CREATE TABLE policy.version (
    id         uuid        PRIMARY KEY,
    policy     uuid        NOT NULL REFERENCES policy.policy,
    no         int         NOT NULL,
    title_en   text        NOT NULL,
    title_zh   text        NOT NULL,
    change_en  text        NOT NULL,   -- what is new in it, for those who read it again
    change_zh  text        NOT NULL,
    from_day   date        NOT NULL,   -- as wished while it is a draft
    drafted_by uuid        NOT NULL,
    drafted_at timestamptz NOT NULL,
    CONSTRAINT version_number_taken UNIQUE (policy, no),
    CONSTRAINT version_title_fits CHECK (char_length(title_en) <= 300 AND char_length(title_zh) <= 300),
    CONSTRAINT version_change_fits CHECK (char_length(change_en) <= 4000 AND char_length(change_zh) <= 4000),
    CONSTRAINT version_has_title CHECK (title_en <> '' AND title_zh <> '')
);

CREATE TABLE policy.wording (
    version    uuid NOT NULL REFERENCES policy.version,
    place      int  NOT NULL,
    clause     uuid NOT NULL REFERENCES policy.clause,
    heading_en text NOT NULL,
    heading_zh text NOT NULL,
    text_en    text NOT NULL,
    text_zh    text NOT NULL,
    PRIMARY KEY (version, place),
    CONSTRAINT clause_once_a_version UNIQUE (version, clause),
    CONSTRAINT wording_heading_fits CHECK (char_length(heading_en) <= 300 AND char_length(heading_zh) <= 300),
    CONSTRAINT wording_text_fits CHECK (char_length(text_en) <= 40000 AND char_length(text_zh) <= 40000),
    CONSTRAINT in_two_languages CHECK (text_en <> '' AND text_zh <> '' AND heading_en <> '' AND heading_zh <> '')
);
CREATE INDEX wording_by_clause ON policy.wording (clause);

-- Approved by a second person. The words are kept as a file, and its SHA-256 stands in the log; they do not change any more.
CREATE TABLE policy.publication (
    version      uuid        PRIMARY KEY REFERENCES policy.version,
    policy       uuid        NOT NULL REFERENCES policy.policy,
    from_day     date        NOT NULL,
    proposal     uuid        NOT NULL UNIQUE REFERENCES decision.proposal,
    evidence     uuid        NOT NULL REFERENCES evidence.item,
    published_by uuid        NOT NULL,
    published_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT one_version_begins_a_day UNIQUE (policy, from_day)
);

CREATE TABLE policy.withdrawal (
    policy       uuid        PRIMARY KEY REFERENCES policy.policy,
    last_day     date        NOT NULL,
    reason       text        NOT NULL,
    proposal     uuid        NOT NULL UNIQUE REFERENCES decision.proposal,
    withdrawn_by uuid        NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT withdrawal_reason_fits CHECK (char_length(reason) <= 4000),
    CONSTRAINT withdrawn_for_a_reason CHECK (reason <> '')
);

-- Whom a rule binds: a circle that some room knows, and which of it.
CREATE TABLE policy.bound (
    id         uuid        PRIMARY KEY,
    policy     uuid        NOT NULL REFERENCES policy.policy,
    circle     text        NOT NULL,
    value      text        NOT NULL,
    added_by   uuid        NOT NULL,
    added_at   timestamptz NOT NULL,
    removed_by uuid,
    removed_at timestamptz,
    CONSTRAINT removed_by_somebody CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);
CREATE UNIQUE INDEX bound_once ON policy.bound (policy, circle, value) WHERE removed_at IS NULL;

-- A law and its articles. Names are facts; the summaries are our own words.
CREATE TABLE policy.law (
    id           uuid        PRIMARY KEY,
    code         text        NOT NULL,
    name_en      text        NOT NULL,
    name_zh      text        NOT NULL,
    jurisdiction text        NOT NULL,   -- ISO 3166-1 alpha-2, EU, or INT
    since        date,                   -- in force, or as last amended
    source       text        NOT NULL,   -- where its text can be read
    entered_by   uuid        NOT NULL,
    entered_at   timestamptz NOT NULL,
    CONSTRAINT law_code_taken UNIQUE (code),
    CONSTRAINT law_code CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    CONSTRAINT law_name_fits CHECK (char_length(name_en) <= 300 AND char_length(name_zh) <= 300 AND char_length(source) <= 300),
    CONSTRAINT law_has_name CHECK (name_en <> '' AND name_zh <> ''),
    CONSTRAINT jurisdiction_code CHECK (jurisdiction ~ '^([A-Z]{2}|INT)$')
);

CREATE TABLE policy.article (
    id            uuid        PRIMARY KEY,
    law           uuid        NOT NULL REFERENCES policy.law,
    number        text        NOT NULL,
    summary_en    text        NOT NULL,
    summary_zh    text        NOT NULL,
    clause        uuid        REFERENCES policy.clause,
    check_en      text        NOT NULL DEFAULT '',   -- how we see whether it is kept; empty: nobody has said
    check_zh      text        NOT NULL DEFAULT '',
    responsible   uuid        NOT NULL,
    review_months int         NOT NULL,
    said_by       uuid        NOT NULL,
    said_at       timestamptz NOT NULL,
    CONSTRAINT article_number_taken UNIQUE (law, number),
    CONSTRAINT article_number_fits CHECK (char_length(number) <= 300),
    CONSTRAINT article_summary_fits CHECK (char_length(summary_en) <= 4000 AND char_length(summary_zh) <= 4000),
    CONSTRAINT article_check_fits CHECK (char_length(check_en) <= 4000 AND char_length(check_zh) <= 4000),
    CONSTRAINT article_has_summary CHECK (number <> '' AND summary_en <> '' AND summary_zh <> ''),
    CONSTRAINT reviewed_some_months CHECK (review_months BETWEEN 1 AND 120)
);
CREATE INDEX article_by_clause ON policy.article (clause);

CREATE TABLE policy.article_review (
    article     uuid        NOT NULL REFERENCES policy.article,
    day         date        NOT NULL,
    words       text        NOT NULL,
    reviewed_by uuid        NOT NULL,
    reviewed_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    PRIMARY KEY (article, day),
    CONSTRAINT review_words_fits CHECK (char_length(words) <= 4000),
    CONSTRAINT said_what_was_seen CHECK (words <> '')
);

-- For other rooms: what is in force on a day, as known at a moment.
CREATE FUNCTION policy.in_force(on_day date, known_at timestamptz)
RETURNS TABLE (
    policy uuid, code text, kind text, area text, version uuid, no int, title_en text, title_zh text, from_day date, responsible uuid, evidence uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (policy.id)
           policy.id, policy.code, policy.kind, policy.area, version.id, version.no, version.title_en, version.title_zh,
           publication.from_day, policy.responsible, publication.evidence, publication.record
      FROM policy.policy
      JOIN policy.publication ON publication.policy = policy.id AND publication.from_day <= on_day AND publication.published_at <= known_at
      JOIN policy.version ON version.id = publication.version
     WHERE NOT EXISTS (SELECT FROM policy.withdrawal
                        WHERE withdrawal.policy = policy.id AND withdrawal.last_day < on_day AND withdrawal.withdrawn_at <= known_at)
     ORDER BY policy.id, publication.from_day DESC
$$;

-- For other rooms: who acknowledged which version, or owes it, as known at a moment.
CREATE FUNCTION policy.acknowledged(known_at timestamptz)
RETURNS TABLE (id uuid, version uuid, policy uuid, party uuid, due_day date, state text, at timestamptz, valid_until date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT standing.id, version.id, version.policy, standing.party, standing.due_day, standing.state, standing.at, standing.valid_until, standing.record
      FROM obligation.standing_at(known_at) AS standing
      JOIN obligation.about ON about.id = standing.id
      JOIN policy.version ON version.id = about.about
     WHERE standing.kind = 'policy.acknowledge'
$$;
