package org.probity.supply.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.gathering.Occasion;

/** Reads what people typed; what cannot be read is not there. */
final class Typed {
    private Typed() {}

    static Optional<LocalDate> day(@Nullable String typed) {
        return org.probity.house.ui.Typed.day(typed);
    }

    /** 9:30, 09:30 or 09:30:15. */
    static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip().length() == 4 ? "0" + typed.strip() : typed.strip()));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.strip().matches("[0-9]{1,6}") ? Integer.parseInt(typed.strip()) : otherwise;
    }

    /** Day and times of one session of one day. */
    static Optional<Occasion.Plan> session(Map<String, String> typed, ZoneId zone) {
        return day(typed.get("day")).flatMap(day -> time(typed.get("from")).flatMap(from -> time(typed.get("until")).map(until ->
                new Occasion.Plan(day.atTime(from).atZone(zone).toInstant(), day.atTime(until).atZone(zone).toInstant(), typed.getOrDefault("place", "")))));
    }
}
