-- What became of hours that were left of a year.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), 'care/closed', '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES ('CN', 'Regulations on Paid Annual Leave of Employees, art. 5; PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made'),
               ('DE', 'GDPR, art. 6(1)(b): needed for the employment contract; Bundesurlaubsgesetz, § 7')) AS told (country, source);
