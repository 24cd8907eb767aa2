package org.probity.people.home;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.home.Application.Ground;
import org.probity.people.home.Application.Takes;

/**
 * One's own bed: what comes next, asking for one, what was told.
 *
 * @param place where the reader stands in the list; null: they do not wait
 */
public record HomePage(
        boolean known, List<Application> applications, HomeQueue.@Nullable Waiting place, List<Stay> stays, List<Repairs.Fault> faults, List<Place> sites, boolean cares, LocalDate today, Map<String, String> typed, List<Reason> reasons)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The offer or the home that stands. */
    public Optional<Stay> now() {
        return stays.stream().filter(it -> switch (it.state()) {
            case OFFERED, ACCEPTED, KEYED, LIVED_IN -> true;
            case LEFT -> it.leftConfirmed() == null;
            case DECLINED, LAPSED, TAKEN_BACK -> false;
        }).findFirst();
    }

    public boolean asks() {
        return known && place == null && now().isEmpty();
    }

    public static String say(Screen s, Stay it) {
        return s.t("home.next." + it.state(), it.where(s.lang()), it.state() == Stay.State.OFFERED ? it.answerBy() : it.fromDay());
    }

    public List<Option> places(Screen s) {
        return sites.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public String site() {
        return of("site").isEmpty() && sites.size() == 1 ? sites.getFirst().id().toString() : of("site");
    }

    public List<Option> wishes(Screen s) {
        return Stream.of(Takes.WOMEN, Takes.MEN, Takes.COUPLES).map(it -> new Option(it.name(), s.t("home.takes." + it))).toList();
    }

    public List<Option> grounds(Screen s) {
        return Arrays.stream(Ground.values()).map(it -> new Option(it.name(), s.t("home.ground." + it))).toList();
    }

    public static List<Fact> points(Screen s, Points it) {
        return Stream.concat(Stream.concat(Stream.of(new Fact(s.t("home.points-years"), s.number(it.years()))),
                it.grounds().entrySet().stream().map(one -> new Fact(s.t("home.ground." + one.getKey()), s.number(one.getValue())))),
                Stream.of(new Fact(s.t("home.points-waiting"), s.number(it.waiting())), new Fact(s.t("home.points"), s.number(it.sum())))).toList();
    }

    static State state(Screen s, Stay it) {
        var words = s.t("home.state." + it.state());
        return switch (it.state()) {
            case OFFERED, KEYED -> State.warn(words);
            case ACCEPTED, LIVED_IN -> State.good(words);
            case DECLINED, LAPSED, TAKEN_BACK, LEFT -> State.none(words);
        };
    }

    static State state(Screen s, Repairs.Fault it, LocalDate today) {
        return !it.open() ? State.good(s.t("home.fault.mended")) : it.dueDay().isBefore(today) ? State.bad(s.t("home.fault.late")) : State.warn(s.t("home.fault.open"));
    }

    public Table<Stay> table(Screen s) {
        return Table.of(s, stays)
                .caption(s.t("home.mine"))
                .head("home.bed", it -> new Link(it.where(s.lang()), HomeWeb.ALL + "/stays/" + it.id()))
                .day("home.from", Stay::fromDay)
                .state("home.state", it -> state(s, it));
    }

    public Table<Repairs.Fault> faultTable(Screen s) {
        return Table.of(s, faults)
                .caption(s.t("home.my-faults"))
                .head("home.fault", it -> new Link(s.t("home.fault-kind." + it.kind()), HomeWeb.ALL + "/faults/" + it.id()))
                .day("home.due", Repairs.Fault::dueDay)
                .state("home.state", it -> state(s, it, today));
    }
}
