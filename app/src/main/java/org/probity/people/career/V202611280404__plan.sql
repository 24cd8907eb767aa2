-- How somebody means to fill a gap: by a course that answers it, by a rotation, or otherwise. A step that is dropped is followed by one without a way.
CREATE TABLE career.plan (
    person    uuid        NOT NULL REFERENCES directory.person,
    item      uuid        NOT NULL,
    no        int         NOT NULL,
    way       text        NOT NULL,
    course    uuid,
    words     text        NOT NULL,
    until_day date,
    by        uuid        NOT NULL,
    at        timestamptz NOT NULL,
    day       date        NOT NULL,
    PRIMARY KEY (person, item, no),
    CONSTRAINT plan_way CHECK (way IN ('COURSE', 'ROTATION', 'OTHER', 'DROPPED')),
    CONSTRAINT plan_names_its_course CHECK ((way = 'COURSE') = (course IS NOT NULL)),
    CONSTRAINT plan_has_an_end CHECK ((way = 'DROPPED') = (until_day IS NULL)),
    CONSTRAINT plan_words_fits CHECK (char_length(words) <= 2000)
);
