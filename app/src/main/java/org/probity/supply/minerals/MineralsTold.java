package org.probity.supply.minerals;

import java.util.Map;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems how papers come to stand, so that who orders goods need not ask every morning. */
@Component
class MineralsTold {
    private static final EventKind ACCEPTED = new EventKind("paper.accepted", "minerals.event.accepted");
    private static final EventKind SENT_BACK = new EventKind("paper.sent-back", "minerals.event.sent-back");
    private static final EventKind LAPSED = new EventKind("paper.lapsed", "minerals.event.lapsed");

    private final ApplicationEventPublisher events;

    MineralsTold(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Bean
    static EventKind paperAccepted() {
        return ACCEPTED;
    }

    @Bean
    static EventKind paperSentBack() {
        return SENT_BACK;
    }

    @Bean
    static EventKind paperLapsed() {
        return LAPSED;
    }

    @EventListener
    void moved(Obligations.Moved moved) {
        if (PaperKind.obligations().contains(moved.obligation().kind())) {
            switch (moved.obligation().state()) {
                case MET -> tell(ACCEPTED, moved.obligation());
                case SENT_BACK -> tell(SENT_BACK, moved.obligation());
                case LAPSED -> tell(LAPSED, moved.obligation());
                case OWED, SENT_IN, WAIVED -> {}
            }
        }
    }

    @EventListener
    void reopened(Rejudging.Reopened reopened) {
        reopened.obligations().forEach(it -> tell(SENT_BACK, it));
    }

    private void tell(EventKind kind, Obligation it) {
        events.publishEvent(new Happened(kind, Map.of(
                "paper", it.id().toString(), "supplier", it.party().toString(), "kind", it.kind(), "year", String.valueOf(it.period())), it.at()));
    }
}
