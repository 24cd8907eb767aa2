package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.inbox.Words;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.springframework.stereotype.Component;

/** Every obligation of a supplier on their list, in the words of its kind: {@code .ask}, {@code .do}, {@code .again}, {@code .why}. */
@Component
class OwedObligations implements Owing {
    private final Obligations obligations;

    OwedObligations(Obligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public List<Owed> of(Supplier supplier, LocalDate today, Me me) {
        return obligations.of(supplier.id()).stream().map(it -> owed(it, today)).toList();
    }

    static Owed owed(Obligation it, LocalDate today) {
        var turn = !it.waits(today) ? it.state() == org.probity.shapes.obligation.State.SENT_IN ? Turn.OURS : Turn.DONE
                : it.state() == org.probity.shapes.obligation.State.SENT_BACK ? Turn.AGAIN : Turn.YOURS;
        return new Owed(s -> s.t(it.kind()) + " " + it.period(), Words.of(it.kind() + ".ask"), Words.of(it.kind() + (turn == Turn.AGAIN ? ".again" : ".do")), Words.of(it.kind() + ".why"),
                Words.of("supplier.next-review"), PortalPage.href(it), turn, Optional.of(it.dueDay()), Optional.ofNullable(it.validUntil()),
                s -> PortalPage.state(s, it, today), false);
    }
}
