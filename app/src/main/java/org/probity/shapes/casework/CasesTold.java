package org.probity.shapes.casework;

import java.util.Map;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems that a corrective action was opened or closed. */
@Component
class CasesTold {
    private static final EventKind OPENED = new EventKind("correction.opened", "casework.event.opened");
    private static final EventKind CLOSED = new EventKind("correction.closed", "casework.event.closed");

    private final ApplicationEventPublisher events;

    CasesTold(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Bean
    static EventKind correctionOpened() {
        return OPENED;
    }

    @Bean
    static EventKind correctionClosed() {
        return CLOSED;
    }

    @EventListener
    void moved(Cases.Moved moved) {
        switch (moved.after().state()) {
            case PLAN_OWED -> tell(OPENED, moved.after());
            case CLOSED -> tell(CLOSED, moved.after());
            case PLAN_SENT, PLAN_RETURNED, PLAN_ACCEPTED, DONE_SENT, DONE_RETURNED, VERIFIED, NO_ACTION -> {}
        }
    }

    private void tell(EventKind kind, Case it) {
        events.publishEvent(new Happened(kind, Map.of("case", it.id().toString(), "supplier", it.supplier().toString(), "kind", it.kind()), it.at()));
    }
}
