package org.probity.people.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Option;

/** One who waits, and the beds that they could be offered. @param place 0: they do not wait */
public record ApplicationPage(Application it, Points points, int place, List<Houses.Bed> free, boolean own, LocalDate day, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return HomeWeb.ALL + "/applications/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean offers() {
        return it.waits() && !own;
    }

    public List<Option> beds(Screen s) {
        return free.stream().map(one -> new Option(one.id().toString(), s.t("home.bed-option", one.place(), one.each(), one.inRoom()))).toList();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("home.site"), it.site(s.lang())), new Fact(s.t("home.takes"), s.t("home.takes." + it.takes())), new Fact(s.t("home.from"), s.day(it.fromDay())),
                new Fact(s.t("home.since"), s.day(it.since())), new Fact(s.t("home.asked-at"), s.time(it.askedAt()))));
        facts.addAll(HomePage.points(s, points));
        return facts;
    }
}
