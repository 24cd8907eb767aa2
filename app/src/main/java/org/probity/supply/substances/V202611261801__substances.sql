CREATE SCHEMA substances;

-- Of whom which papers are asked: of a category, or for one material whatever its category. A change is a new row, said by two.
CREATE TABLE substances.scope_proposed (
    proposal uuid   PRIMARY KEY REFERENCES decision.proposal,
    category text   REFERENCES supplier.category,
    material uuid   REFERENCES supplier.material,
    from_day date   NOT NULL,
    asked    text[] NOT NULL,
    clause   text   NOT NULL,
    CONSTRAINT proposed_for_one CHECK ((category IS NULL) <> (material IS NULL)),
    CONSTRAINT scope_proposed_clause_fits CHECK (char_length(clause) <= 300)
);

CREATE TABLE substances.scope (
    id       uuid        PRIMARY KEY,
    category text        REFERENCES supplier.category,
    material uuid        REFERENCES supplier.material,
    from_day date        NOT NULL,
    asked    text[]      NOT NULL,       -- none: nothing is asked from that day on
    clause   text        NOT NULL,
    proposal uuid        NOT NULL REFERENCES decision.proposal,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT scope_for_one CHECK ((category IS NULL) <> (material IS NULL)),
    CONSTRAINT scope_of_known_papers CHECK (asked <@ ARRAY['substances.rohs', 'substances.reach', 'substances.declaration']),
    CONSTRAINT scope_clause_fits CHECK (char_length(clause) <= 300)
);
CREATE INDEX scope_by_category ON substances.scope (category, from_day);
CREATE INDEX scope_by_material ON substances.scope (material, from_day);

-- Which papers a supplier is asked for on a day, and for which of its materials. What was said of a material goes before what was said of its category.
CREATE FUNCTION substances.asked(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, material uuid, paper text)
LANGUAGE sql STABLE AS $$
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
$$;

CREATE TABLE substances.campaign (
    year      int         PRIMARY KEY,
    due_day   date        NOT NULL,
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT due_in_or_after_its_year CHECK (extract(year FROM due_day) >= year)
);

-- The candidate list of substances of very high concern, in the versions that were brought in.
CREATE TABLE substances.edition (
    id        uuid        PRIMARY KEY,
    version   text        NOT NULL,
    day       date        NOT NULL,
    source    text        NOT NULL,
    loaded_by uuid        NOT NULL,
    loaded_at timestamptz NOT NULL,
    evidence  uuid        NOT NULL REFERENCES evidence.item,
    record    uuid        NOT NULL,
    CONSTRAINT edition_loaded_once UNIQUE (version),
    CONSTRAINT edition_version_fits CHECK (char_length(version) <= 60),
    CONSTRAINT edition_source_fits CHECK (char_length(source) <= 300)
);

-- One entry; a group has several numbers, or none, and then nobody is found by it.
CREATE TABLE substances.candidate (
    edition     uuid   NOT NULL REFERENCES substances.edition,
    no          int    NOT NULL,
    key         text   NOT NULL,      -- the same entry in another version
    name        text   NOT NULL,
    ec          text   NOT NULL,
    cas         text[] NOT NULL,
    reason      text   NOT NULL,
    included_on date,
    PRIMARY KEY (edition, no),
    CONSTRAINT candidate_name_fits CHECK (char_length(name) <= 2000),
    CONSTRAINT candidate_reason_fits CHECK (char_length(reason) <= 1000)
);
CREATE INDEX candidate_by_key ON substances.candidate (edition, key);

-- The version in force on a day, as known at a moment.
CREATE FUNCTION substances.edition_on(on_day date, known_at timestamptz)
RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT id
      FROM substances.edition
     WHERE day <= on_day
       AND loaded_at <= known_at
     ORDER BY day DESC, loaded_at DESC
     LIMIT 1
$$;

-- One file sent in answer to a request: a laboratory's report, or a declaration that a reader reads.
CREATE TABLE substances.paper (
    id            uuid        PRIMARY KEY,
    obligation    uuid        NOT NULL REFERENCES obligation.obligation,
    kind          text        NOT NULL,
    evidence      uuid        NOT NULL REFERENCES evidence.item,
    received_at   timestamptz NOT NULL,
    received_by   uuid        NOT NULL,
    laboratory    text        NOT NULL DEFAULT '',
    accreditor    text        NOT NULL DEFAULT '',
    accreditation text        NOT NULL DEFAULT '',
    report_number text        NOT NULL DEFAULT '',
    report_day    date,                 -- of the report, or of the answer in a declaration
    articles      text        NOT NULL DEFAULT '',
    result        text,
    edition       uuid        REFERENCES substances.edition,   -- the candidate list it speaks of
    read_at       timestamptz,
    unreadable    text,                 -- a message key of the reader
    unreadable_en text,                 -- as told that day; the words may be improved later
    unreadable_zh text,
    company       text,
    sections      text,
    record        uuid        NOT NULL,
    CONSTRAINT paper_kind_known CHECK (kind IN ('ROHS', 'REACH', 'DECLARATION')),
    CONSTRAINT result_known CHECK (result IN ('BELOW', 'ABOVE_EXEMPT', 'ABOVE')),
    CONSTRAINT report_says_who CHECK (kind = 'DECLARATION' OR laboratory <> '' AND accreditation <> '' AND report_number <> '' AND report_day IS NOT NULL AND result IS NOT NULL),
    CONSTRAINT paper_laboratory_fits CHECK (char_length(laboratory) <= 300),
    CONSTRAINT paper_accreditor_fits CHECK (char_length(accreditor) <= 300),
    CONSTRAINT paper_accreditation_fits CHECK (char_length(accreditation) <= 100),
    CONSTRAINT paper_report_number_fits CHECK (char_length(report_number) <= 100),
    CONSTRAINT paper_articles_fits CHECK (char_length(articles) <= 4000)
);
CREATE INDEX paper_by_obligation ON substances.paper (obligation, received_at DESC);
CREATE INDEX paper_by_evidence ON substances.paper (evidence);
CREATE INDEX paper_unread ON substances.paper (received_at) WHERE read_at IS NULL;

-- Which of the materials we buy a report covers.
CREATE TABLE substances.covered (
    paper    uuid NOT NULL REFERENCES substances.paper,
    material uuid NOT NULL REFERENCES supplier.material,
    PRIMARY KEY (paper, material)
);

CREATE TABLE substances.finding (
    paper    uuid NOT NULL REFERENCES substances.paper,
    no       int  NOT NULL,
    key      text NOT NULL,
    severity text NOT NULL,
    path     text NOT NULL,      -- the element of the supplier's own file; empty: it concerns the whole
    line     int  NOT NULL,
    value    text NOT NULL,
    words_en text NOT NULL,      -- as told that day
    words_zh text NOT NULL,
    other    uuid REFERENCES substances.paper,   -- what it compares with: for officers, never told to the supplier
    edition  uuid REFERENCES substances.edition, -- found when this list came
    PRIMARY KEY (paper, no),
    CONSTRAINT severity_known CHECK (severity IN ('MUST_CORRECT', 'LOOK_AT'))
);

-- Each substance of each homogeneous material, in milligrams as declared. Nothing is rounded but the share that people read.
CREATE TABLE substances.declared (
    paper      uuid    NOT NULL REFERENCES substances.paper,
    no         int     NOT NULL,
    article_no int     NOT NULL,
    article    text    NOT NULL,
    article_mg numeric,
    material   text    NOT NULL,
    substance  text    NOT NULL,
    cas        text    NOT NULL,
    mg         numeric,
    ppm        numeric,
    line       int     NOT NULL,
    path       text    NOT NULL,
    PRIMARY KEY (paper, no)
);
CREATE INDEX declared_by_cas ON substances.declared (cas);

-- What a person of quality or EHS ruled. A paper is ruled on once.
CREATE TABLE substances.verdict (
    paper      uuid        PRIMARY KEY REFERENCES substances.paper,
    verdict    text        NOT NULL,
    department text        NOT NULL,
    reason     text        NOT NULL,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT verdict_known CHECK (verdict IN ('ACCEPT', 'SEND_BACK')),
    CONSTRAINT verdict_department CHECK (department IN ('QUALITY', 'EHS')),
    CONSTRAINT verdict_has_reason CHECK (reason <> ''),
    CONSTRAINT verdict_reason_fits CHECK (char_length(reason) <= 4000)
);

-- How much of a substance, or a group of them, is tolerated in what, from a day on, by which law. A change is a new row with the same code.
CREATE TABLE substances.threshold (
    id       uuid        PRIMARY KEY,
    code     text        NOT NULL,
    regime   text        NOT NULL,
    name_en  text        NOT NULL,
    name_zh  text        NOT NULL,
    cas      text[]      NOT NULL,
    words    text[]      NOT NULL,      -- the group's names in declarations
    ppm      numeric     NOT NULL,
    basis    text        NOT NULL,
    from_day date        NOT NULL,
    source   text        NOT NULL,
    proposal uuid        REFERENCES decision.proposal,
    said_at  timestamptz NOT NULL,
    record   uuid,
    CONSTRAINT threshold_regime CHECK (regime IN ('ROHS', 'REACH')),
    CONSTRAINT threshold_basis CHECK (basis IN ('HOMOGENEOUS_MATERIAL', 'ARTICLE')),
    CONSTRAINT threshold_share CHECK (ppm >= 0 AND ppm <= 1000000),
    CONSTRAINT threshold_code_fits CHECK (char_length(code) <= 60),
    CONSTRAINT threshold_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT threshold_name_zh_fits CHECK (char_length(name_zh) <= 300),
    CONSTRAINT threshold_source_fits CHECK (char_length(source) <= 300)
);

INSERT INTO substances.threshold (id, code, regime, name_en, name_zh, cas, words, ppm, basis, from_day, source, said_at)
VALUES (gen_random_uuid(), 'lead', 'ROHS', 'Lead and its compounds', '铅及其化合物', ARRAY['7439-92-1', '1317-36-8', '1314-41-6', '1309-60-0', '598-63-0', '7446-14-2', '301-04-2'], ARRAY['lead', 'lead/lead compounds'], 1000, 'HOMOGENEOUS_MATERIAL', '2006-07-01', 'Directive 2011/65/EU, Annex II', '2006-07-01T00:00:00Z'),
       (gen_random_uuid(), 'mercury', 'ROHS', 'Mercury and its compounds', '汞及其化合物', ARRAY['7439-97-6', '7487-94-7', '1344-48-5'], ARRAY['mercury', 'mercury/mercury compounds'], 1000, 'HOMOGENEOUS_MATERIAL', '2006-07-01', 'Directive 2011/65/EU, Annex II', '2006-07-01T00:00:00Z'),
       (gen_random_uuid(), 'cadmium', 'ROHS', 'Cadmium and its compounds', '镉及其化合物', ARRAY['7440-43-9', '1306-19-0', '1306-23-6', '1306-25-8', '10108-64-2'], ARRAY['cadmium', 'cadmium/cadmium compounds'], 100, 'HOMOGENEOUS_MATERIAL', '2006-07-01', 'Directive 2011/65/EU, Annex II', '2006-07-01T00:00:00Z'),
       (gen_random_uuid(), 'chromium-vi', 'ROHS', 'Hexavalent chromium', '六价铬', ARRAY['18540-29-9', '1333-82-0', '7778-50-9', '7775-11-3', '7789-06-2'], ARRAY['hexavalent chromium', 'chromium vi compounds'], 1000, 'HOMOGENEOUS_MATERIAL', '2006-07-01', 'Directive 2011/65/EU, Annex II', '2006-07-01T00:00:00Z'),
       (gen_random_uuid(), 'pbb', 'ROHS', 'Polybrominated biphenyls (PBB)', '多溴联苯（PBB）', ARRAY['59536-65-1', '13654-09-6'], ARRAY['pbb', 'polybrominated biphenyls', 'polybrominated biphenyls (pbbs)'], 1000, 'HOMOGENEOUS_MATERIAL', '2006-07-01', 'Directive 2011/65/EU, Annex II', '2006-07-01T00:00:00Z'),
       (gen_random_uuid(), 'pbde', 'ROHS', 'Polybrominated diphenyl ethers (PBDE)', '多溴二苯醚（PBDE）', ARRAY['1163-19-5', '32534-81-9', '32536-52-0'], ARRAY['pbde', 'polybrominated diphenyl ethers', 'polybrominated diphenyl ethers (pbdes)'], 1000, 'HOMOGENEOUS_MATERIAL', '2006-07-01', 'Directive 2011/65/EU, Annex II', '2006-07-01T00:00:00Z'),
       (gen_random_uuid(), 'dehp', 'ROHS', 'Bis(2-ethylhexyl) phthalate (DEHP)', '邻苯二甲酸二（2-乙基己）酯（DEHP）', ARRAY['117-81-7'], ARRAY['dehp'], 1000, 'HOMOGENEOUS_MATERIAL', '2019-07-22', 'Delegated Directive (EU) 2015/863', '2015-06-04T00:00:00Z'),
       (gen_random_uuid(), 'bbp', 'ROHS', 'Butyl benzyl phthalate (BBP)', '邻苯二甲酸丁苄酯（BBP）', ARRAY['85-68-7'], ARRAY['bbp'], 1000, 'HOMOGENEOUS_MATERIAL', '2019-07-22', 'Delegated Directive (EU) 2015/863', '2015-06-04T00:00:00Z'),
       (gen_random_uuid(), 'dbp', 'ROHS', 'Dibutyl phthalate (DBP)', '邻苯二甲酸二丁酯（DBP）', ARRAY['84-74-2'], ARRAY['dbp'], 1000, 'HOMOGENEOUS_MATERIAL', '2019-07-22', 'Delegated Directive (EU) 2015/863', '2015-06-04T00:00:00Z'),
       (gen_random_uuid(), 'dibp', 'ROHS', 'Diisobutyl phthalate (DIBP)', '邻苯二甲酸二异丁酯（DIBP）', ARRAY['84-69-5'], ARRAY['dibp'], 1000, 'HOMOGENEOUS_MATERIAL', '2019-07-22', 'Delegated Directive (EU) 2015/863', '2015-06-04T00:00:00Z'),
       (gen_random_uuid(), 'candidate', 'REACH', 'Any substance of the candidate list', '候选清单中的任一物质', '{}', '{}', 1000, 'ARTICLE', '2008-10-28', 'Regulation (EC) 1907/2006, Article 33; an article stays one inside another (Court of Justice, C-106/14)', '2008-10-28T00:00:00Z');

-- The limits in force on a day.
CREATE FUNCTION substances.thresholds(on_day date, known_at timestamptz)
RETURNS TABLE (id uuid, code text, regime text, name_en text, name_zh text, cas text[], words text[], ppm numeric, basis text, from_day date, source text)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (code) id, code, regime, name_en, name_zh, cas, words, ppm, basis, from_day, source
      FROM substances.threshold
     WHERE from_day <= on_day
       AND said_at <= known_at
     ORDER BY code, from_day DESC, said_at DESC
$$;

-- Uses for which the law tolerates more. From general knowledge: whoever relies on one compares it with the Annex in force, and corrects the row.
CREATE TABLE substances.exemption (
    id        uuid        PRIMARY KEY,
    code      text        NOT NULL,
    threshold text        NOT NULL,
    words_en  text        NOT NULL,
    words_zh  text        NOT NULL,
    from_day  date        NOT NULL,
    until_day date,
    source    text        NOT NULL,
    said_at   timestamptz NOT NULL,
    CONSTRAINT exemption_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT exemption_code_fits CHECK (char_length(code) <= 60),
    CONSTRAINT exemption_words_en_fits CHECK (char_length(words_en) <= 1000),
    CONSTRAINT exemption_words_zh_fits CHECK (char_length(words_zh) <= 1000),
    CONSTRAINT exemption_source_fits CHECK (char_length(source) <= 300)
);

INSERT INTO substances.exemption (id, code, threshold, words_en, words_zh, from_day, until_day, source, said_at)
VALUES (gen_random_uuid(), '6(c)', 'lead', 'Copper alloy with up to 4 % of lead', '含铅量不超过 4 % 的铜合金', '2011-07-21', NULL, 'Directive 2011/65/EU, Annex III, 6(c); not compared with the Annex in force', '2011-07-21T00:00:00Z'),
       (gen_random_uuid(), '7(a)', 'lead', 'Lead in solders of high melting temperature with 85 % of lead or more', '含铅量不低于 85 % 的高熔点焊料', '2011-07-21', NULL, 'Directive 2011/65/EU, Annex III, 7(a); not compared with the Annex in force', '2011-07-21T00:00:00Z'),
       (gen_random_uuid(), '7(c)-I', 'lead', 'Lead in glass or ceramic of electronic components', '电子元件玻璃或陶瓷中的铅', '2011-07-21', NULL, 'Directive 2011/65/EU, Annex III, 7(c)-I; not compared with the Annex in force', '2011-07-21T00:00:00Z');

-- What is said of the law on our pages, with the clause. From general knowledge too, and a row for that reason.
CREATE TABLE substances.note (
    code     text NOT NULL,
    from_day date NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    source   text NOT NULL,
    PRIMARY KEY (code, from_day)
);

INSERT INTO substances.note (code, from_day, words_en, words_zh, source)
VALUES ('rohs-voluntary', '2011-07-21',
        'For photovoltaic panels RoHS is voluntary. The directive leaves out panels for systems that professionals design, assemble and install for permanent use at one place; parts sold for other equipment are not left out. We ask for the report because we promised it to our customers.',
        '光伏组件的 RoHS 为自愿要求：由专业人员设计、安装并在固定地点长期使用的光伏组件不在指令适用范围内，但用于其他设备的部件仍在范围内。我方要求提供报告，是履行对客户的承诺。',
        'Directive 2011/65/EU, Article 2(4)(i)'),
       ('reach-article', '2008-10-28',
        'Whoever supplies an article with more than 0.1 % by mass of a substance of the candidate list must say so. The share is reckoned for each article, and a part stays an article inside the product.',
        '所供物品中候选清单物质的质量分数超过 0.1 % 时，供应商须告知。含量按每个物品分别计算；部件装入产品后仍视为物品。',
        'Regulation (EC) 1907/2006, Article 33; Court of Justice, C-106/14');

-- What follows from papers that ran out, and how long a renewal may take. A change is a new row.
CREATE TABLE substances.setting (
    from_day     date PRIMARY KEY,
    lapsed       text NOT NULL,
    renewal_days int  NOT NULL,
    source       text NOT NULL,
    CONSTRAINT lapsed_known CHECK (lapsed IN ('PASS', 'WARN', 'STOP')),
    CONSTRAINT renewal_in_time CHECK (renewal_days BETWEEN 1 AND 365)
);
INSERT INTO substances.setting (from_day, lapsed, renewal_days, source)
VALUES ('2000-01-01', 'WARN', 30, 'Our rule');

-- The papers that stood accepted at a moment, each with its record. A renewal counts as what it renews.
CREATE FUNCTION substances.accepted_at(known_at timestamptz)
RETURNS TABLE (supplier uuid, kind text, obligation uuid, paper uuid, report_day date, edition uuid, valid_until date, state text, record uuid)
LANGUAGE sql STABLE AS $$
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
$$;

-- What is asked of whom and not done yet, with what came last.
CREATE VIEW substances.open_paper AS
    SELECT standing.id AS obligation, standing.kind, standing.period, standing.party, standing.due_day, standing.state, paper.id AS paper,
           paper.received_at, paper.read_at
      FROM obligation.standing
      LEFT JOIN LATERAL (SELECT id, received_at, read_at
                           FROM substances.paper
                          WHERE paper.obligation = standing.id
                          ORDER BY received_at DESC, id
                          LIMIT 1) AS paper ON true
     WHERE standing.kind IN ('substances.rohs', 'substances.reach', 'substances.declaration', 'substances.renewal')
       AND standing.state IN ('OWED', 'SENT_IN', 'SENT_BACK', 'LAPSED');
