package org.probity.supply.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Supplier;

/** What was held, seen and decided of one supplier at the end of a day. */
public record OnDayPage(Supplier supplier, LocalDate day, List<OnDay> lists) implements Page {

    public Table<OnDay> table(Screen s) {
        return table(s, lists).text("screening.proof", it -> it.run() == null ? Link.NONE
                : new Link(s.t("screening.proof-file"), "/app/screening/results/" + it.run() + "/" + supplier.id() + "/" + it.version()));
    }

    static Table<OnDay> table(Screen s, List<OnDay> lists) {
        return Table.of(s, lists)
                .caption(s.t("screening.seen"))
                .head("screening.list", it -> it.list(s.lang()))
                .text("screening.version", it -> Optional.ofNullable(it.heldLabel()))
                .state("screening.result", it -> result(s, it))
                .day("screening.judged-on", it -> Optional.ofNullable(it.judgedAt()));
    }

    private static State result(Screen s, OnDay it) {
        if (it.held() == null) {
            return State.none(s.t("screening.not-in-force"));
        }
        if (it.judged() == null) {
            return State.warn(s.t("screening.not-looked-for"));
        }
        if (it.truly() > 0) {
            return State.bad(s.t("screening.state.TRUE_HIT"));
        }
        if (it.open() > 0) {
            return State.warn(s.t("screening.open-alerts", it.open()));
        }
        if (!it.upToDate()) {
            return State.warn(s.t("screening.older-version", it.judged()));
        }
        return State.good(s.t(it.hits() != null && it.hits() > 0 ? "screening.all-decided" : "screening.nothing-found"));
    }
}
