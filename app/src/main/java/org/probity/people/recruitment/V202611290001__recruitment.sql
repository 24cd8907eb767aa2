CREATE SCHEMA recruitment;

CREATE SEQUENCE recruitment.number;

-- What applicants agree to, and for how long; a change is a new version, and each application names the one it was sent under.
CREATE TABLE recruitment.notice (
    version   int         PRIMARY KEY,
    from_day  date        NOT NULL,
    keep_days int         NOT NULL,
    words_en  text        NOT NULL,
    words_zh  text        NOT NULL,
    set_by    uuid,                   -- null: came with the house
    set_at    timestamptz NOT NULL,
    record    uuid,
    CONSTRAINT notice_keeps_a_while CHECK (keep_days BETWEEN 30 AND 730),
    CONSTRAINT notice_words_en_fits CHECK (char_length(words_en) BETWEEN 1 AND 6000),
    CONSTRAINT notice_words_zh_fits CHECK (char_length(words_zh) BETWEEN 1 AND 6000)
);
INSERT INTO recruitment.notice (version, from_day, keep_days, words_en, words_zh, set_at) VALUES (1, '2024-01-01', 180,
'We use what you write to decide on this post and for nothing else. People decide; no program sorts, scores or refuses anybody.

Whoever screens sees a code and your answers about the work, never your name, your address or your file. Interviewers see your name when you have been chosen for an interview.

What you tell us of sex and age is voluntary and kept apart. Nobody who decides on you sees it. We count it in groups of five people or more, to find out whether our choices treat groups alike. We never ask about marriage, children, pregnancy or household registration.

You may see what we keep, and withdraw your consent at any moment, with the private link that you get. Then your data are deleted at once and your file within a day; what remains is a number in a count that names nobody.',
'您提供的信息仅用于本岗位的录用决定，不作他用。决定由人作出；没有任何程序对应聘者排序、打分或淘汰。

筛选人员只看到一个代号和您对岗位问题的回答，看不到您的姓名、联系方式和附件。您进入面试后，面试官才会看到姓名。

性别和年龄段由您自愿填写，并单独存放。对您作决定的人看不到这些信息。我们只以五人及以上的群体作统计，以检验我们的选择是否一视同仁。我们从不询问婚姻、子女、怀孕或户籍情况。

您可凭私人链接随时查看我们保存的内容，也可随时撤回同意。撤回后，您的数据立即删除，附件在一天内删除，只留下不指向任何人的统计数字。', '2024-01-01T00:00:00Z');

-- What no posting and no question may say, because law forbids to choose by it: words in any of its texts. A change is a row with its day.
CREATE TABLE recruitment.unlawful (
    word     text NOT NULL,
    from_day date NOT NULL,
    source   text NOT NULL,
    PRIMARY KEY (word, from_day),
    CONSTRAINT unlawful_word_fits CHECK (char_length(word) BETWEEN 2 AND 60),
    CONSTRAINT unlawful_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);
INSERT INTO recruitment.unlawful (word, from_day, source)
SELECT word, '2024-01-01', 'Law of the PRC on the Protection of Women''s Rights and Interests, art. 43; Employment Promotion Law, art. 27. To be confirmed by counsel'
  FROM unnest(ARRAY['限男', '限女', '男性优先', '女性优先', '男士优先', '女士优先', '已婚', '未婚', '已育', '未育', '婚育', '孕检', '怀孕', '户籍', '户口',
                    'male only', 'female only', 'men only', 'women only', 'marital', 'married', 'pregnan', 'household registration']) AS word;

-- People that a unit wants: which work, on what grounds, by what criteria.
CREATE TABLE recruitment.requisition (
    id        uuid        PRIMARY KEY,
    number    text        NOT NULL,
    unit      uuid        NOT NULL REFERENCES directory.unit,
    track     text        NOT NULL,   -- code of a career track; empty: none
    level     int         NOT NULL,   -- 0: none
    title_en  text        NOT NULL,
    title_zh  text        NOT NULL,
    work_en   text        NOT NULL,
    work_zh   text        NOT NULL,
    grounds   text        NOT NULL,
    wanted    int         NOT NULL,
    closes_on date        NOT NULL,
    asked_by  uuid        NOT NULL,
    asked_at  timestamptz NOT NULL,
    CONSTRAINT requisition_numbered UNIQUE (number),
    CONSTRAINT requisition_wants_people CHECK (wanted BETWEEN 1 AND 500),
    CONSTRAINT requisition_level CHECK (level BETWEEN 0 AND 9),
    CONSTRAINT requisition_track_fits CHECK (char_length(track) <= 30),
    CONSTRAINT requisition_title_en_fits CHECK (char_length(title_en) BETWEEN 1 AND 200),
    CONSTRAINT requisition_title_zh_fits CHECK (char_length(title_zh) BETWEEN 1 AND 200),
    CONSTRAINT requisition_work_en_fits CHECK (char_length(work_en) BETWEEN 1 AND 4000),
    CONSTRAINT requisition_work_zh_fits CHECK (char_length(work_zh) BETWEEN 1 AND 4000),
    CONSTRAINT requisition_grounds_fits CHECK (char_length(grounds) BETWEEN 1 AND 2000)
);
CREATE INDEX requisition_by_unit ON recruitment.requisition (unit);

-- What everybody is asked alike, and what a mark of 1, 3 and 5 means: in writing when they apply, or face to face.
CREATE TABLE recruitment.question (
    requisition uuid NOT NULL REFERENCES recruitment.requisition,
    stage       text NOT NULL,
    no          int  NOT NULL,
    words_en    text NOT NULL,
    words_zh    text NOT NULL,
    anchors_en  text NOT NULL,
    anchors_zh  text NOT NULL,
    PRIMARY KEY (requisition, stage, no),
    CONSTRAINT question_stage CHECK (stage IN ('SCREEN', 'INTERVIEW')),
    CONSTRAINT question_words_en_fits CHECK (char_length(words_en) BETWEEN 1 AND 500),
    CONSTRAINT question_words_zh_fits CHECK (char_length(words_zh) BETWEEN 1 AND 500),
    CONSTRAINT question_anchors_en_fits CHECK (char_length(anchors_en) BETWEEN 1 AND 1000),
    CONSTRAINT question_anchors_zh_fits CHECK (char_length(anchors_zh) BETWEEN 1 AND 1000)
);

CREATE TABLE recruitment.approved (
    requisition uuid        PRIMARY KEY REFERENCES recruitment.requisition,
    asked_by    uuid        NOT NULL,
    approved_by uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT four_eyes CHECK (approved_by <> asked_by)
);
CREATE TABLE recruitment.posting (
    requisition uuid        PRIMARY KEY REFERENCES recruitment.approved,
    from_day    date        NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid        NOT NULL
);
-- Taken down before its last day.
CREATE TABLE recruitment.taken_down (
    requisition uuid        PRIMARY KEY REFERENCES recruitment.posting,
    day         date        NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL
);
CREATE TABLE recruitment.interviewer (
    requisition uuid        NOT NULL REFERENCES recruitment.requisition,
    account     uuid        NOT NULL REFERENCES access.account,
    named_by    uuid        NOT NULL,
    named_at    timestamptz NOT NULL,
    PRIMARY KEY (requisition, account)
);
CREATE INDEX interviewer_by_account ON recruitment.interviewer (account);

-- An application; who it is from stands in contact, and what must not matter in apart.
CREATE TABLE recruitment.application (
    id          uuid        PRIMARY KEY,
    code        text        NOT NULL,
    requisition uuid        NOT NULL REFERENCES recruitment.posting,
    notice      int         NOT NULL REFERENCES recruitment.notice,
    token_hash  bytea       NOT NULL,   -- of the private link
    sender_hash bytea       NOT NULL,   -- of address and telephone together: the same person once for each posting
    activity    text        NOT NULL,   -- how they came to know; empty: nobody said
    file        uuid        REFERENCES evidence.item,
    applied_at  timestamptz NOT NULL,
    day         date        NOT NULL,
    keep_until  date        NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT application_code_taken UNIQUE (code),
    CONSTRAINT application_link_taken UNIQUE (token_hash),
    CONSTRAINT applied_once UNIQUE (requisition, sender_hash),
    CONSTRAINT application_hashes CHECK (octet_length(token_hash) = 32 AND octet_length(sender_hash) = 32),
    CONSTRAINT application_activity_fits CHECK (char_length(activity) <= 20),
    CONSTRAINT application_is_kept_a_while CHECK (keep_until > day)
);
CREATE INDEX application_by_posting ON recruitment.application (requisition, applied_at);
CREATE INDEX application_by_end ON recruitment.application (keep_until);

CREATE TABLE recruitment.contact (
    application uuid PRIMARY KEY REFERENCES recruitment.application ON DELETE CASCADE,
    name        text NOT NULL,
    email       text NOT NULL,
    phone       text NOT NULL,
    language    text NOT NULL,
    CONSTRAINT contact_name_fits CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT contact_email_fits CHECK (char_length(email) BETWEEN 3 AND 254),
    CONSTRAINT contact_phone_fits CHECK (char_length(phone) BETWEEN 5 AND 40)
);
-- Voluntary, for counting groups alone. No page about an application reads this table; it is joined in counts.
CREATE TABLE recruitment.apart (
    application uuid PRIMARY KEY REFERENCES recruitment.application ON DELETE CASCADE,
    sex         text NOT NULL,
    age         text NOT NULL,
    CONSTRAINT apart_sex CHECK (sex IN ('', 'F', 'M')),
    CONSTRAINT apart_age CHECK (age IN ('', 'UNDER_30', '30_TO_50', 'OVER_50'))
);
CREATE TABLE recruitment.answer (
    application uuid NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    no          int  NOT NULL,
    words       text NOT NULL,
    PRIMARY KEY (application, no),
    CONSTRAINT answer_words_fits CHECK (char_length(words) BETWEEN 1 AND 2000)
);
CREATE TABLE recruitment.screening (
    application uuid        NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    no          int         NOT NULL,
    score       int         NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (application, no),
    CONSTRAINT screening_score CHECK (score BETWEEN 1 AND 5)
);
-- What one interviewer found, given once.
CREATE TABLE recruitment.interview (
    application uuid        NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    interviewer uuid        NOT NULL,
    at          timestamptz NOT NULL,
    day         date        NOT NULL,
    record      uuid        NOT NULL,
    PRIMARY KEY (application, interviewer)
);
CREATE TABLE recruitment.mark (
    application uuid NOT NULL,
    interviewer uuid NOT NULL,
    no          int  NOT NULL,
    score       int  NOT NULL,
    words       text NOT NULL,
    PRIMARY KEY (application, interviewer, no),
    FOREIGN KEY (application, interviewer) REFERENCES recruitment.interview ON DELETE CASCADE,
    CONSTRAINT mark_score CHECK (score BETWEEN 1 AND 5),
    CONSTRAINT mark_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);
-- Who has been shown the marks of others: they give none of their own afterwards.
CREATE TABLE recruitment.seen (
    application uuid        NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    account     uuid        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (application, account)
);
CREATE TABLE recruitment.motion (
    proposal    uuid PRIMARY KEY REFERENCES decision.proposal,
    application uuid NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    outcome     text NOT NULL,
    ground      text NOT NULL,
    CONSTRAINT motion_outcome CHECK (outcome IN ('ON', 'REFUSED')),
    CONSTRAINT motion_refuses_with_a_ground CHECK ((outcome = 'REFUSED') = (ground <> ''))
);
CREATE INDEX motion_by_application ON recruitment.motion (application);

-- One decision a stage: on, or refused on a ground from the list, or declined by the applicant. Never changed.
CREATE TABLE recruitment.step (
    application uuid        NOT NULL REFERENCES recruitment.application ON DELETE CASCADE,
    stage       text        NOT NULL,
    outcome     text        NOT NULL,
    ground      text        NOT NULL,
    by          uuid        NOT NULL,
    second      uuid,                   -- who agreed, where two are needed
    at          timestamptz NOT NULL,
    day         date        NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT decided_once PRIMARY KEY (application, stage),
    CONSTRAINT step_stage CHECK (stage IN ('SCREEN', 'INTERVIEW', 'OFFER', 'HIRE')),
    CONSTRAINT step_outcome CHECK (outcome IN ('ON', 'REFUSED', 'DECLINED')),
    CONSTRAINT refused_on_a_ground CHECK ((outcome = 'REFUSED') = (ground <> '')),
    CONSTRAINT panel_by_two CHECK (stage <> 'INTERVIEW' OR second IS NOT NULL AND second <> by)
);
CREATE INDEX step_by_day ON recruitment.step (stage, day);

-- Of the document that was looked at, only that it was, when, and against which number of law; the document is not kept.
CREATE TABLE recruitment.offer (
    application uuid        PRIMARY KEY REFERENCES recruitment.application ON DELETE CASCADE,
    starts_on   date        NOT NULL,
    verified_on date        NOT NULL,
    least_age   int         NOT NULL,
    rule        uuid        NOT NULL,
    young       boolean     NOT NULL,   -- of age to work and not yet of age: registration and health check are owed first
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT offer_never_below_sixteen CHECK (least_age >= 16)
);
CREATE TABLE recruitment.hired (
    application uuid        PRIMARY KEY REFERENCES recruitment.application ON DELETE CASCADE,
    person      uuid        REFERENCES directory.person,   -- null: not in the directory yet
    from_day    date        NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL
);

-- What is left of applications that were withdrawn or whose time is over: how many, by quarter. It names nobody and knows no hour.
CREATE TABLE recruitment.anonymous (
    requisition uuid NOT NULL REFERENCES recruitment.requisition,
    quarter     date NOT NULL,
    stage       text NOT NULL,
    outcome     text NOT NULL,
    ground      text NOT NULL,
    sex         text NOT NULL,
    age         text NOT NULL,
    activity    text NOT NULL,
    people      int  NOT NULL,
    PRIMARY KEY (requisition, quarter, stage, outcome, ground, sex, age, activity),
    CONSTRAINT anonymous_people CHECK (people > 0)
);
CREATE TABLE recruitment.erased (
    record      uuid        PRIMARY KEY,
    requisition uuid        NOT NULL REFERENCES recruitment.requisition,
    why         text        NOT NULL,
    day         date        NOT NULL,
    CONSTRAINT erased_why CHECK (why IN ('WITHDRAWN', 'OVER'))
);

-- How applications fared, each decision one line and whoever applied one more; with the groups, and without anything that names somebody.
CREATE VIEW recruitment.counted AS
    SELECT application.requisition, date_trunc('quarter', application.day)::date AS quarter, 'APPLY'::text AS stage, 'ON'::text AS outcome, ''::text AS ground,
           coalesce(apart.sex, '') AS sex, coalesce(apart.age, '') AS age, application.activity, 1 AS people
      FROM recruitment.application
      LEFT JOIN recruitment.apart ON apart.application = application.id
    UNION ALL
    SELECT application.requisition, date_trunc('quarter', step.day)::date, step.stage, step.outcome, step.ground,
           coalesce(apart.sex, ''), coalesce(apart.age, ''), application.activity, 1
      FROM recruitment.step
      JOIN recruitment.application ON application.id = step.application
      LEFT JOIN recruitment.apart ON apart.application = application.id
    UNION ALL
    SELECT requisition, quarter, stage, outcome, ground, sex, age, activity, people
      FROM recruitment.anonymous;

-- How many applied, were asked to come and were taken on, for pages and figures about postings: it does not know of any group.
CREATE VIEW recruitment.arrived AS
    SELECT requisition, activity, 'APPLY'::text AS stage, day, applied_at AS at, 1 AS people FROM recruitment.application
    UNION ALL
    SELECT application.requisition, application.activity, CASE step.stage WHEN 'SCREEN' THEN 'INTERVIEW' ELSE 'HIRE' END, step.day, step.at, 1
      FROM recruitment.step
      JOIN recruitment.application ON application.id = step.application
     WHERE step.stage IN ('SCREEN', 'HIRE') AND step.outcome = 'ON'
    UNION ALL
    SELECT requisition, activity, CASE stage WHEN 'APPLY' THEN 'APPLY' WHEN 'SCREEN' THEN 'INTERVIEW' ELSE 'HIRE' END, quarter, '-infinity', people
      FROM recruitment.anonymous
     WHERE stage IN ('APPLY', 'SCREEN', 'HIRE') AND outcome = 'ON';
