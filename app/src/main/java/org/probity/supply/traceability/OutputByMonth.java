package org.probity.supply.traceability;

import java.util.List;
import org.probity.supply.traceability.Provenance.Month;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Made, shipped, and how much of it was of some things, by month and plant of ours: from captured events, beside what the plant stated of the silicon it charged. So that
 * whoever reads it sees whether more was sold than was made.
 */
@Component
class OutputByMonth {
    private static final int AT_ONCE = 20_000;

    private final JdbcClient db;
    private final Links links;

    OutputByMonth(JdbcClient db, Links links) {
        this.db = db;
        this.links = links;
    }

    /** The months from the first to the last in which anything happened to these things, at our plants; articles are those of the things. */
    List<Month> of(List<Integer> asked) {
        var events = new java.util.BitSet();
        for (var from = 0; from < asked.size(); from += AT_ONCE) {
            links.with(Links.items(asked.subList(from, Math.min(asked.size(), from + AT_ONCE)))).forEach(it -> events.set((int) it.event()));
        }
        return db.sql("""
                WITH asked AS MATERIALIZED (
                    SELECT item FROM unnest(:asked) AS asked (item)
                ), sold AS MATERIALIZED (
                    SELECT DISTINCT item.article FROM asked JOIN traceability.item ON item.number = asked.item
                ), ours AS MATERIALIZED (
                    SELECT place.uri FROM traceability.places('infinity') AS place WHERE place.whose = 'OURS'
                ), span AS (
                    SELECT date_trunc('month', min(event.happened_at) AT TIME ZONE 'Asia/Shanghai') AS first, date_trunc('month', max(event.happened_at) AT TIME ZONE 'Asia/Shanghai') + interval '1 month' AS next
                      FROM traceability.event
                     WHERE event.id = ANY (:happened)
                ), happened AS MATERIALIZED (
                    SELECT event.id, event.kind, event.biz_step, coalesce(event.biz_location, event.read_point) AS site, date_trunc('month', event.happened_at AT TIME ZONE 'Asia/Shanghai')::date AS month,
                           event.items, event.roles, event.grams
                      FROM traceability.event, span
                     WHERE event.happened_at >= span.first AT TIME ZONE 'Asia/Shanghai' AND event.happened_at < span.next AT TIME ZONE 'Asia/Shanghai'
                       AND event.material = 'silicon'
                       AND (event.kind = 'TRANSFORMATION' OR event.biz_step = 'shipping')
                       AND coalesce(event.biz_location, event.read_point) IN (SELECT uri FROM ours)
                       AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                ), counted AS (
                    SELECT happened.site, happened.month,
                           count(*) FILTER (WHERE happened.kind = 'TRANSFORMATION' AND named.role = 'O' AND item.article IN (SELECT article FROM sold)) AS made,
                           count(*) FILTER (WHERE happened.biz_step = 'shipping' AND named.role = 'S' AND item.article IN (SELECT article FROM sold)) AS shipped,
                           count(*) FILTER (WHERE happened.kind = 'TRANSFORMATION' AND named.role = 'O' AND named.item IN (SELECT item FROM asked)) AS of_these,
                           coalesce(sum(named.grams) FILTER (WHERE happened.kind = 'TRANSFORMATION' AND named.role = 'I' AND article.tier IN ('POLYSILICON', 'ROD')), 0) AS charged
                      FROM happened
                      CROSS JOIN LATERAL traceability.named(happened.items, happened.roles, happened.grams) AS named
                      JOIN traceability.item ON item.number = named.item
                      LEFT JOIN traceability.articles('infinity') AS article ON article.uri = item.article
                     GROUP BY happened.site, happened.month
                )
                SELECT counted.site, counted.month::text AS month, counted.made, counted.shipped, counted.of_these, round(counted.charged / 1000.0, 3) AS charged, stated.kilograms AS stated
                  FROM counted
                  LEFT JOIN traceability.stated_at('infinity') AS stated ON stated.site = counted.site AND stated.month = counted.month
                 WHERE counted.made + counted.shipped > 0
                 ORDER BY counted.month, counted.site
                """).param("asked", asked.toArray(Integer[]::new)).param("happened", events.stream().mapToObj(it -> (long) it).toArray(Long[]::new)).query(Month.class).list();
    }
}
