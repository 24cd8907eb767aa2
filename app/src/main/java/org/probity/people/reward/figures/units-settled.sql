-- Time units whose last year it was: one row a year's giving of a plan. The year settles what they are worth more, and then they are void.
SELECT giving.id AS subject, plan.code || '-' || giving.year AS number, plan.name_en, plan.name_zh, NULL::text AS reason,
       jsonb_build_object('units', giving.units) AS inputs,
       jsonb_build_object('given_in', giving.year, 'members', giving.members) AS facts,
       jsonb_build_array(jsonb_build_object('kind', 'reward.evidence.units', 'record', agreed.record, 'class', 'signed')) AS evidence
  FROM reward.unit_giving_agreed AS agreed
  JOIN reward.unit_giving AS giving ON giving.id = agreed.giving
  JOIN reward.unit_plan AS plan ON plan.id = agreed.plan
 WHERE agreed.at <= :known_at
   AND agreed.year + cardinality(string_to_array(plan.dividends, ',')) - 1 = extract(year FROM CAST(:until_day AS date))
 ORDER BY giving.id
