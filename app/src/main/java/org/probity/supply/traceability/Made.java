package org.probity.supply.traceability;

import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which modules were made in a month; months are those of the plants. */
@Component
class Made {
    /** Of a year's thirty gigawatts, a month. */
    private static final int MOST = 6_000_000;

    private final JdbcClient db;

    Made(JdbcClient db) {
        this.db = db;
    }

    int[] modules(YearMonth month) {
        return db.sql("""
                SELECT DISTINCT item.number
                  FROM traceability.event
                  JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named ON named.role = 'O'
                  JOIN traceability.item ON item.number = named.item
                  JOIN traceability.articles('infinity') AS article ON article.uri = item.article AND article.tier = 'MODULE'
                 WHERE event.kind = 'TRANSFORMATION'
                   AND event.happened_at >= CAST(:first AS timestamp) AT TIME ZONE 'Asia/Shanghai' AND event.happened_at < CAST(:next AS timestamp) AT TIME ZONE 'Asia/Shanghai'
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY item.number
                 LIMIT :most
                """)
                .param("first", month.atDay(1)).param("next", month.plusMonths(1).atDay(1)).param("most", MOST).query(Integer.class).list().stream().mapToInt(it -> it).toArray();
    }
}
