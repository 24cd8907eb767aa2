-- What the rooms of pay beside the wage and of stock keep about people since lists are kept and what comes sooner waits.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), told.part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES ('reward/listed', 'CN', 'Labour Law of the PRC, art. 50; PIPL, art. 13(1)(2): needed to pay what is owed'),
               ('reward/listed', 'DE', 'GDPR, art. 6(1)(b): needed for the employment contract'),
               ('equity/asked', 'CN', 'PIPL, art. 13(1)(2): needed to conclude and perform a contract to which the person is a party, the plan and its agreement of grant'),
               ('equity/asked', 'DE', 'GDPR, art. 6(1)(b): needed for the contract of grant')) AS told (part, country, source);
