package org.probity.supply.audit;

import java.util.UUID;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.casework.Cases;
import org.probity.supply.clearance.Clearances;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever keeps our answers asks again when a Priority finding is opened or closed, or its closing day is over. */
@Component
class FindingsTold {
    private final JdbcClient db;
    private final Clearances clearances;

    FindingsTold(JdbcClient db, Clearances clearances) {
        this.db = db;
        this.clearances = clearances;
    }

    @EventListener(condition = "#moved.after().kind() == 'audit.finding' && #moved.after().severity() == 'PRIORITY' && (#moved.from() == null || #moved.after().state().name() == 'CLOSED')")
    void moved(Cases.Moved moved) {
        clearances.changed(moved.after().supplier());
    }

    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        db.sql("SELECT DISTINCT supplier FROM casework.standing WHERE kind = 'audit.finding' AND severity = 'PRIORITY' AND state <> 'CLOSED' AND close_due_day = :yesterday")
                .param("yesterday", begun.day().minusDays(1)).query(UUID.class).list().forEach(clearances::changed);
    }
}
