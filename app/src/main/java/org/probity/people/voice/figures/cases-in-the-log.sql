-- The log counts the cases of a year by itself; of these some are neither acknowledged nor due.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'voice.case' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       (SELECT count(*)
          FROM voice.card
         WHERE card.received BETWEEN :from_day AND :until_day
           AND card.opened_at <= :known_at
           AND card.received + rule.at('voice', 'acknowledge-days', card.received, :known_at) >= least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)
           AND NOT EXISTS (SELECT FROM voice.step WHERE step.card = card.id AND step.what = 'ACKNOWLEDGED' AND step.at <= :known_at))::numeric AS other
