package org.probity.people.aid;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Sum;
import org.probity.shapes.book.Statement;

/** The fund's account in a year: every entry, for every member. @param newest whether no later year has begun @param statement null: nothing was ever entered */
public record BookPage(int year, boolean newest, @Nullable Statement statement, long agreed, Query query) implements Page {
    public List<Sum> sums(Screen s) {
        if (statement == null) {
            return List.of();
        }
        return List.of(new Sum(s.t("aid.opening", statement.from()), s.number(Fund.yuan(statement.opening()))), new Sum(s.t("aid.came"), s.number(Fund.yuan(statement.received()))),
                new Sum(s.t("aid.went"), s.number(Fund.yuan(statement.given()))), new Sum(s.t("aid.closing", statement.until()), s.number(Fund.yuan(statement.closing()))));
    }

    public List<Link> years() {
        var before = new Link(String.valueOf(year - 1), "/app/aid/book?year=" + (year - 1));
        return newest ? List.of(before) : List.of(before, new Link(String.valueOf(year + 1), "/app/aid/book?year=" + (year + 1)));
    }

    public List<Statement.Line> lines() {
        return statement == null ? List.of() : statement.lines();
    }

    /** Of what was let out for somebody, and of what came back, the quarter, as the register has it. */
    private static String told(Statement.Line it) {
        return Set.of("aid.payout", "aid.returned").contains(it.sourceKind()) ? Register.quarter(it.day()) : it.day().toString();
    }

    public Table<Statement.Line> table(Screen s) {
        return Table.of(s, lines())
                .caption(s.t("aid.entries"))
                .text("aid.day", BookPage::told)
                .head("aid.entry", it -> s.t("aid.entry." + it.sourceKind()))
                .text("aid.other-side", it -> s.t("aid.account." + it.otherKind()))
                .number("aid.amount", it -> Fund.yuan(it.amount()))
                .id("aid.entry-id", it -> it.entry().toString().substring(0, 8))
                .paged(query, statement == null ? 0 : statement.count());
    }
}
