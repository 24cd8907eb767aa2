-- Hours of family leave that the book has as used, ever; of these some are not of leave that began in the year.
SELECT ((SELECT coalesce(sum(received.amount), 0) FROM unnest(ARRAY['taken-maternity', 'taken-paternity', 'taken-parental']) AS kind CROSS JOIN LATERAL book.received('leave', kind, :known_at) AS received) / 100.0)::numeric(14, 2) AS stated,
       ((SELECT coalesce(sum(leave.amount), 0) FROM care.family_leave(:known_at) AS leave WHERE NOT (leave.from_day BETWEEN :from_day AND :until_day)) / 100.0)::numeric(14, 2) AS other
