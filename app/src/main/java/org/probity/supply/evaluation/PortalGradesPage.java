package org.probity.supply.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/**
 * A supplier's own grades, and the one that is open with how it came about.
 *
 * @param chosen empty: never graded
 * @param lastDay to object
 * @param plan the corrective action it asks for
 */
public record PortalGradesPage(
        List<CardPage.Past> grades, Optional<CardPage.Past> chosen, Optional<CardView> card, Optional<Appeal> appeal, Optional<LocalDate> lastDay, Optional<UUID> plan,
        boolean mayAppeal, String words, List<Reason> reasons) implements Page {

    public Table<CardPage.Past> table(Screen s) {
        return Table.of(s, grades).caption(s.t("evaluation.history"))
                .head("evaluation.period", it -> new Link(RoundsPage.name(s, it.round()), "/app/portal/evaluation/" + it.card().id()))
                .state("evaluation.grade", it -> CardView.state(s, it.card()))
                .number("evaluation.score", it -> CardView.shown(it.card()));
    }
}
