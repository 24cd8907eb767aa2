package org.probity.house.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.RealTime;
import org.probity.house.access.Role;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.SettingsKey;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that are told what happens here, what each wants to hear, and the secrets it shares with this house. */
@Service
class Endpoints {
    /** How long the secret before is still signed with, so that nobody must change two systems in the same second. */
    static final Duration CHANGE_OVER = Duration.ofDays(1);
    static final int URL_MOST = 500;

    /** @param secret to be shown once */
    record Opened(UUID endpoint, Secret secret) {}

    private record Sealed(UUID id, String sealed) {}

    private final JdbcClient db;
    private final Hosts hosts;
    private final List<EventKind> kinds;
    private final SettingsKey key;
    private final AuditTrail trail;
    private final Accounts accounts;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final RealTime time;

    Endpoints(
            JdbcClient db, Hosts hosts, List<EventKind> kinds, SettingsKey key, AuditTrail trail, Accounts accounts, Outbox outbox, ApplicationEventPublisher events,
            RealTime time) {
        this.db = db;
        this.hosts = hosts;
        this.kinds = kinds.stream().sorted(Comparator.comparing(EventKind::name)).toList();
        this.key = key;
        this.trail = trail;
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /** Everything a room of this house tells. */
    List<EventKind> kinds() {
        return kinds;
    }

    /**
     * Registers an address. Its secret is in the answer and shown from nowhere again.
     *
     * <p>Refusals: {@code webhook.url-wrong} not an https address, or with a name and password in it; {@code webhook.host-not-listed};
     * {@code webhook.kinds-missing}.
     */
    @Transactional
    public Answer<Opened> register(String typed, List<String> wanted, UUID by) {
        var reasons = new ArrayList<>(wrong(typed));
        var known = kinds.stream().filter(EventKind::offered).map(EventKind::name).filter(wanted::contains).toList();
        if (known.isEmpty()) {
            reasons.add(new Reason("kinds", "webhook.kinds-missing", List.of()));
        }
        return reasons.isEmpty() ? Answer.done(opened(typed.strip(), known, null, by)) : new Answer.Refused<>(reasons);
    }

    /** For a room that keeps itself what is told there ({@link Dispatch}). Refusals: as {@link #register}, but for kinds. */
    @Transactional
    public Answer<Opened> register(String typed, EventKind kind, String page, UUID by) {
        var reasons = wrong(typed);
        return reasons.isEmpty() ? Answer.done(opened(typed.strip(), List.of(kind.name()), page, by)) : new Answer.Refused<>(reasons);
    }

    private List<Reason> wrong(String typed) {
        var url = url(typed.strip());
        if (url.isEmpty()) {
            return List.of(new Reason("url", "webhook.url-wrong", List.of()));
        }
        return hosts.find(url.get().getHost()).isEmpty() ? List.of(new Reason("url", "webhook.host-not-listed", List.of(url.get().getHost()))) : List.of();
    }

    private Opened opened(String url, List<String> kinds, @Nullable String page, UUID by) {
        var id = db.sql("""
                INSERT INTO webhook.endpoint (id, url, kinds, page, registered_at, registered_by)
                VALUES (:id, :url, :kinds, :page, :now, :by)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("url", url).param("kinds", kinds.toArray(String[]::new)).param("page", page, Types.VARCHAR)
                .param("now", now()).param("by", by)
                .query(UUID.class).single();
        trail.note("webhook.registered", by, null, Map.of("endpoint", id.toString(), "url", url, "kinds", String.join(" ", kinds)));
        return new Opened(id, fresh(id, by));
    }

    /**
     * Says anew what an address wants to hear; it counts for what happens from now on. Nothing is written when it is so already.
     *
     * <p>Refusals: {@code webhook.kinds-missing}; who wants to hear nothing stops it.
     */
    @Transactional
    public Answer<Endpoint> choose(Endpoint endpoint, List<String> wanted, UUID by) {
        var known = kinds.stream().filter(EventKind::offered).map(EventKind::name).filter(wanted::contains).toList();
        if (known.isEmpty() || endpoint.page() != null) {
            return Answer.refused("kinds", "webhook.kinds-missing");
        }
        if (!known.equals(endpoint.kinds())) {
            db.sql("UPDATE webhook.endpoint SET kinds = :kinds WHERE id = :id")
                    .param("kinds", known.toArray(String[]::new)).param("id", endpoint.id())
                    .update();
            trail.note("webhook.chosen", by, null, Map.of("endpoint", endpoint.id().toString(), "before", String.join(" ", endpoint.kinds()),
                    "kinds", String.join(" ", known)));
        }
        return Answer.done(find(endpoint.id()).orElseThrow());
    }

    /** Makes another secret; those before are signed with for a day more. */
    @Transactional
    public Optional<Secret> rotate(UUID endpoint, UUID by) {
        if (find(endpoint).isEmpty()) {
            return Optional.empty();
        }
        db.sql("UPDATE webhook.secret SET ends_at = :end WHERE endpoint = :endpoint AND ends_at IS NULL")
                .param("endpoint", endpoint).param("end", time.now().plus(CHANGE_OVER).atOffset(ZoneOffset.UTC))
                .update();
        trail.note("webhook.rotated", by, null, Map.of("endpoint", endpoint.toString()));
        return Optional.of(fresh(endpoint, by));
    }

    private Secret fresh(UUID endpoint, UUID by) {
        var secret = Secret.fresh();
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO webhook.secret (id, endpoint, sealed, made_at, made_by)
                VALUES (:id, :endpoint, :sealed, :now, :by)
                """)
                .param("id", id).param("endpoint", endpoint).param("sealed", key.seal(secret.text(), name(id)))
                .param("now", now()).param("by", by)
                .update();
        return secret;
    }

    /** What is signed with now, the newest first. */
    List<Secret> secrets(UUID endpoint) {
        return db.sql("""
                SELECT id, sealed
                  FROM webhook.secret
                 WHERE endpoint = :endpoint
                   AND (ends_at IS NULL OR ends_at > :now)
                 ORDER BY ends_at DESC NULLS FIRST
                """)
                .param("endpoint", endpoint).param("now", now())
                .query(Sealed.class).list().stream().map(it -> new Secret(key.open(it.sealed(), name(it.id())))).toList();
    }

    /** Until when an earlier secret is signed with beside the newest. */
    Optional<Instant> changeOverUntil(UUID endpoint) {
        return db.sql("SELECT max(ends_at) FROM webhook.secret WHERE endpoint = :endpoint AND ends_at > :now")
                .param("endpoint", endpoint).param("now", now())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant)).single();
    }

    /** Sends nothing there from now on; what waits is given up. Nothing happens when it is so already. */
    @Transactional
    public void stop(UUID endpoint, UUID by) {
        if (stopped(endpoint, by)) {
            trail.note("webhook.stopped", by, null, Map.of("endpoint", endpoint.toString()));
        }
    }

    /** The house itself stops, and says so to every administrator. */
    @Transactional
    public void stopByItself(Endpoint endpoint) {
        if (stopped(endpoint.id(), null)) {
            trail.note("webhook.stopped", null, null, Map.of("endpoint", endpoint.id().toString()));
            accounts.holding(Role.ADMINISTRATOR).forEach(it -> outbox.write(new Letter(it.email(), Lang.of(it.language()).orElse(Lang.EN),
                    "webhook.letter.stopped", List.of(endpoint.host()), "/app/webhooks/" + endpoint.id())));
        }
    }

    private boolean stopped(UUID endpoint, @Nullable UUID by) {
        return db.sql("""
                INSERT INTO webhook.stop (id, endpoint, stopped_at, stopped_by)
                VALUES (:id, :endpoint, :now, :by)
                ON CONFLICT (endpoint) WHERE resumed_at IS NULL DO NOTHING
                """)
                .param("id", UUID.randomUUID()).param("endpoint", endpoint).param("now", now()).param("by", by)
                .update() == 1;
    }

    /** What happened in between is not told afterwards; an administrator sends again what is wanted. A room that keeps how far it told goes on from there. */
    @Transactional
    public void resume(UUID endpoint, UUID by) {
        var resumed = db.sql("""
                UPDATE webhook.stop
                   SET resumed_at = :now,
                       resumed_by = :by
                 WHERE endpoint = :endpoint
                   AND resumed_at IS NULL
                """)
                .param("endpoint", endpoint).param("now", now()).param("by", by)
                .update();
        if (resumed == 1) {
            trail.note("webhook.resumed", by, null, Map.of("endpoint", endpoint.toString()));
            events.publishEvent(new Dispatch.Resumed(endpoint));
        }
    }

    List<Endpoint> all() {
        return db.sql(SELECT + " ORDER BY stop.stopped_at IS NOT NULL, endpoint.url, endpoint.registered_at").query(Endpoints::endpoint).list();
    }

    Optional<Endpoint> find(UUID id) {
        return db.sql(SELECT + " WHERE endpoint.id = :id").param("id", id).query(Endpoints::endpoint).optional();
    }

    /** Those that want to hear of it and are not stopped. */
    List<UUID> hearing(EventKind kind) {
        return db.sql("""
                SELECT id
                  FROM webhook.endpoint
                 WHERE :kind = ANY (kinds)
                   AND page IS NULL
                   AND NOT EXISTS (SELECT FROM webhook.stop WHERE stop.endpoint = endpoint.id AND resumed_at IS NULL)
                """)
                .param("kind", kind.name())
                .query(UUID.class).list();
    }

    private static final String SELECT = """
            SELECT endpoint.id,
                   endpoint.url,
                   endpoint.kinds,
                   endpoint.registered_at,
                   stop.stopped_at,
                   stop.stopped_by,
                   endpoint.page
              FROM webhook.endpoint
              LEFT JOIN webhook.stop ON stop.endpoint = endpoint.id AND stop.resumed_at IS NULL
            """;

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        var stoppedAt = row.getObject("stopped_at", OffsetDateTime.class);
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                stoppedAt == null ? null : stoppedAt.toInstant(),
                row.getObject("stopped_by", UUID.class),
                row.getString("page"));
    }

    private static Optional<URI> url(String typed) {
        try {
            var url = new URI(typed);
            var fits = typed.length() <= URL_MOST && "https".equals(url.getScheme()) && url.getHost() != null && url.getRawUserInfo() == null
                    && url.getRawFragment() == null && typed.equals(url.toASCIIString()) && url.getHost().equals(url.getHost().toLowerCase(Locale.ROOT));
            return fits ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private static String name(UUID secret) {
        return "webhook.secret." + secret;
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}
