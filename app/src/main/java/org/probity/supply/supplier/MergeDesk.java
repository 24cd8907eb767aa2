package org.probity.supply.supplier;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.springframework.stereotype.Component;

/** Merges, and undoings of them, that wait for a second person. */
@Component
class MergeDesk implements Waiting {
    private final Decisions decisions;
    private final Merges merges;
    private final Suppliers suppliers;

    MergeDesk(Decisions decisions, Merges merges, Suppliers suppliers) {
        this.decisions = decisions;
        this.merges = merges;
        this.suppliers = suppliers;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.BUYER) && !me.is(Role.SOURCING_OFFICER)) {
            return List.of();
        }
        return Stream.concat(
                decisions.waitingFor(Merges.MATTER, me).stream().flatMap(it -> duty("supplier.desk.merge", it.id()).stream()),
                decisions.waitingFor(Merges.MATTER_UNDO, me).stream().flatMap(it -> duty("supplier.desk.unmerge", it.subject()).stream())).toList();
    }

    private Optional<Duty> duty(String act, UUID merge) {
        return merges.find(merge).flatMap(it -> suppliers.find(it.gone()).map(gone -> new Duty(Words.of(act), s -> gone.name(s.lang()),
                Words.of("supplier.merge-waiting"), "supplier.register", MergesPage.PATH + "/" + merge, Optional.empty())));
    }
}
