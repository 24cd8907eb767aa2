-- Whoever comes back before the last day of their leave: the last day on which they were away, and the hours that went back to where they came from.
CREATE TABLE care.back (
    leave    uuid        NOT NULL PRIMARY KEY REFERENCES care.leave,
    last_day date        NOT NULL,
    amount   bigint      NOT NULL, -- hundredths of an hour
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    CONSTRAINT back_of_something CHECK (amount > 0)
);

-- The days after it are free for another request.
ALTER TABLE care.leave ADD COLUMN last_day date; -- null: until_day
ALTER TABLE care.leave ADD CONSTRAINT leave_ends_early CHECK (last_day >= from_day AND last_day < until_day);
ALTER TABLE care.leave DROP CONSTRAINT nobody_away_twice;
ALTER TABLE care.leave ADD CONSTRAINT nobody_away_twice EXCLUDE USING gist (
    directory.same(person::text, person::text, '[]') WITH &&,
    int4range(2 * (from_day - DATE '2000-01-01') + CASE part WHEN 'AFTERNOON' THEN 1 ELSE 0 END,
              2 * (coalesce(last_day, until_day) - DATE '2000-01-01') + CASE part WHEN 'MORNING' THEN 1 ELSE 2 END) WITH &&) WHERE (over_at IS NULL);

-- Days that the company grants beyond the law, by a rule of its own.
ALTER TABLE care.leave DROP CONSTRAINT leave_kind_known;
ALTER TABLE care.leave ADD CONSTRAINT leave_kind_known CHECK (kind IN ('ANNUAL', 'COMPANY', 'SICK', 'MATERNITY', 'PATERNITY', 'PARENTAL', 'MARRIAGE', 'BEREAVEMENT', 'PERSONAL'));
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('care', 'company-days', '2024-01-01', 0, 'Came with the house: the company grants none until it says so', '2024-01-01T00:00:00Z');

-- Both tell the days on which somebody was away, as known at a moment: whoever came back early was away until then.
CREATE OR REPLACE FUNCTION care.family_leave(known_at timestamptz)
RETURNS TABLE (leave uuid, person uuid, kind text, from_day date, until_day date, amount bigint, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT leave.id, leave.person, leave.kind, leave.from_day, coalesce(back.last_day, leave.until_day), leave.amount - coalesce(back.amount, 0), answered.record
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= known_at
      LEFT JOIN care.back ON back.leave = leave.id AND back.said_at <= known_at
     WHERE leave.kind IN ('MATERNITY', 'PATERNITY', 'PARENTAL')
       AND NOT EXISTS (SELECT FROM care.withdrawn WHERE withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= known_at)
$$;
CREATE OR REPLACE FUNCTION care.agreed_leave(first_day date, last_day date, known_at timestamptz)
RETURNS TABLE (person uuid, kind text, from_day date, until_day date)
LANGUAGE sql STABLE AS $$
    SELECT leave.person, leave.kind, leave.from_day, coalesce(back.last_day, leave.until_day)
      FROM care.leave
      JOIN care.answered ON answered.leave = leave.id AND answered.outcome = 'AGREED' AND answered.answered_at <= known_at
      LEFT JOIN care.back ON back.leave = leave.id AND back.said_at <= known_at
     WHERE leave.from_day <= agreed_leave.last_day AND coalesce(back.last_day, leave.until_day) >= agreed_leave.first_day
       AND NOT EXISTS (SELECT FROM care.withdrawn WHERE withdrawn.leave = leave.id AND withdrawn.withdrawn_at <= known_at)
$$;
