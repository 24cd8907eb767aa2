package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.crowd.Crowd;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keys by which programs act for a person below {@code /api}, sent as {@code Authorization: Bearer} (RFC 6750). A program may what its
 * person may at that moment, less the binding acts, which want a person; a key that only reads may not even post.
 */
@Service
public class Tokens implements SecurityContextRepository {
    /** What every key begins with, so that a scanner finds one that was put where it does not belong. */
    static final String BEGINNING = "probity_";

    /** A year at the most; a program that nobody looks after stops by itself. */
    public static final int DAYS_MOST = 366;

    static final int LABEL_LONGEST = 80;

    /** Most keys are used every few seconds; that they were is written down at most once in this time. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private static final String BEARER = "Bearer ";

    /** What a key opens. */
    public enum May { READ, WRITE }

    /** A key as its owner sees it; the key itself is shown once and never again. */
    public record Token(UUID id, String label, May may, Instant madeAt, Instant endsAt, @Nullable Instant lastUsedAt) {}

    private final JdbcClient db;
    private final Visits visits;
    private final AuditTrail trail;
    private final RealTime time;
    private final Crowd<String, Optional<Visit>> crowd = new Crowd<>(2, 200, this::visits);

    Tokens(JdbcClient db, Visits visits, AuditTrail trail, RealTime time) {
        this.db = db;
        this.visits = visits;
        this.trail = trail;
        this.time = time;
    }

    /**
     * Makes a key for one's own account and returns it, this once.
     *
     * <p>Refusals: {@code signin.token-unlabelled} nobody would know later what it is for, {@code signin.token-days} fewer than one day
     * or more than {@value #DAYS_MOST}.
     */
    @Transactional
    public Ruling<String> make(UUID account, String label, May may, int days) {
        var named = label.strip();
        if (named.isEmpty() || named.length() > LABEL_LONGEST) {
            return Ruling.denied("label", "signin.token-unlabelled", LABEL_LONGEST);
        }
        if (days < 1 || days > DAYS_MOST) {
            return Ruling.denied("days", "signin.token-days", DAYS_MOST);
        }
        var secret = BEGINNING + Links.secret();
        var now = time.now();
        var id = db.sql("""
                INSERT INTO access.token (id, account, label, secret_hash, may, made_at, ends_at)
                VALUES (:id, :account, :label, :secret, :may, :now, :ends)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("account", account).param("label", named)
                .param("secret", Links.hash(secret)).param("may", may.name())
                .param("now", Sql.time(now)).param("ends", Sql.time(now.plus(Duration.ofDays(days))))
                .query(UUID.class).single();
        trail.note("token.made", account, account, Map.of("token", id.toString(), "label", named, "may", may.name(), "days", "" + days));
        return Ruling.granted(secret);
    }

    /** What still opens something, the newest first. */
    public List<Token> of(UUID account) {
        return db.sql("""
                SELECT id, label, may, made_at, ends_at, last_used_at
                  FROM access.token
                 WHERE account = :account
                   AND revoked_at IS NULL
                   AND ends_at > :now
                 ORDER BY made_at DESC
                """)
                .param("account", account).param("now", Sql.time(time.now()))
                .query((row, n) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        May.valueOf(row.getString("may")),
                        Sql.instant(row, "made_at"),
                        Sql.instant(row, "ends_at"),
                        Sql.instantOrNull(row, "last_used_at")))
                .list();
    }

    /** From the next request on the key opens nothing. False: not one's own, or over. */
    @Transactional
    public boolean revoke(UUID token, UUID owner) {
        var revoked = db.sql("""
                UPDATE access.token
                   SET revoked_at = :now,
                       revoked_by = :owner
                 WHERE id = :token
                   AND account = :owner
                   AND revoked_at IS NULL
                """)
                .param("token", token).param("owner", owner).param("now", Sql.time(time.now()))
                .update();
        if (revoked == 1) {
            trail.note("token.revoked", owner, owner, Map.of("token", token.toString()));
        }
        return revoked == 1;
    }

    /**
     * Who a key speaks for, with the roles they hold now; empty when it is unknown, over or revoked, or its owner disabled. Keys that are
     * shown within the same moment are looked up in one question to the database, because an ERP asks thousands of times a second; and there
     * is no memory of it, because a key that was revoked opens nothing more.
     */
    Optional<Visit> visit(String secret) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? visits(List.of(secret)).getFirst() : crowd.ask(secret);
    }

    private record Shown(ByteBuffer hash, Visit visit, @Nullable Instant usedAt) {}

    private List<Optional<Visit>> visits(List<String> secrets) {
        var now = time.now();
        var hashes = secrets.stream().map(Links::hash).map(ByteBuffer::wrap).toList();
        var shown = db.sql("""
                SELECT t.secret_hash, t.id, t.may, t.last_used_at, a.id AS account, a.name, a.supplier,
                       (SELECT string_agg(r.role, ' ') FROM access.role r WHERE r.account = a.id AND r.taken_at IS NULL) AS roles
                  FROM access.token t
                  JOIN access.account a ON a.id = t.account
                 WHERE t.secret_hash = ANY (:secrets)
                   AND t.revoked_at IS NULL
                   AND t.ends_at > :now
                   AND NOT EXISTS (SELECT FROM access.disabling d WHERE d.account = a.id AND d.enabled_at IS NULL)
                """)
                .param("secrets", hashes.stream().distinct().map(ByteBuffer::array).toArray(byte[][]::new)).param("now", Sql.time(now))
                .query((row, n) -> new Shown(
                        ByteBuffer.wrap(row.getBytes("secret_hash")),
                        new Visit(row.getObject("id", UUID.class), visits.me(row), switch (May.valueOf(row.getString("may"))) {
                            case READ -> Visit.Way.READING_TOKEN;
                            case WRITE -> Visit.Way.WRITING_TOKEN;
                        }, Instant.EPOCH, Instant.EPOCH),
                        Sql.instantOrNull(row, "last_used_at")))
                .list();
        shown.stream().filter(it -> it.usedAt() == null || it.usedAt().isBefore(now.minus(NOTED_EVERY))).forEach(it ->
                db.sql("UPDATE access.token SET last_used_at = :now WHERE id = :id").param("now", Sql.time(now)).param("id", it.visit().id()).update());
        var known = shown.stream().collect(Collectors.toMap(Shown::hash, Shown::visit));
        return hashes.stream().map(it -> Optional.ofNullable(known.get(it))).toList();
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return secret(holder.getRequest()).flatMap(this::visit).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    /** Nothing is remembered from one request to the next. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return secret(request).isPresent();
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(secret -> secret.startsWith(BEGINNING));
    }
}
