package org.probity.supply.blacklist;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** What was dealt with barred suppliers, and why it could happen. @param closes whether who looks may say so */
public record IncidentsPage(List<Incident> all, boolean closes, Map<UUID, String> names, List<Reason> reasons) implements Page {
    public List<Incident> open() {
        return all.stream().filter(Incident::open).toList();
    }

    public List<Option> causes(Screen s) {
        return Arrays.stream(Incident.Cause.values()).map(it -> new Option(it.name(), s.t("blacklist.cause." + it))).toList();
    }

    public Table<Incident> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("blacklist.incidents"))
                .head("blacklist.document", it -> s.t("blacklist.deed." + it.kind()) + " " + it.document())
                .text("blacklist.supplier", it -> new Link(it.name(s.lang()), "/app/blacklist/" + it.matter()))
                .day("blacklist.day", Incident::day)
                .state("blacklist.state", it -> it.open() ? State.bad(s.t("blacklist.incident-open")) : State.good(s.t("blacklist.incident-over")))
                .text("blacklist.cause", it -> it.cause() == null ? "" : s.t("blacklist.cause." + it.cause()))
                .why("blacklist.measure", it -> it.words() == null ? "" : it.words());
    }
}
