package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** A supplier's places on the list, each leg with what it stands on, on the supplier's page. */
@Component
class AdmissionTab implements SupplierTab {
    private final Standing standing;
    private final Requirements requirements;
    private final Clock clock;

    AdmissionTab(Standing standing, Requirements requirements, Clock clock) {
        this.standing = standing;
        this.requirements = requirements;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "admission";
    }

    @Override
    public String title() {
        return "admission.tab";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Page show(UUID supplier) {
        return new AdmissionTabPage(supplier, standing.of(supplier).stream().map(it -> new AdmissionTabPage.Place(it, standing.legs(it.id()))).toList(), requirements.clauses(), LocalDate.now(clock));
    }
}
