-- What a new day can change is found without judging all that anybody owes.
CREATE INDEX step_holds_until ON obligation.step (valid_until) WHERE state = 'MET';
CREATE INDEX obligation_due ON obligation.obligation (due_day);
