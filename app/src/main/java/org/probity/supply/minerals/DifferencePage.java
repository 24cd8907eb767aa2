package org.probity.supply.minerals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.supply.minerals.LastYear.Change;
import org.probity.supply.minerals.LastYear.Line;
import org.probity.supply.supplier.Supplier;

/**
 * What changed among a supplier's smelters from the answer accepted last year to this one.
 *
 * @param before the paper of last year; none when nothing was accepted
 */
public record DifferencePage(UUID paper, int year, Supplier supplier, Optional<UUID> before, List<Line> lines) implements Page {

    public List<Sum> sums(Screen s) {
        return List.of(sum(s, Change.GONE), sum(s, Change.NEW), sum(s, Change.CHANGED), sum(s, Change.SAME));
    }

    private Sum sum(Screen s, Change change) {
        return new Sum(s.t("minerals.difference." + change), s.number(lines.stream().filter(it -> it.change() == change).count()));
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("minerals.smelters", (long) lines.size()))
                .head("minerals.smelter-id", it -> it.smelter().isEmpty() ? s.t("minerals.not-identified") : it.smelter())
                .text("minerals.metal", it -> metal(s, it.metal()))
                .state("minerals.difference", it -> state(s, it.change()))
                .text("minerals.last-year", it -> it.before().isEmpty() ? Optional.empty() : it.before())
                .text("minerals.this-year", it -> it.now().isEmpty() ? Optional.empty() : it.now());
    }

    private static State state(Screen s, Change change) {
        var words = s.t("minerals.difference." + change);
        return switch (change) {
            case GONE -> State.warn(words);
            case NEW, CHANGED -> State.note(words);
            case SAME -> State.none(words);
        };
    }

    /** A row may name none of the four. */
    static String metal(Screen s, String metal) {
        return metal.isEmpty() ? "–" : s.t("minerals.metal." + metal);
    }
}
