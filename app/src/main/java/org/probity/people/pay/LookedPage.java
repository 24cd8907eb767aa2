package org.probity.people.pay;

import java.util.List;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** What somebody was paid, for whoever keeps remuneration and has said why they look. */
public record LookedPage(Directory.Person person, List<Payroll.Own> own) implements Page {
    public String title(Screen s) {
        return person.name(s.lang());
    }

    public Table<Payroll.Own> table(Screen s) {
        var table = Table.of(s, own).caption(s.t("pay.paid")).head("pay.year", it -> String.valueOf(it.file().year()));
        for (var part : Pay.Part.values()) {
            table = table.number("pay.part." + part, it -> s.measure(Payroll.yuan(it.pay().of(part)), ""));
        }
        return table.number("pay.total", it -> s.measure(Payroll.yuan(it.pay().total()), "")).number("pay.hours", it -> s.number(it.pay().hours())).wide();
    }
}
