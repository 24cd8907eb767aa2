package org.probity.supply.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.obligation.Obligation;
import org.probity.supply.supplier.PortalPage;

/**
 * A supplier's reports, below the tabs of its page.
 *
 * @param newest of a request, the paper that came last
 * @param voluntary what the law says of RoHS and modules
 */
public record SubstancesTabPage(List<Obligation> owed, Map<UUID, Paper> newest, Optional<Limits.Note> voluntary, LocalDate today) implements Page {

    public Table<Obligation> table(Screen s) {
        return Table.of(s, owed)
                .caption(s.t("substances.papers"))
                .head("substances.what", it -> new Link(s.t(it.kind()) + " " + it.period(), paper(it).map(paper -> "/app/substances/papers/" + paper.id()).orElse("")))
                .state("substances.state", it -> PortalPage.state(s, it, today))
                .text("substances.laboratory", it -> paper(it).map(Paper::laboratory).orElse(""))
                .day("substances.report-day", it -> paper(it).map(Paper::reportDay))
                .day("substances.due", Obligation::dueDay)
                .day("substances.holds", it -> Optional.ofNullable(it.validUntil()));
    }

    private Optional<Paper> paper(Obligation it) {
        return Optional.ofNullable(newest.get(it.id()));
    }
}
