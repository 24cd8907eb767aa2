package org.probity.supply.audit;

import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.casework.CasesPiece;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** A supplier's audits and what came of them, on the supplier's page. */
@Component
class AuditTab implements SupplierTab {
    private final Audits audits;
    private final Plans plans;
    private final Cases cases;

    AuditTab(Audits audits, Plans plans, Cases cases) {
        this.audits = audits;
        this.plans = plans;
        this.cases = cases;
    }

    @Override
    public String path() {
        return "audits";
    }

    @Override
    public String title() {
        return "audit.title";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 54;
    }

    @Override
    public Page show(UUID supplier) {
        return new AuditTabPage(audits.of(supplier), plans.risks(audits.today()).stream().filter(it -> it.supplier().equals(supplier)).findFirst(),
                new CasesPiece(cases.of(supplier).stream().filter(it -> it.kind().equals(AuditCases.KIND)).toList(), audits.today()));
    }
}
