-- For other rooms: a session by its place among those of its occasion, and where it is held.
CREATE OR REPLACE VIEW gathering.session_known AS
    SELECT session.id, session.occasion, occasion.kind, occasion.number, occasion.title, occasion.topics, session.starts_at, session.ends_at, session.no, session.place
      FROM gathering.session
      JOIN gathering.occasion ON occasion.id = session.occasion;

-- For other rooms: each closing of a list, with its entry in the log.
CREATE VIEW gathering.closing_known AS
    SELECT occasion.kind, session.occasion, session.id AS session, session.starts_at, session.ends_at, closing.no, closing.at, closing.people, closing.others, closing.record
      FROM gathering.closing
      JOIN gathering.session ON session.id = closing.session
      JOIN gathering.occasion ON occasion.id = session.occasion;

CREATE VIEW gathering.called_off AS
    SELECT occasion, at, record FROM gathering.calling_off;

CREATE INDEX session_by_start ON gathering.session (starts_at);
