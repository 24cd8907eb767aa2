package org.probity.people.aid;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** What the fund paid in a year, without names. @param newest whether no later year has begun @param least people of a ground before it is said */
public record RegisterPage(int year, boolean newest, List<Register.Line> lines, int least) implements Page {
    public List<Link> years() {
        var before = new Link(String.valueOf(year - 1), "/app/aid/register?year=" + (year - 1));
        return newest ? List.of(before) : List.of(before, new Link(String.valueOf(year + 1), "/app/aid/register?year=" + (year + 1)));
    }

    public Table<Register.Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("aid.register"))
                .head("aid.number", Register.Line::number)
                .text("aid.quarter", it -> Register.quarter(it.quarter()))
                .text("aid.ground", it -> it.ground() == null ? s.t("aid.ground-unsaid") : s.t("aid.ground." + it.ground()))
                .text("aid.how", it -> s.t(it.atOnce() ? "aid.how-at-once" : "aid.how-decided"))
                .number("aid.amount", it -> Fund.yuan(it.amount()))
                .number("aid.came-back", it -> it.returned() == 0 ? "" : s.number(Fund.yuan(it.returned())));
    }
}
