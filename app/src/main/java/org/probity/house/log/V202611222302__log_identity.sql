-- Whose signature stands under this log, said once at its birth: a node or a restored home that holds another key, or none, must not sign.
CREATE TABLE log.identity (
    vkey     text        NOT NULL,
    born_at  timestamptz NOT NULL,
    only_one boolean     PRIMARY KEY DEFAULT true,
    CONSTRAINT one_identity CHECK (only_one)
);

-- The entry that named a witness, which a package shows when its report was published before.
ALTER TABLE log.witness ADD COLUMN record uuid REFERENCES log.record;

UPDATE log.witness
   SET record = opening.record
  FROM log.opening
  JOIN log.record ON record.id = opening.record AND record.class = 'log.witness'
 WHERE opening.content::json ->> 'witness' = vkey;
