package org.probity.supply.clearance;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.springframework.stereotype.Component;

/** Exceptions that wait for a second person, on the desks of those who may rule on them. */
@Component
class ClearanceDesk implements Waiting {
    private final Decisions decisions;
    private final Exceptions exceptions;

    ClearanceDesk(Decisions decisions, Exceptions exceptions) {
        this.decisions = decisions;
        this.exceptions = exceptions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.LEGAL) && !me.is(Role.SOURCING_OFFICER) && !me.is(Role.QUALITY)) {
            return List.of();
        }
        return decisions.waitingFor(Exceptions.MATTER, me).stream().flatMap(it -> exceptions.find(it.subject()).stream())
                .map(it -> new Duty(Words.of("clearance.desk.rule"), s -> ExceptionsPage.name(s, it) + s.t("clearance.colon") + ExceptionsPage.acts(s, it),
                        Words.of("clearance.exception-waiting"), "clearance.title", "/app/clearance/exceptions", Optional.empty()))
                .toList();
    }
}
