package org.probity.supply.audit;

import java.util.UUID;
import org.probity.supply.supplier.Interest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever left an audit team because they said that they have to do with the supplier. */
@Component
class DeclaredInTeam implements Interest {
    private final JdbcClient db;

    DeclaredInTeam(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean in(UUID supplier, UUID account) {
        return db.sql("SELECT EXISTS (SELECT FROM audit.member JOIN audit.audit ON audit.id = member.audit WHERE audit.supplier = :supplier AND member.account = :account AND member.dealings <> '')")
                .param("supplier", supplier).param("account", account)
                .query(Boolean.class).single();
    }
}
