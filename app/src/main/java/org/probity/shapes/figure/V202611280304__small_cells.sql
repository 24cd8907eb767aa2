-- From how many people on a cell of figures about people is shown; a change is a new row.
CREATE TABLE figure.cell_rule (
    from_day date        NOT NULL,
    least    int         NOT NULL,
    source   text        NOT NULL,
    set_at   timestamptz NOT NULL,
    PRIMARY KEY (from_day, set_at),
    CONSTRAINT cell_rule_least CHECK (least BETWEEN 2 AND 100),
    CONSTRAINT cell_rule_source_fits CHECK (char_length(source) BETWEEN 1 AND 300)
);

INSERT INTO figure.cell_rule (from_day, least, source, set_at) VALUES ('2024-01-01', 5, 'our rule', '2024-01-01T00:00:00Z');

-- Which cells of which cut were shown and which were kept closed, each change a row: what one figure keeps closed no other shows.
CREATE TABLE figure.released (
    population text        NOT NULL,   -- whom the cut divides, such as people engaged at the end of the year
    year       int         NOT NULL,
    cut        text        NOT NULL,   -- by what, such as sex
    cell       text        NOT NULL,
    figure     text        NOT NULL,
    people     bigint      NOT NULL,
    shown      boolean     NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (population, year, cut, cell, figure, at)
);
