package org.probity.people.amenity;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/** What somebody has booked, what is open, what is coming, and plans of their own. @param person of the reader; null: nobody whom the directory knows */
public record AmenitiesPage(
        List<Seats.Booking> ahead, List<Amenities.Spot> places, List<Coaching.Session> coming, List<Shuttle.Route> routes, List<Coaching.Coach> coaches, List<Coaching.Plan> plans, @Nullable UUID person, boolean keeps,
        Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** A day and hours, as clocks show them there. */
    public static String when(Screen s, LocalDateTime from, LocalDateTime until) {
        return s.day(from.toLocalDate()) + " " + hour(from.toLocalTime()) + "–" + hour(until.toLocalTime());
    }

    static String hour(LocalTime at) {
        return "%02d:%02d".formatted(at.getHour(), at.getMinute());
    }

    public Table<Amenities.Spot> placeTable(Screen s) {
        return Table.of(s, places)
                .caption(s.t("amenity.places"))
                .head("amenity.place", it -> new Link(it.name(s.lang()), AmenityWeb.ALL + "/places/" + it.id()))
                .text("amenity.kind", it -> s.t("amenity.kind." + it.kind()))
                .text("amenity.site", it -> it.site(s.lang()))
                .text("amenity.today", it -> it.today().isEmpty() ? s.t("amenity.shut") : it.today());
    }

    public Table<Coaching.Session> comingTable(Screen s) {
        return Table.of(s, coming)
                .caption(s.t("amenity.coming"))
                .head("amenity.session", it -> new Link(it.title(s.lang()), AmenityWeb.ALL + "/sessions/" + it.id()))
                .text("amenity.when", it -> when(s, it.fromAt(), it.untilAt()))
                .text("amenity.place", it -> it.where(s.lang()))
                .text("amenity.coach", it -> it.coach(s.lang()))
                .number("amenity.free", it -> it.off() == null ? Math.max(0, it.seats() - it.taken()) : 0);
    }

    public Table<Shuttle.Route> routeTable(Screen s) {
        return Table.of(s, routes).caption(s.t("amenity.shuttle")).head("amenity.route", it -> new Link(it.name(s.lang()), AmenityWeb.ALL + "/shuttle/" + it.id())).id("amenity.code", Shuttle.Route::code);
    }

    public List<Option> teachers(Screen s) {
        return coaches.stream().filter(it -> !it.person().equals(person)).map(it -> new Option(it.id().toString(), it.name(s.lang()) + " · " + it.shows())).toList();
    }

    /** Whether the reader is a coach, who announces programmes of their own. */
    public boolean teaches() {
        return person != null && coaches.stream().anyMatch(it -> it.person().equals(person));
    }

    public List<Option> placeOptions(Screen s) {
        return places.stream().map(it -> new Option(it.id().toString(), it.name(s.lang()))).toList();
    }

    /** Whether the programme was sent and came back. */
    public boolean announcing() {
        return typed.keySet().stream().anyMatch(it -> it.startsWith("series-"));
    }

    /** What stands in the coach's form: what was typed, or the plan as it is. */
    public String plan(Coaching.Plan it) {
        return typed.getOrDefault("plan-" + it.id(), it.words() == null ? "" : it.words());
    }

    public boolean mine(Coaching.Plan it) {
        return it.person().equals(person);
    }
}
