package org.probity.supply.minerals;

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
 * A supplier's papers, below the tabs of its page.
 *
 * @param newest of an obligation, the paper that came last
 */
public record MineralsTabPage(List<Obligation> owed, Map<UUID, UUID> newest, LocalDate today) implements Page {

    public Table<Obligation> table(Screen s) {
        return Table.of(s, owed)
                .caption(s.t("minerals.papers"))
                .head("minerals.what", it -> new Link(s.t(it.kind()) + " " + it.period(),
                        newest.containsKey(it.id()) ? "/app/minerals/papers/" + newest.get(it.id()) : ""))
                .state("minerals.state", it -> PortalPage.state(s, it, today))
                .day("minerals.due", Obligation::dueDay)
                .day("minerals.holds", it -> Optional.ofNullable(it.validUntil()));
    }
}
