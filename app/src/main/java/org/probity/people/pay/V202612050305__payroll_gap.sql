-- What was told of a year: how pay of women and men lies apart, and how far the highest is from the middle. Of groups, never of a person; a null was too small to be told, or cannot be said.
CREATE TABLE payroll.gap (
    id              uuid          NOT NULL PRIMARY KEY,
    file            uuid          NOT NULL UNIQUE REFERENCES payroll.counted,
    year            int           NOT NULL,
    population      uuid          NOT NULL, -- in the register of what was published about people
    women           int           NOT NULL,
    men             int           NOT NULL,
    left_out        int           NOT NULL, -- whose sex no document says
    mean            numeric(7, 2) NOT NULL, -- per cent of what men are paid for an hour
    median          numeric(7, 2) NOT NULL,
    variable_mean   numeric(9, 2),
    variable_median numeric(9, 2),
    women_variable  numeric(5, 2) NOT NULL, -- per cent who get any
    men_variable    numeric(5, 2) NOT NULL,
    adjusted        numeric(7, 2),
    adjusted_low    numeric(7, 2),
    adjusted_high   numeric(7, 2),
    r2              numeric(5, 4),
    considered      int           NOT NULL, -- columns held alike
    joined          int           NOT NULL, -- categories too small to be told by themselves
    ratio           numeric(9, 2),          -- the highest pay of a year by the median of everybody else's
    ratio_growth    numeric(9, 2),          -- by how many per cent the highest grew, by how many per cent the median did
    ratio_people    int           NOT NULL,
    released_by     uuid          NOT NULL,
    released_at     timestamptz   NOT NULL,
    record          uuid          NOT NULL,
    CONSTRAINT gap_of_enough CHECK (women >= 30 AND men >= 30),
    CONSTRAINT gap_adjusted_whole CHECK (num_nonnulls(adjusted, adjusted_low, adjusted_high, r2) IN (0, 4))
);
CREATE INDEX gap_by_year ON payroll.gap (year, released_at DESC);

-- Women among the quarter paid least for an hour (1), and so on.
CREATE TABLE payroll.gap_quartile (
    gap   uuid          NOT NULL REFERENCES payroll.gap,
    no    int           NOT NULL,
    women numeric(5, 2) NOT NULL, -- per cent
    CONSTRAINT gap_quartile_pk PRIMARY KEY (gap, no),
    CONSTRAINT gap_quartile_no CHECK (no BETWEEN 1 AND 4)
);

-- Work of equal value: a grade. Only those with 30 of each sex and more, from which no smaller group follows.
CREATE TABLE payroll.gap_category (
    gap      uuid          NOT NULL REFERENCES payroll.gap,
    grade    text          NOT NULL,
    women    int           NOT NULL,
    men      int           NOT NULL,
    total    numeric(7, 2) NOT NULL,
    fixed    numeric(7, 2) NOT NULL,
    variable numeric(9, 2),
    CONSTRAINT gap_category_pk PRIMARY KEY (gap, grade),
    CONSTRAINT gap_category_of_enough CHECK (women >= 30 AND men >= 30),
    CONSTRAINT gap_category_grade_fits CHECK (char_length(grade) <= 20)
);

-- Why a category lies five per cent apart and more: objective reasons that know no sex.
CREATE TABLE payroll.gap_reason (
    gap     uuid        NOT NULL,
    grade   text        NOT NULL,
    words   text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT gap_reason_pk PRIMARY KEY (gap, grade),
    CONSTRAINT gap_reason_of_a_category FOREIGN KEY (gap, grade) REFERENCES payroll.gap_category,
    CONSTRAINT gap_reason_words_fits CHECK (char_length(words) BETWEEN 1 AND 2000)
);

-- What was told last of a year, as known at a moment.
CREATE FUNCTION payroll.gap_told(of_year int, known_at timestamptz) RETURNS SETOF payroll.gap
LANGUAGE sql STABLE AS $$
    SELECT * FROM payroll.gap WHERE year = of_year AND released_at <= known_at ORDER BY released_at DESC LIMIT 1
$$;
