-- Holders as the register of grants has them; some are not employed on the last day.
SELECT count(DISTINCT holder.person)::numeric AS stated,
       (count(DISTINCT holder.person) FILTER (WHERE employed.person IS NULL))::numeric AS other
  FROM reward.holder
  LEFT JOIN (SELECT DISTINCT engaged.person FROM directory.engaged(:until_day, :known_at) AS engaged WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED')) AS employed ON employed.person = holder.person
 WHERE holder.said_at <= :known_at AND holder.from_day <= :until_day AND holder.until_day >= :until_day
