-- What the room of pay beside the wage keeps about people.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), 'reward/shared', '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES ('CN', 'Labour Contract Law of the PRC, art. 4 and 30; PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made'),
               ('DE', 'GDPR, art. 6(1)(b): needed for the employment contract')) AS told (country, source);
