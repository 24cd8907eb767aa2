package org.probity.supply.traceability;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the numbers of events can be true: how much of a step comes out of what went in, how many wafers a kilogram gives. An invented record closes by mass and still
 * has a yield that no furnace has. A finding is a question to whoever told it, and stops nothing; what contradicts another event stands with the contradictions.
 */
@Service
public class Plausibility {
    /** @param place where it happened @param told whether it has been declared wrong since */
    record Line(long event, String kind, @Nullable String place, OffsetDateTime happenedAt, long value, long least, long most, boolean told) {}

    private final JdbcClient db;
    private final Clock clock;

    Plausibility(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        look();
    }

    /** Looks at what came since. @return how many findings there are among it */
    @Transactional
    public int look() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability.look'))").query((row, n) -> n).list();
        var from = db.sql("SELECT coalesce(max(events), 0) FROM traceability.look").query(Long.class).single();
        var until = db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single();
        if (until.equals(from)) {
            return 0;
        }
        var look = UUID.randomUUID();
        db.sql("INSERT INTO traceability.look (id, events, at) VALUES (:id, :until, :at)").param("id", look).param("until", until)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        return db.sql("""
                WITH told AS (
                    SELECT event.id, (event.happened_at AT TIME ZONE 'Asia/Shanghai')::date AS day, coalesce(event.scrap_grams, 0) AS scrap, event.items, event.roles, event.grams
                      FROM traceability.event
                     WHERE event.id > :from AND event.id <= :until AND event.kind = 'TRANSFORMATION' AND event.material = 'silicon' AND event.pool IS NULL
                ), tiers AS MATERIALIZED (
                    SELECT uri, tier FROM traceability.articles('infinity') AS article
                ), weighed AS (
                    SELECT told.id, told.day, told.scrap,
                           sum(named.grams) FILTER (WHERE named.role = 'I') AS taken,
                           sum(named.grams) FILTER (WHERE named.role = 'O') AS given,
                           bool_and(named.grams IS NOT NULL) FILTER (WHERE named.role = 'I') AS taken_whole,
                           bool_and(named.grams IS NOT NULL) FILTER (WHERE named.role = 'O') AS given_whole,
                           min(coalesce(tiers.tier, 'OTHER')) FILTER (WHERE named.role = 'O') AS tier,
                           max(coalesce(tiers.tier, 'OTHER')) FILTER (WHERE named.role = 'O') AS other_tier,
                           array_agg(DISTINCT tiers.tier) FILTER (WHERE named.role = 'I') AS of_tiers,
                           count(*) FILTER (WHERE named.role = 'O' AND item.uri LIKE '%/21/%') AS pieces,
                           count(*) FILTER (WHERE named.role = 'O') AS outputs
                      FROM told
                      CROSS JOIN LATERAL traceability.named(told.items, told.roles, told.grams) AS named
                      JOIN traceability.item ON item.number = named.item
                      LEFT JOIN tiers ON tiers.uri = item.article
                     GROUP BY told.id, told.day, told.scrap
                ), counted AS (
                    SELECT weighed.*, tier = other_tier AND CASE tier WHEN 'METALLURGICAL' THEN 'QUARTZ' WHEN 'POLYSILICON' THEN 'METALLURGICAL' WHEN 'ROD' THEN 'POLYSILICON' WHEN 'BRICK' THEN 'ROD'
                                                                  WHEN 'WAFER' THEN 'BRICK' END = ANY (of_tiers) AS a_step
                      FROM weighed
                     WHERE taken > 0 AND taken_whole
                ), found AS (
                    SELECT id, 'YIELD' AS kind, given * 1000 / taken AS value, rule.at('traceability', 'yield-' || lower(tier) || '-least', day, 'infinity') AS least,
                           rule.at('traceability', 'yield-' || lower(tier) || '-most', day, 'infinity') AS most
                      FROM counted
                     WHERE a_step AND given_whole
                    UNION ALL
                    SELECT id, 'WAFERS', pieces * 1000 / taken, rule.at('traceability', 'wafers-per-kilogram-least', day, 'infinity'), rule.at('traceability', 'wafers-per-kilogram-most', day, 'infinity')
                      FROM counted
                     WHERE a_step AND tier = 'WAFER' AND pieces = outputs
                    UNION ALL
                    SELECT id, 'MORE_OUT', (given + scrap) * 1000 / taken, 0, 1000 + rule.at('traceability', 'closes-within', day, 'infinity')
                      FROM counted
                     WHERE given_whole
                )
                INSERT INTO traceability.implausible (event, kind, value, least, most, look)
                SELECT id, kind, value, least, most, :look FROM found WHERE value NOT BETWEEN least AND most
                """)
                .param("from", from).param("until", until).param("look", look).update();
    }

    /** The newest first; of those that were declared wrong since, whoever told them has answered. */
    List<Line> page(int limit, long offset) {
        return db.sql("""
                SELECT found.event, found.kind, coalesce(event.biz_location, event.read_point) AS place, event.happened_at, found.value, found.least, found.most,
                       EXISTS (SELECT FROM traceability.correction WHERE correction.event = found.event) AS told
                  FROM traceability.implausible AS found
                  JOIN traceability.event ON event.id = found.event
                 ORDER BY found.event DESC, found.kind
                 LIMIT :limit OFFSET :offset
                """).param("limit", limit).param("offset", offset).query(Line.class).list();
    }

    long count() {
        return db.sql("SELECT count(*) FROM traceability.implausible").query(Long.class).single();
    }
}
