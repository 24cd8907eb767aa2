-- How often events name a place, and how many items an article has: counted as events are stored, because a list must not count ten million rows.
CREATE TABLE traceability.seen (
    kind  text   NOT NULL,
    uri   text   NOT NULL,
    times bigint NOT NULL,
    PRIMARY KEY (kind, uri),
    CONSTRAINT seen_kind CHECK (kind IN ('PLACE', 'ARTICLE'))
);
INSERT INTO traceability.seen (kind, uri, times)
SELECT 'PLACE', coalesce(biz_location, read_point), count(*) FROM traceability.event WHERE coalesce(biz_location, read_point) IS NOT NULL GROUP BY 2
UNION ALL
SELECT 'ARTICLE', article, count(*) FROM traceability.item WHERE article <> uri GROUP BY article;

-- Serial numbers are typed by their end.
CREATE INDEX item_by_ending ON traceability.item (reverse(uri) text_pattern_ops);
