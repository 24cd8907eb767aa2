package org.probity.supply.audit;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.casework.CasesPiece;

/** A supplier's audits, below the tabs of its page. */
public record AuditTabPage(List<Audit> audits, Optional<Plans.Risk> risk, CasesPiece cases) implements Page {
    public Table<Audit> table(Screen s) {
        return Table.of(s, audits)
                .caption(s.t("audit.title"))
                .head("audit.number", it -> new Link(it.number(), "/app/audits/" + it.id()))
                .day("audit.from", Audit::fromDay)
                .state("audit.state", it -> AuditsPage.state(s, it.state()))
                .number("audit.findings", it -> Optional.ofNullable(it.findings()).map(Integer::longValue))
                .day("audit.reaudit", it -> Optional.ofNullable(it.reauditDay()));
    }

    public String why(Screen s) {
        return risk.map(it -> it.why().stream().map(why -> PlanPage.why(s, why)).reduce((one, two) -> one + s.t("audit.comma") + two).orElse("")).orElse("");
    }
}
