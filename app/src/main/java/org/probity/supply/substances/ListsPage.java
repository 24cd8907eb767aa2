package org.probity.supply.substances;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.supply.substances.CandidateLists.Edition;

/** The versions of the candidate list, and the form that brings in another. */
public record ListsPage(List<Edition> lists, boolean mayLoad, Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String version, String day, String source) {}

    public Table<Edition> table(Screen s) {
        return Table.of(s, lists)
                .caption(s.t("substances.lists"))
                .head("substances.list-version", it -> new Link(it.version(), "/app/substances/lists/" + it.id()))
                .day("substances.list-day", Edition::day)
                .number("substances.list-entries", Edition::entries)
                .number("substances.list-numberless", Edition::numberless)
                .why("substances.list-source", Edition::source)
                .day("substances.list-loaded", Edition::loadedAt);
    }
}
