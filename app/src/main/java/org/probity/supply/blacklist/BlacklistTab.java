package org.probity.supply.blacklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Page;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.PortalDuties;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.SupplierTab;
import org.probity.supply.supplier.Suppliers;
import org.springframework.stereotype.Component;

/** Cases and bans on a supplier's page, and on the portal what a supplier is to answer. */
@Component
class BlacklistTab implements SupplierTab, PortalDuties {
    private final Matters matters;
    private final Suppliers suppliers;
    private final Clock clock;

    BlacklistTab(Matters matters, Suppliers suppliers, Clock clock) {
        this.matters = matters;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "blacklist";
    }

    @Override
    public String title() {
        return "blacklist.title";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Page show(UUID supplier) {
        return new BlacklistTabPage(suppliers.find(supplier).map(Supplier::number).orElse(""), matters.about(supplier), LocalDate.now(clock));
    }

    @Override
    public List<Line> of(UUID supplier) {
        var today = LocalDate.now(clock);
        return matters.about(supplier).stream().filter(it -> it.dueDay() != null).map(it -> new Line(Words.of("blacklist.portal.answer"), s -> it.ground(s.lang()),
                "/app/portal/blacklist/" + it.id(), it.dueDay(), s -> StandingPage.state(s, it, today), it.running() && it.answers() == 0)).toList();
    }
}
