-- The log counts the threads of a year by itself; of these some are neither answered nor due.
SELECT (SELECT count(*) FROM log.recorded WHERE class = 'community.thread' AND day BETWEEN :from_day AND :until_day AND recorded_at <= :known_at)::numeric AS stated,
       (SELECT count(*)
          FROM community.thread
          JOIN log.recorded AS entry ON entry.record = thread.record AND entry.recorded_at <= :known_at
         WHERE thread.day BETWEEN :from_day AND :until_day
           AND thread.due >= least(CAST(:until_day AS date), (CAST(:known_at AS timestamptz) AT TIME ZONE 'Asia/Shanghai')::date)
           AND NOT EXISTS (SELECT FROM community.step WHERE step.thread = thread.id AND what IN ('ANSWERED', 'REFERRED') AND step.at <= :known_at))::numeric AS other
