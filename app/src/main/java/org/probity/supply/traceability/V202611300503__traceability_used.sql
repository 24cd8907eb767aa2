-- As before, but what makes a lot our own is asked as known, and of events that still count: a mistaken event that was declared wrong, or one that came later,
-- took a bought lot out of the figure for good.
CREATE OR REPLACE FUNCTION traceability.used(from_day date, until_day date, known_at timestamptz)
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
                         JOIN traceability.event AS by ON by.id = made.event AND by.kind = 'TRANSFORMATION' AND by.recorded_at <= known_at
                        WHERE made.item = event_item.item AND made.role = 'O' AND coalesce(by.biz_location, by.read_point) IN (SELECT uri FROM ours)
                          AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = by.id AND correction.recorded_at <= known_at))
$$;
