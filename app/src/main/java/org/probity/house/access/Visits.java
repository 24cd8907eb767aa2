package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is in the house just now. The browser's session holds nothing but the visit's id; everything else is read from the database at
 * each request, so that nothing has to be hunted down when it changes.
 */
@Service
public class Visits implements SecurityContextRepository {
    /** Signed in once a working day at least, however busy. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** How long a person counts as "it was really me" before a binding act. */
    public static final Duration CONFIRMED_FOR = Duration.ofMinutes(5);

    private static final String ID = "visit";

    /** A visit as its owner sees it in the list; last seen is empty once the browser's session is gone. */
    public record Stay(UUID id, Visit.Way way, Instant beganAt, @Nullable Instant seenAt, String address, String browser) {}

    private final JdbcClient db;
    private final AuditTrail trail;
    private final RealTime time;
    private final ObjectProvider<Term> terms;

    Visits(JdbcClient db, AuditTrail trail, RealTime time, ObjectProvider<Term> terms) {
        this.db = db;
        this.trail = trail;
        this.time = time;
        this.terms = terms;
    }

    /** The visit of this request, if somebody is signed in. */
    public static Optional<Visit> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Visit visit ? Optional.of(visit) : Optional.empty();
    }

    /** Lets a person in: a new session id (an old one may be known to somebody else) and a new visit. */
    @Transactional
    public void begin(UUID account, Visit.Way way, HttpServletRequest request) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var id = UUID.randomUUID();
        var now = Sql.time(time.now());
        db.sql("""
                INSERT INTO access.visit (id, account, way, began_at, confirmed_at, address, browser)
                VALUES (:id, :account, :way, :now, :now, :address, :browser)
                """)
                .param("id", id).param("account", account).param("way", way.name()).param("now", now)
                .param("address", request.getRemoteAddr()).param("browser", browser(request))
                .update();
        var session = request.getSession(true);
        session.setAttribute(ID, id.toString());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, id.toString());
        trail.note("visit.began", account, account, Map.of("way", way.name()));
        visit(id).ifPresent(visit -> SecurityContextHolder.setContext(new SecurityContextImpl(visit)));
    }

    /** It was really them, just now: opens the five minutes for a binding act. */
    @Transactional
    public void confirm(Visit visit) {
        db.sql("UPDATE access.visit SET confirmed_at = :now WHERE id = :id")
                .param("id", visit.id()).param("now", Sql.time(time.now()))
                .update();
        trail.note("visit.confirmed", visit.me().account(), visit.me().account(), Map.of());
    }

    public boolean confirmed(Visit visit) {
        return visit.confirmedAt().isAfter(time.now().minus(CONFIRMED_FOR));
    }

    /** The person leaves. */
    @Transactional
    public void end(Visit visit, HttpServletRequest request) {
        end(visit.id(), visit.me().account());
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Ends one of one's own visits, from any other; that browser's next request is a stranger's. False: not one's own, or over. */
    @Transactional
    public boolean end(UUID visit, UUID owner) {
        var ended = db.sql("""
                UPDATE access.visit
                   SET ended_at = :now,
                       ended_by = :owner
                 WHERE id = :visit
                   AND account = :owner
                   AND ended_at IS NULL
                """)
                .param("visit", visit).param("owner", owner).param("now", Sql.time(time.now()))
                .update();
        if (ended == 1) {
            trail.note("visit.ended", owner, owner, Map.of());
        }
        return ended == 1;
    }

    /** What an account holds open, the newest first. */
    public List<Stay> open(UUID account) {
        return db.sql("""
                SELECT v.id,
                       v.way,
                       v.began_at,
                       v.address,
                       v.browser,
                       s.last_access_time
                  FROM access.visit v
                  JOIN access.session s ON s.principal_name = v.id::text
                 WHERE v.account = :account
                   AND v.ended_at IS NULL
                   AND v.began_at > :earliest
                 ORDER BY v.began_at DESC
                """)
                .param("account", account).param("earliest", Sql.time(time.now().minus(LONGEST)))
                .query((row, n) -> new Stay(
                        row.getObject("id", UUID.class),
                        Visit.Way.valueOf(row.getString("way")),
                        Sql.instant(row, "began_at"),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getString("address"),
                        row.getString("browser")))
                .list();
    }

    private Optional<Visit> visit(UUID id) {
        return db.sql("""
                SELECT v.id,
                       v.way,
                       v.began_at,
                       v.confirmed_at,
                       a.id AS account,
                       a.name,
                       a.supplier,
                       (SELECT string_agg(r.role, ' ') FROM access.role r WHERE r.account = a.id AND r.taken_at IS NULL) AS roles
                  FROM access.visit v
                  JOIN access.account a ON a.id = v.account
                 WHERE v.id = :id
                   AND v.ended_at IS NULL
                   AND v.began_at > :earliest
                   AND NOT EXISTS (SELECT FROM access.disabling d WHERE d.account = a.id AND d.enabled_at IS NULL)
                """)
                .param("id", id).param("earliest", Sql.time(time.now().minus(LONGEST)))
                .query((row, n) -> new Visit(
                        row.getObject("id", UUID.class),
                        me(row),
                        Visit.Way.valueOf(row.getString("way")),
                        Sql.instant(row, "began_at"),
                        Sql.instant(row, "confirmed_at")))
                .optional();
    }

    /** The roles that count at this moment. */
    private Set<Role> running(UUID account, Set<Role> roles) {
        return roles.stream().filter(role -> !role.forATerm() || terms.stream().anyMatch(term -> term.role() == role && term.runs(account)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The person of a row that names account, name, supplier and roles, with those roles that count now. */
    Me me(ResultSet row) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new Me(account, row.getString("name"), running(account, Accounts.roles(row.getString("roles"))), Optional.ofNullable(row.getObject("supplier", UUID.class)));
    }

    /** Enough for its owner to recognise it ("Firefox, Windows"), and no more. */
    private static String browser(HttpServletRequest request) {
        var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        var name = agent.contains("Edg/") ? "Edge"
                : agent.contains("Firefox/") ? "Firefox"
                : agent.contains("Chrome/") ? "Chrome"
                : agent.contains("Safari/") ? "Safari"
                : "?";
        var system = agent.contains("Android") ? "Android"
                : agent.contains("iPhone") || agent.contains("iPad") ? "iOS"
                : agent.contains("Windows") ? "Windows"
                : agent.contains("Mac OS X") ? "macOS"
                : agent.contains("Linux") ? "Linux"
                : "?";
        return name + ", " + system;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var session = holder.getRequest().getSession(false);
        var id = session == null ? null : (String) session.getAttribute(ID);
        return id == null ? new SecurityContextImpl()
                : visit(UUID.fromString(id)).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    /** Visits begin by {@link #begin} alone; no filter writes one. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ID) != null;
    }
}
