package org.probity.people.amenity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A place on a day: which hours have seats, and the form that takes one. @param closed why it is closed on that day; empty: it is not */
public record PlacePage(Amenities.Spot it, LocalDate day, List<Seats.Offered> slots, String closed, LocalDateTime now, boolean books, boolean keeps, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return AmenityWeb.ALL + "/places/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Slots that have not begun and have a seat. */
    public List<Option> free(Screen s) {
        return slots.stream().filter(one -> one.fromAt().isAfter(now) && one.free() > 0)
                .map(one -> new Option(one.fromAt().toString(), s.t("amenity.slot", AmenitiesPage.hour(one.fromAt().toLocalTime()) + "–" + AmenitiesPage.hour(one.untilAt().toLocalTime()), one.free()))).toList();
    }

    static List<Option> weekdays(Screen s) {
        return IntStream.rangeClosed(1, 7).mapToObj(no -> new Option(String.valueOf(no), s.t("amenity.weekday." + no))).toList();
    }

    public List<Option> days(Screen s) {
        return weekdays(s);
    }
}
