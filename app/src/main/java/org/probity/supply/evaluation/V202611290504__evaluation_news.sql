-- Whose clearances change with what a grade brings with it.
SELECT clearance.listen('evaluation', 'evaluation.consequence', 'SELECT supplier FROM changed');
