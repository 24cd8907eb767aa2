package org.probity.people.labour;

import java.util.List;
import java.util.Map;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** Decisions of authorities and courts about work here, and the form in which legal affairs enter one. @param enters whether whoever looks may */
public record BreachesPage(List<Breaches.Breach> breaches, boolean enters, List<Place> places, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> sites(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    /** Those that may still be annulled. */
    public List<Option> standing() {
        return breaches.stream().filter(it -> it.annulledOn() == null).map(it -> new Option(it.id().toString(), it.number() + " · " + it.authority())).toList();
    }

    public Table<Breaches.Breach> table(Screen s) {
        return Table.of(s, breaches)
                .caption(s.t("labour.breaches"), s.t("labour.breaches-sub"))
                .head("labour.decision", it -> new Link(it.number(), "/app/labour/breaches/" + it.id() + "/paper"))
                .text("labour.authority", Breaches.Breach::authority)
                .day("labour.decided", Breaches.Breach::decidedOn)
                .text("labour.law", Breaches.Breach::law)
                .text("labour.site", it -> LabourWords.in(s.lang(), it.placeEn(), it.placeZh()))
                .number("labour.fine", it -> s.number(it.fine()))
                .why("labour.decided-what", Breaches.Breach::words)
                .state("labour.stands", it -> it.annulledOn() == null ? State.warn(s.t("labour.breach-stands")) : State.none(s.t("labour.breach-annulled", it.annulledOn())));
    }
}
