-- Limits, exemptions and what lapsed reports mean are changed by two. What was proposed stands here; what was agreed is a new row beside the old ones.
CREATE TABLE substances.threshold_proposed (
    proposal uuid    PRIMARY KEY REFERENCES decision.proposal,
    code     text    NOT NULL,
    regime   text    NOT NULL,
    name_en  text    NOT NULL,
    name_zh  text    NOT NULL,
    cas      text[]  NOT NULL,
    ppm      numeric NOT NULL,
    from_day date    NOT NULL,
    source   text    NOT NULL,
    CONSTRAINT proposed_regime CHECK (regime IN ('ROHS', 'REACH')),
    CONSTRAINT proposed_share CHECK (ppm >= 0 AND ppm <= 1000000),
    CONSTRAINT threshold_proposed_code_fits CHECK (char_length(code) <= 60),
    CONSTRAINT threshold_proposed_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT threshold_proposed_name_zh_fits CHECK (char_length(name_zh) <= 300),
    CONSTRAINT threshold_proposed_source_fits CHECK (char_length(source) <= 300)
);

CREATE TABLE substances.exemption_proposed (
    proposal  uuid PRIMARY KEY REFERENCES decision.proposal,
    code      text NOT NULL,
    threshold text NOT NULL,
    words_en  text NOT NULL,
    words_zh  text NOT NULL,
    from_day  date NOT NULL,
    until_day date,
    source    text NOT NULL,
    CONSTRAINT proposed_exemption_ends_after_it_begins CHECK (until_day >= from_day),
    CONSTRAINT exemption_proposed_code_fits CHECK (char_length(code) <= 60),
    CONSTRAINT exemption_proposed_words_en_fits CHECK (char_length(words_en) <= 1000),
    CONSTRAINT exemption_proposed_words_zh_fits CHECK (char_length(words_zh) <= 1000),
    CONSTRAINT exemption_proposed_source_fits CHECK (char_length(source) <= 300)
);

CREATE TABLE substances.setting_proposed (
    proposal     uuid PRIMARY KEY REFERENCES decision.proposal,
    from_day     date NOT NULL,
    lapsed       text NOT NULL,
    renewal_days int  NOT NULL,
    source       text NOT NULL,
    CONSTRAINT proposed_lapsed_known CHECK (lapsed IN ('PASS', 'WARN', 'STOP')),
    CONSTRAINT proposed_renewal_in_time CHECK (renewal_days BETWEEN 1 AND 365),
    CONSTRAINT setting_proposed_source_fits CHECK (char_length(source) <= 300)
);
