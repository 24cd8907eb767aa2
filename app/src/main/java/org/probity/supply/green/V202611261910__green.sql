CREATE SCHEMA green;

-- Criteria of a category from a day on. A change is another set, which one proposes and another approves.
CREATE TABLE green.book (
    id          uuid        NOT NULL PRIMARY KEY,
    category    text        NOT NULL,
    from_day    date        NOT NULL,
    threshold   int         NOT NULL,   -- points from which a supplier's goods count as green
    source      text        NOT NULL,
    proposal    uuid        NOT NULL REFERENCES decision.proposal,
    proposed_at timestamptz NOT NULL,
    CONSTRAINT book_threshold CHECK (threshold BETWEEN 1 AND 100),
    CONSTRAINT book_has_source CHECK (source <> ''),
    CONSTRAINT book_source_fits CHECK (char_length(source) <= 300)
);
CREATE INDEX book_by_category ON green.book (category, from_day);

CREATE TABLE green.criterion (
    book     uuid NOT NULL REFERENCES green.book,
    no       int  NOT NULL,
    code     text NOT NULL,   -- stays the same from one set to the next
    title_en text NOT NULL,
    title_zh text NOT NULL,
    strength text NOT NULL,   -- the weakest proof that shows it
    points   int  NOT NULL,
    PRIMARY KEY (book, no),
    CONSTRAINT criterion_once UNIQUE (book, code),
    CONSTRAINT green_criterion_code CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    CONSTRAINT criterion_has_titles CHECK (title_en <> '' AND title_zh <> ''),
    CONSTRAINT criterion_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT criterion_title_zh_fits CHECK (char_length(title_zh) <= 300),
    CONSTRAINT green_strength_known CHECK (strength IN ('THIRD_PARTY', 'SIGNED', 'STATEMENT')),
    CONSTRAINT criterion_points CHECK (points BETWEEN 1 AND 100)
);

CREATE TABLE green.approval (
    book        uuid        NOT NULL PRIMARY KEY REFERENCES green.book,
    approved_by uuid        NOT NULL,
    approved_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);

-- What a supplier shows.
CREATE TABLE green.proof (
    id         uuid        NOT NULL PRIMARY KEY,
    supplier   uuid        NOT NULL REFERENCES supplier.supplier,
    code       text        NOT NULL,
    kind       text        NOT NULL,
    number     text        NOT NULL,
    issuer     text        NOT NULL,
    valid_from date        NOT NULL,
    valid_until date       NOT NULL,
    words      text        NOT NULL,
    evidence   uuid        NOT NULL REFERENCES evidence.item,
    sent_by    uuid        NOT NULL,
    sent_at    timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT green_proof_kind CHECK (kind IN ('CERTIFICATE', 'EPD', 'SIGNED_STATEMENT', 'STATEMENT')),
    CONSTRAINT green_proof_days CHECK (valid_until >= valid_from),
    CONSTRAINT green_proof_issued CHECK (kind NOT IN ('CERTIFICATE', 'EPD') OR number <> '' AND issuer <> ''),
    CONSTRAINT proof_number_fits CHECK (char_length(number) <= 300),
    CONSTRAINT proof_issuer_fits CHECK (char_length(issuer) <= 300),
    CONSTRAINT proof_words_fits CHECK (char_length(words) <= 4000)
);
CREATE INDEX green_proof_by_supplier ON green.proof (supplier, code);

CREATE TABLE green.review (
    proof   uuid        NOT NULL REFERENCES green.proof,
    no      int         NOT NULL,
    outcome text        NOT NULL,
    words   text        NOT NULL,
    sent_by uuid        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (proof, no),
    CONSTRAINT green_outcome_known CHECK (outcome IN ('ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    CONSTRAINT return_has_words CHECK (outcome = 'ACCEPTED' OR words <> ''),
    CONSTRAINT review_words_fits CHECK (char_length(words) <= 4000),
    CONSTRAINT green_four_eyes CHECK (by <> sent_by)
);

CREATE FUNCTION green.rank(strength_or_kind text)
RETURNS int
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE strength_or_kind WHEN 'THIRD_PARTY' THEN 3 WHEN 'CERTIFICATE' THEN 3 WHEN 'EPD' THEN 3 WHEN 'SIGNED' THEN 2 WHEN 'SIGNED_STATEMENT' THEN 2 ELSE 1 END
$$;

-- Criteria with the days on which each set holds, as known at a moment. Of two sets from the same day the one approved later holds.
CREATE FUNCTION green.criteria(known_at timestamptz)
RETURNS TABLE (book uuid, category text, held daterange, threshold int, code text, title_en text, title_zh text, strength text, points int, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT begun.id, begun.category, daterange(begun.from_day, begun.next_day), begun.threshold, criterion.code, criterion.title_en, criterion.title_zh, criterion.strength,
           criterion.points, begun.record
      FROM (SELECT book.*, approval.record,
                   lead(book.from_day) OVER (PARTITION BY book.category ORDER BY book.from_day, approval.approved_at) AS next_day
              FROM green.book
              JOIN green.approval ON approval.book = book.id AND approval.approved_at <= known_at) AS begun
      JOIN green.criterion ON criterion.book = begun.id
$$;

-- Proofs that were accepted, with the days on which they hold, as known at a moment.
CREATE FUNCTION green.accepted(known_at timestamptz)
RETURNS TABLE (proof uuid, supplier uuid, code text, kind text, held daterange, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT proof.id, proof.supplier, proof.code, proof.kind, daterange(proof.valid_from, proof.valid_until, '[]'), newest.record
      FROM green.proof
      JOIN LATERAL (SELECT outcome, record FROM green.review WHERE review.proof = proof.id AND review.at <= known_at ORDER BY no DESC LIMIT 1) AS newest
        ON newest.outcome = 'ACCEPTED'
$$;

-- How far each supplier of a category with criteria is on a day.
CREATE FUNCTION green.standing(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, category text, points bigint, possible bigint, threshold int, met boolean, shown bigint, asked bigint, records uuid[])
LANGUAGE sql STABLE AS $$
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
$$;
