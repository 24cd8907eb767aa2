-- Grades of suppliers: of the suppliers graded in the year, those whose newest grade of the year is A or B.
--
-- Counted: suppliers with a given grade in a half-year of the year. The newest half-year counts, and in it the newest scorecard: a grade that was
-- corrected after an appeal takes the place of the one before from the moment it was corrected.
-- Left out: suppliers of whom something was measured but not enough to grade.
-- Known edge: a supplier graded in the first half-year alone keeps that grade for the year.
WITH card AS (
    SELECT scorecard.*, round.half,
           row_number() OVER (PARTITION BY scorecard.round, scorecard.supplier ORDER BY scorecard.no DESC) AS newest_of_round
      FROM evaluation.scorecard
      JOIN evaluation.round ON round.id = scorecard.round
     WHERE round.year = :year
       AND round.given_at <= :known_at
       AND scorecard.record IS NOT NULL
       AND scorecard.at <= :known_at
), newest AS (
    SELECT DISTINCT ON (supplier) *
      FROM card
     WHERE newest_of_round = 1
     ORDER BY supplier, half DESC
), received AS (
    SELECT supplier, sum(amount) AS amount
      FROM card
     WHERE newest_of_round = 1
     GROUP BY supplier
)
SELECT newest.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN newest.grade IS NULL THEN 'evaluation.not-gradable-row' END AS reason,
       jsonb_build_object('met', CASE WHEN newest.grade IN ('A', 'B') THEN 1 ELSE 0 END, 'quantity', received.amount::text) AS inputs,
       jsonb_build_object('evaluation.grade', jsonb_build_object('grade', coalesce(newest.grade, ''), 'half', newest.half, 'no', newest.no)) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'evaluation.grade', 'class', 'form', 'record', newest.record)) AS evidence
  FROM newest
  JOIN received USING (supplier)
  JOIN supplier.name ON name.id = newest.supplier
 ORDER BY newest.supplier
