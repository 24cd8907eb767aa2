CREATE SCHEMA exchange;

CREATE SEQUENCE exchange.number;

-- Numbers that somebody decided, from a day on. A change is a new row.
CREATE TABLE exchange.rule (
    key      text        NOT NULL,
    from_day date        NOT NULL,
    value    int         NOT NULL,
    source   text        NOT NULL,
    set_by   uuid,                  -- null: came with the house
    set_at   timestamptz NOT NULL,
    record   uuid,
    PRIMARY KEY (key, from_day, set_at),
    CONSTRAINT exchange_rule_known CHECK (key IN ('pass-percent', 'attempts-a-day', 'attended-percent')),
    CONSTRAINT exchange_rule_value CHECK (value BETWEEN 1 AND 100),
    CONSTRAINT exchange_rule_has_source CHECK (source <> ''),
    CONSTRAINT rule_source_fits CHECK (char_length(source) <= 300)
);

INSERT INTO exchange.rule (key, from_day, value, source, set_at) VALUES
    ('pass-percent', '2024-01-01', 80, 'our rule', '2024-01-01T00:00:00Z'),
    ('attempts-a-day', '2024-01-01', 3, 'our rule', '2024-01-01T00:00:00Z'),
    ('attended-percent', '2024-01-01', 75, 'our rule', '2024-01-01T00:00:00Z');

CREATE TABLE exchange.campaign (
    id          uuid        NOT NULL PRIMARY KEY,
    number      text        NOT NULL,
    title_en    text        NOT NULL,
    title_zh    text        NOT NULL,
    from_day    date        NOT NULL,
    until_day   date        NOT NULL,
    suppliers   text        NOT NULL,   -- 'all', a category's code, or '' for none
    procurement boolean     NOT NULL,   -- those engaged in procurement departments too
    opened_by   uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT campaign_number_taken UNIQUE (number),
    CONSTRAINT campaign_has_titles CHECK (title_en <> '' AND title_zh <> ''),
    CONSTRAINT campaign_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT campaign_title_zh_fits CHECK (char_length(title_zh) <= 300),
    CONSTRAINT campaign_days CHECK (until_day >= from_day),
    CONSTRAINT campaign_asks_somebody CHECK (suppliers <> '' OR procurement)
);

CREATE TABLE exchange.campaign_course (
    campaign uuid NOT NULL REFERENCES exchange.campaign,
    course   text NOT NULL,
    version  int  NOT NULL,
    topic    text NOT NULL,
    sha256   text NOT NULL,
    PRIMARY KEY (campaign, course)
);

CREATE TABLE exchange.asked (
    campaign uuid        NOT NULL REFERENCES exchange.campaign,
    circle   text        NOT NULL,
    guest    uuid        NOT NULL,
    party    uuid,
    at       timestamptz NOT NULL,
    PRIMARY KEY (campaign, circle, guest)
);
CREATE INDEX asked_by_guest ON exchange.asked (circle, guest);
CREATE INDEX asked_by_party ON exchange.asked (party) WHERE party IS NOT NULL;

CREATE TABLE exchange.page_read (
    campaign uuid        NOT NULL,
    course   text        NOT NULL,
    circle   text        NOT NULL,
    guest    uuid        NOT NULL,
    page     int         NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (campaign, circle, guest, course, page),
    FOREIGN KEY (campaign, circle, guest) REFERENCES exchange.asked,
    FOREIGN KEY (campaign, course) REFERENCES exchange.campaign_course
);

-- A quiz that was handed in. What passes is said by the rule of the day, which stands in the row.
CREATE TABLE exchange.attempt (
    id             uuid        NOT NULL PRIMARY KEY,
    campaign       uuid        NOT NULL,
    course         text        NOT NULL,
    circle         text        NOT NULL,
    guest          uuid        NOT NULL,
    party          uuid,
    no             int         NOT NULL,
    questions      int         NOT NULL,
    right_answers  int         NOT NULL,
    needed_percent int         NOT NULL,
    passed         boolean     NOT NULL GENERATED ALWAYS AS (right_answers * 100 >= needed_percent * questions) STORED,
    answers        jsonb       NOT NULL,   -- question -> answer chosen
    day            date        NOT NULL,
    at             timestamptz NOT NULL,
    record         uuid        NOT NULL,
    CONSTRAINT attempt_numbered UNIQUE (campaign, circle, guest, course, no),
    FOREIGN KEY (campaign, circle, guest) REFERENCES exchange.asked,
    FOREIGN KEY (campaign, course) REFERENCES exchange.campaign_course,
    CONSTRAINT attempt_counts CHECK (questions > 0 AND right_answers BETWEEN 0 AND questions)
);
CREATE UNIQUE INDEX passed_once ON exchange.attempt (campaign, circle, guest, course) WHERE passed;
CREATE INDEX attempt_by_day ON exchange.attempt (day) WHERE passed;

CREATE TABLE exchange.campaign_session (
    occasion uuid NOT NULL PRIMARY KEY REFERENCES gathering.occasion,
    campaign uuid NOT NULL REFERENCES exchange.campaign
);
CREATE INDEX campaign_session_by_campaign ON exchange.campaign_session (campaign);

CREATE TABLE exchange.exchange (
    occasion uuid NOT NULL PRIMARY KEY REFERENCES gathering.occasion,
    form     text NOT NULL,
    CONSTRAINT exchange_form_known CHECK (form IN ('VISIT', 'CALL', 'CONFERENCE', 'TRAINING'))
);

CREATE FUNCTION exchange.rule_on(wanted text, on_day date)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT value FROM exchange.rule WHERE key = wanted AND from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1
$$;

-- Procurement's people on a day: engaged in a procurement department or below it. Quality operations is not one.
CREATE FUNCTION exchange.procurement_staff(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, unit uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (engaged.person) engaged.person, engaged.unit
      FROM directory.engaged(on_day, known_at) AS engaged
      JOIN directory.places(on_day, known_at) AS place ON place.unit = engaged.unit
     WHERE engaged.kind <> 'RETIREE'
       AND EXISTS (SELECT FROM supplier.departments(on_day) AS department WHERE department.kind <> 'QUALITY' AND department.unit = ANY (place.path))
     ORDER BY engaged.person, engaged.from_day
$$;

-- Who learned what: a course passed, or a training of a campaign attended for the share of its time that the rule of its day asks.
CREATE FUNCTION exchange.trained(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (circle text, guest uuid, party uuid, topic text, day date, way text, record uuid)
LANGUAGE sql STABLE AS $$
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
     WHERE (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN from_day AND until_day
       AND spent.seconds * 100 >= exchange.rule_on('attended-percent', (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date) * extract(epoch FROM session.ends_at - session.starts_at)
$$;
