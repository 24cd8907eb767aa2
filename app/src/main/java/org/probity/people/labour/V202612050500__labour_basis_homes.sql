-- What the rooms of beds, facilities, subsidies, retirement and of asking everybody keep about people.
INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_at)
SELECT gen_random_uuid(), part, '*', told.country, '2024-01-01'::date, told.source || '. To be confirmed by counsel', '', NULL, '2024-01-01T00:00:00Z'
  FROM (VALUES
    ('CN', ARRAY['home/applications', 'home/stays', 'home/faults'],
     'PIPL, art. 13(1)(2): needed for an agreement with the person, here on a bed; Civil Code, art. 703, 708 and 712: what is let is handed over fit for use and kept in repair'),
    ('CN', ARRAY['amenity/bookings'], 'PIPL, art. 13(1)(2): needed for an agreement with the person, here on a seat that they booked'),
    ('CN', ARRAY['amenity/plans'], 'PIPL, art. 13(1)(1), and 29 for what tells of health: asked for by choice, and ended at any time'),
    ('CN', ARRAY['subsidy/claims'], 'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; Accounting Law, art. 14 and 23: vouchers are examined and kept'),
    ('CN', ARRAY['retirement/files', 'retirement/choices'],
     'PIPL, art. 13(1)(3): needed for a duty by law; Decision on the Gradual Raising of the Statutory Retirement Age of 13 September 2024, and the Interim Measures on flexible retirement: a month other than that of the law is told in writing'),
    ('CN', ARRAY['retirement/handovers'], 'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; Labour Contract Law, art. 50: work is handed over'),
    ('CN', ARRAY['retirement/benefits', 'retirement/backs'], 'PIPL, art. 13(1)(2): needed for an agreement with the person, here on what goes on after their last day of work, or on coming back'),
    ('CN', ARRAY['retirement/visits'], 'PIPL, art. 13(1)(1): visited by choice; Law on the Protection of the Rights and Interests of the Elderly'),
    ('CN', ARRAY['survey/asked', 'survey/acts'],
     'PIPL, art. 13(1)(2): needed for managing people by labour rules lawfully made; that somebody was asked is known so that each answers once, and what they answer is kept without a name'),
    ('DE', ARRAY['home/applications', 'home/stays', 'home/faults'], 'GDPR, art. 6(1)(b): needed for an agreement with the person, here on a bed; Bürgerliches Gesetzbuch, § 535 and 576'),
    ('DE', ARRAY['amenity/bookings'], 'GDPR, art. 6(1)(b): needed for an agreement with the person, here on a seat that they booked'),
    ('DE', ARRAY['amenity/plans'], 'GDPR, art. 6(1)(a) and 9(2)(a): asked for by choice, and ended at any time'),
    ('DE', ARRAY['subsidy/claims'], 'GDPR, art. 6(1)(b) and (c); Abgabenordnung, § 147: vouchers are kept'),
    ('DE', ARRAY['retirement/files', 'retirement/choices'], 'GDPR, art. 6(1)(b) and (c); Sozialgesetzbuch VI, § 35 and 41'),
    ('DE', ARRAY['retirement/handovers', 'retirement/benefits', 'retirement/backs'], 'GDPR, art. 6(1)(b): needed for the employment contract, and for what was agreed on after it; Betriebsrentengesetz'),
    ('DE', ARRAY['retirement/visits'], 'GDPR, art. 6(1)(a): visited by choice'),
    ('DE', ARRAY['survey/asked', 'survey/acts'],
     'GDPR, art. 6(1)(f): that somebody was asked is known so that each answers once, and what they answer is kept without a name; Betriebsverfassungsgesetz, § 94, where there is a works council')) AS told (country, parts, source)
 CROSS JOIN LATERAL unnest(told.parts) AS part;
