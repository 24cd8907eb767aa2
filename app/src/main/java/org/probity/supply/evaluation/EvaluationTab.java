package org.probity.supply.evaluation;

import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.supply.supplier.SupplierTab;
import org.springframework.stereotype.Component;

/** A supplier's grades, on the supplier's page. */
@Component
class EvaluationTab implements SupplierTab {
    private final Rounds rounds;
    private final Scorecards scorecards;

    EvaluationTab(Rounds rounds, Scorecards scorecards) {
        this.rounds = rounds;
        this.scorecards = scorecards;
    }

    @Override
    public String path() {
        return "evaluation";
    }

    @Override
    public String title() {
        return "evaluation.tab";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Page show(UUID supplier) {
        return new EvaluationTabPage(supplier, scorecards.given(supplier).stream()
                .map(it -> new CardPage.Past(rounds.find(it.round()).orElseThrow(), it)).toList());
    }
}
