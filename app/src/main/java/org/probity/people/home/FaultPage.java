package org.probity.people.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** A fault from its telling to its mending. */
public record FaultPage(Repairs.Fault it, List<UUID> photos, boolean own, boolean cares, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return HomeWeb.ALL + "/faults/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String title(Screen s) {
        return s.t("home.fault-kind." + it.kind()) + " · " + it.where(s.lang());
    }

    public List<State> tags(Screen s) {
        return List.of(HomePage.state(s, it, today).asTag());
    }

    public List<Link> crumbs(Screen s) {
        return List.of(new Link(s.t("home.title"), HomeWeb.ALL), cares && !own ? new Link(s.t("home.desk"), HomeWeb.ALL + "/desk") : new Link(s.t("home.bed"), HomeWeb.ALL + "/stays/" + it.stay()));
    }

    public boolean mends() {
        return cares && it.open();
    }

    public boolean sendsBack() {
        return own && !it.open();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("home.told-at"), s.time(it.toldAt())), new Fact(s.t("home.due"), s.day(it.dueDay()))));
        if (it.danger()) {
            facts.add(new Fact(s.t("home.danger-short"), s.t("home.danger-yes")));
        }
        if (it.mendedAt() != null) {
            facts.add(new Fact(s.t("home.mended-at"), s.time(it.mendedAt())));
        }
        return facts;
    }

    public List<Link> links(Screen s) {
        return IntStream.range(0, photos.size()).mapToObj(it -> new Link(s.t("home.photo", it + 1), HomeWeb.ALL + "/photos/" + photos.get(it))).toList();
    }
}
