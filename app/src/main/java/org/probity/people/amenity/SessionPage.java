package org.probity.people.amenity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** A session of a coach, or an event. */
public record SessionPage(Coaching.Session it, boolean books, boolean holds, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return AmenityWeb.ALL + "/sessions/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("amenity.when"), AmenitiesPage.when(s, it.fromAt(), it.untilAt())), new Fact(s.t("amenity.place"), it.where(s.lang())),
                new Fact(s.t("amenity.coach"), it.coach(s.lang()).isEmpty() ? "–" : it.coach(s.lang())), new Fact(s.t("amenity.seats"), s.number(it.seats()))));
        if (it.off() == null) {
            facts.add(new Fact(s.t("amenity.free"), s.number(Math.max(0, it.seats() - it.taken()))));
        }
        return facts;
    }
}
