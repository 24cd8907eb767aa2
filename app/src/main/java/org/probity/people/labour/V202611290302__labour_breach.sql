-- An authority or a court decided that a law about work was broken here. With the day and the number of the decision, what it costs, and the paper itself.
CREATE TABLE labour.breach (
    id         uuid           PRIMARY KEY,
    number     text           NOT NULL,   -- as the authority has it
    authority  text           NOT NULL,
    law        text           NOT NULL,   -- and its article
    place      uuid           REFERENCES directory.unit,
    decided_on date           NOT NULL,
    fine       numeric(14, 2) NOT NULL,   -- in yuan; 0: another sanction, which the words name
    words      text           NOT NULL,
    evidence   uuid           NOT NULL REFERENCES evidence.item,
    entered_by uuid           NOT NULL,
    entered_at timestamptz    NOT NULL,
    record     uuid           NOT NULL,
    CONSTRAINT breach_once UNIQUE (authority, number),
    CONSTRAINT breach_fine CHECK (fine >= 0),
    CONSTRAINT breach_words_fits CHECK (char_length(number) BETWEEN 1 AND 100 AND char_length(authority) BETWEEN 1 AND 200 AND char_length(law) BETWEEN 1 AND 300 AND char_length(words) BETWEEN 1 AND 2000)
);
CREATE INDEX breach_by_day ON labour.breach (decided_on);

-- It was annulled on appeal. The row stays, and from then on counts no more.
CREATE TABLE labour.breach_annulled (
    breach  uuid        PRIMARY KEY REFERENCES labour.breach,
    day     date        NOT NULL,
    words   text        NOT NULL,
    by      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    record  uuid        NOT NULL,
    CONSTRAINT annulled_words_fits CHECK (char_length(words) BETWEEN 1 AND 2000)
);

ALTER TABLE labour.stated DROP CONSTRAINT stated_what_known;
ALTER TABLE labour.stated ADD CONSTRAINT stated_what_known CHECK (what IN ('HIRES', 'HEADCOUNT', 'BREACHES'));

-- The same file is not taken twice in a row.
ALTER TABLE labour.time_report ADD COLUMN sha256 text NOT NULL DEFAULT '';
CREATE INDEX time_report_by_content ON labour.time_report (sha256);

-- What provinces say of their own is for counsel to read; until then the country's number stands there, so that nobody forgets to ask.
INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at)
SELECT gen_random_uuid(), 'disabled-share', 'CN', region, '2024-01-01'::date, 1.5, 'Measures of ' || region || ' on the employment of persons with disabilities: not below the country''s 1.5 %. To be confirmed by counsel', '2024-01-01T00:00:00Z'
  FROM unnest(ARRAY['Guangdong', 'Zhejiang', 'Tianjin', 'Anhui', 'Shandong', 'Chongqing', 'Shaanxi']) AS region;
