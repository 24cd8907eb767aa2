package org.probity.people.labour;

import java.util.Arrays;
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

/** Incidents of the year in numbers, those that whoever looks handles, and taking one up. */
public record IncidentsPage(
        List<Incidents.Count> counts, List<Incidents.Incident> mine, int year, boolean opens, List<Place> places, Map<String, String> typed, List<Reason> reasons) implements Page {
    private record Line(Incidents.Ground ground, long all, long confirmed, long closed) {}

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<?> table(Screen s) {
        return Table.of(s, Arrays.stream(Incidents.Ground.values()).map(ground -> {
            var these = counts.stream().filter(it -> it.ground() == ground).toList();
            return new Line(ground, these.stream().mapToLong(Incidents.Count::incidents).sum(), these.stream().filter(Incidents.Count::confirmed).mapToLong(Incidents.Count::incidents).sum(),
                    these.stream().filter(it -> it.state() == Incidents.State.CLOSED).mapToLong(Incidents.Count::incidents).sum());
        }).toList())
                .caption(s.t("labour.incidents-of", String.valueOf(year)))
                .head("labour.ground", it -> s.t("labour.ground." + it.ground()))
                .number("labour.taken-up", Line::all)
                .number("labour.confirmed", Line::confirmed)
                .number("labour.closed", Line::closed);
    }

    public Table<Incidents.Incident> mineTable(Screen s) {
        return Table.of(s, mine)
                .caption(s.t("labour.mine"))
                .head("labour.incident", it -> new Link(it.number(), "/app/labour/incidents/" + it.id()))
                .text("labour.ground", it -> s.t("labour.ground." + it.ground()))
                .day("labour.happened", Incidents.Incident::happenedOn)
                .state("labour.stands", it -> state(s, it.state()));
    }

    public static State state(Screen s, Incidents.State state) {
        var words = s.t("labour.incident." + state);
        return switch (state) {
            case REPORTED, CONFIRMED -> State.bad(words);
            case MEASURED, REMEDIED, UNFOUNDED -> State.warn(words);
            case CLOSED -> State.good(words);
        };
    }

    public List<Option> grounds(Screen s) {
        return Arrays.stream(Incidents.Ground.values()).map(it -> new Option(it.name(), s.t("labour.ground." + it))).toList();
    }

    public List<Option> sources(Screen s) {
        return Arrays.stream(Incidents.Source.values()).map(it -> new Option(it.name(), s.t("labour.source." + it))).toList();
    }

    public List<Option> sites(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }
}
