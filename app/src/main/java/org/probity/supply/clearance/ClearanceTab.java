package org.probity.supply.clearance;

import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** Whether a supplier may be used, on the supplier's page. */
@Component
class ClearanceTab implements SupplierTab {
    private final Clearances clearances;

    ClearanceTab(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public String path() {
        return "clearance";
    }

    @Override
    public String title() {
        return "clearance.title";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Page show(UUID supplier) {
        return new StandingPage(supplier, clearances.standing(supplier));
    }
}
