-- Grades compared with the year before: suppliers graded in both years whose newest grade of this year is as good as or better than their
-- newest of the last.
--
-- Counted: suppliers with a given grade in both years. was and now: 4 for A, 3 for B, 2 for C, 1 for D.
-- Met: now is not below was.
-- Left out: suppliers graded in one of the years alone, and those of whom too little was measured to grade; each row says which.
-- Known edge: a grade that was corrected after an appeal counts as corrected, in both years, as known now.
WITH card AS (
    SELECT scorecard.*, round.year, round.half,
           row_number() OVER (PARTITION BY scorecard.round, scorecard.supplier ORDER BY scorecard.no DESC) AS newest_of_round
      FROM evaluation.scorecard
      JOIN evaluation.round ON round.id = scorecard.round
     WHERE round.year IN (:year, :year - 1)
       AND round.given_at <= :known_at
       AND scorecard.record IS NOT NULL
       AND scorecard.at <= :known_at
), newest AS (
    SELECT DISTINCT ON (supplier, year) supplier, year, half, grade, record
      FROM card
     WHERE newest_of_round = 1
     ORDER BY supplier, year, half DESC
), received AS (
    SELECT supplier, sum(amount) AS amount FROM card WHERE newest_of_round = 1 AND year = :year GROUP BY supplier
), pair AS (
    SELECT supplier,
           max(position(grade IN 'DCBA')) FILTER (WHERE year = :year - 1) AS was,
           max(position(grade IN 'DCBA')) FILTER (WHERE year = :year) AS now,
           bool_or(year = :year) AS measured,
           jsonb_agg(jsonb_build_object('kind', 'evaluation.grade', 'class', 'form', 'record', record) ORDER BY year) AS evidence
      FROM newest
     GROUP BY supplier
)
SELECT pair.supplier AS subject,
       name.number, name.name_en, name.name_zh,
       CASE WHEN NOT pair.measured THEN 'evaluation.not-graded-again'
            WHEN pair.now IS NULL THEN 'evaluation.not-gradable-row'
            WHEN pair.was IS NULL THEN 'evaluation.graded-first' END AS reason,
       jsonb_build_object('met', CASE WHEN pair.now >= pair.was THEN 1 ELSE 0 END,
                          'was', coalesce(pair.was, 0),
                          'now', coalesce(pair.now, 0),
                          'quantity', coalesce(received.amount, 0)::text) AS inputs,
       '{}'::jsonb AS facts,
       pair.evidence
  FROM pair
  JOIN supplier.name ON name.id = pair.supplier
  LEFT JOIN received ON received.supplier = pair.supplier
 ORDER BY pair.supplier
