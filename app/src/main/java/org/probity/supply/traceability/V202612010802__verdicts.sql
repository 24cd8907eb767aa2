-- A document stands behind the events that name it and share a lot with the one it was brought to; the same number on another supplier's papers is another document.
ALTER TABLE traceability.document ADD COLUMN event bigint REFERENCES traceability.event;
UPDATE traceability.document SET event = (SELECT min(event_document.event) FROM traceability.event_document WHERE event_document.uri = document.uri);
ALTER TABLE traceability.document ADD CONSTRAINT document_of_an_event CHECK (event IS NOT NULL) NOT VALID;

-- Numbers that verdicts go by. What is computed from geometry and chemistry says so; what is general knowledge is to be confirmed.
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('traceability', 'closes-within', '2024-01-01', 50, 'Our rule: twice the tolerance of two weighings; to be confirmed by quality', now()),
    ('traceability', 'judged-again-days', '2024-01-01', 60, 'Our rule: so long after its end a year is judged every day', now()),
    ('traceability', 'yield-metallurgical-least', '2024-01-01', 250, 'General knowledge: 2.5 to 3 kg of quartz for 1 kg of silicon; to be confirmed by process', now()),
    ('traceability', 'yield-metallurgical-most', '2024-01-01', 468, 'Computed: 28.09 of 60.08 of the mass of SiO2 is silicon', now()),
    ('traceability', 'yield-polysilicon-least', '2024-01-01', 600, 'General knowledge: 1.1 to 1.5 kg of silicon metal for 1 kg; to be confirmed by process', now()),
    ('traceability', 'yield-polysilicon-most', '2024-01-01', 1000, 'Computed: no more silicon comes out than goes in', now()),
    ('traceability', 'yield-rod-least', '2024-01-01', 700, 'General knowledge: pot scrap and tails; to be confirmed by process', now()),
    ('traceability', 'yield-rod-most', '2024-01-01', 1000, 'Computed: no more silicon comes out than goes in', now()),
    ('traceability', 'yield-brick-least', '2024-01-01', 500, 'Computed: a square in a circle is 0.64 of it, less tops and tails', now()),
    ('traceability', 'yield-brick-most', '2024-01-01', 900, 'Computed: with rounded corners, no slabs', now()),
    ('traceability', 'yield-wafer-least', '2024-01-01', 550, 'Computed: 10.1 g of 14.4 g with kerf are wafer, 97 of 100 are good; less for thinner ones', now()),
    ('traceability', 'yield-wafer-most', '2024-01-01', 780, 'Computed: 150 of 195 micrometres of each cut', now()),
    ('traceability', 'wafers-per-kilogram-most', '2024-01-01', 99, 'Computed: one of 182 mm and 130 micrometres weighs 10.1 g, without any kerf', now()),
    ('traceability', 'wafers-per-kilogram-least', '2024-01-01', 40, 'Computed: 69 with kerf; fewer where many break', now());

-- A row of the figure leads to its lot.
CREATE INDEX judged_by_subject ON traceability.judged ((md5('traceability.item ' || item)::uuid));
