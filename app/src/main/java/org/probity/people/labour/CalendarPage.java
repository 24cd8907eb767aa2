package org.probity.people.labour;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/** The calendars that were loaded, and where the next one is handed in. */
public record CalendarPage(List<Calendars.Calendar> calendars, List<Calendars.Missing> missing, boolean loads, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Calendars.Calendar> table(Screen s) {
        return Table.of(s, calendars)
                .caption(s.t("labour.calendars"))
                .head("labour.year", it -> String.valueOf(it.year()))
                .text("labour.country", Calendars.Calendar::country)
                .number("labour.days-off", Calendars.Calendar::off)
                .number("labour.days-worked", Calendars.Calendar::worked)
                .state("labour.statutory", it -> it.statutory() == 0 ? State.warn(s.t("labour.nobody-said")) : State.good(s.number(it.statutory())))
                .state("labour.stands", it -> it.holds() ? State.good(s.t("labour.holds")) : State.none(s.t("labour.replaced")))
                .why("labour.source", it -> Optional.of(it.source()).filter(words -> !words.isEmpty()))
                .day("labour.taken", Calendars.Calendar::loadedAt);
    }
}
