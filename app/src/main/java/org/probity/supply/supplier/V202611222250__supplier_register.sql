-- What we buy is sorted by category; rooms that qualify suppliers, and the department that answers for a category, hang on this.
CREATE TABLE supplier.category (
    code      text PRIMARY KEY,
    name_en   text NOT NULL,
    name_zh   text NOT NULL,
    until_day date,              -- closed: suppliers keep it, nobody new gets it
    CONSTRAINT category_has_code CHECK (code <> ''),
    CONSTRAINT category_has_name CHECK (name_en <> '' AND name_zh <> '')
);

INSERT INTO supplier.category (code, name_en, name_zh) VALUES
    ('solder', 'Solder and ribbon', '焊料与焊带'),
    ('wafer', 'Wafers', '硅片'),
    ('paste', 'Metallisation paste', '金属化浆料'),
    ('chemicals', 'Chemicals', '化学品'),
    ('glass', 'Glass', '玻璃'),
    ('frame', 'Frames', '边框'),
    ('equipment', 'Equipment', '设备');

-- A house that came from elsewhere keeps the words it used.
INSERT INTO supplier.category (code, name_en, name_zh)
SELECT DISTINCT category, category, category FROM supplier.supplier
ON CONFLICT DO NOTHING;

ALTER TABLE supplier.supplier
    ADD COLUMN name_other text NOT NULL DEFAULT '',   -- in the script of their country, when it is neither Chinese nor Latin
    ADD CONSTRAINT category_known FOREIGN KEY (category) REFERENCES supplier.category;

-- Who changed what the register says of a supplier.
CREATE TABLE supplier.change (
    supplier uuid        NOT NULL REFERENCES supplier.supplier,
    field    text        NOT NULL,
    was      text        NOT NULL,
    becomes  text        NOT NULL,
    by       uuid        NOT NULL,
    at       timestamptz NOT NULL,
    record   uuid        NOT NULL
);
CREATE INDEX change_by_supplier ON supplier.change (supplier, at);

-- A relation that ended; taken up again it keeps the row.
CREATE TABLE supplier.ending (
    id         uuid        PRIMARY KEY,
    supplier   uuid        NOT NULL REFERENCES supplier.supplier,
    last_day   date        NOT NULL,
    reason     text        NOT NULL,
    words      text        NOT NULL,
    ended_by   uuid        NOT NULL,
    ended_at   timestamptz NOT NULL,
    record     uuid        NOT NULL,
    resumed_by uuid,
    resumed_at timestamptz,
    CONSTRAINT resumed_by_somebody CHECK ((resumed_by IS NULL) = (resumed_at IS NULL)),
    CONSTRAINT ending_reason CHECK (reason IN ('NO_DEMAND', 'QUALITY', 'COMPLIANCE', 'PRICE', 'CLOSED', 'OTHER'))
);
CREATE UNIQUE INDEX ended_once ON supplier.ending (supplier) WHERE resumed_at IS NULL;

ALTER TABLE supplier.site
    ADD COLUMN from_day  date NOT NULL DEFAULT CURRENT_DATE,
    ADD COLUMN until_day date,
    ADD CONSTRAINT site_closes_after_opening CHECK (until_day >= from_day);
CREATE UNIQUE INDEX site_name_taken ON supplier.site (supplier, lower(name)) WHERE until_day IS NULL;

ALTER TABLE supplier.contact
    ADD COLUMN roles text[] NOT NULL DEFAULT '{}';

-- From when until when we buy a material. Counted, so it keeps both times.
CREATE TABLE supplier.purchase (
    material uuid      NOT NULL REFERENCES supplier.material,
    valid    daterange NOT NULL,
    recorded tstzrange NOT NULL,
    CONSTRAINT bought_some_time CHECK (NOT isempty(valid))
);
CREATE INDEX purchase_by_material ON supplier.purchase (material);

-- Nobody said until when the materials known so far are bought.
INSERT INTO supplier.purchase (material, valid, recorded)
SELECT id, daterange(NULL, NULL), tstzrange(NULL, NULL) FROM supplier.material;

-- For other rooms: who is on the list of a substance, whether or not anything came; not who left, nor for what is not bought any more.
CREATE OR REPLACE FUNCTION supplier.with_substance(substance text, on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT material.supplier
      FROM supplier.content
      JOIN supplier.material ON material.id = content.material
      JOIN supplier.purchase ON purchase.material = material.id
                            AND purchase.valid @> on_day
                            AND purchase.recorded @> known_at
     WHERE content.cas = substance
       AND content.mass_share > 0
       AND content.valid @> on_day
       AND content.recorded @> known_at
       AND NOT EXISTS (
               SELECT FROM supplier.ending
                WHERE ending.supplier = material.supplier
                  AND ending.last_day < on_day
                  AND ending.ended_at <= known_at
                  AND (ending.resumed_at IS NULL OR ending.resumed_at > known_at))
$$;

CREATE OR REPLACE VIEW supplier.name AS
    SELECT supplier.id, number, supplier.name_en, supplier.name_zh, country, category,
           category.name_en AS category_en, category.name_zh AS category_zh
      FROM supplier.supplier
      JOIN supplier.category ON category.code = supplier.category;
