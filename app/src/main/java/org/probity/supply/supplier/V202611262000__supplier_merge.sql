-- Two records that are the same company become one. What is proposed counts when a second person has agreed.
CREATE TABLE supplier.merge (
    proposal uuid PRIMARY KEY REFERENCES decision.proposal,
    gone     uuid NOT NULL REFERENCES supplier.supplier,   -- whose rows go to the other
    stays    uuid NOT NULL REFERENCES supplier.supplier,
    reason   text NOT NULL,
    CONSTRAINT merge_of_two CHECK (gone <> stays),
    CONSTRAINT merge_says_why CHECK (reason <> ''),
    CONSTRAINT merge_reason_fits CHECK (char_length(reason) <= 2000)
);
CREATE INDEX merge_by_gone ON supplier.merge (gone);
CREATE INDEX merge_by_stays ON supplier.merge (stays);

-- It took effect. Until a day two people may undo it; then it is final.
CREATE TABLE supplier.merged (
    merge      uuid        PRIMARY KEY REFERENCES supplier.merge,
    merged_by  uuid        NOT NULL,
    merged_at  timestamptz NOT NULL,
    merged_on  date        NOT NULL,
    undo_until date        NOT NULL,
    record     uuid        NOT NULL,
    CONSTRAINT undone_afterwards CHECK (undo_until >= merged_on)
);

-- Each row that went from one to the other: a relation, the row's key, and what else was written differently then.
CREATE TABLE supplier.moved (
    merge    uuid  NOT NULL REFERENCES supplier.merged,
    relation text  NOT NULL,
    key      jsonb NOT NULL,
    was      text,
    CONSTRAINT moved_once PRIMARY KEY (merge, relation, key)
);

CREATE TABLE supplier.unmerge (
    proposal uuid PRIMARY KEY REFERENCES decision.proposal,
    merge    uuid NOT NULL REFERENCES supplier.merged,
    reason   text NOT NULL,
    CONSTRAINT unmerge_says_why CHECK (reason <> ''),
    CONSTRAINT unmerge_reason_fits CHECK (char_length(reason) <= 2000)
);
CREATE TABLE supplier.unmerged (
    merge       uuid        PRIMARY KEY REFERENCES supplier.merged,
    unmerge     uuid        NOT NULL REFERENCES supplier.unmerge,
    unmerged_by uuid        NOT NULL,
    unmerged_at timestamptz NOT NULL,
    unmerged_on date        NOT NULL,
    record      uuid        NOT NULL
);

-- Which record stands for this one now, if any does; follows from supplier.merged, at the end of a chain of them.
ALTER TABLE supplier.supplier
    ADD COLUMN merged_into uuid REFERENCES supplier.supplier,
    ADD CONSTRAINT merged_into_another CHECK (merged_into <> id);
CREATE INDEX supplier_merged ON supplier.supplier (merged_into) WHERE merged_into IS NOT NULL;

-- now: the record that stands for it, itself where it was not merged. Who brings rows in under a number writes them there.
CREATE OR REPLACE VIEW supplier.name AS
    SELECT supplier.id, number, supplier.name_en, supplier.name_zh, country, category,
           category.name_en AS category_en, category.name_zh AS category_zh,
           coalesce(merged_into, supplier.id) AS now
      FROM supplier.supplier
      JOIN supplier.category ON category.code = supplier.category;

-- What a supplier was called before, or under which other number, and until when: by its own changes, and by the records merged into it.
CREATE VIEW supplier.former AS
    SELECT coalesce(supplier.merged_into, change.supplier) AS supplier, change.field, change.was AS words, change.at AS until_at, change.supplier AS record_of
      FROM supplier.change
      JOIN supplier.supplier ON supplier.id = change.supplier
     WHERE change.field IN ('number', 'name-en', 'name-zh', 'name-other')
       AND change.was <> ''
    UNION ALL
    SELECT gone.merged_into, said.field, said.words, merged.merged_at, gone.id
      FROM supplier.supplier AS gone
      JOIN supplier.merge ON merge.gone = gone.id
      JOIN supplier.merged ON merged.merge = merge.proposal
     CROSS JOIN LATERAL (VALUES ('number', gone.number), ('name-en', gone.name_en), ('name-zh', gone.name_zh), ('name-other', gone.name_other)) AS said (field, words)
     WHERE gone.merged_into IS NOT NULL
       AND said.words <> ''
       AND NOT EXISTS (SELECT FROM supplier.unmerged WHERE unmerged.merge = merged.merge);

-- A record that was merged is nobody of its own any more, also where an earlier day is asked about: its rows are the other's.
CREATE OR REPLACE FUNCTION supplier.active(on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, number text, name_en text, name_zh text)
LANGUAGE sql STABLE AS $$
    SELECT id, number, name_en, name_zh
      FROM supplier.supplier
     WHERE registered_at <= known_at
       AND merged_into IS NULL
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = supplier.id
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$$;
