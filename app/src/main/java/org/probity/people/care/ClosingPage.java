package org.probity.people.care;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;

/** What was done with hours of a year; as a file it is the list for payroll. */
public record ClosingPage(Closings.Closing it, List<Closings.Closed> lines, Query query) implements Page {
    public String title(Screen s) {
        return s.t("care.closing-title", String.valueOf(it.year()));
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("care.people"), s.number(it.people())), new Sum(s.t("care.carried"), s.number(CarePage.hours(it.carried()))), new Sum(s.t("care.owed"), s.number(CarePage.hours(it.owed()))));
    }

    public Table<Closings.Closed> table(Screen s) {
        var from = (int) Math.min(query.offset(), lines.size());
        return Table.of(s, lines.subList(from, Math.min(lines.size(), from + query.limit())))
                .caption(s.t("care.what-became"))
                .head("care.person", one -> one.name(s.lang()))
                .id("care.number", Closings.Closed::number)
                .number("care.carried", one -> CarePage.hours(one.carried()))
                .number("care.owed", one -> CarePage.hours(one.owed()))
                .paged(query, lines.size())
                .downloads();
    }
}
