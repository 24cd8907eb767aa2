CREATE SCHEMA performance;

CREATE FUNCTION performance.total(numbers int[]) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce(sum(number), 0) FROM unnest(numbers) AS number $$;

-- How one group of employees agrees commitments and is rated. A new version never touches a cycle that was opened.
CREATE TABLE performance.scheme (
    id              uuid    PRIMARY KEY,
    code            text    NOT NULL,          -- the group
    version         int     NOT NULL,
    name_en         text    NOT NULL,
    name_zh         text    NOT NULL,
    from_day        date    NOT NULL,          -- cycles that begin on it or later go by it
    priority        int     NOT NULL,          -- of two that fit somebody, the lower number
    kinds           text[]  NOT NULL,          -- of engagement
    leads           text    NOT NULL,          -- whether it is for those who lead a unit
    title           text    NOT NULL,          -- of the engagement; empty: any
    commitments_min int     NOT NULL,
    commitments_max int     NOT NULL,
    joined_days     int     NOT NULL,          -- who was engaged for less than so many days at the end of the cycle is not rated
    guideline_from  int     NOT NULL,          -- in groups below it shares mean nothing
    appeal_days     int     NOT NULL,          -- working days after the talk
    quorum          int     NOT NULL,
    source          text    NOT NULL,
    reasons         text    NOT NULL,          -- why it follows the one before
    proposal        uuid    REFERENCES decision.proposal,   -- null: came with the house
    approved_at     timestamptz,
    record          uuid,
    CONSTRAINT scheme_version_once UNIQUE (code, version),
    CONSTRAINT scheme_code_form CHECK (code ~ '^[a-z][a-z-]{1,39}$'),
    CONSTRAINT leads_known CHECK (leads IN ('ANY', 'YES', 'NO')),
    CONSTRAINT commitments_bounds CHECK (commitments_min BETWEEN 1 AND commitments_max AND commitments_max <= 10),
    CONSTRAINT appeal_takes_days CHECK (appeal_days BETWEEN 5 AND 60),
    CONSTRAINT quorum_of_several CHECK (quorum BETWEEN 2 AND 20),
    CONSTRAINT scheme_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT scheme_name_zh_fits CHECK (char_length(name_zh) <= 300),
    CONSTRAINT scheme_title_fits CHECK (char_length(title) <= 300),
    CONSTRAINT scheme_source_fits CHECK (char_length(source) <= 4000),
    CONSTRAINT scheme_reasons_fits CHECK (char_length(reasons) <= 4000)
);

-- The ratings of a scheme, 1 the best. A guideline warns and never blocks.
CREATE TABLE performance.rating (
    scheme    uuid          NOT NULL REFERENCES performance.scheme,
    code      text          NOT NULL,
    place     int           NOT NULL,
    side      text          NOT NULL,          -- of the middle; the impact test counts by it
    name_en   text          NOT NULL,
    name_zh   text          NOT NULL,
    share_min numeric(5, 4) NOT NULL,
    share_max numeric(5, 4) NOT NULL,
    PRIMARY KEY (scheme, code),
    CONSTRAINT rating_place_once UNIQUE (scheme, place),
    CONSTRAINT rating_code_form CHECK (code ~ '^[A-Z0-9]{1,2}\+?$'),
    CONSTRAINT side_known CHECK (side IN ('ABOVE', 'MIDDLE', 'BELOW')),
    CONSTRAINT shares_in_order CHECK (0 <= share_min AND share_min <= share_max AND share_max <= 1),
    CONSTRAINT rating_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT rating_name_zh_fits CHECK (char_length(name_zh) <= 300)
);

INSERT INTO performance.scheme (id, code, version, name_en, name_zh, from_day, priority, kinds, leads, title, commitments_min, commitments_max, joined_days,
                                guideline_from, appeal_days, quorum, source, reasons)
SELECT id, code, 1, name_en, name_zh, DATE '2024-01-01', priority, ARRAY['EMPLOYEE', 'PART_TIME', 'REHIRED'], leads, title, 3, 5, 92, 20, 10, 3,
       'The house''s own; published practice disagrees on shares, so they are a guideline', ''
  FROM (VALUES (uuid '0b3c0f4e-5000-4000-8000-000000000001', 'leaders', 'People who lead a unit', '管理者', 10, 'YES', ''),
               (uuid '0b3c0f4e-5000-4000-8000-000000000002', 'operators', 'Operators', '操作人员', 20, 'NO', 'Operator'),
               (uuid '0b3c0f4e-5000-4000-8000-000000000003', 'staff', 'Professional and office staff', '专业与职能人员', 30, 'NO', ''))
       AS told (id, code, name_en, name_zh, priority, leads, title);

INSERT INTO performance.rating (scheme, code, place, side, name_en, name_zh, share_min, share_max)
SELECT scheme.id, told.*
  FROM performance.scheme
 CROSS JOIN (VALUES ('A', 1, 'ABOVE', 'Outstanding', '杰出', 0, 0.10), ('B+', 2, 'ABOVE', 'Above what was agreed', '超出约定', 0, 0.35),
                    ('B', 3, 'MIDDLE', 'As agreed', '达到约定', 0.35, 1), ('C', 4, 'BELOW', 'Below what was agreed', '未达约定', 0, 0.15),
                    ('D', 5, 'BELOW', 'Far below what was agreed', '远未达约定', 0, 0.05)) AS told;

-- A year or half-year in which commitments are agreed and answered for.
CREATE TABLE performance.cycle (
    id             uuid        PRIMARY KEY,
    from_day       date        NOT NULL,
    until_day      date        NOT NULL,
    population_day date        NOT NULL,       -- who belongs to it was read as of this day
    sign_by        date        NOT NULL,
    mid_year_by    date        NOT NULL,
    self_by        date        NOT NULL,
    rate_by        date        NOT NULL,
    calibrate_by   date        NOT NULL,
    talk_by        date        NOT NULL,
    lines_on       date        NOT NULL,       -- line managers are those of this day
    followed_on    date        NOT NULL,       -- who joined was last looked for on this day
    followed_at    timestamptz NOT NULL,
    opened_by      uuid        NOT NULL,
    opened_at      timestamptz NOT NULL,
    record         uuid,
    closed_by      uuid,
    closed_at      timestamptz,
    CONSTRAINT cycle_once UNIQUE (from_day, until_day),
    CONSTRAINT cycle_has_a_length CHECK (from_day < until_day),
    CONSTRAINT stages_in_order CHECK (from_day <= sign_by AND sign_by <= mid_year_by AND mid_year_by <= self_by AND self_by <= rate_by
                                      AND rate_by <= calibrate_by AND calibrate_by <= talk_by),
    CONSTRAINT closed_by_someone CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);

-- Who belongs to a cycle, and who does not and why. Read once from the directory; whoever comes later is added.
CREATE TABLE performance.member (
    cycle    uuid NOT NULL REFERENCES performance.cycle,
    person   uuid NOT NULL REFERENCES directory.person,
    kind     text NOT NULL,
    unit     uuid NOT NULL REFERENCES directory.unit,
    title    text NOT NULL,
    since    date NOT NULL,
    scheme   uuid REFERENCES performance.scheme,
    manager  uuid REFERENCES directory.person,
    second   uuid REFERENCES directory.person,   -- who leads the manager; null: nobody does
    left_out text,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (cycle, person),
    CONSTRAINT in_by_a_scheme_or_out_for_a_reason CHECK ((left_out IS NULL) = (scheme IS NOT NULL)),
    CONSTRAINT left_out_known CHECK (left_out IN ('KIND', 'JOINED_LATE', 'NOBODY_ABOVE', 'NO_SCHEME')),
    CONSTRAINT member_has_a_manager CHECK (left_out IS NOT NULL OR manager IS NOT NULL),
    CONSTRAINT nobody_manages_themselves CHECK (manager <> person AND second <> person),
    CONSTRAINT member_title_fits CHECK (char_length(title) <= 300)
);
CREATE INDEX member_by_manager ON performance.member (manager, cycle) WHERE left_out IS NULL;
CREATE INDEX member_by_second ON performance.member (second, cycle) WHERE left_out IS NULL;
CREATE INDEX member_by_person ON performance.member (person);

-- Commitments in versions: what was signed stays; a change in the year is the next version, signed by both again.
CREATE TABLE performance.sheet (
    id           uuid        PRIMARY KEY,
    cycle        uuid        NOT NULL,
    person       uuid        NOT NULL,
    no           int         NOT NULL,
    reason       text        NOT NULL,         -- of a change
    weights      int[]       NOT NULL,
    written_by   uuid        NOT NULL,
    written_at   timestamptz NOT NULL,
    signed_by    uuid,                         -- the employee
    signed_at    timestamptz,
    agreed_by    uuid,                         -- the line manager
    agreed_at    timestamptz,
    returned_by  uuid,
    returned_at  timestamptz,
    return_words text,
    record       uuid,                         -- of the second signature
    CONSTRAINT sheet_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member,
    CONSTRAINT sheet_no_once UNIQUE (cycle, person, no),
    CONSTRAINT weights_make_100 CHECK (signed_at IS NULL OR performance.total(weights) = 100),
    CONSTRAINT signed_before_agreed CHECK (agreed_at IS NULL OR signed_at IS NOT NULL),
    CONSTRAINT agreed_or_returned CHECK (agreed_at IS NULL OR returned_at IS NULL),
    CONSTRAINT two_signatures CHECK (agreed_by <> signed_by),
    CONSTRAINT sheet_reason_fits CHECK (char_length(reason) <= 4000),
    CONSTRAINT sheet_return_words_fits CHECK (char_length(return_words) <= 4000)
);
CREATE UNIQUE INDEX sheet_one_open ON performance.sheet (cycle, person) WHERE agreed_at IS NULL AND returned_at IS NULL;

CREATE TABLE performance.commitment (
    sheet   uuid NOT NULL REFERENCES performance.sheet ON DELETE CASCADE,
    place   int  NOT NULL,
    section text NOT NULL,
    title   text NOT NULL,
    measure text NOT NULL,
    target  text NOT NULL,
    source  text NOT NULL,                     -- where the truth about it is read
    figure  text NOT NULL,                     -- key of a figure that measures it; empty: none does
    weight  int  NOT NULL,
    PRIMARY KEY (sheet, place),
    CONSTRAINT section_known CHECK (section IN ('RESULTS', 'TASKS', 'PEOPLE', 'GROWTH')),
    CONSTRAINT weighs_within_100 CHECK (weight BETWEEN 0 AND 100),
    CONSTRAINT commitment_title_fits CHECK (char_length(title) <= 300),
    CONSTRAINT commitment_measure_fits CHECK (char_length(measure) <= 300),
    CONSTRAINT commitment_target_fits CHECK (char_length(target) <= 300),
    CONSTRAINT commitment_source_fits CHECK (char_length(source) <= 300),
    CONSTRAINT commitment_figure_fits CHECK (char_length(figure) <= 300)
);

-- What is written in the year: at half-time by both, at its end by the employee, and what was said in the talk. A draft until it is handed in.
CREATE TABLE performance.note (
    id           uuid        PRIMARY KEY,
    cycle        uuid        NOT NULL,
    person       uuid        NOT NULL,         -- whose it is about
    kind         text        NOT NULL,
    words        text        NOT NULL,
    day          date        NOT NULL,
    written_by   uuid        NOT NULL,
    written_at   timestamptz NOT NULL,
    handed_in_at timestamptz,
    record       uuid,
    CONSTRAINT note_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member,
    CONSTRAINT note_kind_known CHECK (kind IN ('MID_EMPLOYEE', 'MID_MANAGER', 'SELF', 'TALK')),
    CONSTRAINT note_words_fits CHECK (char_length(words) <= 8000)
);
CREATE UNIQUE INDEX note_one_draft ON performance.note (cycle, person, kind) WHERE handed_in_at IS NULL;
CREATE INDEX note_handed_in ON performance.note (cycle, person, kind, handed_in_at) WHERE handed_in_at IS NOT NULL;

-- A rating as somebody gave or moved it; the highest number holds, all stay.
CREATE TABLE performance.assessment (
    id     uuid        PRIMARY KEY,
    cycle  uuid        NOT NULL,
    person uuid        NOT NULL,
    no     int         NOT NULL,
    scheme uuid        NOT NULL,
    rating text        NOT NULL,
    origin text        NOT NULL,
    words  text        NOT NULL,
    sheet  uuid        REFERENCES performance.sheet,
    by     uuid        NOT NULL,
    at     timestamptz NOT NULL,
    salt   uuid        NOT NULL,               -- the log's entry binds rating and words by a hash with it
    record uuid,
    CONSTRAINT assessment_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member,
    CONSTRAINT assessment_no_once UNIQUE (cycle, person, no),
    CONSTRAINT assessment_rating_known FOREIGN KEY (scheme, rating) REFERENCES performance.rating,
    CONSTRAINT origin_known CHECK (origin IN ('MANAGER', 'SECOND', 'CALIBRATION', 'APPEAL', 'BROUGHT_IN')),
    CONSTRAINT assessment_words_fits CHECK (char_length(words) <= 4000)
);

-- Why, commitment by commitment.
CREATE TABLE performance.reason (
    assessment uuid NOT NULL REFERENCES performance.assessment,
    place      int  NOT NULL,
    words      text NOT NULL,
    result     text NOT NULL,                  -- as the figure gave it then; empty: no figure measures it
    PRIMARY KEY (assessment, place),
    CONSTRAINT reason_words_fits CHECK (char_length(words) <= 4000),
    CONSTRAINT reason_result_fits CHECK (char_length(result) <= 300)
);

-- The second level has read a rating and lets it stand.
CREATE TABLE performance.second_look (
    assessment uuid        PRIMARY KEY REFERENCES performance.assessment,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL
);

-- After a cycle was closed only an appeal that was right makes another rating.
CREATE FUNCTION performance.rating_stands_after_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.origin <> 'APPEAL' AND EXISTS (SELECT FROM performance.cycle WHERE id = NEW.cycle AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a rating of a closed cycle stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'rating_stands_after_close';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rating_stands_after_close BEFORE INSERT ON performance.assessment FOR EACH ROW EXECUTE FUNCTION performance.rating_stands_after_close();
CREATE FUNCTION performance.nothing_given_is_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was given is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_given_is_changed';
END $$;
CREATE TRIGGER nothing_given_is_changed BEFORE UPDATE OR DELETE ON performance.assessment FOR EACH ROW EXECUTE FUNCTION performance.nothing_given_is_changed();

-- A panel that looks at the ratings of one group below one unit.
CREATE TABLE performance.session (
    id        uuid        PRIMARY KEY,
    cycle     uuid        NOT NULL REFERENCES performance.cycle,
    scheme    uuid        NOT NULL REFERENCES performance.scheme,
    unit      uuid        NOT NULL REFERENCES directory.unit,
    held_on   date        NOT NULL,
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_by uuid,
    closed_at timestamptz,
    record    uuid,
    CONSTRAINT session_closed_by_someone CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX session_by_cycle ON performance.session (cycle);
CREATE TABLE performance.panelist (
    session uuid NOT NULL REFERENCES performance.session,
    person  uuid NOT NULL REFERENCES directory.person,
    PRIMARY KEY (session, person)
);
CREATE INDEX panelist_by_person ON performance.panelist (person);
-- Who of a panel takes no part when somebody is spoken about.
CREATE TABLE performance.recusal (
    session  uuid        NOT NULL,
    panelist uuid        NOT NULL,
    person   uuid        NOT NULL,
    words    text        NOT NULL,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    PRIMARY KEY (session, panelist, person),
    CONSTRAINT recusal_of_panelist FOREIGN KEY (session, panelist) REFERENCES performance.panelist,
    CONSTRAINT recusal_words_fits CHECK (char_length(words) <= 4000)
);
-- A rating that a panel moved: from, to, why, and who spoke.
CREATE TABLE performance.move (
    assessment uuid   PRIMARY KEY REFERENCES performance.assessment,
    session    uuid   NOT NULL REFERENCES performance.session,
    was        text   NOT NULL,
    becomes    text   NOT NULL,
    code       text   NOT NULL,
    spoke      uuid[] NOT NULL,                -- of the panel, without those who took no part
    quorum     int    NOT NULL,
    CONSTRAINT moved_somewhere CHECK (was <> becomes),
    CONSTRAINT move_code_known CHECK (code IN ('EVIDENCE', 'SAME_STANDARD', 'SCOPE', 'ERROR')),
    CONSTRAINT quorum_was_there CHECK (cardinality(spoke) >= quorum)
);

-- Who was away for how many working days of a cycle, as human resources brought it in. The newest list counts as a whole: who is not on it was not away.
CREATE TABLE performance.absence_list (
    id         uuid        PRIMARY KEY,
    cycle      uuid        NOT NULL REFERENCES performance.cycle,
    file       text        NOT NULL,
    brought_by uuid        NOT NULL,
    brought_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT absence_list_file_fits CHECK (char_length(file) <= 300)
);
CREATE INDEX absence_list_by_cycle ON performance.absence_list (cycle, brought_at);
CREATE TABLE performance.absence (
    list   uuid NOT NULL REFERENCES performance.absence_list,
    person uuid NOT NULL REFERENCES directory.person,
    days   int  NOT NULL,
    PRIMARY KEY (list, person),
    CONSTRAINT away_for_days CHECK (days BETWEEN 1 AND 366)
);

-- The test of the final ratings before a cycle may close.
CREATE TABLE performance.impact (
    id          uuid        PRIMARY KEY,
    cycle       uuid        NOT NULL REFERENCES performance.cycle,
    assessments bigint      NOT NULL,          -- so many ratings were known; another one since makes it stale
    unrated     int         NOT NULL,
    warnings    int         NOT NULL,
    computed_by uuid        NOT NULL,
    computed_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);
CREATE INDEX impact_by_cycle ON performance.impact (cycle, computed_at);
CREATE TABLE performance.comparison (
    impact       uuid    NOT NULL REFERENCES performance.impact,
    attribute    text    NOT NULL,
    outcome      text    NOT NULL,
    one          text    NOT NULL,
    other        text    NOT NULL,
    chosen_one   int     NOT NULL,
    of_one       int     NOT NULL,
    chosen_other int     NOT NULL,
    of_other     int     NOT NULL,
    unknown      int     NOT NULL,             -- of whom the fact is not known
    ratio        text    NOT NULL,             -- exact; empty where there was nobody to compare
    fisher       text    NOT NULL,
    z            text    NOT NULL,
    strata       int     NOT NULL,
    odds         text    NOT NULL,
    within       text    NOT NULL,             -- probability within the groups
    adjusted     text    NOT NULL,             -- among all questions of this test
    flagged      boolean NOT NULL,
    verdict      text    NOT NULL,
    warns        boolean NOT NULL,
    PRIMARY KEY (impact, attribute, outcome, one, other),
    CONSTRAINT attribute_known CHECK (attribute IN ('SEX', 'LEAVE', 'CONTRACT')),
    CONSTRAINT outcome_known CHECK (outcome IN ('ABOVE', 'NOT_BELOW')),
    CONSTRAINT verdict_known CHECK (verdict IN ('NO_SIGN', 'SMALL_SAMPLE', 'DETECTABLE_BUT_SMALL', 'BOTH', 'NOT_KNOWN'))
);
-- Somebody puts the close before a second person, with an answer to what the test warned of.
CREATE TABLE performance.closing (
    proposal uuid PRIMARY KEY REFERENCES decision.proposal,
    cycle    uuid NOT NULL REFERENCES performance.cycle,
    impact   uuid NOT NULL REFERENCES performance.impact
);
CREATE INDEX closing_by_cycle ON performance.closing (cycle);

-- The employee has seen the rating. That is not consent.
CREATE TABLE performance.acknowledgement (
    assessment uuid        PRIMARY KEY REFERENCES performance.assessment,
    words      text        NOT NULL,
    by         uuid        NOT NULL,
    at         timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT acknowledgement_words_fits CHECK (char_length(words) <= 4000)
);

CREATE TABLE performance.appeal (
    id            uuid        PRIMARY KEY,
    cycle         uuid        NOT NULL,
    person        uuid        NOT NULL,
    assessment    uuid        NOT NULL REFERENCES performance.assessment,
    words         text        NOT NULL,
    by            uuid        NOT NULL,
    at            timestamptz NOT NULL,
    record        uuid        NOT NULL,
    outcome       text,
    answer        text,
    answered_by   uuid,
    answered_at   timestamptz,
    answer_record uuid,
    CONSTRAINT appeal_of_member FOREIGN KEY (cycle, person) REFERENCES performance.member,
    CONSTRAINT appeal_once UNIQUE (assessment),
    CONSTRAINT appeal_outcome_known CHECK (outcome IN ('STANDS', 'CHANGED')),
    CONSTRAINT appeal_answered_whole CHECK (num_nonnulls(outcome, answer, answered_by, answered_at, answer_record) IN (0, 5)),
    CONSTRAINT answered_by_another CHECK (answered_by <> by),
    CONSTRAINT appeal_words_fits CHECK (char_length(words) <= 4000),
    CONSTRAINT appeal_answer_fits CHECK (char_length(answer) <= 4000)
);
CREATE INDEX appeal_open ON performance.appeal (at) WHERE outcome IS NULL;
CREATE INDEX appeal_by_person ON performance.appeal (person, cycle);

-- Days on which work rests or is made up, beside Saturdays and Sundays.
CREATE TABLE performance.special_day (
    day    date    PRIMARY KEY,
    rests  boolean NOT NULL,
    name   text    NOT NULL,
    source text    NOT NULL,
    CONSTRAINT special_day_name_fits CHECK (char_length(name) <= 300),
    CONSTRAINT special_day_source_fits CHECK (char_length(source) <= 300)
);
INSERT INTO performance.special_day (day, rests, name, source) VALUES
    (DATE '2024-01-01', true, '元旦', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-04', false, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-10', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-11', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-12', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-13', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-14', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-15', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-16', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-17', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-02-18', false, '春节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-04-04', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-04-05', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-04-06', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-04-07', false, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-04-28', false, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-05-01', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-05-02', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-05-03', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-05-04', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-05-05', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-05-11', false, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-06-10', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-09-14', false, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-09-15', true, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-09-16', true, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-09-17', true, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-09-29', false, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-01', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-02', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-03', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-04', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-05', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-06', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-07', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2024-10-12', false, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (DATE '2025-01-01', true, '元旦', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-01-26', false, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-01-28', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-01-29', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-01-30', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-01-31', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-02-01', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-02-02', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-02-03', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-02-04', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-02-08', false, '春节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-04-04', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-04-05', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-04-06', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-04-27', false, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-05-01', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-05-02', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-05-03', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-05-04', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-05-05', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-05-31', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-06-01', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-06-02', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-09-28', false, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-01', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-02', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-03', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-04', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-05', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-06', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-07', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-08', true, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2025-10-11', false, '国庆节、中秋节', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (DATE '2026-01-01', true, '元旦', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-01-02', true, '元旦', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-01-03', true, '元旦', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-01-04', false, '元旦', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-14', false, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-15', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-16', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-17', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-18', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-19', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-20', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-21', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-22', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-23', true, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-02-28', false, '春节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-04-04', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-04-05', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-04-06', true, '清明节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-05-01', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-05-02', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-05-03', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-05-04', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-05-05', true, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-05-09', false, '劳动节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-06-19', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-06-20', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-06-21', true, '端午节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-09-20', false, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-09-25', true, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-09-26', true, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-09-27', true, '中秋节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-01', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-02', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-03', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-04', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-05', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-06', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-07', true, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (DATE '2026-10-10', false, '国庆节', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm');

CREATE TABLE performance.reminder (
    cycle uuid        NOT NULL REFERENCES performance.cycle,
    day   date        NOT NULL,
    by    uuid        NOT NULL,
    at    timestamptz NOT NULL,
    PRIMARY KEY (cycle, day)
);

-- How each member of a cycle stands; what is missing is null and stays so.
CREATE VIEW performance.standing AS
    SELECT member.cycle, member.person, member.kind, member.unit, member.title, member.scheme, member.manager, member.second,
           open.id AS open_sheet, open.signed_at, agreed.id AS sheet, agreed.agreed_at,
           (SELECT max(handed_in_at) FROM performance.note WHERE note.cycle = member.cycle AND note.person = member.person AND kind = 'MID_EMPLOYEE') AS mid_employee_at,
           (SELECT max(handed_in_at) FROM performance.note WHERE note.cycle = member.cycle AND note.person = member.person AND kind = 'MID_MANAGER') AS mid_manager_at,
           (SELECT max(handed_in_at) FROM performance.note WHERE note.cycle = member.cycle AND note.person = member.person AND kind = 'SELF') AS self_at,
           newest.id AS assessment, newest.no, newest.rating, newest.origin, look.at AS looked_at,
           (SELECT max(handed_in_at) FROM performance.note WHERE note.cycle = member.cycle AND note.person = member.person AND kind = 'TALK') AS talk_at,
           seen.at AS acknowledged_at,
           appeal.id AS appeal, appeal.outcome AS appeal_outcome
      FROM performance.member
      LEFT JOIN performance.sheet AS open
        ON open.cycle = member.cycle AND open.person = member.person AND open.agreed_at IS NULL AND open.returned_at IS NULL
      LEFT JOIN LATERAL (SELECT id, agreed_at FROM performance.sheet
                          WHERE sheet.cycle = member.cycle AND sheet.person = member.person AND sheet.agreed_at IS NOT NULL
                          ORDER BY no DESC LIMIT 1) AS agreed ON true
      LEFT JOIN LATERAL (SELECT id, no, rating, origin FROM performance.assessment
                          WHERE assessment.cycle = member.cycle AND assessment.person = member.person
                          ORDER BY no DESC LIMIT 1) AS newest ON true
      LEFT JOIN performance.second_look AS look ON look.assessment = newest.id
      LEFT JOIN performance.acknowledgement AS seen ON seen.assessment = newest.id
      LEFT JOIN LATERAL (SELECT id, outcome FROM performance.appeal
                          WHERE appeal.cycle = member.cycle AND appeal.person = member.person
                          ORDER BY appeal.at DESC LIMIT 1) AS appeal ON true
     WHERE member.left_out IS NULL;

-- For other rooms: the rating that holds for somebody in a closed cycle. Whoever decides by it keeps the id of the assessment, which is its version.
CREATE VIEW performance.rating_in_force AS
    SELECT DISTINCT ON (assessment.cycle, assessment.person)
           assessment.person, assessment.cycle, cycle.from_day, cycle.until_day, cycle.closed_at,
           assessment.id AS assessment, assessment.no, assessment.rating, rating.side
      FROM performance.assessment
      JOIN performance.cycle ON cycle.id = assessment.cycle AND cycle.closed_at IS NOT NULL
      JOIN performance.rating ON rating.scheme = assessment.scheme AND rating.code = assessment.rating
     ORDER BY assessment.cycle, assessment.person, assessment.no DESC;
