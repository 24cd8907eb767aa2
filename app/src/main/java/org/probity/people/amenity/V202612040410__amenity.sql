CREATE SCHEMA amenity;

INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('amenity', 'ahead-days', '2024-01-01', 14, 'Our rule: days ahead for which seats are booked', '2024-01-01T00:00:00Z'),
    ('amenity', 'bookings-most', '2024-01-01', 20, 'Our rule: seats that one person has ahead of them at most, so that all get some', '2024-01-01T00:00:00Z');

CREATE TABLE amenity.place (
    id         uuid        NOT NULL PRIMARY KEY,
    code       text        NOT NULL,
    kind       text        NOT NULL,
    name_en    text        NOT NULL,
    name_zh    text        NOT NULL,
    site       uuid        NOT NULL REFERENCES directory.unit,
    founded_by uuid        NOT NULL,
    founded_at timestamptz NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT place_code UNIQUE (code),
    CONSTRAINT place_code_fits CHECK (char_length(code) BETWEEN 1 AND 20),
    CONSTRAINT place_kind_known CHECK (kind IN ('RESTAURANT', 'GYM', 'POOL', 'CENTRE')),
    CONSTRAINT place_name_en_fits CHECK (char_length(name_en) <= 100),
    CONSTRAINT place_name_zh_fits CHECK (char_length(name_zh) <= 100),
    CONSTRAINT place_has_a_name CHECK (name_en <> '' OR name_zh <> '')
);

-- From a day on, a place is open on these days of the week. The newest act that holds on a day counts as a whole; a day of the week without a row is closed.
CREATE TABLE amenity.opening (
    id       uuid        NOT NULL PRIMARY KEY,
    place    uuid        NOT NULL REFERENCES amenity.place,
    from_day date        NOT NULL,
    weekdays int[]       NOT NULL, -- 1 is Monday
    opens    time        NOT NULL,
    closes   time        NOT NULL,
    minutes  int         NOT NULL, -- of a slot
    seats    int         NOT NULL,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT opening_weekdays_known CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(weekdays) > 0),
    CONSTRAINT opening_before_closing CHECK (closes > opens),
    CONSTRAINT opening_slot CHECK (minutes BETWEEN 10 AND 720),
    CONSTRAINT opening_seats CHECK (seats BETWEEN 1 AND 5000)
);
CREATE INDEX opening_by_place ON amenity.opening (place, from_day DESC, said_at DESC);

CREATE TABLE amenity.closed (
    place   uuid        NOT NULL REFERENCES amenity.place,
    day     date        NOT NULL,
    reason  text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT closed_pk PRIMARY KEY (place, day),
    CONSTRAINT closed_reason_fits CHECK (char_length(reason) BETWEEN 1 AND 300)
);

CREATE TABLE amenity.coach (
    id       uuid        NOT NULL PRIMARY KEY,
    person   uuid        NOT NULL REFERENCES directory.person,
    shows    text        NOT NULL, -- what shows that they may
    from_day date        NOT NULL,
    named_by uuid        NOT NULL,
    named_at timestamptz NOT NULL,
    record   uuid        NOT NULL,
    over_day date,                 -- first day on which they are one no longer
    CONSTRAINT coach_shows_fits CHECK (char_length(shows) BETWEEN 1 AND 300)
);
CREATE UNIQUE INDEX coach_once ON amenity.coach (person) WHERE over_day IS NULL;

-- An event, or what a coach does over some weeks.
CREATE TABLE amenity.programme (
    id           uuid        NOT NULL PRIMARY KEY,
    place        uuid        NOT NULL REFERENCES amenity.place,
    coach        uuid        REFERENCES amenity.coach,
    title_en     text        NOT NULL,
    title_zh     text        NOT NULL,
    words        text        NOT NULL,
    announced_by uuid        NOT NULL,
    announced_at timestamptz NOT NULL,
    record       uuid        NOT NULL,
    CONSTRAINT programme_title_en_fits CHECK (char_length(title_en) <= 100),
    CONSTRAINT programme_title_zh_fits CHECK (char_length(title_zh) <= 100),
    CONSTRAINT programme_has_a_title CHECK (title_en <> '' OR title_zh <> ''),
    CONSTRAINT programme_words_fits CHECK (char_length(words) <= 1000)
);
CREATE TABLE amenity.session (
    id        uuid      NOT NULL PRIMARY KEY,
    programme uuid      NOT NULL REFERENCES amenity.programme,
    from_at   timestamp NOT NULL, -- as clocks show it there
    until_at  timestamp NOT NULL,
    seats     int       NOT NULL,
    off_at    timestamptz,
    off_why   text,
    CONSTRAINT session_once UNIQUE (programme, from_at),
    CONSTRAINT session_has_time CHECK (until_at > from_at),
    CONSTRAINT session_seats CHECK (seats BETWEEN 1 AND 5000),
    CONSTRAINT session_off_why_fits CHECK (char_length(off_why) BETWEEN 1 AND 300),
    CONSTRAINT session_off_with_a_reason CHECK ((off_at IS NULL) = (off_why IS NULL))
);
CREATE INDEX session_by_time ON amenity.session (from_at);

-- What somebody wants to reach and what their coach answers; read by the two alone.
CREATE TABLE amenity.plan (
    id          uuid        NOT NULL PRIMARY KEY,
    coach       uuid        NOT NULL REFERENCES amenity.coach,
    person      uuid        NOT NULL REFERENCES directory.person,
    goal        text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    words       text,
    answered_at timestamptz,
    CONSTRAINT plan_once UNIQUE (coach, person),
    CONSTRAINT plan_goal_fits CHECK (char_length(goal) BETWEEN 1 AND 1000),
    CONSTRAINT plan_words_fits CHECK (char_length(words) BETWEEN 1 AND 4000)
);

CREATE TABLE amenity.route (
    id       uuid        NOT NULL PRIMARY KEY,
    code     text        NOT NULL,
    name_en  text        NOT NULL,
    name_zh  text        NOT NULL,
    site     uuid        NOT NULL REFERENCES directory.unit,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT route_code UNIQUE (code),
    CONSTRAINT route_code_fits CHECK (char_length(code) BETWEEN 1 AND 20),
    CONSTRAINT route_name_en_fits CHECK (char_length(name_en) <= 100),
    CONSTRAINT route_name_zh_fits CHECK (char_length(name_zh) <= 100),
    CONSTRAINT route_has_a_name CHECK (name_en <> '' OR name_zh <> '')
);
CREATE TABLE amenity.stop (
    id      uuid NOT NULL PRIMARY KEY,
    route   uuid NOT NULL REFERENCES amenity.route,
    no      int  NOT NULL,
    name_en text NOT NULL,
    name_zh text NOT NULL,
    minutes int  NOT NULL, -- after it departs from the first
    CONSTRAINT stop_no UNIQUE (route, no),
    CONSTRAINT stop_name_en_fits CHECK (char_length(name_en) BETWEEN 1 AND 100),
    CONSTRAINT stop_name_zh_fits CHECK (char_length(name_zh) <= 100),
    CONSTRAINT stop_minutes CHECK (minutes BETWEEN 0 AND 600)
);
CREATE TABLE amenity.ride (
    id        uuid        NOT NULL PRIMARY KEY,
    route     uuid        NOT NULL REFERENCES amenity.route,
    weekdays  int[]       NOT NULL,
    departs   time        NOT NULL,
    seats     int         NOT NULL,
    from_day  date        NOT NULL,
    until_day date,
    said_by   uuid        NOT NULL,
    said_at   timestamptz NOT NULL,
    record    uuid        NOT NULL,
    CONSTRAINT ride_weekdays_known CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(weekdays) > 0),
    CONSTRAINT ride_seats CHECK (seats BETWEEN 1 AND 200),
    CONSTRAINT ride_has_days CHECK (until_day >= from_day)
);
CREATE INDEX ride_by_route ON amenity.ride (route);

-- Everything with seats in a stretch of days: a place in its hours, a session, a ride.
CREATE FUNCTION amenity.offered(first_day date, last_day date, known_at timestamptz) RETURNS TABLE (kind text, owner uuid, thing uuid, from_at timestamp, until_at timestamp, seats int)
LANGUAGE sql STABLE AS $$
    SELECT 'SLOT', place.id, place.id, day.day + slot.starts, day.day + slot.starts + make_interval(mins => opening.minutes), opening.seats
      FROM amenity.place
     CROSS JOIN LATERAL (SELECT generate_series(first_day, last_day, interval '1 day')::date AS day) AS day
     CROSS JOIN LATERAL (SELECT max(newest.from_day) AS from_day FROM amenity.opening AS newest WHERE newest.place = place.id AND newest.from_day <= day.day AND newest.said_at <= known_at) AS holds
      JOIN amenity.opening ON opening.place = place.id AND opening.from_day = holds.from_day AND opening.said_at <= known_at AND extract(isodow FROM day.day)::int = ANY (opening.weekdays)
     CROSS JOIN LATERAL (SELECT opening.opens + make_interval(mins => opening.minutes * n) AS starts
                           FROM generate_series(0, (extract(epoch FROM opening.closes - opening.opens) / 60)::int / opening.minutes - 1) AS n) AS slot
      LEFT JOIN amenity.closed ON closed.place = place.id AND closed.day = day.day AND closed.said_at <= known_at
     WHERE closed.place IS NULL
    UNION ALL
    SELECT 'SESSION', programme.place, session.id, session.from_at, session.until_at, session.seats
      FROM amenity.session
      JOIN amenity.programme ON programme.id = session.programme AND programme.announced_at <= known_at
     WHERE session.from_at >= first_day AND session.from_at < last_day + 1 AND (session.off_at IS NULL OR session.off_at > known_at)
    UNION ALL
    SELECT 'RIDE', ride.route, ride.id, day.day + ride.departs, day.day + ride.departs + make_interval(mins => greatest(1, (SELECT max(stop.minutes) FROM amenity.stop WHERE stop.route = ride.route))), ride.seats
      FROM amenity.ride
     CROSS JOIN LATERAL (SELECT generate_series(greatest(first_day, ride.from_day), least(last_day, coalesce(ride.until_day, last_day)), interval '1 day')::date AS day) AS day
     WHERE extract(isodow FROM day.day)::int = ANY (ride.weekdays) AND ride.said_at <= known_at
$$;

CREATE SEQUENCE amenity.number;

CREATE TABLE amenity.booking (
    id          uuid        NOT NULL PRIMARY KEY,
    number      text        NOT NULL,
    kind        text        NOT NULL,
    thing       uuid        NOT NULL,
    from_at     timestamp   NOT NULL,
    until_at    timestamp   NOT NULL,
    seat        int         NOT NULL,
    person      uuid        NOT NULL REFERENCES directory.person,
    stop        uuid        REFERENCES amenity.stop,
    booked_by   uuid        NOT NULL,
    booked_at   timestamptz NOT NULL,
    record      uuid        NOT NULL,
    void_at     timestamptz,
    void_record uuid,
    CONSTRAINT booking_number UNIQUE (number),
    CONSTRAINT booking_number_fits CHECK (char_length(number) <= 20),
    CONSTRAINT booking_kind_known CHECK (kind IN ('SLOT', 'SESSION', 'RIDE')),
    CONSTRAINT booking_has_time CHECK (until_at > from_at),
    CONSTRAINT booking_seat CHECK (seat > 0),
    CONSTRAINT booking_rides_from_a_stop CHECK ((kind = 'RIDE') = (stop IS NOT NULL)),
    CONSTRAINT nobody_in_two_places EXCLUDE USING gist (directory.same(person::text, person::text, '[]') WITH &&, tsrange(from_at, until_at) WITH &&) WHERE (void_at IS NULL)
);
CREATE UNIQUE INDEX booking_seat_once ON amenity.booking (thing, from_at, seat) WHERE void_at IS NULL;
CREATE INDEX booking_by_person ON amenity.booking (person, from_at);
