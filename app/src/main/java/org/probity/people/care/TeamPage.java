package org.probity.people.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** What waits for a line manager, and who of their people is away in the next weeks. */
public record TeamPage(List<Leave> waiting, List<Leading.Mate> team, List<Leave> standing, LocalDate monday) implements Page {
    static final int WEEKS = 6;

    public Table<Leave> table(Screen s) {
        return Table.of(s, waiting)
                .caption(s.t("care.waiting"))
                .head("care.person", it -> new Link(it.person(s.lang()), "/app/care/leaves/" + it.id()))
                .text("care.when", it -> CarePage.days(s, it))
                .text("care.kind", it -> s.t("care.kind." + it.kind()))
                .number("care.hours", Leave::hours);
    }

    /** Somebody's weeks: how many of the days are asked for, and how many agreed. */
    public Table<Leading.Mate> calendar(Screen s) {
        Map<UUID, List<Leave>> of = standing.stream().collect(Collectors.groupingBy(Leave::person));
        var table = Table.of(s, team).caption(s.t("care.calendar"), s.t("care.calendar-text")).head("care.person", it -> Leave.name(s.lang(), it.nameEn(), it.nameZh()));
        IntStream.range(0, WEEKS).mapToObj(week -> monday.plusWeeks(week)).forEach(week -> table.stateOf(s.t("care.week-of", monthDay(week)), it -> week(s, of.getOrDefault(it.person(), List.of()), week)));
        return table;
    }

    private static Object week(Screen s, List<Leave> leaves, LocalDate monday) {
        var of = leaves.stream().filter(it -> !it.fromDay().isAfter(monday.plusDays(6)) && !it.untilDay().isBefore(monday)).toList();
        if (of.isEmpty()) {
            return "";
        }
        var words = of.stream().map(it -> between(it, monday)).collect(Collectors.joining("; "));
        return of.stream().allMatch(it -> it.state() == Leave.State.AGREED) ? State.note(words) : State.warn(s.t("care.asked-for", words));
    }

    private static String between(Leave it, LocalDate monday) {
        var from = it.fromDay().isBefore(monday) ? monday : it.fromDay();
        var until = it.untilDay().isAfter(monday.plusDays(6)) ? monday.plusDays(6) : it.untilDay();
        var first = monthDay(from);
        return from.equals(until) ? first : first + "–" + monthDay(until);
    }

    private static String monthDay(LocalDate day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
