-- What an event names stands in its own row, and which events name an item in a row for each capture and item. Eight rows of event_item an event, with two indexes, were
-- the larger half of what a capture costs the database. What is there is carried over; event_item itself stays as it was, and nothing is written to it any more.
ALTER TABLE traceability.event ADD COLUMN items int[] NOT NULL DEFAULT '{}';      -- in the order in which the event names them
ALTER TABLE traceability.event ADD COLUMN roles text NOT NULL DEFAULT '';         -- a letter for each: input, output, parent, child, seen, pool (T)
ALTER TABLE traceability.event ADD COLUMN grams bigint[];                         -- milligrams where the material is weighed in them; nothing where it says no mass of any
UPDATE traceability.event
   SET items = named.items, roles = named.roles, grams = named.grams
  FROM (SELECT event, array_agg(item ORDER BY place, role) AS items, string_agg(role, '' ORDER BY place, role) AS roles,
               CASE WHEN count(grams) > 0 THEN array_agg(grams ORDER BY place, role) END AS grams
          FROM traceability.event_item
         GROUP BY event) AS named
 WHERE event.id = named.event;
ALTER TABLE traceability.event ADD CONSTRAINT event_roles_fits CHECK (char_length(roles) <= 1000000);
ALTER TABLE traceability.event ADD CONSTRAINT event_roles CHECK (cardinality(items) = char_length(roles) AND translate(roles, 'IOPCST', '') = '');
ALTER TABLE traceability.event ADD CONSTRAINT event_grams CHECK (0 <= ALL (grams) AND cardinality(grams) = cardinality(items));
-- Whole numbers of what was just named are near each other, but to try that on each long list costs more than it saves.
ALTER TABLE traceability.event ALTER COLUMN items SET STORAGE EXTERNAL;
ALTER TABLE traceability.event ALTER COLUMN grams SET STORAGE EXTERNAL;

-- In the order in which events were known; an item that several captures name has a row of each.
CREATE TABLE traceability.naming (
    item   int      NOT NULL,
    events bigint[] NOT NULL,
    roles  text     NOT NULL,
    CONSTRAINT naming_roles_fits CHECK (char_length(roles) <= 1000000)
);
INSERT INTO traceability.naming (item, events, roles)
SELECT item, array_agg(event ORDER BY event, place), string_agg(role, '' ORDER BY event, place) FROM traceability.event_item GROUP BY item ORDER BY item;
CREATE INDEX naming_by_item ON traceability.naming (item);

-- Documents of events that came one behind another in a file, deflated together; an event that was stored before has its own in its row.
CREATE TABLE traceability.body (
    capture  uuid   NOT NULL,   -- without a foreign key, as in traceability.event
    no       bigint NOT NULL,   -- of the first of them in its file
    deflated bytea  NOT NULL,
    PRIMARY KEY (capture, no)
);
ALTER TABLE traceability.body ALTER COLUMN deflated SET STORAGE EXTERNAL;
ALTER TABLE traceability.event ALTER COLUMN body DROP NOT NULL;

-- Serial numbers are typed by their end: six letters of it find all but a few. The whole address turned round was the dearest index of all.
DROP INDEX traceability.item_by_ending;
CREATE INDEX item_by_end ON traceability.item (reverse(right(uri, 6)) text_pattern_ops);

-- The lists of an event as rows. Written so that the planner puts it into the statement that asks.
CREATE FUNCTION traceability.named(items int[], roles text, grams bigint[])
RETURNS TABLE (item int, role text, place int, grams bigint)
LANGUAGE sql IMMUTABLE AS $$
    SELECT each.item, each.role, (each.at - 1)::int, each.grams FROM unnest($1, string_to_array($2, NULL), $3) WITH ORDINALITY AS each (item, role, grams, at)
$$;

-- As before, from the rows of events.
CREATE OR REPLACE FUNCTION traceability.used(from_day date, until_day date, known_at timestamptz)
RETURNS TABLE (item int, event bigint, day date, site text, grams bigint)
LANGUAGE sql STABLE AS $$
    WITH ours AS MATERIALIZED (
        SELECT place.uri FROM traceability.places(known_at) AS place WHERE place.whose = 'OURS'
    ), counted AS MATERIALIZED (
        SELECT article.uri FROM traceability.articles(known_at) AS article WHERE article.tier IN ('METALLURGICAL', 'POLYSILICON', 'ROD')
    )
    SELECT named.item, event.id, (event.happened_at AT TIME ZONE 'Asia/Shanghai')::date, coalesce(event.biz_location, event.read_point), named.grams
      FROM traceability.event
     CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named
      JOIN traceability.item ON item.number = named.item AND item.article IN (SELECT uri FROM counted)
     WHERE named.role = 'I' AND named.grams > 0
       AND event.kind = 'TRANSFORMATION'
       AND event.happened_at >= from_day::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND event.happened_at < (until_day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND event.recorded_at <= known_at
       AND coalesce(event.biz_location, event.read_point) IN (SELECT uri FROM ours)
       AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id AND correction.recorded_at <= known_at)
       AND NOT EXISTS (SELECT
                         FROM traceability.naming
                        CROSS JOIN LATERAL unnest(naming.events, string_to_array(naming.roles, NULL)) AS made (event, role)
                         JOIN traceability.event AS by ON by.id = made.event AND by.kind = 'TRANSFORMATION' AND by.recorded_at <= known_at
                        WHERE naming.item = named.item AND made.role = 'O' AND coalesce(by.biz_location, by.read_point) IN (SELECT uri FROM ours)
                          AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = by.id AND correction.recorded_at <= known_at))
$$;
