package org.probity.supply.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Supplier;

/**
 * One supplier's grade of a half-year, for those who give it.
 *
 * @param card empty: nothing of this supplier was measured
 * @param plan the corrective action that a C asks for
 * @param place its entry's index in the log, once it has one
 * @param answers whether who looks may answer the appeal
 */
public record CardPage(
        Round round, Scheme scheme, Supplier supplier, Optional<CardView> card, Optional<Appeal> appeal, Optional<Consequence> consequence, Optional<UUID> plan,
        Optional<Long> place,
        List<Past> history, boolean grades, boolean answers, List<Reason> reasons) implements Page {

    public record Past(Round round, Scorecard card) {}

    public boolean judgeable() {
        return grades && switch (round.stage()) {
            case OPEN, COMPUTED -> true;
            case PROPOSED, GIVEN -> false;
        };
    }

    public List<Option> judged(Screen s) {
        return scheme.criteria().stream().filter(it -> !it.gate() && it.judged()).map(it -> new Option(it.code(), s.t("evaluation.criterion." + it.code()))).toList();
    }

    public List<Option> outcomes(Screen s) {
        return Stream.of(Appeal.Outcome.values()).map(it -> new Option(it.name(), s.t("evaluation.outcome." + it))).toList();
    }

    public Table<Past> past(Screen s) {
        return Table.of(s, history).caption(s.t("evaluation.history"))
                .head("evaluation.period", it -> RoundsPage.name(s, it.round()))
                .state("evaluation.grade", it -> CardView.state(s, it.card()))
                .number("evaluation.score", it -> CardView.shown(it.card()))
                .text("evaluation.why", it -> it.card().reason());
    }
}
