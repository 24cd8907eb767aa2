package org.probity.supply.esg;

import java.util.Map;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.obligation.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems that answers were accepted, and that high risk asked for a plan. */
@Component
class EsgTold {
    private static final EventKind ACCEPTED = new EventKind("esg.accepted", "esg.event.accepted");
    private static final EventKind HIGH = new EventKind("esg.high-risk", "esg.event.high-risk");

    private final ApplicationEventPublisher events;

    EsgTold(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Bean
    static EventKind selfAssessmentAccepted() {
        return ACCEPTED;
    }

    @Bean
    static EventKind esgRiskHigh() {
        return HIGH;
    }

    @EventListener
    void ruled(SelfAssessments.Ruled ruled) {
        var it = ruled.after();
        if (it.state() == State.MET) {
            events.publishEvent(new Happened(ACCEPTED, Map.of("assessment", it.id().toString(), "supplier", it.party().toString(), "form", Topic.of(it.kind()).code, "year",
                    String.valueOf(it.period())), it.at()));
        }
    }

    @EventListener(condition = "#moved.after().kind() == 'esg.risk'")
    void moved(Cases.Moved moved) {
        if (moved.after().state() == Case.State.PLAN_OWED) {
            events.publishEvent(new Happened(HIGH, Map.of("plan", moved.after().id().toString(), "supplier", moved.after().supplier().toString()), moved.after().at()));
        }
    }
}
