package org.probity.people.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** A session of a course is planned. */
public record PlanPage(Course it, List<Rooms.Room> rooms, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public List<Option> choices(Screen s) {
        return rooms.stream().map(room -> new Option(room.id().toString(), room.name() + " · " + s.t("learning.seats", room.seats()))).toList();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }
}
