package org.probity.supply.traceability;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** What the addresses in events stand for: sites with their owner, and articles with their place in the making of a module. */
public record PlacesPage(List<Places.Line> places, List<Places.Kind> articles, Query query, long all, boolean says, Map<String, String> typed, List<Reason> reasons) implements Page {
    public Table<Places.Line> table(Screen s) {
        return Table.of(s, places)
                .caption(s.t("traceability.places"))
                .head("traceability.address", Places.Line::uri)
                .text("traceability.name", it -> it.said() || Tables.spelt(it.uri()).equals(it.uri()) ? it.name(s.lang()) : Tables.spelt(it.uri()))
                .text("traceability.whose", it -> it.whose() == null ? Link.NONE : it.supplier() == null ? new Link(s.t("traceability.whose." + it.whose()), "") : new Link(it.owner(s.lang()), "/app/suppliers/" + it.supplier()))
                .text("traceability.country", it -> it.country() + (it.region().isEmpty() ? "" : "-" + it.region()))
                .number("traceability.events", Places.Line::events)
                .state("traceability.state", it -> it.said() ? State.good(s.t("traceability.named")) : State.warn(s.t("traceability.nobody-says")))
                .paged(query, all);
    }

    public Table<Places.Kind> kinds(Screen s) {
        return Table.of(s, articles)
                .caption(s.t("traceability.articles"))
                .head("traceability.address", Places.Kind::uri)
                .text("traceability.name", it -> it.name(s.lang()))
                .text("traceability.tier", it -> it.tier() == null ? "" : s.t("traceability.tier." + it.tier()))
                .number("traceability.items", Places.Kind::items)
                .state("traceability.state", it -> it.tier() != null ? State.good(s.t("traceability.named")) : State.warn(s.t("traceability.nobody-says")));
    }

    public List<Option> whose(Screen s) {
        return Arrays.stream(Places.Whose.values()).map(it -> new Option(it.name(), s.t("traceability.whose." + it))).toList();
    }

    public List<Option> tiers(Screen s) {
        return Arrays.stream(Tier.values()).map(it -> new Option(it.name(), s.t(it.key()))).toList();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
