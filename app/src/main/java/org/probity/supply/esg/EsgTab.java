package org.probity.supply.esg;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.casework.CasesPiece;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** A supplier's answers and risk, with every point laid open, on the supplier's page. */
@Component
class EsgTab implements SupplierTab {
    private final Risks risks;
    private final RiskPieces pieces;
    private final AssessmentLines lines;
    private final Cases cases;
    private final Clock clock;

    EsgTab(Risks risks, RiskPieces pieces, AssessmentLines lines, Cases cases, Clock clock) {
        this.risks = risks;
        this.pieces = pieces;
        this.lines = lines;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "esg";
    }

    @Override
    public String title() {
        return "esg.tab";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Page show(UUID supplier) {
        var today = LocalDate.now(clock);
        return new EsgTabPage(risks.of(supplier).map(pieces::of), lines.of(supplier),
                new CasesPiece(cases.of(supplier).stream().filter(it -> it.kind().equals(EsgCases.KIND)).toList(), today), today);
    }
}
