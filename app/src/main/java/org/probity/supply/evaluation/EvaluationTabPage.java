package org.probity.supply.evaluation;

import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** A supplier's grades through time, below the tabs of its page. */
public record EvaluationTabPage(UUID supplier, List<CardPage.Past> grades) implements Page {
    public Table<CardPage.Past> table(Screen s) {
        return Table.of(s, grades).caption(s.t("evaluation.history"))
                .head("evaluation.period", it -> new Link(RoundsPage.name(s, it.round()), "/app/evaluation/" + it.round().id() + "/" + supplier))
                .state("evaluation.grade", it -> CardView.state(s, it.card()))
                .number("evaluation.score", it -> CardView.shown(it.card()))
                .text("evaluation.why", it -> it.card().reason());
    }
}
