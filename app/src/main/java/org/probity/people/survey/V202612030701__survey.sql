CREATE SCHEMA survey;

-- A questionnaire that goes round: what is asked, whom, when, and from how many people on anything is told. All of it is fixed as it is launched.
CREATE TABLE survey.round (
    id            uuid        PRIMARY KEY,
    number        text        NOT NULL,
    kind          text        NOT NULL,
    year          int         NOT NULL,
    pack          text        NOT NULL,
    pack_sha256   text        NOT NULL,
    items         text[]      NOT NULL,
    unit          uuid        REFERENCES directory.unit,   -- null: everybody
    asks_again    uuid        REFERENCES survey.round,     -- the round whose items are asked once more
    first_day     date        NOT NULL,
    last_day      date        NOT NULL,
    least         int         NOT NULL,
    comment_least int         NOT NULL,
    rate_least    int         NOT NULL,
    invited       int         NOT NULL,
    ballot        uuid        NOT NULL REFERENCES ballot.round,
    launched_by   uuid        NOT NULL,
    launched_at   timestamptz NOT NULL,
    record        uuid        NOT NULL,
    CONSTRAINT round_number UNIQUE (number),
    CONSTRAINT round_ballot UNIQUE (ballot),
    CONSTRAINT round_kind CHECK (kind IN ('YEARLY', 'PULSE')),
    CONSTRAINT round_days CHECK (first_day <= last_day),
    CONSTRAINT round_items CHECK (cardinality(items) BETWEEN 1 AND 60),
    CONSTRAINT round_least CHECK (least >= 10 AND comment_least >= 20 AND rate_least >= 20),
    CONSTRAINT round_invited CHECK (invited >= least)
);
CREATE UNIQUE INDEX round_yearly_once ON survey.round (year) WHERE kind = 'YEARLY';

-- Where people stand who are alike in all that a ballot says of who wrote it: never fewer than ten, so that no ballot points at less than that.
CREATE TABLE survey.place (
    round  uuid   NOT NULL REFERENCES survey.round,
    no     int    NOT NULL,
    path   text[] NOT NULL,   -- codes of units from the top down
    tenure text   NOT NULL,   -- empty: of some who are alike in their unit alone
    kind   text   NOT NULL,
    people int    NOT NULL,
    PRIMARY KEY (round, no),
    CONSTRAINT place_people CHECK (people >= 10),
    CONSTRAINT place_tenure CHECK (tenure IN ('', 'T0', 'T1', 'T5')),
    CONSTRAINT place_kind CHECK (kind IN ('', 'EMPLOYEE', 'OTHER'))
);

-- Slips with a code each, printed for a place and drawn from a box.
CREATE TABLE survey.printing (
    id         uuid        PRIMARY KEY,
    round      uuid        NOT NULL,
    place      int         NOT NULL,
    slips      int         NOT NULL,
    printed_by uuid        NOT NULL,
    printed_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT printing_place FOREIGN KEY (round, place) REFERENCES survey.place,
    CONSTRAINT printing_slips CHECK (slips BETWEEN 1 AND 20000)
);

-- Who is asked while a round is open, and where they stand; these rows go when it is over. Whoever answers on paper gets no token.
CREATE TABLE survey.invited (
    round  uuid NOT NULL REFERENCES survey.round,
    person uuid NOT NULL REFERENCES directory.person,
    place  int  NOT NULL,
    paper  uuid REFERENCES survey.printing,
    PRIMARY KEY (round, person),
    CONSTRAINT invited_place FOREIGN KEY (round, place) REFERENCES survey.place
);
CREATE INDEX invited_by_person ON survey.invited (person);

-- A slip by the hash of its code. That it was used is known, by whom is not: it was drawn.
CREATE TABLE survey.slip (
    round    uuid  NOT NULL REFERENCES survey.round,
    code     bytea NOT NULL,
    printing uuid  NOT NULL REFERENCES survey.printing,
    used_on  date,
    PRIMARY KEY (round, code),
    CONSTRAINT slip_code CHECK (octet_length(code) = 32)
);

-- The box: ballots of open rounds, each under the hash of a word its writer's browser drew. No person, no number, no hour; once a day written anew in another order.
CREATE TABLE survey.ballot (
    round   uuid       NOT NULL,
    sheet   bytea      NOT NULL,
    place   int        NOT NULL,
    answers smallint[] NOT NULL,
    PRIMARY KEY (round, sheet),
    CONSTRAINT ballot_place FOREIGN KEY (round, place) REFERENCES survey.place,
    CONSTRAINT ballot_sheet CHECK (octet_length(sheet) = 32),
    CONSTRAINT ballot_answers CHECK (cardinality(answers) BETWEEN 1 AND 60 AND 1 <= ALL (answers) AND 5 >= ALL (answers))
);

-- Ballots of rounds that are over, as they were counted.
CREATE TABLE survey.counted (
    round   uuid       NOT NULL,
    sheet   bytea      NOT NULL,
    place   int        NOT NULL,
    answers smallint[] NOT NULL,
    PRIMARY KEY (round, sheet),
    CONSTRAINT counted_place FOREIGN KEY (round, place) REFERENCES survey.place
);

-- What somebody added in words, by nothing but the upper unit it came from.
CREATE TABLE survey.remark (
    round uuid NOT NULL REFERENCES survey.round,
    id    uuid NOT NULL,
    site  text NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (round, id),
    CONSTRAINT remark_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);

-- How many of a unit had answered, as a day began; to the nearest five of a hundred, for units of twenty and more.
CREATE TABLE survey.rate (
    round   uuid NOT NULL REFERENCES survey.round,
    day     date NOT NULL,
    unit    text NOT NULL,
    people  int  NOT NULL,
    percent int  NOT NULL,
    PRIMARY KEY (round, day, unit),
    CONSTRAINT rate_percent CHECK (percent BETWEEN 0 AND 100 AND percent % 5 = 0)
);

-- A round that is over, as it was counted: no more ballots than tokens and slips, or it does not hold, and says so.
CREATE TABLE survey.closing (
    round     uuid        NOT NULL PRIMARY KEY REFERENCES survey.round,
    day       date        NOT NULL,
    tokens    int         NOT NULL,   -- issued
    slips     int         NOT NULL,   -- printed
    ballots   int         NOT NULL,
    by_slip   int         NOT NULL,
    answers   bigint      NOT NULL,
    remarks   int         NOT NULL,
    root      text        NOT NULL,   -- of the tree over the ballots, in the order of their hashes
    closed_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT closing_root CHECK (root ~ '^[0-9a-f]{64}$'),
    CONSTRAINT closing_counts CHECK (ballots >= by_slip AND by_slip <= slips)
);

-- What was released; its cells stand in the register of the figures under this population.
CREATE TABLE survey.released (
    round       uuid        NOT NULL PRIMARY KEY REFERENCES survey.round,
    population  uuid        NOT NULL UNIQUE REFERENCES figure.population,
    released_by uuid        NOT NULL,
    released_at timestamptz NOT NULL,
    record      uuid        NOT NULL
);

-- Which places are which atoms of the register: places in which nobody answered are none.
CREATE TABLE survey.atom (
    round uuid NOT NULL,
    place int  NOT NULL,
    no    int  NOT NULL,
    PRIMARY KEY (round, place),
    CONSTRAINT atom_no UNIQUE (round, no),
    CONSTRAINT atom_place FOREIGN KEY (round, place) REFERENCES survey.place
);

-- Parts that are not shown by themselves, and why.
CREATE TABLE survey.merged (
    round   uuid NOT NULL REFERENCES survey.round,
    no      int  NOT NULL,
    part    text NOT NULL,
    shown   text NOT NULL,
    why     text NOT NULL,
    because text NOT NULL,
    PRIMARY KEY (round, no),
    CONSTRAINT merged_why CHECK (why IN ('FEW', 'NEIGHBOURS_ARE_FEW', 'WOULD_TELL'))
);

-- What the people of a cell answered, added up, for each item, each dimension and all of it: from these three numbers comes whatever is said.
CREATE TABLE survey.score (
    cell    uuid   NOT NULL REFERENCES figure.cell,
    round   uuid   NOT NULL REFERENCES survey.round,
    scale   text   NOT NULL,   -- a code of the pack; empty: all items
    items   int    NOT NULL,
    people  int    NOT NULL,
    points  bigint NOT NULL,   -- from nought to four an item
    squares bigint NOT NULL,
    PRIMARY KEY (cell, scale),
    CONSTRAINT score_points CHECK (points BETWEEN 0 AND 4 * items::bigint * people)
);

CREATE INDEX score_by_round ON survey.score (round);

-- A cut that somebody asked for beyond the plan and did not get.
CREATE TABLE survey.refused (
    round      uuid        NOT NULL REFERENCES survey.round,
    no         int         NOT NULL,
    cut        text        NOT NULL,
    people     int         NOT NULL,
    asked_by   uuid        NOT NULL,
    refused_at timestamptz NOT NULL,
    PRIMARY KEY (round, no)
);

-- Remarks that are shown: for an upper unit with twenty and more, else together.
CREATE TABLE survey.shown_remark (
    round uuid NOT NULL REFERENCES survey.round,
    no    int  NOT NULL,
    site  text NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (round, no),
    CONSTRAINT shown_remark_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);

INSERT INTO rule.number (room, key, from_day, value, source, set_by, set_at, record) VALUES
    ('survey', 'least', '2024-01-01', 10, 'our rule', NULL, '2024-01-01T00:00:00Z', NULL),
    ('survey', 'comment-least', '2024-01-01', 20, 'our rule', NULL, '2024-01-01T00:00:00Z', NULL),
    ('survey', 'rate-least', '2024-01-01', 20, 'our rule', NULL, '2024-01-01T00:00:00Z', NULL),
    ('survey', 'again-days', '2024-01-01', 14, 'our rule', NULL, '2024-01-01T00:00:00Z', NULL),
    ('survey', 'target', '2024-01-01', 90, 'our rule', NULL, '2024-01-01T00:00:00Z', NULL);
