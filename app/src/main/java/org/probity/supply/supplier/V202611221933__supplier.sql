CREATE SCHEMA supplier;

CREATE TABLE supplier.supplier (
    id            uuid        PRIMARY KEY,
    number        text        NOT NULL,   -- as in the ERP
    name_en       text        NOT NULL,
    name_zh       text        NOT NULL,
    country       text        NOT NULL,   -- ISO 3166-1 alpha-2
    category      text        NOT NULL,
    credit_code   text,                   -- unified social credit identifier, GB 32100
    lei           text,                   -- ISO 17442
    registered_by uuid        NOT NULL,
    registered_at timestamptz NOT NULL,
    record        uuid        NOT NULL,
    CONSTRAINT number_taken UNIQUE (number),
    CONSTRAINT credit_code_taken UNIQUE (credit_code),
    CONSTRAINT lei_taken UNIQUE (lei),
    CONSTRAINT country_code CHECK (country ~ '^[A-Z]{2}$')
);

CREATE TABLE supplier.site (
    id       uuid PRIMARY KEY,
    supplier uuid NOT NULL REFERENCES supplier.supplier,
    name     text NOT NULL,
    address  text NOT NULL,
    country  text NOT NULL
);
CREATE INDEX site_by_supplier ON supplier.site (supplier);

-- A contact who leaves hands over; the row stays.
CREATE TABLE supplier.contact (
    id        uuid PRIMARY KEY,
    supplier  uuid NOT NULL REFERENCES supplier.supplier,
    name      text NOT NULL,
    email     text NOT NULL,
    phone     text NOT NULL DEFAULT '',
    from_day  date NOT NULL,
    until_day date,
    hands_to  uuid REFERENCES supplier.contact,
    CONSTRAINT leaves_after_coming CHECK (until_day >= from_day)
);
CREATE INDEX contact_by_supplier ON supplier.contact (supplier);

CREATE TABLE supplier.material (
    id       uuid PRIMARY KEY,
    supplier uuid NOT NULL REFERENCES supplier.supplier,
    number   text NOT NULL,
    name_en  text NOT NULL,
    name_zh  text NOT NULL,
    CONSTRAINT material_number_taken UNIQUE (supplier, number)
);

-- What a material holds. A figure counts it, so it keeps both times: when it was so, and when we knew.
CREATE TABLE supplier.content (
    material   uuid           NOT NULL REFERENCES supplier.material,
    cas        text           NOT NULL,   -- CAS registry number; tin is 7440-31-5
    mass_share numeric(12, 9) NOT NULL,   -- of the material's mass, 0 to 1
    valid      daterange      NOT NULL,
    recorded   tstzrange      NOT NULL,
    CONSTRAINT share_of_mass CHECK (mass_share BETWEEN 0 AND 1)
);
CREATE INDEX content_by_material ON supplier.content (material);

-- One delivery of the goods-receipt ledger, and the ledger's own sum for it: the total we did not compute.
CREATE TABLE supplier.ledger (
    id               uuid           PRIMARY KEY,
    source           text           NOT NULL,
    year             int            NOT NULL,
    stated_rows      int            NOT NULL,
    stated_kilograms numeric(16, 3) NOT NULL,
    evidence         uuid           NOT NULL REFERENCES evidence.item,
    recorded_by      uuid           NOT NULL,
    recorded_at      timestamptz    NOT NULL,
    record           uuid           NOT NULL
);

CREATE TABLE supplier.receipt (
    document  text           NOT NULL,
    line      int            NOT NULL,
    ledger    uuid           NOT NULL REFERENCES supplier.ledger,
    supplier  uuid           NOT NULL REFERENCES supplier.supplier,
    material  uuid           NOT NULL REFERENCES supplier.material,
    day       date           NOT NULL,
    kilograms numeric(14, 3) NOT NULL,
    PRIMARY KEY (document, line),
    CONSTRAINT something_came CHECK (kilograms > 0)
);
CREATE INDEX receipt_by_supplier ON supplier.receipt (supplier, day);

-- For other rooms: what each supplier delivered, with the share of a substance as known at a moment.
CREATE FUNCTION supplier.received_with(substance text, from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid, material uuid, kilograms numeric, last_day date)
LANGUAGE sql STABLE AS $$
    SELECT receipt.supplier, receipt.material, sum(receipt.kilograms), max(receipt.day)
      FROM supplier.receipt
      JOIN supplier.ledger ON ledger.id = receipt.ledger AND ledger.recorded_at <= known_at
      JOIN supplier.content ON content.material = receipt.material
                           AND content.cas = substance
                           AND content.mass_share > 0
                           AND content.valid @> receipt.day
                           AND content.recorded @> known_at
     WHERE receipt.day BETWEEN from_day AND until_day
     GROUP BY receipt.supplier, receipt.material
$$;

-- For other rooms: who is on the list of a substance, whether or not anything came.
CREATE FUNCTION supplier.with_substance(substance text, on_day date, known_at timestamptz)
RETURNS TABLE (supplier uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT material.supplier
      FROM supplier.content
      JOIN supplier.material ON material.id = content.material
     WHERE content.cas = substance
       AND content.mass_share > 0
       AND content.valid @> on_day
       AND content.recorded @> known_at
$$;

CREATE VIEW supplier.name AS
    SELECT id, number, name_en, name_zh, country, category FROM supplier.supplier;
