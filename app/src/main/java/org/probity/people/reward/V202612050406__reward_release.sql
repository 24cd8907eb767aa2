-- What was held back under a plan is released at the end of a year: a period of its own whose pool is what stands held.
ALTER TABLE reward.period ADD COLUMN release boolean NOT NULL DEFAULT false;
