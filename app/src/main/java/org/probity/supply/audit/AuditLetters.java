package org.probity.supply.audit;

import java.util.List;
import java.util.Map;
import org.probity.house.mail.Letter;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.Company;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.supply.supplier.Correspondents;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a supplier that we come, and what was found; and other systems that a report holds. */
@Component
class AuditLetters {
    private static final EventKind REPORTED = new EventKind("audit.reported", "audit.event.reported");

    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Company company;
    private final ApplicationEventPublisher events;

    AuditLetters(Suppliers suppliers, Correspondents correspondents, Outbox outbox, Company company, ApplicationEventPublisher events) {
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.company = company;
        this.events = events;
    }

    @Bean
    static EventKind auditReported() {
        return REPORTED;
    }

    @EventListener
    void moved(Audits.Moved moved) {
        var it = moved.audit();
        switch (it.state()) {
            case ARRANGED -> write(it, "audit.letter.arranged", "");
            case CALLED_OFF -> write(it, "audit.letter.called-off", "");
            case REPORTED -> {
                write(it, "audit.letter.reported", "/app/portal/audit/" + it.id());
                events.publishEvent(new Happened(REPORTED, Map.of("audit", it.id().toString(), "supplier", it.supplier().toString()), it.at()));
            }
            case UNDERWAY, DRAWN_UP -> {}
        }
    }

    private void write(Audit it, String key, String path) {
        correspondents.of(suppliers.find(it.supplier()).orElseThrow()).forEach(to -> outbox.write(new Letter(to.email(), to.lang(), key,
                List.of(company.signs(to.lang()), it.number(), it.fromDay(), it.untilDay(), it.findings() == null ? 0L : it.findings().longValue()), path)));
    }
}
