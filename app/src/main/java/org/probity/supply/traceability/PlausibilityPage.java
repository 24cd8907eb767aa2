package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Plausibility.Line;

/**
 * Events whose numbers no furnace and no saw has, with what they were held against.
 *
 * @param contradictions how many events contradict others; they stand on their own page
 */
public record PlausibilityPage(List<Line> lines, Query query, long count, int contradictions) implements Page {
    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("traceability.plausibility-list"))
                .head("traceability.event", it -> new Link(String.valueOf(it.event()), "/app/traceability/events/" + it.event()))
                .text("traceability.plausibility-what", it -> s.t("traceability.implausible." + it.kind()))
                .text("traceability.where", it -> it.place() == null ? s.t("traceability.nobody-says") : it.place())
                .text("traceability.happened", it -> s.time(it.happenedAt().toInstant()))
                .number("traceability.plausibility-value", it -> value(it, it.value(), s))
                .number("traceability.plausibility-least", it -> value(it, it.least(), s))
                .number("traceability.plausibility-most", it -> value(it, it.most(), s))
                .state("traceability.plausibility-state", it -> it.told() ? State.none(s.t("traceability.plausibility-declared")) : State.warn(s.t("traceability.plausibility-open")))
                .paged(query, count)
                .downloads();
    }

    private static String value(Line it, long value, Screen s) {
        return it.kind().equals("WAFERS") ? s.number(value) : s.percent(BigDecimal.valueOf(value, 1));
    }
}
