-- What is kept of those who answer and moderate on the board, of those who read reports, and of those who take something on. Of those who write there is nothing that could stand here.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('CN', ARRAY['community/offices', 'measure/owned', 'measure/said'],
     'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; who answers, and what they promised, is known to those whom they answer'),
    ('CN', ARRAY['voice/keys'],
     'PIPL, art. 51: who may read what others wrote in confidence is named beforehand, and how the list changed is kept'),
    ('DE', ARRAY['community/offices', 'measure/owned', 'measure/said'],
     'GDPR, art. 6(1)(b): needed for the employment contract; Bundesdatenschutzgesetz, § 26; Betriebsverfassungsgesetz, § 87, where there is a works council'),
    ('DE', ARRAY['voice/keys'],
     'GDPR, art. 6(1)(c); Hinweisgeberschutzgesetz, § 12 to 16: who runs the internal office for reports')) AS told (country, parts, source)
 CROSS JOIN LATERAL unnest(told.parts) AS part;
