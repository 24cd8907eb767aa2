-- Leave for other reasons than a year's work. Its hours come from nobody's account; they are entered as used when it is agreed to.
ALTER TABLE care.leave DROP CONSTRAINT leave_kind_known;
ALTER TABLE care.leave ADD CONSTRAINT leave_kind_known CHECK (kind IN ('ANNUAL', 'SICK', 'MATERNITY', 'PATERNITY', 'PARENTAL', 'MARRIAGE', 'BEREAVEMENT', 'PERSONAL'));

-- That a paper was shown, to whom and when. The paper is not kept, nor what it says.
CREATE TABLE care.shown (
    leave   uuid        NOT NULL PRIMARY KEY REFERENCES care.leave,
    paper   text        NOT NULL,
    seen_by uuid        NOT NULL,
    seen_at timestamptz NOT NULL,
    CONSTRAINT shown_paper_known CHECK (paper IN ('SICK_NOTE', 'BIRTH_CERTIFICATE', 'DUE_DATE', 'CHILD_IN_REGISTER'))
);

-- Leave around a birth and for a small child that was agreed to and not taken back, as known at a moment.
CREATE FUNCTION care.family_leave(known_at timestamptz)
RETURNS TABLE (leave uuid, person uuid, kind text, from_day date, until_day date, amount bigint, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT leave.id, leave.person, leave.kind, leave.from_day, leave.until_day, leave.amount, answered.record
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= known_at
     WHERE leave.kind IN ('MATERNITY', 'PATERNITY', 'PARENTAL')
       AND NOT EXISTS (SELECT FROM care.withdrawn WHERE withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= known_at)
$$;
