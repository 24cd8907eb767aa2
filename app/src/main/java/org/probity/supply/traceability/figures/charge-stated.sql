-- The plants state each month what they charged; what they state of months in which nothing was captured is not in the rows, and shows as a difference.
SELECT coalesce((SELECT sum(kilograms) FROM traceability.stated_at(:known_at) AS stated WHERE month BETWEEN :from_day AND :until_day), 0) AS stated,
       0::numeric AS other
