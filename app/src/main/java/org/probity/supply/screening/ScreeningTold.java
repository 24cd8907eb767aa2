package org.probity.supply.screening;

import java.util.UUID;
import org.probity.supply.clearance.Clearances;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever keeps our answers asks again when what lists say of a supplier has changed: an alert came or went, somebody decided about it, or it does something else. */
@Component
class ScreeningTold {
    /** What lists say of a supplier is otherwise; published in the transaction of what made it so. */
    record Said(UUID supplier) {}

    private final JdbcClient db;
    private final Clearances clearances;

    ScreeningTold(JdbcClient db, Clearances clearances) {
        this.db = db;
        this.clearances = clearances;
    }

    @EventListener
    void said(Said it) {
        clearances.changed(it.supplier());
    }

    /** Another effect of a list counts for every open alert of it. */
    @EventListener
    void set(ListSettings.Set it) {
        db.sql("SELECT DISTINCT supplier FROM screening.standing WHERE list = :list AND state = 'OPEN'").param("list", it.list()).query(UUID.class).list()
                .forEach(clearances::changed);
    }
}
