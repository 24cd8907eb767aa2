package org.probity.people.amenity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.rule.RulesView;

/** What human resources enter: places, coaches, programmes and events, routes and rides, and two numbers. */
public record AmenityDeskPage(List<Amenities.Spot> places, List<Place> sites, List<Coaching.Coach> coaches, List<Shuttle.Route> routes, LocalDate today, RulesView rules, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether a form was sent and came back. @param form its fields begin so */
    public boolean back(String form) {
        return typed.keySet().stream().anyMatch(it -> it.startsWith(form + "-"));
    }

    public List<Option> siteOptions(Screen s) {
        return sites.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Amenities.Kind.values()).map(it -> new Option(it.name(), s.t("amenity.kind." + it))).toList();
    }

    public List<Option> placeOptions(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public List<Option> coachOptions(Screen s) {
        return coaches.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public List<Option> routeOptions(Screen s) {
        return routes.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    public List<Option> days(Screen s) {
        return PlacePage.weekdays(s);
    }
}
