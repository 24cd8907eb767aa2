package org.probity.disclosure.statement;

import java.time.Clock;
import java.util.Map;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems that a report is out, in the transaction that publishes it. */
@Component
class StatementTold {
    private static final EventKind PUBLISHED = new EventKind("report.published", "statement.event.published");

    private final Statements statements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatementTold(Statements statements, ApplicationEventPublisher events, Clock clock) {
        this.statements = statements;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static EventKind reportPublished() {
        return PUBLISHED;
    }

    @EventListener(condition = "#ruled.matter() == 'statement.publish' && #ruled.outcome().name() == 'APPROVED'")
    void published(Decisions.Ruled ruled) {
        var edition = statements.find(ruled.subject()).orElseThrow();
        events.publishEvent(new Happened(PUBLISHED, Map.of("edition", edition.id().toString(), "year", String.valueOf(edition.year())), clock.instant()));
    }
}
