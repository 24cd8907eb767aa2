-- What our own people learned in other rooms stands on the same kind of lists, and is a hundred times more; it is left out before anything is added up.
CREATE OR REPLACE FUNCTION exchange.trained(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (circle text, guest uuid, party uuid, topic text, day date, way text, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT attempt.circle, attempt.guest, attempt.party, course.topic, attempt.day, 'COURSE', attempt.record
      FROM exchange.attempt
      JOIN exchange.campaign_course AS course ON course.campaign = attempt.campaign AND course.course = attempt.course
     WHERE attempt.passed
       AND attempt.day BETWEEN from_day AND until_day
       AND attempt.at <= known_at
    UNION ALL
    SELECT spent.circle, spent.guest, spent.party, topic, (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date, 'SESSION', spent.record
      FROM gathering.spent(known_at) AS spent
      JOIN gathering.session_known AS session ON session.id = spent.session
      JOIN exchange.campaign_session ON campaign_session.occasion = spent.occasion
     CROSS JOIN unnest(session.topics) AS topic
     WHERE spent.kind = 'exchange.session'
       AND (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN from_day AND until_day
       AND spent.seconds * 100 >= exchange.rule_on('attended-percent', (session.starts_at AT TIME ZONE 'Asia/Shanghai')::date) * extract(epoch FROM session.ends_at - session.starts_at)
$$;
