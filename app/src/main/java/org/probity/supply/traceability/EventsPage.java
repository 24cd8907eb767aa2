package org.probity.supply.traceability;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** Events, narrowed by what they say. */
public record EventsPage(List<Events.Line> events, Query query, long all) implements Page {
    private static final List<String> KINDS = List.of("OBJECT", "AGGREGATION", "TRANSACTION", "TRANSFORMATION", "ASSOCIATION");

    static Table<Events.Line> table(List<Events.Line> events, Screen s) {
        return Table.of(s, events)
                .head("traceability.event", it -> new Link(s.t("traceability.kind." + it.kind()), "/app/traceability/events/" + it.id()))
                .text("traceability.step", it -> it.bizStep() == null ? "" : it.bizStep())
                .text("traceability.happened", it -> s.time(it.happenedAt()))
                .id("traceability.where", Events.Line::place)
                .state("traceability.state", it -> it.declared() == null ? State.good(s.t("traceability.counts")) : State.bad(s.t("traceability.declared-wrong")));
    }

    public Table<Events.Line> table(Screen s) {
        return table(events, s).caption(s.t("traceability.events")).paged(query, all).downloads();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("kind", s.t("traceability.event"), KINDS.stream().map(it -> new Option(it, s.t("traceability.kind." + it))).toList()),
                new Pick("step", s.t("traceability.step")), new Pick("item", s.t("traceability.item")), new Pick("place", s.t("traceability.where")));
    }
}
