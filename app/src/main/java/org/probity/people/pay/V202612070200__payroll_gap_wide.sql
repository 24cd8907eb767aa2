-- A line of payroll's file that is wrong by a thousand makes a distance of any size: it is told, and whoever reads it sees that something is wrong.
ALTER TABLE payroll.gap ALTER COLUMN mean TYPE numeric(24, 2), ALTER COLUMN median TYPE numeric(24, 2), ALTER COLUMN variable_mean TYPE numeric(24, 2), ALTER COLUMN variable_median TYPE numeric(24, 2),
    ALTER COLUMN adjusted TYPE numeric(24, 2), ALTER COLUMN adjusted_low TYPE numeric(24, 2), ALTER COLUMN adjusted_high TYPE numeric(24, 2), ALTER COLUMN ratio TYPE numeric(24, 2),
    ALTER COLUMN ratio_growth TYPE numeric(24, 2);
ALTER TABLE payroll.gap_category ALTER COLUMN total TYPE numeric(24, 2), ALTER COLUMN fixed TYPE numeric(24, 2), ALTER COLUMN variable TYPE numeric(24, 2);
