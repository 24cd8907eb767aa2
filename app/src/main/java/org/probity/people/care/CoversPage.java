package org.probity.people.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** Payroll's files, newest month first, and the form that brings one. */
public record CoversPage(List<Cover.Report> all, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String lastMonth() {
        return YearMonth.from(today).minusMonths(1).toString();
    }

    public Table<Cover.Report> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("care.cover-files"))
                .head("care.month", it -> new Link(YearMonth.from(it.month()).toString(), "/app/care/cover/" + it.id()))
                .text("care.source", Cover.Report::source)
                .number("care.people", Cover.Report::lines)
                .text("care.brought-at", it -> s.time(it.saidAt()));
    }
}
