package org.probity.people.learning;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** Rooms for sessions. */
public record RoomsPage(List<Rooms.Room> rooms, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Rooms.Room> table(Screen s) {
        return Table.of(s, rooms).caption(s.t("learning.rooms")).head("learning.room", Rooms.Room::name).number("learning.seats-of", it -> (long) it.seats());
    }
}
