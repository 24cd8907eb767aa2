package org.probity.supply.admission;

import java.time.Clock;
import java.util.Map;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems what was decided about a place on the list. That a leg ended tells no one: whoever orders asks. */
@Component
class AdmissionTold {
    private static final EventKind ADMITTED = new EventKind("supplier.admitted", "admission.event-kind.admitted");
    private static final EventKind REFUSED = new EventKind("supplier.refused", "admission.event-kind.refused");
    private static final EventKind STOPPED = new EventKind("supplier.stopped", "admission.event-kind.stopped");
    private static final EventKind WENT_ON = new EventKind("supplier.went-on", "admission.event-kind.went-on");

    private final ApplicationEventPublisher events;
    private final Clock clock;

    AdmissionTold(ApplicationEventPublisher events, Clock clock) {
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
    }

    @EventListener
    void stopped(Admission.Stopped it) {
        events.publishEvent(new Happened(it.stopped() ? STOPPED : WENT_ON, Map.of("dossier", it.dossier().toString(), "supplier", it.supplier().toString()), clock.instant()));
    }
}
