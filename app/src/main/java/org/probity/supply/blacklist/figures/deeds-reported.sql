-- Each report states its own number of lines; those of another year are not this year's.
SELECT coalesce((SELECT sum(stated_rows) FROM clearance.report_known WHERE reported_at <= :known_at), 0) AS stated,
       (SELECT count(*) FROM clearance.deed_known WHERE reported_at <= :known_at AND day NOT BETWEEN :from_day AND :until_day)::numeric AS other
