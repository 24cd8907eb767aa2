-- When whoever reported is asked whether they suffer for it, in days from the acknowledgement.
INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES
    ('voice', 'follow-up-1-days', '2024-01-01', 30, 'our rule; forms of retaliation: Directive (EU) 2019/1937, art. 19', '2024-01-01T00:00:00Z'),
    ('voice', 'follow-up-2-days', '2024-01-01', 90, 'our rule; forms of retaliation: Directive (EU) 2019/1937, art. 19', '2024-01-01T00:00:00Z'),
    ('voice', 'follow-up-3-days', '2024-01-01', 180, 'our rule; forms of retaliation: Directive (EU) 2019/1937, art. 19', '2024-01-01T00:00:00Z'),
    ('voice', 'follow-up-4-days', '2024-01-01', 365, 'our rule; forms of retaliation: Directive (EU) 2019/1937, art. 19', '2024-01-01T00:00:00Z');

-- Notes, interviews and files of a case, sealed for its team. What a row is stands inside.
CREATE TABLE voice.note (
    sha256 text  NOT NULL PRIMARY KEY,
    card   uuid  NOT NULL REFERENCES voice.card,
    day    date  NOT NULL,
    by     uuid  NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT note_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT note_size CHECK (octet_length(sealed) IN (9862, 263862))
);
ALTER TABLE voice.note ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX note_by_card ON voice.note (card);

-- Who stepped back from a case. From then on they see no card, and nothing more is sealed for them.
CREATE TABLE voice.recused (
    card    uuid NOT NULL,
    handler uuid NOT NULL,
    because text NOT NULL,
    day     date NOT NULL,
    by      uuid NOT NULL,
    record  uuid NOT NULL,
    PRIMARY KEY (card, handler),
    CONSTRAINT recused_from_the_team FOREIGN KEY (card, handler) REFERENCES voice.team,
    CONSTRAINT recused_because CHECK (because IN ('NAMED', 'RELATIVE', 'LINE', 'DEALINGS', 'OTHER'))
);

-- Whether whoever reported suffers for it: that they were asked, and what came back.
CREATE TABLE voice.asked (
    card   uuid NOT NULL REFERENCES voice.card,
    round  int  NOT NULL,
    day    date NOT NULL,
    by     uuid NOT NULL,
    record uuid NOT NULL,
    PRIMARY KEY (card, round),
    CONSTRAINT asked_round CHECK (round BETWEEN 1 AND 4)
);
CREATE TABLE voice.heard (
    card   uuid NOT NULL,
    round  int  NOT NULL,
    result text NOT NULL,
    day    date NOT NULL,
    by     uuid NOT NULL,
    record uuid NOT NULL,
    PRIMARY KEY (card, round),
    CONSTRAINT heard_when_asked FOREIGN KEY (card, round) REFERENCES voice.asked,
    CONSTRAINT heard_result CHECK (result IN ('NONE', 'SOME', 'SILENT'))
);
