package org.probity.people.home;

import java.time.LocalDate;
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
import org.probity.people.home.Application.Takes;
import org.probity.people.home.HomeQueue.Waiting;

/** What waits for whoever cares for the houses. */
public record DeskPage(List<Waiting> waiting, List<Stay> running, List<Repairs.Fault> faults, List<Houses.House> houses, List<Place> sites, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> places(Screen s) {
        return sites.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public List<Option> takes(Screen s) {
        return Arrays.stream(Takes.values()).map(it -> new Option(it.name(), s.t("home.takes." + it))).toList();
    }

    public Table<Waiting> waitingTable(Screen s) {
        return Table.of(s, waiting)
                .caption(s.t("home.list"))
                .head("home.person", it -> keeps ? new Link(it.application().person(s.lang()), HomeWeb.ALL + "/applications/" + it.application().id()) : it.application().number())
                .text("home.site", it -> it.application().site(s.lang()))
                .text("home.takes", it -> s.t("home.takes." + it.application().takes()))
                .number("home.place", Waiting::place)
                .number("home.points", it -> it.points().sum())
                .day("home.from", it -> it.application().fromDay());
    }

    public Table<Stay> runningTable(Screen s) {
        return Table.of(s, running)
                .caption(s.t("home.running"))
                .head("home.person", it -> new Link(it.person(s.lang()), HomeWeb.ALL + "/stays/" + it.id()))
                .text("home.bed", it -> it.where(s.lang()))
                .day("home.from", Stay::fromDay)
                .day("home.notice", it -> it.notice() == null ? "" : it.notice())
                .state("home.state", it -> HomePage.state(s, it));
    }

    public Table<Repairs.Fault> faultTable(Screen s) {
        return Table.of(s, faults)
                .caption(s.t("home.faults"))
                .head("home.fault", it -> new Link(s.t("home.fault-kind." + it.kind()), HomeWeb.ALL + "/faults/" + it.id()))
                .text("home.room", it -> it.where(s.lang()))
                .day("home.due", Repairs.Fault::dueDay)
                .state("home.state", it -> HomePage.state(s, it, today));
    }

    public Table<Houses.House> houseTable(Screen s) {
        return Table.of(s, houses)
                .caption(s.t("home.houses"))
                .head("home.house", it -> new Link(it.name(s.lang()), HomeWeb.ALL + "/houses/" + it.id()))
                .text("home.site", it -> it.site(s.lang()))
                .text("home.for", it -> s.t("home.takes." + it.takes()))
                .number("home.rooms", Houses.House::rooms)
                .number("home.beds", Houses.House::beds)
                .number("home.lived", Houses.House::lived)
                .number("home.short", Houses.House::wanting);
    }
}
