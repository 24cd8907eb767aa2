package org.probity.house.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.net.URI;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.RealTime;
import org.probity.house.time.DayHasBegun;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way: written with what they tell about, tried until they arrive or three days are over. */
@Service
class Deliveries {
    static final TaskDescriptor<Void> CARRYING = TaskDescriptor.of("webhook.message");
    /** What an administrator sends to see whether it arrives. */
    static final EventKind TRIAL = new EventKind("webhook.trial", "webhook.event.trial");
    /** After each failed try; together three days, as Standard Webhooks proposes. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
            Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));
    static final int REMEMBERED_DAYS = 30;

    private record Message(UUID id, UUID endpoint, String body, Instant writtenAt, int tries, @Nullable Instant arrivedAt, @Nullable Instant givenUpAt) {}

    private final JdbcClient db;
    private final Endpoints endpoints;
    private final Courier courier;
    private final ObjectProvider<SchedulerClient> jobs;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final RealTime time;

    Deliveries(
            JdbcClient db, Endpoints endpoints, Courier courier, ObjectProvider<SchedulerClient> jobs, TransactionTemplate transaction, AuditTrail trail,
            JsonMapper json, ApplicationEventPublisher events, RealTime time) {
        this.db = db;
        this.endpoints = endpoints;
        this.courier = courier;
        this.jobs = jobs;
        this.transaction = transaction;
        this.trail = trail;
        this.json = json;
        this.events = events;
        this.time = time;
    }

    /** In the transaction of what happened: what did not happen is not told. Nor is a demo's past, which happened to nobody. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(Happened it) {
        if (!TimeMachine.telling()) {
            endpoints.hearing(it.kind()).forEach(endpoint -> write(endpoint, it));
        }
    }

    /** Sends a message that tells nothing, to see whether it arrives. Refused: {@code webhook.stopped-already}. */
    @Transactional
    public Answer<UUID> tryOut(Endpoint endpoint) {
        return endpoint.stopped()
                ? Answer.refused("", "webhook.stopped-already")
                : Answer.done(write(endpoint.id(), new Happened(TRIAL, Map.of(), time.now())));
    }

    private UUID write(UUID endpoint, Happened it) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", it.kind().name());
        body.put("timestamp", it.at().toString());
        body.put("data", new TreeMap<>(it.ids()));
        return write(endpoint, it.kind(), json.writeValueAsString(body));
    }

    /** In the transaction of what it tells of. */
    UUID write(UUID endpoint, EventKind kind, String body) {
        var id = db.sql("""
                INSERT INTO webhook.message (id, endpoint, kind, body, written_at)
                VALUES (:id, :endpoint, :kind, :body, :now)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("endpoint", endpoint).param("kind", kind.name())
                .param("body", body).param("now", now())
                .query(UUID.class).single();
        soon(id);
        return id;
    }

    /**
     * Sends a message again, from its first try on, under the same id, by which a receiver knows it.
     *
     * <p>Refusals: {@code webhook.message-gone} it was forgotten, or belongs elsewhere; {@code webhook.stopped-already} nothing is sent there;
     * {@code webhook.on-its-way} it is being tried anyway.
     */
    @Transactional
    public Answer<UUID> sendAgain(Endpoint endpoint, UUID message, UUID by) {
        var found = find(message).filter(it -> it.endpoint().equals(endpoint.id()));
        if (found.isEmpty()) {
            return Answer.refused("", "webhook.message-gone");
        }
        if (endpoint.stopped()) {
            return Answer.refused("", "webhook.stopped-already");
        }
        var again = db.sql("""
                UPDATE webhook.message
                   SET tries = 0,
                       arrived_at = NULL,
                       given_up_at = NULL
                 WHERE id = :id
                   AND (arrived_at IS NOT NULL OR given_up_at IS NOT NULL)
                """)
                .param("id", message)
                .update();
        if (again == 0) {
            return Answer.refused("", "webhook.on-its-way");
        }
        trail.note("webhook.sent-again", by, null, Map.of("endpoint", endpoint.id().toString(), "message", message.toString()));
        soon(message);
        return Answer.done(message);
    }

    /** Under a name of its own each time: what is sent again in the moment of its arrival must not meet the task that is just ending. */
    private void soon(UUID message) {
        jobs.getObject().schedule(CARRYING.instance(message + "/" + UUID.randomUUID()).scheduledTo(time.now()));
    }

    /**
     * Tries once, outside of any transaction. When the last try has failed and nothing has arrived there since the message was written, the
     * endpoint is stopped; a receiver that answers 410 Gone has it stopped at once.
     *
     * @return when to try again
     */
    Optional<Instant> carry(UUID id) {
        var message = find(id).filter(it -> it.arrivedAt() == null && it.givenUpAt() == null);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        var endpoint = endpoints.find(message.get().endpoint()).orElseThrow();
        if (endpoint.stopped()) {
            transaction.executeWithoutResult(_ -> giveUp(message.get()));
            return Optional.empty();
        }
        var now = time.now();
        var outcome = courier.post(URI.create(endpoint.url()), headers(message.get(), now), message.get().body());
        return transaction.execute(_ -> noted(message.get(), endpoint, outcome, now));
    }

    private Map<String, String> headers(Message message, Instant now) {
        var id = "msg_" + message.id();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", Secret.sign(endpoints.secrets(message.endpoint()), id, now.getEpochSecond(), message.body()));
        return headers;
    }

    private Optional<Instant> noted(Message message, Endpoint endpoint, Courier.Outcome outcome, Instant at) {
        db.sql("INSERT INTO webhook.attempt (message, at, status, trouble) VALUES (:message, :at, :status, :trouble)")
                .param("message", message.id()).param("at", at.atOffset(ZoneOffset.UTC))
                .param("status", outcome.status().isPresent() ? outcome.status().getAsInt() : null, Types.INTEGER)
                .param("trouble", outcome.trouble())
                .update();
        db.sql("UPDATE webhook.message SET tries = tries + 1, arrived_at = CASE WHEN :arrived THEN CAST(:now AS timestamptz) END WHERE id = :id")
                .param("id", message.id()).param("arrived", outcome.arrived()).param("now", now())
                .update();
        if (outcome.arrived()) {
            events.publishEvent(new Dispatch.Ended(message.endpoint(), message.id(), true));
            return Optional.empty();
        }
        if (!outcome.gone() && message.tries() < WAITS.size()) {
            return Optional.of(at.plus(WAITS.get(message.tries())));
        }
        giveUp(message);
        if (outcome.gone() || !arrivedSince(endpoint.id(), message.writtenAt())) {
            endpoints.stopByItself(endpoint);
        }
        return Optional.empty();
    }

    private void giveUp(Message message) {
        db.sql("UPDATE webhook.message SET given_up_at = :now WHERE id = :id").param("id", message.id()).param("now", now()).update();
        events.publishEvent(new Dispatch.Ended(message.endpoint(), message.id(), false));
    }

    private boolean arrivedSince(UUID endpoint, Instant moment) {
        return db.sql("SELECT EXISTS (SELECT FROM webhook.message WHERE endpoint = :endpoint AND arrived_at >= :moment)")
                .param("endpoint", endpoint).param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class).single();
    }

    private Optional<Message> find(UUID id) {
        return db.sql("SELECT id, endpoint, body, written_at, tries, arrived_at, given_up_at FROM webhook.message WHERE id = :id")
                .param("id", id)
                .query(Message.class).optional();
    }

    List<Delivery> newest(UUID endpoint, int most) {
        return db.sql("""
                SELECT message.id,
                       message.kind,
                       message.written_at,
                       message.tries,
                       attempt.at AS tried_at,
                       attempt.status,
                       coalesce(attempt.trouble, '') AS trouble,
                       message.arrived_at,
                       message.given_up_at
                  FROM webhook.message
                  LEFT JOIN LATERAL (SELECT at, status, trouble
                                       FROM webhook.attempt
                                      WHERE attempt.message = message.id
                                      ORDER BY at DESC
                                      LIMIT 1) AS attempt ON TRUE
                 WHERE message.endpoint = :endpoint
                 ORDER BY message.written_at DESC, message.id
                 LIMIT :most
                """)
                .param("endpoint", endpoint).param("most", most)
                .query(Delivery.class).list();
    }

    /** What arrived or was given up is remembered for a month, so that somebody may ask and send it again. */
    @EventListener
    @Transactional
    public void forget(DayHasBegun begun) {
        db.sql("""
                DELETE FROM webhook.message
                 WHERE (arrived_at IS NOT NULL OR given_up_at IS NOT NULL)
                   AND written_at < :moment
                """)
                .param("moment", now().minusDays(REMEMBERED_DAYS))
                .update();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}
