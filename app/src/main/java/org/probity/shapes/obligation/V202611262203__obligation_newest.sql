-- An index of where each obligation stands now: the number and the state of its newest step. The steps say it; this only finds it, because a
-- list of forty thousand papers cannot look for the newest step of each.
ALTER TABLE obligation.obligation
    ADD COLUMN newest int,    -- no of the newest step
    ADD COLUMN stands text;   -- its state

UPDATE obligation.obligation
   SET newest = last.no, stands = last.state
  FROM (SELECT DISTINCT ON (obligation) obligation, no, state FROM obligation.step ORDER BY obligation, no DESC) AS last
 WHERE last.obligation = obligation.id;

CREATE FUNCTION obligation.point_to_the_newest()
RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE obligation.obligation
       SET newest = last.no, stands = last.state
      FROM (SELECT DISTINCT ON (obligation) obligation, no, state FROM added ORDER BY obligation, no DESC) AS last
     WHERE last.obligation = obligation.id
       AND (obligation.newest IS NULL OR obligation.newest < last.no);
    RETURN NULL;
END
$$;

CREATE TRIGGER newest_step AFTER INSERT ON obligation.step
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION obligation.point_to_the_newest();

-- What is open is little beside what was met over the years.
CREATE INDEX obligation_open ON obligation.obligation (kind, stands, due_day) WHERE stands IN ('OWED', 'SENT_IN', 'SENT_BACK', 'LAPSED');
CREATE INDEX obligation_of_period ON obligation.obligation (kind, period, stands);

-- What changed since a moment.
CREATE INDEX step_at ON obligation.step (at);

-- As before. Who asks only where something stands is answered from the index; the step is joined for those who ask for more of it.
CREATE OR REPLACE VIEW obligation.standing AS
    SELECT obligation.id, obligation.kind, obligation.party, obligation.period, obligation.due_day,
           obligation.newest AS step, obligation.stands AS state, step.at, step.by, step.reason, step.evidence, step.valid_until, step.record
      FROM obligation.obligation
      LEFT JOIN obligation.step ON step.obligation = obligation.id AND step.no = obligation.newest
     WHERE obligation.newest IS NOT NULL;
