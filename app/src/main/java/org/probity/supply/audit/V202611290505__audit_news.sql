-- Whose clearances change with a finding that is mended, or not in time. Any case of a supplier counts here: which of them are findings is the rule's business.
SELECT clearance.listen('audit', 'casework.correction', 'SELECT supplier FROM changed');
SELECT clearance.listen('audit', 'casework.step', 'SELECT correction.supplier FROM changed JOIN casework.correction ON correction.id = changed.correction FOR SHARE OF correction');
SELECT clearance.listen('audit', 'audit.priority_setting');
