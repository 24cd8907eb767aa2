-- Who proposes takes the next number of the figure and year as they saw it; of two who saw the same, one is refused.
ALTER TABLE targets.target ADD COLUMN no int;
UPDATE targets.target
   SET no = numbered.no
  FROM (SELECT id, row_number() OVER (PARTITION BY figure, year ORDER BY proposed_at, id) AS no FROM targets.target) AS numbered
 WHERE numbered.id = target.id;
ALTER TABLE targets.target ALTER COLUMN no SET NOT NULL;
ALTER TABLE targets.target ADD CONSTRAINT one_at_a_time UNIQUE (figure, year, no);
