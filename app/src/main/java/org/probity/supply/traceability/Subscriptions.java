package org.probity.supply.traceability;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.RealTime;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.house.webhook.Dispatch;
import org.probity.house.webhook.EventKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Systems that are told what comes of a question, event by event in the order of knowing. One message is on its way at a time, and how far was told moves
 * on in the transaction in which it arrived: whatever is interrupted, nothing is left out, and what arrives twice has the event's own id.
 */
@Service
class Subscriptions {
    static final TaskDescriptor<Void> TELLING = TaskDescriptor.of("traceability.telling");
    static final EventKind KIND = new EventKind("traceability.query", "traceability.event-kind-query", false);
    /** In one message; some half a megabyte. */
    static final int AT_ONCE = 500;

    /** @param secret as the receiver keeps it, shown once */
    record Opened(UUID id, String secret) {}

    private record Row(UUID id, UUID query, UUID endpoint, long toldEvent, long toldCorrection, @Nullable UUID message, Instant madeAt) {}

    private static final String SELECT = "SELECT id, query, endpoint, told_event, told_correction, message, made_at FROM traceability.subscription ";

    private final JdbcClient db;
    private final Queries queries;
    private final Events events;
    private final Dispatch dispatch;
    private final ObjectProvider<SchedulerClient> jobs;
    private final RealTime time;
    private final Clock clock;

    Subscriptions(JdbcClient db, Queries queries, Events events, Dispatch dispatch, ObjectProvider<SchedulerClient> jobs, RealTime time, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.events = events;
        this.dispatch = dispatch;
        this.jobs = jobs;
        this.time = time;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        EventKind queriesAreTold() {
            return KIND;
        }

        @Bean
        Task<Void> tellingEvents(Subscriptions subscriptions) {
            return Tasks.oneTime(TELLING).execute((task, context) -> subscriptions.tell(UUID.fromString(task.getId().split("/")[0])));
        }
    }

    /**
     * Tells an address what comes of a question, from now on or from what was recorded since a moment.
     *
     * <p>Refusals: {@code traceability.not-yours}; those of {@link Dispatch#open}.
     */
    @Transactional
    public Answer<Opened> open(NamedQuery query, String url, Optional<Instant> since, Me by) {
        if (Queries.KEEPERS.stream().noneMatch(by::is)) {
            return Answer.refused("", "traceability.not-yours");
        }
        return switch (dispatch.open(url, KIND, "/app/traceability/queries/" + query.id(), by.account())) {
            case Answer.Done<Dispatch.Opened>(var opened) -> {
                var id = UUID.randomUUID();
                db.sql("""
                        INSERT INTO traceability.subscription (id, query, endpoint, told_event, told_correction, made_by, made_at)
                        SELECT :id, :query, :endpoint,
                               coalesce((SELECT max(event.id) FROM traceability.event WHERE CAST(:since AS timestamptz) IS NULL OR event.recorded_at < :since), 0),
                               coalesce((SELECT max(seq) FROM traceability.correction WHERE CAST(:since AS timestamptz) IS NULL OR correction.recorded_at < :since), 0),
                               :by, :now
                        """)
                        .param("id", id).param("query", query.id()).param("endpoint", opened.endpoint())
                        .param("since", since.map(it -> OffsetDateTime.ofInstant(it, ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", by.account()).param("now", now())
                        .update();
                soon(id);
                yield Answer.done(new Opened(id, opened.secret()));
            }
            case Answer.Refused<Dispatch.Opened>(var reasons) -> new Answer.Refused<>(reasons);
        };
    }

    /** Nothing is told there from now on; what is on its way is given up. Refused: {@code traceability.not-yours}. */
    @Transactional
    public Answer<UUID> end(Subscription it, Me by) {
        if (Queries.KEEPERS.stream().noneMatch(by::is)) {
            return Answer.refused("", "traceability.not-yours");
        }
        db.sql("UPDATE traceability.subscription SET ended_by = :by, ended_at = :now WHERE id = :id AND ended_at IS NULL").param("id", it.id()).param("by", by.account()).param("now", now()).update();
        dispatch.stop(it.endpoint(), by.account());
        return Answer.done(it.id());
    }

    /** After it was stopped, because nothing arrived for days: it goes on from what arrived last. Refused: {@code traceability.not-yours}. */
    @Transactional
    public Answer<UUID> resume(Subscription it, Me by) {
        if (Queries.KEEPERS.stream().noneMatch(by::is)) {
            return Answer.refused("", "traceability.not-yours");
        }
        dispatch.resume(it.endpoint(), by.account());
        return Answer.done(it.id());
    }

    /** Those of a question, the newest first. */
    List<Subscription> of(NamedQuery query) {
        var last = last();
        return db.sql(SELECT + "WHERE query = :query AND ended_at IS NULL ORDER BY made_at DESC, id LIMIT 100").param("query", query.id()).query(Row.class).list().stream().map(it -> {
            var endpoint = dispatch.find(it.endpoint()).orElseThrow();
            return new Subscription(it.id(), it.query(), it.endpoint(), endpoint.host(), endpoint.url(), it.madeAt(), endpoint.stopped(), it.message() != null, last - it.toldEvent(),
                    dispatch.newest(it.endpoint(), 1).stream().findFirst());
        }).toList();
    }

    /** In the transaction that stored a file: whoever waits is told after it. Whoever has a message on its way hears of it when that ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stirred() {
        if (!TimeMachine.telling()) {
            db.sql("SELECT id FROM traceability.subscription WHERE ended_at IS NULL AND message IS NULL").query(UUID.class).list().forEach(this::soon);
        }
    }

    @EventListener
    @Transactional
    public void ended(Dispatch.Ended it) {
        db.sql("""
                UPDATE traceability.subscription
                   SET told_event = CASE WHEN :arrived THEN upto_event ELSE told_event END,
                       told_correction = CASE WHEN :arrived THEN upto_correction ELSE told_correction END,
                       message = NULL,
                       upto_event = NULL,
                       upto_correction = NULL
                 WHERE endpoint = :endpoint
                   AND message = :message
                RETURNING id
                """)
                .param("arrived", it.arrived()).param("endpoint", it.endpoint()).param("message", it.message())
                .query(UUID.class).list().forEach(this::soon);
    }

    @EventListener
    @Transactional
    public void resumed(Dispatch.Resumed it) {
        db.sql("SELECT id FROM traceability.subscription WHERE endpoint = :endpoint AND ended_at IS NULL AND message IS NULL").param("endpoint", it.endpoint()).query(UUID.class).list().forEach(this::soon);
    }

    /** Writes the next message, or moves on to what was recorded last when nothing of it is asked for. */
    @Transactional
    public void tell(UUID id) {
        var found = db.sql(SELECT + "WHERE id = :id AND ended_at IS NULL AND message IS NULL FOR UPDATE").param("id", id).query(Row.class).optional();
        if (found.isEmpty() || dispatch.find(found.get().endpoint()).orElseThrow().stopped()) {
            return;
        }
        var it = found.get();
        var query = queries.find(it.query()).orElseThrow();
        var asked = Queries.asked(query);
        var last = last();
        var lines = events.after(asked, it.toldEvent(), last, AT_ONCE);
        var event = lines.size() < AT_ONCE ? last : lines.getLast().id();
        var corrected = db.sql("SELECT event, seq FROM traceability.correction WHERE seq > :seq ORDER BY seq LIMIT " + AT_ONCE).param("seq", it.toldCorrection())
                .query((row, n) -> new long[] {row.getLong("event"), row.getLong("seq")}).list();
        // With events of a full message come those that were declared wrong in the same breath; of others it is told once all events were.
        var correction = lines.isEmpty() && !corrected.isEmpty() ? corrected.getLast()[1] : it.toldCorrection();
        if (lines.isEmpty() && !corrected.isEmpty()) {
            lines = events.among(asked, corrected.stream().map(one -> one[0]).filter(one -> one <= it.toldEvent()).distinct().toList());
        }
        if (lines.isEmpty()) {
            db.sql("UPDATE traceability.subscription SET told_event = :event, told_correction = :correction WHERE id = :id").param("event", event).param("correction", correction).param("id", id).update();
            if (correction != it.toldCorrection()) {
                soon(id);
            }
            return;
        }
        var body = new String(Events.document(lines, clock.instant(), query.name(), id.toString()), StandardCharsets.UTF_8);
        db.sql("UPDATE traceability.subscription SET message = :message, upto_event = :event, upto_correction = :correction WHERE id = :id")
                .param("message", dispatch.write(it.endpoint(), KIND, body)).param("event", event).param("correction", correction).param("id", id)
                .update();
    }

    private long last() {
        return db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single();
    }

    /** Under a name of its own each time: what is stirred in the moment of its ending must not meet the task that is just ending. */
    private void soon(UUID id) {
        jobs.getObject().schedule(TELLING.instance(id + "/" + UUID.randomUUID()).scheduledTo(time.now()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
