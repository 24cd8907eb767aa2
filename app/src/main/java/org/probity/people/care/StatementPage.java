package org.probity.people.care;

import java.util.List;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Sum;
import org.probity.shapes.book.Statement;

/** What came to an account and what went, each line with what it follows from. @param own whether it is the reader's */
public record StatementPage(Statement statement, Directory.Person person, boolean own, Query query) implements Page {
    public String title(Screen s) {
        return CarePage.account(s, statement.account().kind());
    }

    /** A request, a granting or the end of a year: each line of a leave account comes from one of these. */
    private static String source(Statement.Line line) {
        return switch (line.sourceKind()) {
            case Grants.GRANTED -> "/app/care/granted/" + line.source();
            case Closings.CLOSED -> "/app/care/closed/" + line.source();
            default -> "/app/care/leaves/" + line.source();
        };
    }

    public List<Sum> sums(Screen s) {
        return List.of(new Sum(s.t("care.opening", statement.from()), s.number(CarePage.hours(statement.opening()))), new Sum(s.t("care.came"), s.number(CarePage.hours(statement.received()))),
                new Sum(s.t("care.went"), s.number(CarePage.hours(statement.given()))), new Sum(s.t("care.closing", statement.until()), s.number(CarePage.hours(statement.closing()))));
    }

    public List<Link> years(Screen s) {
        var year = statement.from().getYear();
        return List.of(new Link(String.valueOf(year - 1), path() + "?year=" + (year - 1)), new Link(String.valueOf(year + 1), path() + "?year=" + (year + 1)));
    }

    public String path() {
        return "/app/care/accounts/" + statement.account().id();
    }

    public Table<Statement.Line> table(Screen s) {
        return Table.of(s, statement.lines())
                .caption(s.t("care.lines"))
                .day("care.day", Statement.Line::day)
                .head("care.event", it -> new Link(s.t("care.event." + it.sourceKind()), source(it)))
                .number("care.hours", it -> CarePage.hours(it.amount()))
                .text("care.other", it -> CarePage.account(s, it.otherKind()))
                .paged(query, statement.count());
    }
}
