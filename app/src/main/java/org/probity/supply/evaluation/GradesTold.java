package org.probity.supply.evaluation;

import java.util.UUID;
import org.probity.house.time.DayHasBegun;
import org.probity.supply.clearance.Clearances;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever keeps our answers asks again when a grade stops what was allowed before, or no longer does; also when the day of a successor is over. */
@Component
class GradesTold {
    /** What follows from a supplier's grade stops, or stops no longer; published in the transaction of it. */
    record Follows(UUID supplier) {}

    private final JdbcClient db;
    private final Clearances clearances;

    GradesTold(JdbcClient db, Clearances clearances) {
        this.db = db;
        this.clearances = clearances;
    }

    @EventListener
    void follows(Follows it) {
        clearances.changed(it.supplier());
    }

    /** Until its day an order to whom we part with only warns. */
    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        db.sql("SELECT supplier FROM evaluation.consequence WHERE kind = 'TERMINATION' AND ended_at IS NULL AND due_day = :yesterday").param("yesterday", begun.day().minusDays(1))
                .query(UUID.class).list().forEach(clearances::changed);
    }
}
