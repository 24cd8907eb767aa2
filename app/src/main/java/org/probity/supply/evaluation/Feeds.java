package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the ERP says was ordered, confirmed, delivered and rejected: by file or by call, all of it or nothing, with one entry in the log. The same
 * lines again change nothing; a line that says something else takes the place of the one before, which stays as it was known.
 */
@Service
public class Feeds {
    /** What can be brought in. */
    public enum Kind {
        ORDERS("document", "line", "supplier", "committed_day", "quantity"),
        DELIVERIES("document", "line", "receipt", "day", "quantity", "rejected");

        final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }

        static Optional<Kind> of(String name) {
            for (var kind : values()) {
                if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** A line of an order, under the supplier's number in the ERP. */
    public record OrderLine(String document, int line, String supplier, LocalDate committedDay, BigDecimal quantity) {}

    /** One receipt of goods for a line; a line may have many. */
    public record Delivery(String document, int line, String receipt, LocalDate day, BigDecimal quantity, BigDecimal rejected) {}

    /** @param changed lines that were new or said something else */
    public record Brought(UUID feed, int lines, int changed) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Feeds(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Brings lines of orders in.
     *
     * <p>Refusals: those of {@link FeedFaults}; {@code evaluation.line-twice}; {@code evaluation.number-unknown} no supplier has this number;
     * {@code evaluation.quantity-wrong} not above zero.
     */
    @Transactional
    public Answer<Brought> orders(String source, List<OrderLine> lines, Me by) {
        var faults = FeedFaults.ofOrders(source, lines);
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults);
        }
        var suppliers = new HashMap<String, UUID>();
        db.sql("SELECT number, now FROM supplier.name").query(row -> {
            suppliers.put(row.getString(1), row.getObject(2, UUID.class));
        });
        var seen = new HashSet<String>();
        for (var it : lines) {
            if (!seen.add(it.document() + " " + it.line())) {
                return Answer.refused("file", "evaluation.line-twice", it.document(), it.line());
            }
            if (!suppliers.containsKey(it.supplier())) {
                return Answer.refused("file", "evaluation.number-unknown", it.supplier(), it.document());
            }
            if (it.quantity().signum() <= 0) {
                return Answer.refused("file", "evaluation.quantity-wrong", it.document(), it.line());
            }
        }
        return keep(Kind.ORDERS, source, lines.stream().map(it -> Map.<String, Object>of("document", it.document(), "line", it.line(),
                "supplier", suppliers.get(it.supplier()).toString(), "committed_day", it.committedDay(), "quantity", it.quantity())).toList(), by, """
                WITH new AS (
                    SELECT * FROM jsonb_to_recordset(CAST(:lines AS jsonb))
                           AS line (document text, line int, supplier uuid, committed_day date, quantity numeric)
                ), changed AS (
                    SELECT new.*
                      FROM new
                      LEFT JOIN evaluation.order_line AS was ON was.document = new.document AND was.line = new.line AND upper_inf(was.recorded)
                     WHERE (was.supplier, was.committed_day, was.quantity) IS DISTINCT FROM (new.supplier, new.committed_day, new.quantity)
                ), ended AS (
                    UPDATE evaluation.order_line AS was
                       SET recorded = tstzrange(lower(was.recorded), :at)
                      FROM changed
                     WHERE was.document = changed.document AND was.line = changed.line AND upper_inf(was.recorded)
                    RETURNING 1
                )
                INSERT INTO evaluation.order_line (document, line, supplier, committed_day, quantity, feed, recorded)
                SELECT document, line, supplier, committed_day, quantity, :feed, tstzrange(:at, NULL)
                  FROM changed
                 WHERE (SELECT count(*) FROM ended) >= 0
                """);
    }

    /**
     * Brings receipts of goods in.
     *
     * <p>Refusals: those of {@link FeedFaults}; {@code evaluation.line-twice}; {@code evaluation.order-unknown} no order has this line;
     * {@code evaluation.quantity-wrong}; {@code evaluation.rejected-wrong} more than came, or less than nothing; {@code evaluation.day-to-come}.
     */
    @Transactional
    public Answer<Brought> deliveries(String source, List<Delivery> lines, Me by) {
        var faults = FeedFaults.ofDeliveries(source, lines);
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults);
        }
        var known = new HashSet<>(db.sql("SELECT document || ' ' || line FROM evaluation.order_line WHERE upper_inf(recorded) AND document = ANY (:documents)")
                .param("documents", lines.stream().map(Delivery::document).distinct().toArray(String[]::new))
                .query(String.class).list());
        var seen = new HashSet<String>();
        for (var it : lines) {
            if (!seen.add(it.document() + " " + it.line() + " " + it.receipt())) {
                return Answer.refused("file", "evaluation.line-twice", it.document(), it.line());
            }
            if (!known.contains(it.document() + " " + it.line())) {
                return Answer.refused("file", "evaluation.order-unknown", it.document(), it.line());
            }
            if (it.quantity().signum() <= 0) {
                return Answer.refused("file", "evaluation.quantity-wrong", it.document(), it.line());
            }
            if (it.rejected().signum() < 0 || it.rejected().compareTo(it.quantity()) > 0) {
                return Answer.refused("file", "evaluation.rejected-wrong", it.document(), it.line());
            }
            if (it.day().isAfter(LocalDate.now(clock))) {
                return Answer.refused("file", "evaluation.day-to-come", it.document(), it.line(), it.day());
            }
        }
        return keep(Kind.DELIVERIES, source, lines.stream().map(it -> Map.<String, Object>of("document", it.document(), "line", it.line(),
                "receipt", it.receipt(), "day", it.day(), "quantity", it.quantity(), "rejected", it.rejected())).toList(), by, """
                WITH new AS (
                    SELECT * FROM jsonb_to_recordset(CAST(:lines AS jsonb))
                           AS line (document text, line int, receipt text, day date, quantity numeric, rejected numeric)
                ), changed AS (
                    SELECT new.*
                      FROM new
                      LEFT JOIN evaluation.delivery AS was ON was.document = new.document AND was.line = new.line AND was.receipt = new.receipt
                                                          AND upper_inf(was.recorded)
                     WHERE (was.day, was.quantity, was.rejected) IS DISTINCT FROM (new.day, new.quantity, new.rejected)
                ), ended AS (
                    UPDATE evaluation.delivery AS was
                       SET recorded = tstzrange(lower(was.recorded), :at)
                      FROM changed
                     WHERE was.document = changed.document AND was.line = changed.line AND was.receipt = changed.receipt AND upper_inf(was.recorded)
                    RETURNING 1
                )
                INSERT INTO evaluation.delivery (document, line, receipt, day, quantity, rejected, feed, recorded)
                SELECT document, line, receipt, day, quantity, rejected, :feed, tstzrange(:at, NULL)
                  FROM changed
                 WHERE (SELECT count(*) FROM ended) >= 0
                """);
    }

    private Answer<Brought> keep(Kind kind, String source, List<Map<String, Object>> lines, Me by, String sql) {
        // Of two senders of the same line at once, the second reads what the first wrote.
        db.sql("LOCK TABLE evaluation.feed IN SHARE ROW EXCLUSIVE MODE").update();
        var feed = UUID.randomUUID();
        db.sql("""
                INSERT INTO evaluation.feed (id, kind, source, lines, recorded_by, recorded_at, record)
                VALUES (:id, :kind, :source, :lines, :by, :at, :record)
                """)
                .param("id", feed).param("kind", kind.name()).param("source", source).param("lines", lines.size()).param("by", by.account()).param("at", now())
                .param("record", log.recordBatch("evaluation.feed", LocalDate.now(clock), Map.of("feed", feed.toString(), "kind", kind.name()), lines))
                .update();
        var changed = db.sql(sql)
                .param("lines", Json.of(lines).text()).param("feed", feed).param("at", now())
                .update();
        return Answer.done(new Brought(feed, lines.size(), changed));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
