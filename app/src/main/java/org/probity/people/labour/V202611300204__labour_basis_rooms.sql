-- Rooms of people, and the directory, keep fields as well. Their parts stand here as room/part; the field * is every field of the part. How long they stay is not counted from the last
-- day: no number stands there, and they go when somebody is forgotten.
ALTER TABLE labour.basis ALTER COLUMN months DROP NOT NULL;

INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('CN', ARRAY['directory/identity', 'directory/engagements', 'directory/leading', 'directory/deputies'],
     'Labour Contract Law, art. 7: a register of all employees. PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made'),
    ('CN', ARRAY['learning/sessions', 'learning/online', 'learning/enrolments'],
     'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; Labour Law, art. 68: the employer trains'),
    ('CN', ARRAY['learning/answers'], 'PIPL, art. 13(1)(1): said by choice'),
    ('CN', ARRAY['career/tracks', 'career/applications', 'career/said', 'career/found', 'career/judged', 'career/plan'],
     'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made, of which the ladders are a part'),
    ('CN', ARRAY['career/wishes'], 'PIPL, art. 13(1)(1): said by choice, for a change of post that both agree on; Labour Contract Law, art. 35'),
    ('CN', ARRAY['education/studies'], 'PIPL, art. 13(1)(2): needed for an agreement with the person; Labour Contract Law, art. 22: what may be asked back for training that was paid'),
    ('CN', ARRAY['performance/commitments', 'performance/notes', 'performance/ratings', 'performance/appeals'],
     'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; art. 24: nothing is decided by a program alone'),
    ('CN', ARRAY['recruitment/applications'], 'PIPL, art. 13(1)(1): with consent, which may be taken back; what is sensitive (art. 28) with a consent of its own (art. 29)'),
    ('CN', ARRAY['recruitment/interviews'], 'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made'),
    ('CN', ARRAY['succession/named', 'succession/potential'], 'PIPL, art. 13(1)(1): with their yes, which may be taken back; art. 24: nothing is decided by a program alone'),
    ('CN', ARRAY['succession/access'], 'PIPL, art. 51: who saw what of others is kept'),
    ('DE', ARRAY['directory/identity', 'directory/engagements', 'directory/leading', 'directory/deputies', 'learning/sessions', 'learning/online', 'learning/enrolments',
                 'career/tracks', 'career/applications', 'career/said', 'career/found', 'career/judged', 'career/plan', 'education/studies',
                 'performance/commitments', 'performance/notes', 'performance/ratings', 'performance/appeals', 'recruitment/interviews'],
     'GDPR, art. 6(1)(b): needed for the employment contract; Bundesdatenschutzgesetz, § 26; Betriebsverfassungsgesetz, § 87 and 94, where there is a works council'),
    ('DE', ARRAY['learning/answers', 'career/wishes', 'succession/named', 'succession/potential'], 'GDPR, art. 6(1)(a): said by choice, and taken back at any moment'),
    ('DE', ARRAY['recruitment/applications'], 'GDPR, art. 6(1)(b): steps before a contract, at the applicant''s own request; art. 9(2)(a) for what is of a special kind'),
    ('DE', ARRAY['succession/access'], 'GDPR, art. 5(2) and 32: who saw what of others is kept')) AS told (country, parts, source)
 CROSS JOIN LATERAL unnest(told.parts) AS part;
