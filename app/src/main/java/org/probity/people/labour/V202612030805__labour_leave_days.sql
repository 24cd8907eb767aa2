-- How long leave for family may be, by place. What provinces say changes often: each number is to be signed by counsel before anybody relies on it.
INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at)
SELECT gen_random_uuid(), key, 'CN', region, '2024-01-01'::date, value, source || '. To be confirmed by counsel', '2024-01-01T00:00:00Z'
  FROM (VALUES ('marriage-days', '', 3, 'Notice of 1980 on marriage and funeral leave: one to three days'),
               ('bereavement-days', '', 3, 'Notice of 1980 on marriage and funeral leave: one to three days'),
               ('paternity-days', '', 15, 'Most provinces say fifteen days'),
               ('paternity-days', 'Anhui', 30, 'Regulations of Anhui on population and family planning'),
               ('paternity-days', 'Chongqing', 20, 'Regulations of Chongqing on population and family planning'),
               ('parental-days', '', 10, 'Most provinces say ten days a year for each parent until the child is three')) AS told (key, region, value, source);

INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), 'care/cover', '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES ('CN', 'Social Insurance Law, art. 58 and 60: the employer registers and pays; PIPL, art. 13(1)(3): needed for a duty by law'),
               ('DE', 'GDPR, art. 6(1)(c): needed for a duty by law; Sozialgesetzbuch IV, § 28a')) AS told (country, source);
