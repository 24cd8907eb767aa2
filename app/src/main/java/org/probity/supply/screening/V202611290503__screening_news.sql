-- Whose clearances change with an alert; how a list is set is everybody's matter.
SELECT clearance.listen('screening', 'screening.alert', 'SELECT supplier FROM changed');
SELECT clearance.listen('screening', 'screening.step', 'SELECT alert.supplier FROM changed JOIN screening.alert ON alert.id = changed.alert FOR SHARE OF alert');
SELECT clearance.listen('screening', 'screening.list');
