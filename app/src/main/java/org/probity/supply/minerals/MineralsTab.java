package org.probity.supply.minerals;

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

/** A supplier's papers, on the supplier's page. */
@Component
class MineralsTab implements SupplierTab {
    private final Obligations obligations;
    private final Minerals minerals;
    private final Clock clock;

    MineralsTab(Obligations obligations, Minerals minerals, Clock clock) {
        this.obligations = obligations;
        this.minerals = minerals;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "minerals";
    }

    @Override
    public String title() {
        return "minerals.menu";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.BUYER);
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Page show(UUID supplier) {
        var owed = obligations.of(supplier).stream().filter(it -> PaperKind.obligations().contains(it.kind())).toList();
        var newest = new HashMap<UUID, UUID>();
        owed.forEach(it -> minerals.papers(it.id()).stream().findFirst().ifPresent(paper -> newest.put(it.id(), paper.id())));
        return new MineralsTabPage(owed, newest, LocalDate.now(clock));
    }
}
