package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** Events that cannot be as they say, such as an output before its input: they were captured and do not stand in the book. */
public record ContradictionsPage(List<Line> lines, Query query, long all) implements Page {
    public record Line(long event, String material, String reason, Optional<Items.Item> item) {}

    static String key(String reason) {
        return "traceability.contradiction." + reason;
    }

    static List<Line> lines(Map<String, List<Shelf.Contradiction>> all, Items items) {
        return all.entrySet().stream().flatMap(it -> it.getValue().stream().map(one -> new Line(one.event(), it.getKey(), one.reason().name(), items.find(one.item())))).toList();
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("traceability.contradictions"))
                .head("traceability.event", it -> new Link(s.t("traceability.event-of", it.event()), "/app/traceability/events/" + it.event()))
                .text("traceability.material", it -> s.t(ItemPage.material(it.material(), s)))
                .why("traceability.what-is-wrong", it -> s.t(key(it.reason())))
                .text("traceability.item", it -> it.item().map(item -> new Link(item.shortName(), "/app/traceability/items/" + item.number())).orElse(Link.NONE))
                .paged(query, all);
    }
}
