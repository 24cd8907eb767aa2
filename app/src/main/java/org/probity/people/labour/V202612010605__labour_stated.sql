-- What other sources say of a year stands where it does for every other figure; each total belongs to the figure that is held against it.
INSERT INTO figure.stated (id, figure, year, number, source, stated_by, stated_at, record)
SELECT stated.id, held.figure, stated.year, stated.number, stated.source, stated.stated_by, stated.stated_at, stated.record
  FROM labour.stated
  JOIN (VALUES ('HIRES', 'age-checked-hires'), ('HEADCOUNT', 'headcount'), ('BREACHES', 'ppl-law-breach'), ('NONEMPLOYEES', 'ppl-nonemployees'), ('LEAVERS', 'ppl-turnover'),
               ('WOMEN', 'ppl-diversity'), ('DISABLED', 'ppl-disability')) AS held (what, figure) ON held.what = stated.what;
DROP TABLE labour.stated;
