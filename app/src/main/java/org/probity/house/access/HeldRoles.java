package org.probity.house.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which roles may stand together, and who holds them: each giving and taking is a row. */
@Component
class HeldRoles {
    private final JdbcClient db;
    private final RealTime time;

    HeldRoles(JdbcClient db, RealTime time) {
        this.db = db;
        this.time = time;
    }

    /** Why these may not stand together; empty: they may. */
    static Optional<Ruling<UUID>> objection(Set<Role> roles, Optional<UUID> supplier) {
        if (roles.isEmpty()) {
            return Optional.of(Ruling.denied("roles", "signin.roles-missing"));
        }
        if (roles.contains(Role.SUPPLIER) && roles.size() > 1) {
            return Optional.of(Ruling.denied("roles", "signin.supplier-alone"));
        }
        if (roles.contains(Role.CUSTOMER) && roles.size() > 1) {
            return Optional.of(Ruling.denied("roles", "signin.customer-alone"));
        }
        if (roles.contains(Role.CONSULTANT) && roles.size() > 1) {
            return Optional.of(Ruling.denied("roles", "signin.consultant-alone"));
        }
        if (roles.contains(Role.SUPPLIER) != supplier.isPresent()) {
            return Optional.of(Ruling.denied("supplier", "signin.supplier-missing"));
        }
        return Optional.empty();
    }

    /** Locks who administers, so that the last two cannot remove each other at the same moment. */
    boolean last(UUID account) {
        var administrators = db.sql("""
                SELECT r.account
                  FROM access.role r
                 WHERE r.role = 'ADMINISTRATOR'
                   AND r.taken_at IS NULL
                   AND NOT EXISTS (SELECT FROM access.disabling d WHERE d.account = r.account AND d.enabled_at IS NULL)
                   FOR UPDATE OF r
                """)
                .query(UUID.class).list();
        return administrators.equals(List.of(account));
    }

    void give(UUID account, Role role, UUID by) {
        db.sql("INSERT INTO access.role (account, role, given_at, given_by) VALUES (:account, :role, :now, :by)")
                .param("account", account).param("role", role.name()).param("now", Sql.time(time.now())).param("by", by)
                .update();
    }

    void take(UUID account, Role role, UUID by) {
        db.sql("""
                UPDATE access.role
                   SET taken_at = :now,
                       taken_by = :by
                 WHERE account = :account
                   AND role = :role
                   AND taken_at IS NULL
                """)
                .param("account", account).param("role", role.name()).param("now", Sql.time(time.now())).param("by", by)
                .update();
    }
}
