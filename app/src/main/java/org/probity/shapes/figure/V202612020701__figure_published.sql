-- The register of everything published about the same answers or facts of the same people. Whatever room publishes, what follows from all of it together is asked here.
CREATE TABLE figure.population (
    id        uuid        PRIMARY KEY,
    name      text        NOT NULL,
    least     int         NOT NULL,   -- fewer people than that may follow from nothing
    opened_at timestamptz NOT NULL,
    CONSTRAINT population_name UNIQUE (name),
    CONSTRAINT population_least CHECK (least BETWEEN 2 AND 1000),
    CONSTRAINT population_name_fits CHECK (char_length(name) <= 200)
);

-- Disjoint groups that nothing published will divide: how many people are in each, and nobody's name.
CREATE TABLE figure.atom (
    population uuid NOT NULL REFERENCES figure.population,
    no         int  NOT NULL,
    people     int  NOT NULL,
    PRIMARY KEY (population, no),
    CONSTRAINT atom_people CHECK (people > 0)
);

-- What is published, by which atoms it adds up. Never taken back: what was read stays known.
CREATE TABLE figure.cell (
    id          uuid        PRIMARY KEY,
    population  uuid        NOT NULL REFERENCES figure.population,
    no          int         NOT NULL,
    name        text        NOT NULL,
    atoms       int[]       NOT NULL,
    people      int         NOT NULL,
    by_figure   text        NOT NULL,   -- what publishes it
    released_at timestamptz NOT NULL,
    record      uuid        NOT NULL,
    CONSTRAINT cell_once UNIQUE (population, no),
    CONSTRAINT cell_people CHECK (people > 0),
    CONSTRAINT cell_name_fits CHECK (char_length(name) <= 2000)
);
