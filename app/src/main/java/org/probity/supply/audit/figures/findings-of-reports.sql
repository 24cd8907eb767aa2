-- Each validated report states how many findings it has; the rows are counted one by one.
SELECT coalesce((SELECT sum(findings) FROM audit.standing_at(:known_at) WHERE state = 'REPORTED' AND until_day BETWEEN :from_day AND :until_day), 0) AS stated,
       0::numeric AS other
