package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Duties beside proofs on the one list: what says no more than a line says it in the line. */
@Component
class OwedDuties implements Owing {
    private final List<PortalDuties> duties;

    OwedDuties(List<PortalDuties> duties) {
        this.duties = List.copyOf(duties);
    }

    @Override
    public List<Owed> of(Supplier supplier, LocalDate today, Me me) {
        return duties.stream().flatMap(it -> it.of(supplier.id()).stream())
                .map(it -> new Owed(it.what(), it.more(), Words.of("supplier.to-duty"), it.more(), Words.of("supplier.next-review"), it.href(),
                        it.waits() ? Turn.YOURS : Turn.OURS, Optional.of(it.dueDay()), Optional.empty(), s -> it.state().apply(s), false)).toList();
    }
}
