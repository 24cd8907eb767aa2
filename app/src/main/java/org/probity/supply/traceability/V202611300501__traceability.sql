CREATE SCHEMA traceability;

-- What the address of a party or a site in an event stands for. A change is another row; of those said of one address the last counts.
CREATE TABLE traceability.place (
    uri      text        NOT NULL,   -- canonical, such as https://id.gs1.org/414/...
    no       int         NOT NULL,
    name_en  text        NOT NULL,
    name_zh  text        NOT NULL,
    whose    text        NOT NULL,
    supplier uuid        REFERENCES supplier.supplier,
    country  text        NOT NULL,
    region   text        NOT NULL,   -- ISO 3166-2 behind the country; empty where nobody said
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    PRIMARY KEY (uri, no),
    CONSTRAINT place_whose CHECK (whose IN ('OURS', 'SUPPLIER', 'OTHER')),
    CONSTRAINT place_of_a_supplier CHECK ((whose = 'SUPPLIER') = (supplier IS NOT NULL)),
    CONSTRAINT place_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT place_region CHECK (region ~ '^([A-Z0-9]{1,3})?$'),
    CONSTRAINT place_has_names CHECK (name_en <> '' AND name_zh <> ''),
    CONSTRAINT place_uri_fits CHECK (char_length(uri) <= 300),
    CONSTRAINT place_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT place_name_zh_fits CHECK (char_length(name_zh) <= 300)
);
CREATE INDEX place_by_supplier ON traceability.place (supplier);

CREATE FUNCTION traceability.places(known_at timestamptz)
RETURNS TABLE (uri text, name_en text, name_zh text, whose text, supplier uuid, country text, region text, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (place.uri) place.uri, place.name_en, place.name_zh, place.whose, place.supplier, place.country, place.region, place.record
      FROM traceability.place
     WHERE place.said_at <= known_at
     ORDER BY place.uri, place.no DESC
$$;

-- What an article number stands for: where in the making of a module it is, and of what it is.
CREATE TABLE traceability.article (
    uri     text        NOT NULL,   -- canonical, without lot and serial number
    no      int         NOT NULL,
    tier    text        NOT NULL,
    name_en text        NOT NULL,
    name_zh text        NOT NULL,
    said_by uuid        NOT NULL,
    said_at timestamptz NOT NULL,
    record  uuid        NOT NULL,
    PRIMARY KEY (uri, no),
    CONSTRAINT article_tier CHECK (tier IN ('QUARTZ', 'METALLURGICAL', 'POLYSILICON', 'RECLAIM', 'ROD', 'BRICK', 'WAFER', 'CELL', 'MODULE', 'PACKAGE', 'OTHER')),
    CONSTRAINT article_has_names CHECK (name_en <> '' AND name_zh <> ''),
    CONSTRAINT article_uri_fits CHECK (char_length(uri) <= 300),
    CONSTRAINT article_name_en_fits CHECK (char_length(name_en) <= 300),
    CONSTRAINT article_name_zh_fits CHECK (char_length(name_zh) <= 300)
);

CREATE FUNCTION traceability.articles(known_at timestamptz)
RETURNS TABLE (uri text, tier text, name_en text, name_zh text, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (article.uri) article.uri, article.tier, article.name_en, article.name_zh, article.record
      FROM traceability.article
     WHERE article.said_at <= known_at
     ORDER BY article.uri, article.no DESC
$$;

-- A file of events as it came. What became of it stands in captured, once it was read.
CREATE TABLE traceability.capture (
    id       uuid        NOT NULL PRIMARY KEY,
    no       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    form     text        NOT NULL,
    supplier uuid        REFERENCES supplier.supplier,   -- who sent it, when a supplier did
    evidence uuid        NOT NULL REFERENCES evidence.item,
    faulty   text        NOT NULL,                       -- what was asked for if some of its events cannot be taken
    sent_by  uuid        NOT NULL,
    sent_at  timestamptz NOT NULL,
    CONSTRAINT capture_form CHECK (form IN ('EPCIS', 'TABLE')),
    CONSTRAINT capture_faulty CHECK (faulty IN ('REFUSE_ALL', 'TAKE_GOOD'))
);
CREATE UNIQUE INDEX capture_by_no ON traceability.capture (no);
CREATE INDEX capture_by_supplier ON traceability.capture (supplier, no);

CREATE TABLE traceability.captured (
    capture    uuid        NOT NULL PRIMARY KEY REFERENCES traceability.capture,
    outcome    text        NOT NULL,
    events     bigint      NOT NULL,
    taken      bigint      NOT NULL,
    duplicates bigint      NOT NULL,
    declared   bigint      NOT NULL,   -- errors declared of events
    refused    bigint      NOT NULL,
    done_at    timestamptz NOT NULL,
    record     uuid        NOT NULL,   -- one entry of the log, with the root of the tree of its events' hashes
    CONSTRAINT captured_outcome CHECK (outcome IN ('TAKEN', 'REFUSED')),
    CONSTRAINT captured_adds_up CHECK (taken + duplicates + declared + refused = events OR outcome = 'REFUSED'),
    CONSTRAINT refused_takes_nothing CHECK (outcome = 'TAKEN' OR taken = 0 AND declared = 0)
);

CREATE TABLE traceability.fault (
    capture uuid   NOT NULL REFERENCES traceability.capture,
    no      int    NOT NULL,
    event   bigint NOT NULL,   -- its number in the file, from 1; 0: the file itself
    place   text   NOT NULL,
    key     text   NOT NULL,
    value   text   NOT NULL,
    PRIMARY KEY (capture, no),
    CONSTRAINT fault_place_fits CHECK (char_length(place) <= 300),
    CONSTRAINT fault_value_fits CHECK (char_length(value) <= 300)
);

-- What happened, each event once, by its own hash (CBV 2.0, 8.9). Nothing here is ever changed. Numbers have no gaps and follow the order of knowing.
CREATE TABLE traceability.event (
    id           bigint      NOT NULL PRIMARY KEY,
    hash         bytea       NOT NULL,
    kind         text        NOT NULL,
    action       text,
    happened_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    capture      uuid        NOT NULL REFERENCES traceability.capture,
    no           bigint      NOT NULL,   -- in the file it came in
    given_id     text,
    biz_step     text,
    disposition  text,
    read_point   text,
    biz_location text,
    material     text        NOT NULL,
    sharing      text,
    pool         text,
    scrap_grams  bigint,
    body         bytea       NOT NULL,   -- its JSON, deflated with the room's own dictionary
    CONSTRAINT event_once UNIQUE (hash),
    CONSTRAINT event_hash CHECK (octet_length(hash) = 32),
    CONSTRAINT event_kind CHECK (kind IN ('OBJECT', 'AGGREGATION', 'TRANSACTION', 'TRANSFORMATION', 'ASSOCIATION')),
    CONSTRAINT event_action CHECK (action IN ('ADD', 'OBSERVE', 'DELETE')),
    CONSTRAINT event_sharing CHECK (sharing IN ('proportional', 'measured', 'position', 'pool', 'fifo')),
    CONSTRAINT event_scrap CHECK (scrap_grams >= 0),
    CONSTRAINT event_material_fits CHECK (char_length(material) <= 40),
    CONSTRAINT event_pool_fits CHECK (char_length(pool) <= 300)
);
CREATE INDEX event_by_capture ON traceability.event (capture, no);
CREATE INDEX event_by_time ON traceability.event (happened_at, id);
CREATE INDEX event_by_given_id ON traceability.event (given_id) WHERE given_id IS NOT NULL;

-- Items in the order in which they came up; the number is what the book in memory counts by.
CREATE TABLE traceability.item (
    number  int  NOT NULL PRIMARY KEY,
    uri     text NOT NULL,   -- canonical
    article text NOT NULL,   -- the address without lot and serial number
    CONSTRAINT item_once UNIQUE (uri),
    CONSTRAINT item_uri_fits CHECK (char_length(uri) <= 500)
);
CREATE INDEX item_by_article ON traceability.item (article, number);

-- Without foreign keys: both numbers come from the statement that writes them (Storing), and to ask for each again would take most of the time of a capture.
CREATE TABLE traceability.event_item (
    event bigint NOT NULL,
    item  int    NOT NULL,
    role  text   NOT NULL,
    place int    NOT NULL,   -- in the list of its role
    grams bigint,            -- milligrams where the material is weighed in them; nothing where the event says no mass
    PRIMARY KEY (event, role, item),
    CONSTRAINT event_item_role CHECK (role IN ('I', 'O', 'P', 'C', 'S', 'T')),   -- input, output, parent, child, seen, pool
    CONSTRAINT event_item_grams CHECK (grams >= 0)
);
CREATE INDEX event_item_by_item ON traceability.event_item (item, event);

-- That an event was wrong. It stays; from this moment on it does not count.
CREATE TABLE traceability.correction (
    event       bigint      NOT NULL REFERENCES traceability.event,
    no          int         NOT NULL,
    reason      text        NOT NULL,
    declared_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    capture     uuid        NOT NULL REFERENCES traceability.capture,
    instead     text[]      NOT NULL,   -- ids of the events that say it right
    PRIMARY KEY (event, no),
    CONSTRAINT correction_reason_fits CHECK (char_length(reason) <= 300)
);

-- Orders, bills, weighings that an event names, and the files behind them.
CREATE TABLE traceability.event_document (
    event bigint NOT NULL REFERENCES traceability.event,
    uri   text   NOT NULL,
    type  text   NOT NULL,
    PRIMARY KEY (event, uri),
    CONSTRAINT event_document_uri_fits CHECK (char_length(uri) <= 300),
    CONSTRAINT event_document_type_fits CHECK (char_length(type) <= 300)
);
CREATE INDEX event_document_by_uri ON traceability.event_document (uri);

CREATE TABLE traceability.document (
    uri      text        NOT NULL,
    evidence uuid        NOT NULL REFERENCES evidence.item,
    said_by  uuid        NOT NULL,
    said_at  timestamptz NOT NULL,
    record   uuid        NOT NULL,
    PRIMARY KEY (uri, evidence),
    CONSTRAINT document_uri_fits CHECK (char_length(uri) <= 300)
);

-- How much silicon a plant says it charged in a month, out of its own books: what captured events are held against.
CREATE TABLE traceability.stated (
    id        uuid          NOT NULL PRIMARY KEY,
    site      text          NOT NULL,
    month     date          NOT NULL,
    kilograms numeric(16,3) NOT NULL,
    source    text          NOT NULL,
    said_by   uuid          NOT NULL,
    said_at   timestamptz   NOT NULL,
    record    uuid          NOT NULL,
    CONSTRAINT stated_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT stated_kilograms CHECK (kilograms >= 0),
    CONSTRAINT stated_has_source CHECK (source <> ''),
    CONSTRAINT stated_source_fits CHECK (char_length(source) <= 300),
    CONSTRAINT stated_site_fits CHECK (char_length(site) <= 300)
);
CREATE INDEX stated_by_site ON traceability.stated (site, month, said_at);

-- How far each lot of silicon that was used in a year is traced, in grams by grade. A row where it is not as it was before.
CREATE TABLE traceability.judgement (
    id     uuid        NOT NULL PRIMARY KEY,
    year   int         NOT NULL,
    events bigint      NOT NULL,   -- the last event that was in the book
    at     timestamptz NOT NULL,
    record uuid        NOT NULL
);

CREATE TABLE traceability.judged (
    judgement  uuid   NOT NULL REFERENCES traceability.judgement,
    item       int    NOT NULL REFERENCES traceability.item,
    year       int    NOT NULL,
    grams      bigint NOT NULL,   -- used; 0 where a correction took it away
    mapped     bigint NOT NULL,   -- of which the path ends at quartz, and who and where is known of each step
    linked     bigint NOT NULL,   -- and every step is an event of a day about lots
    documented bigint NOT NULL,   -- and every handover names a document that lies here
    reconciled bigint NOT NULL,   -- and every step closes by mass
    gap        text   NOT NULL,   -- what keeps most of it from the next grade
    PRIMARY KEY (judgement, item),
    CONSTRAINT judged_in_order CHECK (grams >= mapped AND mapped >= linked AND linked >= documented AND documented >= reconciled AND reconciled >= 0)
);
CREATE INDEX judged_by_item ON traceability.judged (year, item);

CREATE FUNCTION traceability.judged_at(of_year int, known_at timestamptz)
RETURNS TABLE (item int, grams bigint, mapped bigint, linked bigint, documented bigint, reconciled bigint, gap text, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT newest.item, newest.grams, newest.mapped, newest.linked, newest.documented, newest.reconciled, newest.gap, newest.record
      FROM (SELECT DISTINCT ON (judged.item) judged.*, judgement.record
              FROM traceability.judged
              JOIN traceability.judgement ON judgement.id = judged.judgement
             WHERE judged.year = of_year AND judgement.at <= known_at
             ORDER BY judged.item, judgement.at DESC, judgement.id) AS newest
     WHERE newest.grams > 0
$$;

-- Rods and silicon materials that others made and a plant of ours used up between two days, as known at a moment.
CREATE FUNCTION traceability.used(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (item int, event bigint, day date, site text, grams bigint)
LANGUAGE sql STABLE AS $$
    WITH ours AS MATERIALIZED (
        SELECT place.uri FROM traceability.places(known_at) AS place WHERE place.whose = 'OURS'
    ), counted AS MATERIALIZED (
        SELECT article.uri FROM traceability.articles(known_at) AS article WHERE article.tier IN ('METALLURGICAL', 'POLYSILICON', 'ROD')
    )
    SELECT event_item.item, event.id, (event.happened_at AT TIME ZONE 'Asia/Shanghai')::date, coalesce(event.biz_location, event.read_point), event_item.grams
      FROM traceability.event
      JOIN traceability.event_item ON event_item.event = event.id AND event_item.role = 'I' AND event_item.grams > 0
      JOIN traceability.item ON item.number = event_item.item AND item.article IN (SELECT uri FROM counted)
     WHERE event.kind = 'TRANSFORMATION'
       AND event.happened_at >= from_day::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND event.happened_at < (until_day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND event.recorded_at <= known_at
       AND coalesce(event.biz_location, event.read_point) IN (SELECT uri FROM ours)
       AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id AND correction.recorded_at <= known_at)
       AND NOT EXISTS (SELECT
                         FROM traceability.event_item AS made
                         JOIN traceability.event AS by ON by.id = made.event AND by.kind = 'TRANSFORMATION'
                        WHERE made.item = event_item.item AND made.role = 'O' AND coalesce(by.biz_location, by.read_point) IN (SELECT uri FROM ours))
$$;

-- What plants say of a month; of what was said of one month and site, the last counts.
CREATE FUNCTION traceability.stated_at(known_at timestamptz)
RETURNS TABLE (site text, month date, kilograms numeric, record uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (stated.site, stated.month) stated.site, stated.month, stated.kilograms, stated.record
      FROM traceability.stated
     WHERE stated.said_at <= known_at
     ORDER BY stated.site, stated.month, stated.said_at DESC
$$;
