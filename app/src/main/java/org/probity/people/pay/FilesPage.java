package org.probity.people.pay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Payroll's files, newest year first, in numbers of people; and the form that brings one. @param keeps whether the reader keeps remuneration */
public record FilesPage(List<Payroll.Brought> all, LocalDate today, boolean keeps, boolean apart, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String columns() {
        return String.join(", ", Payroll.COLUMNS);
    }

    public static State state(Screen s, Payroll.Brought it) {
        return it.counts() ? State.good(s.t("pay.counts")) : State.none(s.t("pay.waits"));
    }

    public Table<Payroll.Brought> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("pay.files"))
                .head("pay.file", it -> new Link(it.year() + " · " + it.no(), "/app/pay/files/" + it.id()))
                .text("pay.source", Payroll.Brought::source)
                .number("pay.lines", Payroll.Brought::lines)
                .number("pay.differ", Payroll.Brought::differ)
                .state("pay.state", it -> state(s, it))
                .text("pay.brought-at", it -> s.time(it.saidAt()));
    }
}
