package org.probity.people.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.rule.RulesView;

/** Years that were closed, the form that looks at one first, months of the book that are closed, and the numbers of our own rules. @param closedUntil null: no month is closed */
public record ClosingsPage(
        List<Closings.Closing> all, List<Place> units, Map<UUID, String> names, @Nullable LocalDate closedUntil, boolean closes, LocalDate today, RulesView rules, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> years() {
        return IntStream.rangeClosed(1, 2).mapToObj(it -> String.valueOf(today.getYear() - it)).map(it -> new Option(it, it)).toList();
    }

    public List<Option> places(Screen s) {
        return GrantsPage.places(s, units);
    }

    /** The month that would be closed next. */
    public String month() {
        return YearMonth.from(closedUntil == null ? today.minusMonths(1) : closedUntil.plusDays(1)).toString();
    }

    public Table<Closings.Closing> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("care.closings-made"))
                .head("care.year", it -> closes ? new Link(String.valueOf(it.year()), "/app/care/closings/" + it.id()) : String.valueOf(it.year()))
                .text("care.for", it -> GrantsPage.unit(s, it.unitEn(), it.unitZh()))
                .number("care.people", Closings.Closing::people)
                .number("care.carried", it -> CarePage.hours(it.carried()))
                .number("care.owed", it -> CarePage.hours(it.owed()))
                .text("care.closed-at", it -> s.time(it.closedAt()))
                .text("care.by", it -> names.getOrDefault(it.closedBy(), "–"));
    }
}
