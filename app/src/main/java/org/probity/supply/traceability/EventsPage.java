package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Items.Site;

/** Events, narrowed by what they say. @param sites what the places in them stand for */
public record EventsPage(List<Events.Line> events, Map<String, Site> sites, Query query, long all) implements Page {
    private static final List<String> KINDS = List.of("OBJECT", "AGGREGATION", "TRANSACTION", "TRANSFORMATION", "ASSOCIATION");

    static Table<Events.Line> table(List<Events.Line> events, Map<String, Site> sites, Screen s) {
        return Table.of(s, events)
                .head("traceability.event", it -> new Link(s.t("traceability.kind." + it.kind()), "/app/traceability/events/" + it.id()))
                .text("traceability.step", it -> it.bizStep() == null ? "" : word("step", it.bizStep(), s))
                .text("traceability.happened", it -> s.time(it.happenedAt()))
                .text("traceability.where", it -> it.place().isEmpty() ? "" : Optional.ofNullable(sites.get(it.place())).map(site -> site.name(s.lang())).orElseGet(() -> Tables.spelt(it.place())))
                .state("traceability.state", it -> it.declared() == null ? State.good(s.t("traceability.counts")) : State.bad(s.t("traceability.declared-wrong")));
    }

    /** A word of the standard as people say it, beside the one by which events are asked for; what others made up stays theirs. */
    static String word(String kind, String word, Screen s) {
        var key = "traceability." + kind + "." + word;
        var said = s.knows(key) ? s.t(key) : word.replace('_', ' ');
        return said.equals(word) ? word : said + " (" + word + ")";
    }

    public Table<Events.Line> table(Screen s) {
        return table(events, sites, s).caption(s.t("traceability.events")).paged(query, all).downloads();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("kind", s.t("traceability.event"), KINDS.stream().map(it -> new Option(it, s.t("traceability.kind." + it))).toList()),
                new Pick("step", s.t("traceability.step")), new Pick("item", s.t("traceability.item")), new Pick("place", s.t("traceability.where")), new Pick("paper", s.t("traceability.document")));
    }
}
