-- Parts per million: what incoming inspection rejected of what came in the period.
SELECT order_line.supplier,
       sum(delivery.rejected) * 1000000 AS over,
       sum(delivery.quantity) AS under,
       jsonb_build_object('received', sum(delivery.quantity)::text, 'rejected', sum(delivery.rejected)::text) AS facts,
       array_agg(DISTINCT feed.record) AS records
  FROM evaluation.delivery
  JOIN evaluation.order_line ON order_line.document = delivery.document
                            AND order_line.line = delivery.line
                            AND order_line.recorded @> CAST(:known_at AS timestamptz)
  JOIN evaluation.feed ON feed.id = delivery.feed
 WHERE delivery.recorded @> CAST(:known_at AS timestamptz)
   AND delivery.day BETWEEN :from_day AND :until_day
 GROUP BY order_line.supplier
