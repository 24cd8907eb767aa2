-- The log counts the rounds that were counted by itself; of these some were short ones.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'survey.closed' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       (SELECT count(*)
          FROM survey.round
          JOIN survey.closing ON closing.round = round.id AND closing.closed_at <= :known_at
         WHERE round.kind = 'PULSE' AND closing.day BETWEEN :from_day AND :until_day)::numeric AS other
