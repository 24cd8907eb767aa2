package org.probity.house.views;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Forgetting;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.KeptViews;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views people keep. */
@Service
class Views implements KeptViews {
    private static final int MOST = 40;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1_000;

    /** One view of its owner. */
    record View(UUID id, String name, String path, String query, @Nullable Role role, Instant keptAt) {
        String href() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    Views(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What somebody kept for themselves goes when they are erased; what they shared is still used by others. */
    @EventListener
    void forget(Forgetting.Forgotten somebody) {
        db.sql("DELETE FROM views.view WHERE owner = :owner AND role IS NULL").param("owner", somebody.account()).update();
    }

    /**
     * Keeps a view under a name; the same name on the same list is replaced.
     *
     * <p>Refusals: {@code views.name-missing}; {@code views.name-long} (more than 60 characters); {@code views.address-wrong} not a list of
     * this house; {@code views.role-not-yours} shared with a role one does not hold, or with suppliers, who are not each other's colleagues; {@code views.many} (more than 40).
     *
     * @param address path and filters; page and format are left out, because they belong to a moment
     */
    @Transactional
    Answer<View> keep(String name, String address, Optional<Role> with, Me by) {
        if (name.isBlank()) {
            return Answer.refused("name", "views.name-missing");
        }
        if (name.strip().length() > LONGEST_NAME) {
            return Answer.refused("name", "views.name-long", LONGEST_NAME);
        }
        if (!address.matches("/app(/[A-Za-z0-9/_-]*)?(\\?[^\\s\\\\#\"<>]*)?") || address.contains("//") || address.length() > LONGEST_ADDRESS) {
            return Answer.refused("", "views.address-wrong");
        }
        if (with.isPresent() && (!by.is(with.get()) || with.get().outside())) {
            return Answer.refused("role", "views.role-not-yours");
        }
        var question = address.indexOf('?');
        var path = question < 0 ? address : address.substring(0, question);
        var query = question < 0 ? "" : List.of(address.substring(question + 1).split("&")).stream()
                .filter(part -> !part.matches("(page|format|lang)=.*")).reduce((a, b) -> a + "&" + b).orElse("");
        var mine = mine(by);
        if (mine.size() >= MOST && mine.stream().noneMatch(it -> it.path().equals(path) && it.name().equals(name.strip()))) {
            return Answer.refused("", "views.many", MOST);
        }
        return Answer.done(db.sql("""
                INSERT INTO views.view (id, owner, name, path, query, role, kept_at)
                VALUES (:id, :owner, :name, :path, :query, :role, :now)
                ON CONFLICT ON CONSTRAINT name_taken DO UPDATE SET query = excluded.query, role = excluded.role, kept_at = excluded.kept_at
                RETURNING id, name, path, query, role, kept_at
                """)
                .param("id", UUID.randomUUID()).param("owner", by.account()).param("name", name.strip()).param("path", path).param("query", query)
                .param("role", with.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(View.class).single());
    }

    /** Whoever it was shared with loses it too. Refusals: {@code views.not-yours}. */
    @Transactional
    Answer<UUID> remove(UUID view, Me by) {
        var removed = db.sql("DELETE FROM views.view WHERE id = :id AND owner = :owner")
                .param("id", view).param("owner", by.account())
                .update();
        return removed == 1 ? Answer.done(view) : Answer.refused("", "views.not-yours");
    }

    List<View> mine(Me me) {
        return db.sql("SELECT id, name, path, query, role, kept_at FROM views.view WHERE owner = :owner ORDER BY path, name")
                .param("owner", me.account())
                .query(View.class).list();
    }

    @Override
    public List<Kept> of(Me me, String path) {
        return db.sql("""
                SELECT name, path || CASE WHEN query = '' THEN '' ELSE '?' || query END AS href, owner <> :me AS shared
                  FROM views.view
                 WHERE path = :path
                   AND (owner = :me OR role = ANY (:roles))
                 ORDER BY owner <> :me, name
                 LIMIT :most
                """)
                .param("me", me.account()).param("path", path)
                .param("roles", me.roles().stream().map(Enum::name).toArray(String[]::new)).param("most", MOST)
                .query(Kept.class).list();
    }
}
