package org.probity.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;

/**
 * The time machine: what day it is, how to go on, what the days brought.
 *
 * @param from the day the last journey began on; nobody travelled yet when absent
 * @param names of the suppliers the lines tell of
 * @param links whether this person may open a supplier
 * @param stopped where the telling of the past ended before its time, if it did
 */
public record TimePage(
        LocalDate today, @Nullable LocalDate from, List<Line> lines, Map<UUID, Name> names, boolean links, DemoStory.@Nullable Stopped stopped,
        List<Reason> reasons)
        implements Page {
    /** What one day brought to one supplier. */
    public record Line(LocalDate day, boolean lapsed, UUID supplier, int number) {}

    public record Name(String en, String zh) {
        String in(Lang lang) {
            return switch (lang) {
                case EN -> en;
                case ZH -> zh;
            };
        }
    }

    /** A day, a week, a month. */
    public static final List<Integer> LEAPS = List.of(1, 7, 30);

    public List<Sum> sums(Screen s) {
        return List.of(
                new Sum(s.t("demo.days-passed"), s.number(from == null ? 0 : today.toEpochDay() - from.toEpochDay())),
                new Sum(s.t("demo.reminders"), s.number(lines.stream().filter(it -> !it.lapsed()).count()), "/app/mails"),
                new Sum(s.t("demo.lapses"), s.number(lines.stream().filter(Line::lapsed).count()), "", "", lines.stream().anyMatch(Line::lapsed)));
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("demo.what-happened"))
                .head("demo.supplier", it -> new Link(names.getOrDefault(it.supplier(), new Name("–", "–")).in(s.lang()),
                        links ? "/app/suppliers/" + it.supplier() + "/minerals" : ""))
                .state("demo.happened", it -> it.lapsed() ? State.bad(s.t("demo.lapsed", it.number())) : State.note(s.t("demo.reminded", it.number())))
                .day("demo.day", Line::day);
    }
}
