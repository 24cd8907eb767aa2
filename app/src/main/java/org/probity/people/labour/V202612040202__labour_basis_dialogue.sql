-- What is kept of those who write to whoever leads, and of those who write down what was said to them; who raised a point is not kept. And of how readers of reports come to their keys
-- without words.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), told.part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('CN', 'dialogue/written',
     'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; who wrote down and answered what at a meeting is known to those who were there'),
    ('CN', 'dialogue/letters', 'PIPL, art. 13(1)(1): written by choice to whoever leads'),
    ('CN', 'voice/passkeys', 'PIPL, art. 13(1)(1): kept by choice, and taken out at any moment'),
    ('CN', 'voice/shares', 'PIPL, art. 51: who can open what others wrote in confidence is known and kept'),
    ('DE', 'voice/passkeys', 'GDPR, art. 6(1)(a): kept by choice, and taken out at any moment'),
    ('DE', 'voice/shares', 'GDPR, art. 5(2) and 32: who can open what others wrote in confidence is known and kept'),
    ('DE', 'dialogue/written',
     'GDPR, art. 6(1)(b): needed for the employment contract; Bundesdatenschutzgesetz, § 26; Betriebsverfassungsgesetz, § 87, where there is a works council'),
    ('DE', 'dialogue/letters',
     'GDPR, art. 6(1)(b): needed for the employment contract; Betriebsverfassungsgesetz, § 82 and 84: to be heard, and to complain')) AS told (country, part, source);
