package org.probity.house.vault;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what people are paid (schema {@code pay}). Its tables belong to the role that is called as the house's own, with {@code _pay}; the house's own may put that role on and has none of its rights otherwise.
 * One connection and one transaction, so that what is kept apart becomes true together with what is not.
 *
 * <p>A server whose administrator has not made the role ({@code CREATE ROLE probity_pay; GRANT probity_pay TO probity WITH INHERIT FALSE, SET TRUE}) stands without it, and the log file says so at each start.
 */
@Component
public class Vault {
    private static final Logger log = LoggerFactory.getLogger(Vault.class);

    private final JdbcClient db;
    private final Optional<String> role;

    Vault(JdbcClient db) {
        this.db = db;
        this.role = db.sql("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = current_user || '_pay' AND pg_has_role(current_user, oid, 'SET')").query(String.class).optional();
        if (role.isEmpty()) {
            log.warn("The database has no role of its own for pay: what people are paid is sealed, but its rows can be read by the house's own connection");
        }
    }

    /** Whether the database itself keeps pay from the house's ordinary connection. */
    public boolean apart() {
        return role.isPresent();
    }

    /**
     * Does some statements as the role. Only these: what else the caller needs is read before or after.
     *
     * @param work statements on tables of {@code pay}, and on what that role was given to read beside them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T open(Supplier<T> work) {
        if (role.isEmpty()) {
            return work.get();
        }
        db.sql("SET LOCAL ROLE " + role.get()).update();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            try {
                close();
            } catch (RuntimeException transactionIsOver) {
                // A statement failed: nothing more can be said in this transaction, and the role ends with it.
                e.addSuppressed(transactionIsOver);
            }
            throw e;
        }
        close();
        return result;
    }

    private void close() {
        db.sql("SET LOCAL ROLE NONE").update();
    }
}
