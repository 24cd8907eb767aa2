package org.probity.people.amenity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** A route of the shuttle on a day: its stops with the minutes after departure, rides with seats, and the form that takes one. */
public record RoutePage(Shuttle.Route it, List<Shuttle.Stop> stops, LocalDate day, List<Seats.Offered> rides, LocalDateTime now, boolean books, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return AmenityWeb.ALL + "/shuttle/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> free(Screen s) {
        return rides.stream().filter(one -> one.fromAt().isAfter(now) && one.free() > 0)
                .map(one -> new Option(one.thing() + "@" + one.fromAt(), s.t("amenity.slot", AmenitiesPage.hour(one.fromAt().toLocalTime()), one.free()))).toList();
    }

    public List<Option> gettingOn(Screen s) {
        return stops.stream().limit(stops.size() - 1L).map(one -> new Option(one.id().toString(), s.t("amenity.stop-after", one.name(s.lang()), one.minutes()))).toList();
    }

    /** Stops down, rides across. */
    public Table<Shuttle.Stop> table(Screen s) {
        var table = Table.of(s, stops).caption(s.t("amenity.timetable"), s.day(day)).head("amenity.stop", one -> one.name(s.lang()));
        for (var ride : rides) {
            table = table.numberOf(s.t("amenity.ride-at", AmenitiesPage.hour(ride.fromAt().toLocalTime())), one -> AmenitiesPage.hour(ride.fromAt().plusMinutes(one.minutes()).toLocalTime()));
        }
        return table;
    }
}
