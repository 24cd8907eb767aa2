-- What was sent last, answer by answer, as known at a moment; for rooms whose figures count one answer.
CREATE FUNCTION form.said_at(known_at timestamptz)
RETURNS TABLE (about uuid, form text, party uuid, period int, sending uuid, question text, value text)
LANGUAGE sql STABLE AS $$
    SELECT sheet.about, sheet.form, sheet.party, sheet.period, sending.id, said.question, said.value
      FROM form.sheet
      JOIN LATERAL (SELECT * FROM form.sending WHERE sending.sheet = sheet.id AND sending.at <= known_at ORDER BY no DESC LIMIT 1) AS sending ON true
      JOIN form.sent_answer AS said ON said.sending = sending.id
$$;
