package org.probity.supply.traceability;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How the intake of events does: what waits, what was refused, how quick it is, and from whom nothing came for long or whose clock is wrong. */
@Service
class CaptureHealth {
    private static final int LATEST = 50;

    /**
     * Of the last day, and what waits now.
     *
     * @param oldest when the file was sent that waits longest @param perSecond events a second over the latest files, from being sent to being stored
     */
    record Now(long waiting, @Nullable OffsetDateTime oldest, long files, long events, long duplicates, long refusedFiles, long refusedEvents, long perSecond) {}

    /**
     * Of one sender.
     *
     * @param supplier nothing: our own plants
     * @param lastEvent when the last thing happened that it told of @param ahead seconds by which events of its last file lie after their recording; nought: none
     * @param delay seconds between happening and recording in its last file, the middle one
     * @param future events of the last month that were refused because they had not happened yet by our clock
     */
    record Sender(@Nullable UUID supplier, @Nullable String nameEn, @Nullable String nameZh, long files, long refused, OffsetDateTime lastSent, @Nullable OffsetDateTime lastEvent, long ahead, @Nullable Long delay, long future) {
        @Nullable String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    CaptureHealth(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Now now() {
        return db.sql("""
                SELECT (SELECT count(*) FROM traceability.capture WHERE NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)) AS waiting,
                       (SELECT min(sent_at) FROM traceability.capture WHERE NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)) AS oldest,
                       count(*) AS files, coalesce(sum(taken), 0)::bigint AS events, coalesce(sum(duplicates), 0)::bigint AS duplicates, count(*) FILTER (WHERE outcome = 'REFUSED') AS refused_files,
                       coalesce(sum(refused), 0)::bigint AS refused_events,
                       coalesce((SELECT (sum(latest.taken) / nullif(sum(extract(epoch FROM latest.done_at - latest.sent_at)), 0))::bigint
                                   FROM (SELECT captured.taken, captured.done_at, capture.sent_at FROM traceability.captured JOIN traceability.capture ON capture.id = captured.capture
                                          WHERE captured.outcome = 'TAKEN' ORDER BY capture.no DESC LIMIT :latest) AS latest), 0) AS per_second
                  FROM traceability.captured
                 WHERE done_at >= :yesterday
                """)
                .param("latest", LATEST).param("yesterday", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(Duration.ofDays(1)))
                .query(Now.class).single();
    }

    /** Those from whom nothing came for longest first. */
    List<Sender> senders() {
        return db.sql("""
                SELECT sent.supplier, name.name_en, name.name_zh, sent.files, sent.refused, sent.last_sent, told.last_event, coalesce(told.ahead, 0)::bigint AS ahead, told.delay, early.future
                  FROM (SELECT capture.supplier, count(*) AS files, count(*) FILTER (WHERE captured.outcome = 'REFUSED') AS refused, max(capture.sent_at) AS last_sent
                          FROM traceability.capture
                          LEFT JOIN traceability.captured ON captured.capture = capture.id
                         GROUP BY capture.supplier) AS sent
                  LEFT JOIN supplier.name ON name.id = sent.supplier
                  LEFT JOIN LATERAL (SELECT capture.id FROM traceability.capture JOIN traceability.captured ON captured.capture = capture.id AND captured.taken > 0
                                      WHERE capture.supplier IS NOT DISTINCT FROM sent.supplier ORDER BY capture.no DESC LIMIT 1) AS last ON true
                  LEFT JOIN LATERAL (SELECT max(event.happened_at) AS last_event, greatest(0, extract(epoch FROM max(event.happened_at - event.recorded_at))) AS ahead,
                                            percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM event.recorded_at - event.happened_at))::bigint AS delay
                                       FROM traceability.event WHERE event.capture = last.id) AS told ON last.id IS NOT NULL
                  CROSS JOIN LATERAL (SELECT count(*) AS future
                                        FROM traceability.fault
                                        JOIN traceability.capture ON capture.id = fault.capture AND capture.sent_at >= :month
                                       WHERE fault.key = 'traceability.fault.future' AND capture.supplier IS NOT DISTINCT FROM sent.supplier) AS early
                 ORDER BY told.last_event NULLS FIRST, sent.last_sent
                """).param("month", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(Duration.ofDays(30))).query(Sender.class).list();
    }
}
