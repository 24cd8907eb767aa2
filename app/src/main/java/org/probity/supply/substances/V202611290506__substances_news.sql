-- Whose clearances change with what is owed, sent and bought.
SELECT clearance.listen('substances', 'obligation.obligation', 'SELECT party FROM changed');
-- Nothing need be locked here: with the step its obligation is written anew, in the same transaction.
SELECT clearance.listen('substances', 'obligation.step', 'SELECT obligation.party FROM changed JOIN obligation.obligation ON obligation.id = changed.obligation');
SELECT clearance.listen('substances', 'supplier.material', 'SELECT supplier FROM changed');
SELECT clearance.listen('substances', 'supplier.purchase', 'SELECT material.supplier FROM changed JOIN supplier.material ON material.id = changed.material FOR SHARE OF material');
SELECT clearance.listen('substances', 'substances.setting');
SELECT clearance.listen('substances', 'substances.scope');
