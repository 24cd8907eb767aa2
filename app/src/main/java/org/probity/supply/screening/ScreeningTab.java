package org.probity.supply.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** What is known of a supplier from lists, on the supplier's page. */
@Component
class ScreeningTab implements SupplierTab {
    static final Set<Role> READERS = Set.of(Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);

    private final Alerts alerts;
    private final Results results;
    private final Clock clock;

    ScreeningTab(Alerts alerts, Results results, Clock clock) {
        this.alerts = alerts;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "screening";
    }

    @Override
    public String title() {
        return "screening.menu";
    }

    @Override
    public Set<Role> roles() {
        return READERS;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Page show(UUID supplier) {
        return new ScreeningTabPage(supplier, alerts.about(supplier), results.onDay(supplier, LocalDate.now(clock)));
    }
}
