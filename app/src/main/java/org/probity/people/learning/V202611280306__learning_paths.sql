-- Courses in an order that makes sense, such as from a first month to a second level. Whoever completed one is further; nobody is assigned to a path.
CREATE TABLE learning.path (
    id       uuid        NOT NULL PRIMARY KEY,
    title_en text        NOT NULL,
    title_zh text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    CONSTRAINT path_has_titles CHECK (title_en <> '' AND title_zh <> ''),
    CONSTRAINT path_title_en_fits CHECK (char_length(title_en) <= 300),
    CONSTRAINT path_title_zh_fits CHECK (char_length(title_zh) <= 300)
);

CREATE TABLE learning.path_course (
    path   uuid NOT NULL REFERENCES learning.path,
    no     int  NOT NULL,
    course uuid NOT NULL REFERENCES learning.course,
    PRIMARY KEY (path, no),
    CONSTRAINT course_once_on_a_path UNIQUE (path, course)
);
