CREATE SCHEMA career;

CREATE SEQUENCE career.number;

-- Numbers that somebody decided, from a day on. A change is a new row.
CREATE TABLE career.rule (
    key      text        NOT NULL,
    from_day date        NOT NULL,
    value    int         NOT NULL,
    source   text        NOT NULL,
    set_by   uuid,                  -- null: came with the house
    set_at   timestamptz NOT NULL,
    record   uuid,
    PRIMARY KEY (key, from_day, set_at),
    CONSTRAINT career_rule_value CHECK (value BETWEEN 0 AND 1000),
    CONSTRAINT career_rule_has_source CHECK (source <> ''),
    CONSTRAINT rule_source_fits CHECK (char_length(source) <= 300)
);
INSERT INTO career.rule (key, from_day, value, source, set_at) VALUES
    ('valid-months', '2024-01-01', 24, 'our rule', '2024-01-01T00:00:00Z'),
    ('panel-least', '2024-01-01', 3, 'our rule', '2024-01-01T00:00:00Z'),
    ('panel-outside', '2024-01-01', 1, 'our rule', '2024-01-01T00:00:00Z'),
    ('again-months', '2024-01-01', 6, 'our rule', '2024-01-01T00:00:00Z'),
    ('remind-days', '2024-01-01', 90, 'our rule', '2024-01-01T00:00:00Z');

-- Which level of one ladder stands beside which of the other: both lead to the same grade.
CREATE TABLE career.ladder_level (
    ladder   text NOT NULL,
    level    int  NOT NULL,
    grade    int  NOT NULL,
    from_day date NOT NULL,
    source   text NOT NULL,
    PRIMARY KEY (ladder, level, from_day),
    CONSTRAINT ladder_level_ladder CHECK (ladder IN ('P', 'M')),
    CONSTRAINT ladder_level_from_one CHECK (level BETWEEN 1 AND 9)
);
INSERT INTO career.ladder_level (ladder, level, grade, from_day, source) VALUES
    ('P', 1, 14, '2024-01-01', 'our rule'), ('P', 2, 15, '2024-01-01', 'our rule'), ('P', 3, 16, '2024-01-01', 'our rule'),
    ('P', 4, 17, '2024-01-01', 'our rule'), ('P', 5, 18, '2024-01-01', 'our rule'), ('P', 6, 19, '2024-01-01', 'our rule'),
    ('M', 1, 16, '2024-01-01', 'our rule'), ('M', 2, 17, '2024-01-01', 'our rule'), ('M', 3, 18, '2024-01-01', 'our rule'),
    ('M', 4, 19, '2024-01-01', 'our rule'), ('M', 5, 20, '2024-01-01', 'our rule');

-- What is put before a second person in one go: tracks and versions of standards.
CREATE TABLE career.edition (
    id       uuid        NOT NULL PRIMARY KEY,
    proposal uuid        NOT NULL REFERENCES decision.proposal,
    source   text        NOT NULL,   -- the pack or the file it was read from
    sha256   text        NOT NULL,
    file     uuid        REFERENCES evidence.item,   -- null: the pack that comes with the house
    tracks   int         NOT NULL,
    standards int        NOT NULL,
    made_by  uuid        NOT NULL,
    made_at  timestamptz NOT NULL,
    CONSTRAINT edition_proposed_once UNIQUE (proposal),
    CONSTRAINT edition_holds_something CHECK (tracks + standards > 0),
    CONSTRAINT edition_source_fits CHECK (char_length(source) <= 300)
);

CREATE TABLE career.approval (
    edition     uuid        NOT NULL PRIMARY KEY REFERENCES career.edition,
    from_day    date        NOT NULL,
    tracks      int         NOT NULL,   -- as counted when it was approved: codes that no edition had before
    standards   int         NOT NULL,   -- tracks that had no standard before
    made_by     uuid        NOT NULL,
    approved_by uuid        NOT NULL,
    approved_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT four_eyes CHECK (approved_by <> made_by)
);

CREATE TABLE career.track (
    id        uuid NOT NULL PRIMARY KEY,
    edition   uuid NOT NULL REFERENCES career.edition,
    code      text NOT NULL,
    ladder    text NOT NULL,
    family_en text NOT NULL,
    family_zh text NOT NULL,
    name_en   text NOT NULL,
    name_zh   text NOT NULL,
    CONSTRAINT track_ladder CHECK (ladder IN ('P', 'M')),
    CONSTRAINT track_code_form CHECK (code ~ '^[A-Z0-9]{2,8}(-[A-Z0-9]{1,8})*$' AND char_length(code) <= 30),
    CONSTRAINT track_family_en_fits CHECK (char_length(family_en) <= 300),
    CONSTRAINT track_family_zh_fits CHECK (char_length(family_zh) <= 300),
    CONSTRAINT track_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT track_name_zh_fits CHECK (char_length(name_zh) <= 300)
);
CREATE INDEX track_by_code ON career.track (code);
CREATE INDEX track_by_edition ON career.track (edition);

-- One competency standard of a track; what it asks stands in its versions.
CREATE TABLE career.standard_version (
    id       uuid NOT NULL PRIMARY KEY,
    edition  uuid NOT NULL REFERENCES career.edition,
    standard uuid NOT NULL,
    track    text NOT NULL,
    version  int  NOT NULL,
    title_en text NOT NULL,
    title_zh text NOT NULL,
    sha256   text NOT NULL,
    CONSTRAINT standard_version_numbered UNIQUE (edition, track),
    CONSTRAINT standard_version_from_one CHECK (version > 0),
    CONSTRAINT standard_version_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT standard_version_title_zh_fits CHECK (char_length(title_zh) <= 300)
);
CREATE INDEX standard_version_by_track ON career.standard_version (track, version DESC);

-- The id of an item stays through the versions, so that courses which answer it go on answering it.
CREATE TABLE career.version_item (
    version  uuid NOT NULL REFERENCES career.standard_version,
    item     uuid NOT NULL,
    no       int  NOT NULL,
    code     text NOT NULL,
    part     text NOT NULL,
    level    int  NOT NULL,   -- from which level on it is asked
    title_en text NOT NULL,
    title_zh text NOT NULL,
    PRIMARY KEY (version, item),
    CONSTRAINT version_item_part CHECK (part IN ('EXPERIENCE', 'KNOWLEDGE', 'SKILL', 'RESULT', 'BEHAVIOUR')),
    CONSTRAINT version_item_level CHECK (level BETWEEN 1 AND 9),
    CONSTRAINT version_item_code_fits CHECK (char_length(code) <= 40),
    CONSTRAINT version_item_title_en_fits CHECK (char_length(title_en) <= 1000),
    CONSTRAINT version_item_title_zh_fits CHECK (char_length(title_zh) <= 1000)
);
CREATE INDEX version_item_by_item ON career.version_item (item);

CREATE TABLE career.descriptor (
    version  uuid NOT NULL,
    item     uuid NOT NULL,
    level    int  NOT NULL,
    words_en text NOT NULL,
    words_zh text NOT NULL,
    PRIMARY KEY (version, item, level),
    FOREIGN KEY (version, item) REFERENCES career.version_item,
    CONSTRAINT descriptor_words_en_fits CHECK (char_length(words_en) <= 4000),
    CONSTRAINT descriptor_words_zh_fits CHECK (char_length(words_zh) <= 4000)
);

-- Who is on which track from a day on. The newest row of a person counts.
CREATE TABLE career.placement (
    id        uuid        NOT NULL PRIMARY KEY,
    person    uuid        NOT NULL REFERENCES directory.person,
    track     text        NOT NULL,
    from_day  date        NOT NULL,
    is_first  boolean     NOT NULL,   -- nobody had placed them before
    placed_by uuid        NOT NULL,
    placed_at timestamptz NOT NULL,
    record    uuid        NOT NULL
);
CREATE INDEX placement_by_person ON career.placement (person, from_day DESC, placed_at DESC);
-- What a file that places people states of itself.
CREATE TABLE career.placing_stated (
    record   uuid        NOT NULL PRIMARY KEY,
    newly    int         NOT NULL,
    from_day date        NOT NULL,
    at       timestamptz NOT NULL
);

-- Where somebody wants to get to; the newest counts.
CREATE TABLE career.wish (
    id     uuid        NOT NULL PRIMARY KEY,
    person uuid        NOT NULL REFERENCES directory.person,
    track  text        NOT NULL,
    level  int         NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX wish_by_person ON career.wish (person, at DESC);

CREATE TABLE career.application (
    id        uuid        NOT NULL PRIMARY KEY,
    number    text        NOT NULL,
    person    uuid        NOT NULL REFERENCES directory.person,
    track     text        NOT NULL,
    version   uuid        NOT NULL REFERENCES career.standard_version,
    level     int         NOT NULL,
    held      int         NOT NULL,   -- the level they had when they applied
    opened_by uuid        NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT application_number_taken UNIQUE (number),
    CONSTRAINT application_level CHECK (level BETWEEN 1 AND 9 AND held BETWEEN 0 AND 9)
);
CREATE INDEX application_by_person ON career.application (person);

CREATE TABLE career.step (
    application uuid        NOT NULL REFERENCES career.application,
    no          int         NOT NULL,
    state       text        NOT NULL,
    by          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    record      uuid,
    PRIMARY KEY (application, no),
    CONSTRAINT step_state CHECK (state IN ('DRAFT', 'SENT', 'PANEL', 'DECIDED', 'WITHDRAWN'))
);
CREATE UNIQUE INDEX sent_once ON career.step (application) WHERE state = 'SENT';
CREATE UNIQUE INDEX decided_once ON career.step (application) WHERE state = 'DECIDED';

-- What an applicant writes to an item; every version is kept, the newest counts.
CREATE TABLE career.said (
    application uuid        NOT NULL REFERENCES career.application,
    item        uuid        NOT NULL,
    no          int         NOT NULL,
    words       text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (application, item, no),
    CONSTRAINT said_words_fits CHECK (char_length(words) <= 4000)
);
CREATE TABLE career.file (
    id          uuid        NOT NULL PRIMARY KEY REFERENCES evidence.item,
    application uuid        NOT NULL REFERENCES career.application,
    item        uuid        NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX file_by_application ON career.file (application);

CREATE TABLE career.panelist (
    application uuid        NOT NULL REFERENCES career.application,
    person      uuid        NOT NULL REFERENCES directory.person,
    account     uuid        NOT NULL,
    no          int         NOT NULL,   -- the first leads the panel
    outside     boolean     NOT NULL,
    manager     boolean     NOT NULL,
    applicant   uuid        NOT NULL,
    called_by   uuid        NOT NULL,
    called_at   timestamptz NOT NULL,
    PRIMARY KEY (application, person),
    CONSTRAINT not_on_oneself CHECK (person <> applicant)
);
CREATE INDEX panelist_by_account ON career.panelist (account);

-- What a member of the panel finds shown, item by item; the newest of each member counts.
CREATE TABLE career.vote (
    application uuid        NOT NULL,
    person      uuid        NOT NULL,
    no          int         NOT NULL,
    item        uuid        NOT NULL,
    shown       int         NOT NULL,
    reason      text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (application, person, no, item),
    FOREIGN KEY (application, person) REFERENCES career.panelist,
    CONSTRAINT vote_shown CHECK (shown BETWEEN 0 AND 9),
    CONSTRAINT vote_reason_fits CHECK (char_length(reason) <= 2000)
);

-- What follows from the votes; nobody types a level.
CREATE TABLE career.decision (
    application uuid        NOT NULL PRIMARY KEY REFERENCES career.application,
    person      uuid        NOT NULL REFERENCES directory.person,
    track       text        NOT NULL,
    outcome     text        NOT NULL,
    shown       int         NOT NULL,   -- the highest level of which every item was shown
    level       int         NOT NULL,   -- held from now on; 0: none
    from_day    date        NOT NULL,
    until_day   date,
    decided_by  uuid        NOT NULL,
    decided_at  timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT decision_outcome CHECK (outcome IN ('GRANTED', 'NOT_SHOWN', 'KEPT', 'LOWERED')),
    CONSTRAINT decision_has_a_term CHECK ((level > 0) = (until_day IS NOT NULL))
);
CREATE INDEX decision_by_person ON career.decision (person, track, decided_at DESC);
CREATE TABLE career.decided_item (
    application uuid NOT NULL REFERENCES career.decision,
    item        uuid NOT NULL,
    wanted      int  NOT NULL,
    shown       int  NOT NULL,
    PRIMARY KEY (application, item)
);
CREATE INDEX decided_item_by_item ON career.decided_item (item);

CREATE FUNCTION career.rule_on(wanted text, on_day date)
RETURNS int
LANGUAGE sql STABLE AS $$
    SELECT value FROM career.rule WHERE key = wanted AND from_day <= on_day ORDER BY from_day DESC, set_at DESC LIMIT 1
$$;

CREATE FUNCTION career.ladder_on(on_day date)
RETURNS TABLE (ladder text, level int, grade int)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (ladder, level) ladder, level, grade FROM career.ladder_level WHERE from_day <= on_day ORDER BY ladder, level, from_day DESC
$$;

-- Tracks of a day, as known at a moment.
CREATE FUNCTION career.tracks(on_day date, known_at timestamptz)
RETURNS TABLE (id uuid, code text, ladder text, family_en text, family_zh text, name_en text, name_zh text, from_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (track.code) track.id, track.code, track.ladder, track.family_en, track.family_zh, track.name_en, track.name_zh,
           min(approval.from_day) OVER (PARTITION BY track.code), approval.record
      FROM career.track
      JOIN career.approval ON approval.edition = track.edition AND approval.approved_at <= known_at
     WHERE approval.from_day <= on_day
     ORDER BY track.code, approval.from_day DESC, approval.approved_at DESC
$$;

-- The version of each standard that holds on a day, as known at a moment.
CREATE FUNCTION career.standards(on_day date, known_at timestamptz)
RETURNS TABLE (id uuid, standard uuid, track text, version int, title_en text, title_zh text, sha256 text, from_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (held.track) held.id, held.standard, held.track, held.version, held.title_en, held.title_zh, held.sha256, approval.from_day, approval.record
      FROM career.standard_version AS held
      JOIN career.approval ON approval.edition = held.edition AND approval.approved_at <= known_at
     WHERE approval.from_day <= on_day
     ORDER BY held.track, held.version DESC, approval.approved_at DESC
$$;

CREATE FUNCTION career.placed(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, track text, from_day date, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (person) person, track, from_day, record
      FROM career.placement
     WHERE from_day <= on_day AND placed_at <= known_at
     ORDER BY person, from_day DESC, placed_at DESC
$$;

-- The level each person holds on each track; what has run out stays to be seen by its last day.
CREATE FUNCTION career.held(on_day date, known_at timestamptz)
RETURNS TABLE (person uuid, track text, level int, from_day date, until_day date, application uuid, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT * FROM (
        SELECT DISTINCT ON (person, track) person, track, level, from_day, until_day, application, record
          FROM career.decision
         WHERE outcome <> 'NOT_SHOWN' AND from_day <= on_day AND decided_at <= known_at
         ORDER BY person, track, decided_at DESC) AS newest
     WHERE level > 0
$$;

-- Items of the standards in force today, for rooms whose courses answer them.
CREATE VIEW career.item AS
    SELECT item.item AS id, held.standard, item.code, item.title_en, item.title_zh, item.level
      FROM career.standards('infinity', 'infinity') AS held
      JOIN career.version_item AS item ON item.version = held.id;

-- What somebody still has to show for the level they want: each item that is asked for it and of which less was shown so far.
CREATE VIEW career.gap AS
    SELECT wish.person, item.item, wish.level AS wanted_level, coalesce(shown.level, 0) AS shown_level
      FROM (SELECT DISTINCT ON (person) person, track, level FROM career.wish ORDER BY person, at DESC) AS wish
      JOIN career.standards('infinity', 'infinity') AS held ON held.track = wish.track
      JOIN career.version_item AS item ON item.version = held.id AND item.level <= wish.level
      LEFT JOIN LATERAL (
          SELECT decided.shown AS level
            FROM career.decided_item AS decided
            JOIN career.decision ON decision.application = decided.application
           WHERE decision.person = wish.person AND decided.item = item.item
           ORDER BY decision.decided_at DESC LIMIT 1) AS shown ON true
     WHERE coalesce(shown.level, 0) < wish.level;
