package org.probity.supply.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;

/** Who is like an entry, with the lists in force and what runs. @param open how many alerts wait */
public record AlertsPage(
        List<Alert> alerts, Query query, List<WatchList.Held> lists, long found, long open, List<Run> runs, Coverage coverage, LocalDate today, boolean decides) implements Page {

    public List<Chip> chips(Screen s) {
        return Stream.of(Alert.Standing.values())
                .map(it -> it == Alert.Standing.OPEN ? Chip.of(query, "state", it.name(), s.t("screening.state." + it), open) : Chip.of(query, "state", it.name(), s.t("screening.state." + it)))
                .toList();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("screening.search")),
                new Pick("list", s.t("screening.list"), lists.stream().map(it -> new Option(it.list().code(), it.list().name(s.lang()))).toList()));
    }

    public Table<Alert> table(Screen s) {
        return Table.of(s, alerts)
                .caption(s.t("screening.alerts", found))
                .head("screening.supplier", it -> new Link(it.supplier(s.lang()), "/app/screening/alerts/" + it.id())).sorts("supplier")
                .text("screening.listed-name", Alert::listedName)
                .text("screening.list", it -> it.list(s.lang()))
                .number("screening.likeness", it -> Alert.likeness(it.score())).sorts("score")
                .state("screening.standing", it -> it.state(s))
                .day("screening.since", Alert::since).sorts("since")
                .paged(query, found)
                .downloads();
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("screening.covered"), s.t("screening.covered-of", coverage.screened(), coverage.all())),
                new Fact(s.t("screening.oldest"), coverage.oldest() == null ? s.t("screening.none-open") : s.instant(coverage.oldest())));
    }

    /** Runs that are not done. */
    public List<Run> atWork() {
        return runs.stream().filter(it -> it.doneAt() == null && it.judged() < it.all()).toList();
    }

    public boolean nothingInForce() {
        return lists.stream().noneMatch(it -> it.now() != null);
    }

    public Table<WatchList.Held> held(Screen s) {
        return Table.of(s, lists)
                .caption(s.t("screening.in-force"))
                .head("screening.list", it -> s.is(org.probity.house.access.Role.BUYER, org.probity.house.access.Role.QUALITY) && !decides
                        ? new Link(it.list().name(s.lang()), "") : new Link(it.list().name(s.lang()), "/app/screening/lists/" + it.list().id()))
                .text("screening.version", it -> Optional.ofNullable(it.now()).map(WatchList.Version::label))
                .number("screening.age", it -> Optional.ofNullable(it.now()).map(version -> version.age(today)))
                .number("screening.entries", it -> Optional.ofNullable(it.now()).map(WatchList.Version::entries));
    }

    public Table<Run> last(Screen s) {
        return Table.of(s, runs)
                .caption(s.t("screening.runs"))
                .head("screening.cause", it -> s.t("screening.cause." + it.cause()))
                .day("screening.begun", Run::begunAt)
                .number("screening.results", Run::all)
                .number("screening.hits", Run::hits)
                .number("screening.opened", Run::opened);
    }
}
