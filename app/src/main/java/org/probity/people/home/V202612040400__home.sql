CREATE SCHEMA home;

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('home', 'area-least', '2024-01-01', 40, 'GB 55025-2022, dormitories: at least 4 m² for each person; IFC/EBRD guidance on workers'' accommodation asks for 4 to 5.5 m²; to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('home', 'beds-most', '2024-01-01', 8, 'IFC/EBRD, Workers'' accommodation: at most eight to a room, better practice fewer; to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('home', 'people-toilet-most', '2024-01-01', 15, 'IFC/EBRD, Workers'' accommodation: a toilet and a washbasin for at most fifteen people; to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('home', 'rent-most', '2024-01-01', 300, 'Our rule, with the union: yuan a month for a bed; to be confirmed by counsel', '2024-01-01T00:00:00Z'),
    ('home', 'answer-days', '2024-01-01', 3, 'Our rule, with the union: days in which an offer is answered', '2024-01-01T00:00:00Z'),
    ('home', 'mend-days', '2024-01-01', 7, 'Our rule: days in which a fault is mended', '2024-01-01T00:00:00Z'),
    ('home', 'mend-danger-days', '2024-01-01', 1, 'Our rule: days in which a fault that endangers somebody is mended', '2024-01-01T00:00:00Z'),
    ('home', 'points-year', '2024-01-01', 2, 'Our rule, with the union: points for each full year of work here', '2024-01-01T00:00:00Z'),
    ('home', 'points-years-most', '2024-01-01', 20, 'Our rule, with the union: points for years of work at most', '2024-01-01T00:00:00Z'),
    ('home', 'points-far', '2024-01-01', 10, 'Our rule, with the union: points for whoever has no home within an hour''s way', '2024-01-01T00:00:00Z'),
    ('home', 'points-nights', '2024-01-01', 5, 'Our rule, with the union: points for whoever works nights', '2024-01-01T00:00:00Z'),
    ('home', 'points-first', '2024-01-01', 5, 'Our rule, with the union: points for whoever begins their first work', '2024-01-01T00:00:00Z'),
    ('home', 'points-month', '2024-01-01', 1, 'Our rule, with the union: points for each full month of waiting', '2024-01-01T00:00:00Z');

CREATE TABLE home.building (
    id         uuid        NOT NULL PRIMARY KEY,
    code       text        NOT NULL,
    name_en    text        NOT NULL,
    name_zh    text        NOT NULL,
    site       uuid        NOT NULL REFERENCES directory.unit,
    takes      text        NOT NULL,
    toilets    int         NOT NULL,
    founded_by uuid        NOT NULL,
    founded_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT building_code UNIQUE (code),
    CONSTRAINT building_code_fits CHECK (char_length(code) BETWEEN 1 AND 20),
    CONSTRAINT building_name_en_fits CHECK (char_length(name_en) <= 100),
    CONSTRAINT building_name_zh_fits CHECK (char_length(name_zh) <= 100),
    CONSTRAINT building_has_a_name CHECK (name_en <> '' OR name_zh <> ''),
    CONSTRAINT building_takes_known CHECK (takes IN ('WOMEN', 'MEN', 'COUPLES', 'ALL')),
    CONSTRAINT building_has_toilets CHECK (toilets BETWEEN 1 AND 10000)
);

-- A file of a building's rooms, as it was measured.
CREATE TABLE home.survey (
    id         uuid        NOT NULL PRIMARY KEY,
    building   uuid        NOT NULL REFERENCES home.building,
    from_day   date        NOT NULL,
    rooms      int         NOT NULL,
    beds       int         NOT NULL, -- that it added
    brought_by uuid        NOT NULL,
    brought_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT survey_of_something CHECK (rooms > 0 AND beds >= 0)
);
CREATE INDEX survey_by_building ON home.survey (building);

CREATE TABLE home.room (
    id       uuid NOT NULL PRIMARY KEY,
    building uuid NOT NULL REFERENCES home.building,
    number   text NOT NULL,
    CONSTRAINT room_number UNIQUE (building, number),
    CONSTRAINT room_number_fits CHECK (char_length(number) BETWEEN 1 AND 20)
);

-- How large a room is from a day on; the newest counts, and none is changed.
CREATE TABLE home.measure (
    id       uuid          NOT NULL PRIMARY KEY,
    room     uuid          NOT NULL REFERENCES home.room,
    from_day date          NOT NULL,
    area     numeric(6, 2) NOT NULL, -- m² on which people sleep and live
    survey   uuid          NOT NULL REFERENCES home.survey,
    said_at  timestamptz   NOT NULL,
    CONSTRAINT measure_once UNIQUE (survey, room),
    CONSTRAINT measure_of_a_room CHECK (area > 0)
);
CREATE INDEX measure_by_room ON home.measure (room, from_day DESC, said_at DESC);

CREATE TABLE home.bed (
    id       uuid NOT NULL PRIMARY KEY,
    room     uuid NOT NULL REFERENCES home.room,
    no       int  NOT NULL,
    from_day date NOT NULL,
    survey   uuid NOT NULL REFERENCES home.survey,
    CONSTRAINT bed_no UNIQUE (room, no),
    CONSTRAINT bed_of_a_room CHECK (no BETWEEN 1 AND 50)
);

-- A bed that is no longer one, from a day on.
CREATE TABLE home.gone (
    bed      uuid        NOT NULL PRIMARY KEY REFERENCES home.bed,
    from_day date        NOT NULL,
    reason   text        NOT NULL,
    gone_by  uuid        NOT NULL,
    gone_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT gone_reason_fits CHECK (char_length(reason) BETWEEN 1 AND 500)
);

-- Each bed in use on a day and what its room falls short of, by the rule of that day: space, too many to a room, or toilets of the building; null: nothing.
CREATE FUNCTION home.beds(on_day date, known_at timestamptz) RETURNS TABLE (bed uuid, room uuid, building uuid, site uuid, no int, room_number text, area numeric, in_room int, wanting text)
LANGUAGE sql STABLE AS $$
    WITH beds AS (
        SELECT bed.id, bed.room, bed.no, count(*) OVER (PARTITION BY bed.room)::int AS in_room
          FROM home.bed
          JOIN home.survey ON survey.id = bed.survey AND survey.brought_at <= known_at
          LEFT JOIN home.gone ON gone.bed = bed.id AND gone.from_day <= on_day AND gone.gone_at <= known_at
         WHERE bed.from_day <= on_day AND gone.bed IS NULL
    ), counted AS (
        SELECT beds.*, room.building, room.number, building.site, building.toilets, count(*) OVER (PARTITION BY room.building) AS in_building,
               (SELECT measure.area FROM home.measure WHERE measure.room = beds.room AND measure.from_day <= on_day AND measure.said_at <= known_at
                 ORDER BY measure.from_day DESC, measure.said_at DESC LIMIT 1) AS area
          FROM beds
          JOIN home.room ON room.id = beds.room
          JOIN home.building ON building.id = room.building
    ), rules AS (
        SELECT rule.at('home', 'area-least', on_day, known_at) AS area, rule.at('home', 'beds-most', on_day, known_at) AS beds, rule.at('home', 'people-toilet-most', on_day, known_at) AS toilets
    )
    SELECT counted.id, counted.room, counted.building, counted.site, counted.no, counted.number, counted.area, counted.in_room,
           CASE WHEN counted.area * 10 < rules.area * counted.in_room THEN 'AREA'
                WHEN counted.in_room > rules.beds THEN 'BEDS'
                WHEN counted.in_building > rules.toilets * counted.toilets THEN 'TOILETS' END
      FROM counted
     CROSS JOIN rules
$$;

CREATE SEQUENCE home.number;

-- Somebody asks for a bed. It stands until they move in or take it back.
CREATE TABLE home.application (
    id       uuid        NOT NULL PRIMARY KEY,
    number   text        NOT NULL,
    person   uuid        NOT NULL REFERENCES directory.person,
    site     uuid        NOT NULL REFERENCES directory.unit,
    takes    text        NOT NULL, -- the house that they want to live in, as they say
    from_day date        NOT NULL,
    since    date        NOT NULL, -- first day of work here, as it was known
    grounds  text[]      NOT NULL,
    words    text        NOT NULL,
    asked_by uuid        NOT NULL,
    asked_at timestamptz NOT NULL,
    record   uuid        NOT NULL,
    over_at     timestamptz,
    over_record uuid,              -- that it was taken back; null: it was not
    CONSTRAINT application_number UNIQUE (number),
    CONSTRAINT application_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT application_takes_known CHECK (takes IN ('WOMEN', 'MEN', 'COUPLES')),
    CONSTRAINT application_grounds_known CHECK (grounds <@ ARRAY['FAR', 'NIGHTS', 'FIRST']),
    CONSTRAINT application_words_fits CHECK (char_length(words) <= 1000)
);
CREATE UNIQUE INDEX application_one_a_person ON home.application (person) WHERE over_at IS NULL;
CREATE INDEX application_by_person ON home.application (person);

-- Somebody and a bed from a day on: offered, then lived in. A range of days has the bed for itself as long as it is not over before it began.
CREATE TABLE home.stay (
    id          uuid        NOT NULL PRIMARY KEY,
    number      text        NOT NULL,
    application uuid        NOT NULL REFERENCES home.application,
    person      uuid        NOT NULL REFERENCES directory.person,
    bed         uuid        NOT NULL REFERENCES home.bed,
    from_day    date        NOT NULL,
    until_day   date,                 -- last day; null: open
    rent        numeric(8, 2) NOT NULL, -- yuan a month
    answer_by   date        NOT NULL,
    turn        text        NOT NULL, -- why somebody with more points was passed over; empty: nobody was
    offered_by  uuid        NOT NULL,
    offered_at  timestamptz NOT NULL,
    record      uuid        NOT NULL,
    void_at     timestamptz,          -- declined, not answered in time, or taken back before the key
    CONSTRAINT stay_number UNIQUE (number),
    CONSTRAINT stay_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT stay_turn_fits CHECK (char_length(turn) <= 1000),
    CONSTRAINT stay_rent_of_something CHECK (rent >= 0),
    CONSTRAINT stay_has_days CHECK (until_day >= from_day),
    CONSTRAINT no_bed_twice EXCLUDE USING gist (directory.same(bed::text, bed::text, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&) WHERE (void_at IS NULL),
    CONSTRAINT nobody_in_two_beds EXCLUDE USING gist (directory.same(person::text, person::text, '[]') WITH &&, daterange(from_day, until_day, '[]') WITH &&) WHERE (void_at IS NULL)
);
CREATE INDEX stay_by_person ON home.stay (person);
CREATE INDEX stay_by_bed ON home.stay (bed);
CREATE INDEX stay_by_application ON home.stay (application);

-- What an offer came to, once.
CREATE TABLE home.answer (
    stay        uuid        NOT NULL PRIMARY KEY REFERENCES home.stay,
    outcome     text        NOT NULL,
    reason      text        NOT NULL,
    answered_by uuid,                 -- null: nobody, the term is over
    answered_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT answer_outcome_known CHECK (outcome IN ('ACCEPTED', 'DECLINED', 'LAPSED', 'TAKEN_BACK')),
    CONSTRAINT answer_by_somebody CHECK (answered_by IS NOT NULL OR outcome = 'LAPSED'),
    CONSTRAINT answer_reason_fits CHECK (char_length(reason) <= 500)
);

-- A walk through the room, at the key's handing over and at its return: what was found, written by the caretaker and confirmed by whoever lives there.
CREATE TABLE home.walk (
    id           uuid        NOT NULL PRIMARY KEY,
    stay         uuid        NOT NULL REFERENCES home.stay,
    way          text        NOT NULL,
    day          date        NOT NULL,
    words        text        NOT NULL,
    walked_by    uuid        NOT NULL,
    walked_at    timestamptz NOT NULL,
    record       uuid        NOT NULL,
    confirmed_at timestamptz,         -- by whoever lives there
    confirm_record uuid,
    CONSTRAINT walk_once UNIQUE (stay, way),
    CONSTRAINT walk_way_known CHECK (way IN ('IN', 'OUT')),
    CONSTRAINT walk_words_fits CHECK (char_length(words) <= 1000)
);
CREATE TABLE home.found (
    walk  uuid NOT NULL REFERENCES home.walk,
    item  text NOT NULL,
    state text NOT NULL,
    CONSTRAINT found_pk PRIMARY KEY (walk, item),
    CONSTRAINT found_item_known CHECK (item IN ('BED', 'LOCKER', 'WINDOW', 'DOOR', 'LIGHT', 'WATER', 'HEATING', 'ALARM')),
    CONSTRAINT found_state_known CHECK (state IN ('GOOD', 'WORN', 'BROKEN', 'MISSING'))
);

-- Moving out is said beforehand.
CREATE TABLE home.notice (
    stay   uuid        NOT NULL PRIMARY KEY REFERENCES home.stay,
    day    date        NOT NULL, -- last day
    by_id  uuid        NOT NULL,
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

CREATE TABLE home.fault (
    id      uuid        NOT NULL PRIMARY KEY,
    number  text        NOT NULL,
    stay    uuid        NOT NULL REFERENCES home.stay,
    room    uuid        NOT NULL REFERENCES home.room,
    kind    text        NOT NULL,
    danger  text        NOT NULL, -- whether somebody is endangered, as whoever told it says
    words   text        NOT NULL,
    due_day date        NOT NULL,
    told_by uuid        NOT NULL,
    told_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT fault_number UNIQUE (number),
    CONSTRAINT fault_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT fault_kind_known CHECK (kind IN ('WATER', 'POWER', 'HEATING', 'LOCK', 'FURNITURE', 'PESTS', 'OTHER')),
    CONSTRAINT fault_danger_known CHECK (danger IN ('YES', 'NO')),
    CONSTRAINT fault_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);
CREATE INDEX fault_by_stay ON home.fault (stay);
CREATE INDEX fault_by_room ON home.fault (room);

-- Said to be mended; whoever told the fault may say that it is not.
CREATE TABLE home.mending (
    id        uuid        NOT NULL PRIMARY KEY,
    fault     uuid        NOT NULL REFERENCES home.fault,
    no        int         NOT NULL,
    words     text        NOT NULL,
    mended_by uuid        NOT NULL,
    mended_at timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT mending_no UNIQUE (fault, no),
    CONSTRAINT mending_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);
CREATE TABLE home.sent_back (
    mending uuid        NOT NULL PRIMARY KEY REFERENCES home.mending,
    words   text        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT sent_back_words_fits CHECK (char_length(words) BETWEEN 1 AND 1000)
);

CREATE TABLE home.photo (
    id       uuid        NOT NULL PRIMARY KEY,
    walk     uuid        REFERENCES home.walk,
    fault    uuid        REFERENCES home.fault,
    evidence uuid        NOT NULL REFERENCES evidence.item,
    kept_at  timestamptz NOT NULL,
    CONSTRAINT photo_of_one_thing CHECK (num_nonnulls(walk, fault) = 1)
);
CREATE INDEX photo_by_walk ON home.photo (walk);
CREATE INDEX photo_by_fault ON home.photo (fault);
