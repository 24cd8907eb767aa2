package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseWords;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.casework.Parties;
import org.springframework.stereotype.Component;

/** Suppliers as the other side of corrective actions, and their corrective actions in the portal. */
@Component
class SupplierCases implements Parties, PortalDuties {
    private final Suppliers suppliers;
    private final Correspondents correspondents;
    private final Cases cases;
    private final Clock clock;

    SupplierCases(Suppliers suppliers, Correspondents correspondents, Cases cases, Clock clock) {
        this.suppliers = suppliers;
        this.correspondents = correspondents;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Party> of(Collection<UUID> wanted) {
        return wanted.isEmpty() ? Map.of() : suppliers.find(wanted).stream()
                .map(it -> new Party(it.id(), it.number(), it.nameEn(), it.nameZh())).collect(Collectors.toMap(Party::id, Function.identity()));
    }

    @Override
    public List<To> correspondents(UUID supplier) {
        return correspondents.of(suppliers.find(supplier).orElseThrow()).stream().map(it -> new To(it.email(), it.lang())).toList();
    }

    @Override
    public List<Line> of(UUID supplier) {
        var today = LocalDate.now(clock);
        return cases.of(supplier).stream().filter(Case::open)
                .map(it -> new Line(s -> it.title(s.lang()), s -> CaseWords.kind(s, it) + " · " + CaseWords.severity(s, it), "/app/portal/casework/" + it.id(),
                        it.dueDay(), s -> CaseWords.state(s, it, today), it.state().waitsForSupplier()))
                .toList();
    }
}
