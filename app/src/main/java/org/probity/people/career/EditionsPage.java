package org.probity.people.career;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** What was put before a second person, and what became of it. */
public record EditionsPage(List<Editions.Edition> editions, List<Register.Track> tracks, Map<UUID, String> names, UUID me, boolean proposes, List<Reason> reasons) implements Page {
    public List<Editions.Edition> open() {
        return editions.stream().filter(Editions.Edition::open).toList();
    }

    public List<Option> options(Screen s) {
        return tracks.stream().map(it -> new Option(it.code(), it.name(s.lang()) + " · " + it.code())).toList();
    }

    public boolean mine(Editions.Edition it) {
        return it.madeBy().equals(me);
    }

    public String by(Editions.Edition it) {
        return names.getOrDefault(it.madeBy(), "–");
    }

    static State state(Screen s, Editions.Edition it) {
        return switch (it.outcome()) {
            case null -> State.warn(s.t("career.edition-open"));
            case APPROVED -> State.good(s.t("career.edition-approved"));
            case REJECTED -> State.bad(s.t("career.edition-rejected"));
            case WITHDRAWN -> State.none(s.t("career.edition-withdrawn"));
        };
    }

    public Table<Editions.Edition> table(Screen s) {
        return Table.of(s, editions)
                .caption(s.t("career.editions"))
                .head("career.source", Editions.Edition::source)
                .number("career.tracks", Editions.Edition::tracks)
                .number("career.standards", Editions.Edition::standards)
                .text("career.proposed-by", this::by)
                .day("career.proposed-at", Editions.Edition::madeAt)
                .state("career.state", it -> state(s, it))
                .text("career.ruled-by", it -> it.ruledBy() == null ? "" : names.getOrDefault(it.ruledBy(), "–"));
    }
}
