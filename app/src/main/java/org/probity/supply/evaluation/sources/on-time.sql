-- Lines of orders that were complete on the day the supplier had confirmed, of those that were due in the period.
--
-- A line may come in several deliveries: it is on time when what had come by the confirmed day adds up to what was ordered. Before the day is
-- as good as on it. A line of which nothing came counts as late.
WITH due AS (
    SELECT order_line.supplier, order_line.document, order_line.line, order_line.quantity, order_line.committed_day, order_line.feed
      FROM evaluation.order_line
     WHERE order_line.recorded @> CAST(:known_at AS timestamptz)
       AND order_line.committed_day BETWEEN :from_day AND :until_day
), line AS (
    SELECT due.supplier, due.feed,
           coalesce((SELECT sum(delivery.quantity)
                       FROM evaluation.delivery
                      WHERE delivery.document = due.document
                        AND delivery.line = due.line
                        AND delivery.recorded @> CAST(:known_at AS timestamptz)
                        AND delivery.day <= due.committed_day), 0) >= due.quantity AS on_time
      FROM due
)
SELECT line.supplier,
       count(*) FILTER (WHERE on_time) * 100::numeric AS over,
       count(*)::numeric AS under,
       jsonb_build_object('lines', count(*)::text, 'on-time', (count(*) FILTER (WHERE on_time))::text) AS facts,
       array_agg(DISTINCT feed.record) AS records
  FROM line
  JOIN evaluation.feed ON feed.id = line.feed
 GROUP BY line.supplier
