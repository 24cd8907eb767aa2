CREATE SCHEMA esg;

-- Each time suppliers were asked: what, for which year, in which categories, and how many were asked who had not been before.
CREATE TABLE esg.campaign (
    id         uuid        NOT NULL PRIMARY KEY,
    form       text        NOT NULL,
    version    int         NOT NULL,
    year       int         NOT NULL,
    due_day    date        NOT NULL,
    categories text[]      NOT NULL,
    asked      int         NOT NULL,
    opened_by  uuid        NOT NULL,
    opened_at  timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT campaign_asks_somebody CHECK (asked >= 0 AND cardinality(categories) > 0)
);
CREATE INDEX campaign_by_year ON esg.campaign (year, form, opened_at);

-- What a department did not accept in what was sent, question by question.
CREATE TABLE esg.remark (
    sending  uuid        NOT NULL REFERENCES form.sending,
    question text        NOT NULL,
    words    text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (sending, question),
    CONSTRAINT remark_says_something CHECK (words <> ''),
    CONSTRAINT remark_words_fits CHECK (char_length(words) <= 1000)
);

-- Points, thresholds and other numbers that risk goes by, each from a day on and with its source. A change is a new row and needs two people.
CREATE TABLE esg.rule (
    id       uuid          NOT NULL PRIMARY KEY,
    key      text          NOT NULL,
    from_day date          NOT NULL,
    points   numeric(7, 2) NOT NULL,
    source   text          NOT NULL,
    said_at  timestamptz   NOT NULL,
    proposal uuid          REFERENCES decision.proposal,   -- null: came with the house
    record   uuid,
    CONSTRAINT rule_points_fit CHECK (points BETWEEN 0 AND 1000),
    CONSTRAINT rule_has_source CHECK (source <> ''),
    CONSTRAINT rule_source_fits CHECK (char_length(source) <= 1000),
    CONSTRAINT rule_key_fits CHECK (char_length(key) <= 100),
    CONSTRAINT changed_by_two CHECK ((proposal IS NULL) = (record IS NULL))
);
CREATE INDEX rule_by_key ON esg.rule (key, from_day);

CREATE TABLE esg.rule_proposed (
    proposal uuid          NOT NULL PRIMARY KEY REFERENCES decision.proposal,
    key      text          NOT NULL,
    from_day date          NOT NULL,
    points   numeric(7, 2) NOT NULL,
    source   text          NOT NULL,
    CONSTRAINT rule_proposed_source_fits CHECK (char_length(source) <= 1000),
    CONSTRAINT rule_proposed_key_fits CHECK (char_length(key) <= 100)
);

INSERT INTO esg.rule (id, key, from_day, points, source, said_at)
SELECT gen_random_uuid(), key, '2024-01-01', points, source, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('change.explain', 50, 'our rule: an answer whose marks moved by as much since last year needs a word'),
    ('band.medium', 30, 'our rule'),
    ('band.high', 50, 'our rule'),
    ('answers.mark', 0.40, 'our rule: for each mark that is missing to 100, of the mean over the forms of a side'),
    ('answers.none', 15, 'our rule: nothing known is no good mark'),
    ('answers.late', 10, 'our rule'),
    ('country.other.E', 10, 'placeholder of the house: no index of countries is shipped; enter the one you hold, with its source'),
    ('country.other.S', 10, 'placeholder of the house: no index of countries is shipped; enter the one you hold, with its source'),
    ('country.other.G', 10, 'placeholder of the house: no index of countries is shipped; enter the one you hold, with its source'),
    ('category.wafer.S', 20, 'our rule: quartz and silicon lie far up'),
    ('category.wafer.E', 10, 'our rule: electricity'),
    ('category.solder.S', 10, 'our rule: tin'),
    ('category.paste.E', 10, 'our rule: solvents, silver'),
    ('category.chemicals.E', 20, 'our rule: acids and gases'),
    ('category.chemicals.S', 10, 'our rule: exposure'),
    ('category.glass.E', 15, 'our rule: furnaces'),
    ('category.frame.E', 15, 'our rule: electrolysis'),
    ('barred', 40, 'our rule'),
    ('finding.PRIORITY', 25, 'our rule; severities as in the RBA audit manual'),
    ('finding.MAJOR', 12, 'our rule; severities as in the RBA audit manual'),
    ('finding.MINOR', 4, 'our rule; severities as in the RBA audit manual'),
    ('case.late', 10, 'our rule'),
    ('alert.OPEN', 10, 'our rule'),
    ('alert.TRUE_HIT', 40, 'our rule')) AS shipped (key, points, source);

CREATE FUNCTION esg.rules_on(on_day date, known_at timestamptz)
RETURNS TABLE (key text, points numeric, from_day date, source text)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (rule.key) rule.key, rule.points, rule.from_day, rule.source
      FROM esg.rule
     WHERE rule.from_day <= on_day
       AND rule.said_at <= known_at
     ORDER BY rule.key, rule.from_day DESC, rule.said_at DESC
$$;

-- A day on which risk was computed and something had changed.
CREATE TABLE esg.review (
    id      uuid        NOT NULL PRIMARY KEY,
    day     date        NOT NULL,
    by      uuid,                        -- null: the day did it
    at      timestamptz NOT NULL,
    changed int         NOT NULL,
    record  uuid        NOT NULL
);

-- The risk of a supplier from then on; the newest holds. Written when its points changed.
CREATE TABLE esg.assessment (
    id       uuid        NOT NULL PRIMARY KEY,
    review   uuid        NOT NULL REFERENCES esg.review,
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    at       timestamptz NOT NULL,
    no       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX assessment_by_supplier ON esg.assessment (supplier, no DESC);

CREATE TABLE esg.point (
    assessment uuid          NOT NULL REFERENCES esg.assessment,
    no         int           NOT NULL,
    pillar     text          NOT NULL,
    points     numeric(7, 2) NOT NULL,
    factor     text          NOT NULL,
    reason     text          NOT NULL,   -- message key
    words      jsonb         NOT NULL,   -- its arguments
    record     uuid,                     -- the entry of the log it rests on; null: on a rule alone
    PRIMARY KEY (assessment, no),
    CONSTRAINT pillar_known CHECK (pillar IN ('E', 'S', 'G')),
    CONSTRAINT points_above_zero CHECK (points > 0)
);

CREATE TABLE esg.band (
    assessment uuid          NOT NULL REFERENCES esg.assessment,
    pillar     text          NOT NULL,
    points     numeric(9, 2) NOT NULL,
    band       text          NOT NULL,
    PRIMARY KEY (assessment, pillar),
    CONSTRAINT band_pillar_known CHECK (pillar IN ('E', 'S', 'G')),
    CONSTRAINT band_known CHECK (band IN ('LOW', 'MEDIUM', 'HIGH'))
);

-- What a supplier of high risk owes us: a plan, carried as a case.
CREATE TABLE esg.plan (
    id         uuid        NOT NULL PRIMARY KEY,
    supplier   uuid        NOT NULL REFERENCES supplier.supplier,
    pillar     text        NOT NULL,
    assessment uuid        NOT NULL REFERENCES esg.assessment,
    opened_by  uuid        NOT NULL,
    opened_at  timestamptz NOT NULL,
    CONSTRAINT plan_pillar_known CHECK (pillar IN ('E', 'S', 'G'))
);
CREATE INDEX plan_by_supplier ON esg.plan (supplier, pillar, opened_at);

CREATE FUNCTION esg.risk_at(known_at timestamptz)
RETURNS TABLE (supplier uuid, pillar text, band text, points numeric, day date, record uuid, assessment uuid)
LANGUAGE sql STABLE AS $$
    SELECT newest.supplier, band.pillar, band.band, band.points, review.day, review.record, newest.id
      FROM (SELECT DISTINCT ON (assessment.supplier) assessment.id, assessment.supplier, assessment.review
              FROM esg.assessment
             WHERE assessment.at <= known_at
             ORDER BY assessment.supplier, assessment.no DESC) AS newest
      JOIN esg.review ON review.id = newest.review
      JOIN esg.band ON band.assessment = newest.id
$$;

CREATE VIEW esg.risk_in_force AS
    SELECT supplier, pillar, band, points, day, record, assessment FROM esg.risk_at('infinity');
