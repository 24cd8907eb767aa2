package org.probity.supply.admission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.time.DayHasBegun;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.supply.clearance.Clearances;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells other systems what was decided about a place on the list, and whoever keeps our answers when to ask again: also when nobody did anything and a
 * leg ended with its day.
 */
@Component
class AdmissionTold {
    private static final EventKind ADMITTED = new EventKind("supplier.admitted", "admission.event-kind.admitted");
    private static final EventKind REFUSED = new EventKind("supplier.refused", "admission.event-kind.refused");
    private static final EventKind STOPPED = new EventKind("supplier.stopped", "admission.event-kind.stopped");
    private static final EventKind WENT_ON = new EventKind("supplier.went-on", "admission.event-kind.went-on");

    private final JdbcClient db;
    private final Clearances clearances;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdmissionTold(JdbcClient db, Clearances clearances, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.clearances = clearances;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static EventKind supplierAdmitted() {
        return ADMITTED;
    }

    @Bean
    static EventKind supplierRefused() {
        return REFUSED;
    }

    @Bean
    static EventKind supplierStopped() {
        return STOPPED;
    }

    @Bean
    static EventKind supplierWentOn() {
        return WENT_ON;
    }

    @EventListener
    void decided(Admission.Decided it) {
        events.publishEvent(new Happened(it.outcome() == Dossier.Outcome.ADMIT ? ADMITTED : REFUSED,
                Map.of("dossier", it.dossier().toString(), "supplier", it.supplier().toString(), "category", it.category()), clock.instant()));
        clearances.changed(it.supplier());
    }

    @EventListener
    void stopped(Admission.Stopped it) {
        events.publishEvent(new Happened(it.stopped() ? STOPPED : WENT_ON, Map.of("dossier", it.dossier().toString(), "supplier", it.supplier().toString()), clock.instant()));
        clearances.changed(it.supplier());
    }

    @EventListener
    void concluded(Rulings.Concluded it) {
        onTheList(List.of(it.supplier()));
    }

    @EventListener
    void withdrawn(Rulings.Withdrawn it) {
        onTheList(List.of(it.supplier()));
    }

    /** Whatever ended with yesterday. Something else may hold in its place; then the answer is the same, and asking was in vain. */
    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        onTheList(db.sql("""
                SELECT supplier FROM admission.passing('infinity') WHERE until_day = :yesterday
                 UNION
                SELECT supplier FROM admission.signed('infinity') WHERE until_day = :yesterday
                 UNION
                SELECT dossier.supplier FROM admission.entry('infinity') AS entry JOIN admission.dossier ON dossier.id = entry.dossier WHERE entry.until_day = :yesterday
                """)
                .param("yesterday", begun.day().minusDays(1)).query(UUID.class).list());
    }

    /** Those who were never admitted are not ordered from anyway. */
    private void onTheList(List<UUID> some) {
        if (!some.isEmpty()) {
            db.sql("""
                    SELECT DISTINCT dossier.supplier
                      FROM admission.entry('infinity') AS entry
                      JOIN admission.dossier ON dossier.id = entry.dossier
                     WHERE entry.outcome = 'ADMIT'
                       AND dossier.supplier = ANY (:some)
                    """)
                    .param("some", some.toArray(UUID[]::new)).query(UUID.class).list().forEach(clearances::changed);
        }
    }
}
