-- Leave around a birth: shown as a paper from its first day to its last, which may not be shorter than the place says. What provinces add is for counsel to read; until then the country's
-- number stands there, so that nobody forgets to ask.
ALTER TABLE labour.paper DROP CONSTRAINT paper_kind_known;
ALTER TABLE labour.paper ADD CONSTRAINT paper_kind_known CHECK (kind IN ('JUVENILE_REGISTRATION', 'HEALTH_CHECK', 'DISABILITY', 'PREGNANT', 'NURSING', 'MATERNITY'));
ALTER TABLE labour.paper DROP CONSTRAINT protection_ends;
ALTER TABLE labour.paper ADD CONSTRAINT protection_ends CHECK (kind NOT IN ('PREGNANT', 'NURSING', 'MATERNITY') OR until_day IS NOT NULL);

INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at)
SELECT gen_random_uuid(), 'maternity-days', country, region, '2024-01-01'::date, 98, source, timestamptz '2024-01-01T00:00:00Z'
  FROM (VALUES ('CN', '', 'Special Provisions on Labour Protection of Female Employees, art. 7; fifteen days more for a difficult birth and for each further child. To be confirmed by counsel'),
               ('DE', '', 'Mutterschutzgesetz, § 3: six weeks before and eight after. To be confirmed by counsel')) AS country (country, region, source)
UNION ALL
SELECT gen_random_uuid(), 'maternity-days', 'CN', region, '2024-01-01'::date, 98,
       'Regulations of ' || region || ' on population and family planning: may add to the country''s 98 days. To be confirmed by counsel', timestamptz '2024-01-01T00:00:00Z'
  FROM unnest(ARRAY['Guangdong', 'Zhejiang', 'Tianjin', 'Anhui', 'Shandong', 'Chongqing', 'Shaanxi']) AS region;
