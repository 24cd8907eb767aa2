package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** A supplier's reports and declarations of substances, on the supplier's page. */
@Component
class SubstancesTab implements SupplierTab {
    private final Obligations obligations;
    private final Substances substances;
    private final Limits limits;
    private final Clock clock;

    SubstancesTab(Obligations obligations, Substances substances, Limits limits, Clock clock) {
        this.obligations = obligations;
        this.substances = substances;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "substances";
    }

    @Override
    public String title() {
        return "substances.menu";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(SubstancesWeb.READERS);
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public Page show(UUID supplier) {
        var today = LocalDate.now(clock);
        var owed = obligations.of(supplier).stream().filter(it -> PaperKind.ours(it.kind())).toList();
        var newest = new HashMap<UUID, Paper>();
        owed.forEach(it -> substances.papers(it.id()).stream().findFirst().ifPresent(paper -> newest.put(it.id(), paper)));
        return new SubstancesTabPage(owed, newest, limits.note("rohs-voluntary", today), today);
    }
}
