-- What the lists said at a moment: which alerts stood, how they stood, and by which version of the list that was in force then. For rooms that ask what was known on a day.
CREATE FUNCTION screening.alerts_at(known_at timestamptz)
RETURNS TABLE (supplier uuid, list uuid, list_code text, list_en text, list_zh text, state text, since timestamptz, version int, label text)
LANGUAGE sql STABLE AS $$
    SELECT alert.supplier, alert.list, list.code, list.name_en, list.name_zh, step.state, step.at, version.no, version.label
      FROM screening.alert
      JOIN screening.list ON list.id = alert.list
      JOIN LATERAL (SELECT state, at FROM screening.step WHERE step.alert = alert.id AND step.at <= known_at ORDER BY step.no DESC LIMIT 1) AS step ON true
      LEFT JOIN LATERAL (SELECT no, label FROM screening.version WHERE version.list = alert.list AND version.loaded_at <= known_at ORDER BY version.no DESC LIMIT 1) AS version ON true
     WHERE alert.opened_at <= known_at
$$;

-- Who is like an entry of one version of a list, with how people see it now.
CREATE FUNCTION screening.alerts_by(of_list uuid, of_version int)
RETURNS TABLE (supplier uuid, code text, state text, since timestamptz)
LANGUAGE sql STABLE AS $$
    SELECT alert.supplier, alert.code, step.state, step.at
      FROM screening.alert
      JOIN screening.entry ON entry.list = alert.list AND entry.code = alert.code AND entry.first_no <= of_version AND (entry.last_no IS NULL OR entry.last_no >= of_version)
      JOIN LATERAL (SELECT state, at FROM screening.step WHERE step.alert = alert.id ORDER BY step.no DESC LIMIT 1) AS step ON true
     WHERE alert.list = of_list
$$;

-- The versions of lists that were loaded, by name.
CREATE VIEW screening.published AS
SELECT version.list, list.code, list.name_en, list.name_zh, version.no, version.label, version.day, version.loaded_at
  FROM screening.version
  JOIN screening.list ON list.id = version.list;
