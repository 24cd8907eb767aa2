package org.probity.people.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.Way;

/** An offer and what became of it: for whoever it is for, and for whoever cares for the house. @param cares whether the reader may walk through the room @param keeps whether they may take the offer back */
public record StayPage(Stay it, List<Stay.Walk> walks, boolean own, boolean cares, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return HomeWeb.ALL + "/stays/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<State> tags(Screen s) {
        return List.of(HomePage.state(s, it).asTag());
    }

    public List<Link> crumbs(Screen s) {
        return own ? List.of(new Link(s.t("home.title"), HomeWeb.ALL)) : List.of(new Link(s.t("home.title"), HomeWeb.ALL), new Link(s.t("home.desk"), HomeWeb.ALL + "/desk"));
    }

    public boolean answers() {
        return own && it.state() == Stay.State.OFFERED && !it.answerBy().isBefore(today);
    }

    public boolean confirms() {
        return own && (it.state() == Stay.State.KEYED || it.left() != null && it.leftConfirmed() == null);
    }

    public boolean lives() {
        return own && it.lives();
    }

    public boolean walks(Way way) {
        return cares && (way == Way.IN ? it.state() == Stay.State.ACCEPTED : it.lives());
    }

    public boolean takesBack() {
        return keeps && (it.state() == Stay.State.OFFERED || it.state() == Stay.State.ACCEPTED);
    }

    public String reason() {
        return Objects.requireNonNullElse(it.reason(), "");
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        if (!own) {
            facts.add(new Fact(s.t("home.person"), it.person(s.lang()) + " · " + it.staffNumber()));
        }
        facts.add(new Fact(s.t("home.bed"), it.where(s.lang())));
        facts.add(new Fact(s.t("home.from"), s.day(it.fromDay())));
        facts.add(new Fact(s.t("home.rent"), s.t("home.rent-month", it.rent())));
        if (it.state() == Stay.State.OFFERED) {
            facts.add(new Fact(s.t("home.answer-by"), s.day(it.answerBy())));
        }
        if (it.notice() != null) {
            facts.add(new Fact(s.t("home.notice"), s.day(it.notice())));
        }
        if (it.untilDay() != null) {
            facts.add(new Fact(s.t("home.until"), s.day(it.untilDay())));
        }
        if (!own && !it.turn().isEmpty()) {
            facts.add(new Fact(s.t("home.turn"), it.turn()));
        }
        return facts;
    }

    public List<Item> items() {
        return Arrays.asList(Item.values());
    }

    public List<Option> states(Screen s) {
        return Arrays.stream(Found.values()).map(it -> new Option(it.name(), s.t("home.found." + it))).toList();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Repairs.Kind.values()).map(it -> new Option(it.name(), s.t("home.fault-kind." + it))).toList();
    }

    public Table<Stay.Line> table(Screen s, Stay.Walk walk) {
        return Table.of(s, walk.lines())
                .caption(s.t("home.walk." + walk.way()), s.t(walk.confirmedAt() == null ? "home.walk-open" : "home.walk-confirmed", walk.day()))
                .head("home.item", it -> s.t("home.item." + it.item()))
                .state("home.state", it -> switch (it.state()) {
                    case GOOD -> State.good(s.t("home.found.GOOD"));
                    case WORN -> State.warn(s.t("home.found.WORN"));
                    case BROKEN, MISSING -> State.bad(s.t("home.found." + it.state()));
                });
    }

    public List<Link> photos(Screen s, List<UUID> photos) {
        return IntStream.range(0, photos.size()).mapToObj(it -> new Link(s.t("home.photo", it + 1), HomeWeb.ALL + "/photos/" + photos.get(it))).toList();
    }
}
