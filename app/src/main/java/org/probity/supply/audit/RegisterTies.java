package org.probity.supply.audit;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever entered a supplier in the register brought it in. */
@Component
class RegisterTies implements Ties {
    private final JdbcClient db;

    RegisterTies(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<String> between(UUID supplier, UUID account) {
        return db.sql("SELECT count(*) FROM supplier.entered WHERE supplier = :supplier AND account = :account").param("supplier", supplier).param("account", account)
                .query(Long.class).single() == 0 ? Optional.empty() : Optional.of("audit.tie.entered");
    }
}
