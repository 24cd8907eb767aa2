-- What was told beside the gap: how much of the distance of women's and men's pay goes with what else they differ in. On a scale of logarithms, in hundredths, on which parts add up; of the same groups of thirty and more.
CREATE TABLE payroll.gap_part (
    gap   uuid          NOT NULL REFERENCES payroll.gap,
    part  text          NOT NULL,
    value numeric(7, 2) NOT NULL,
    low   numeric(7, 2) NOT NULL,
    high  numeric(7, 2) NOT NULL,
    CONSTRAINT gap_part_pk PRIMARY KEY (gap, part),
    CONSTRAINT gap_part_known CHECK (part IN ('ALL', 'EXPLAINED', 'GRADE', 'PLACE', 'YEARS', 'LEFT')),
    CONSTRAINT gap_part_within CHECK (value BETWEEN low AND high)
);

-- The grade of the highest level that somebody held on a day; of most, none.
CREATE FUNCTION payroll.graded(on_day date) RETURNS TABLE (person uuid, grade text)
LANGUAGE sql STABLE AS $$
    SELECT held.person, max(ladder.grade)::text
      FROM career.held(on_day, 'infinity') AS held
      JOIN career.tracks(on_day, 'infinity') AS track ON track.code = held.track
      JOIN career.ladder_on(on_day) AS ladder ON ladder.ladder = track.ladder AND ladder.level = held.level
     WHERE held.until_day IS NULL OR held.until_day >= on_day
     GROUP BY held.person
$$;
