package org.probity.disclosure.customer;

import java.util.List;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Shown;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.figure.Figure;

/** A customer's first page: every published edition with its figures and its package. */
public record CustomerPage(Customers.Access access, List<Line> lines, String fingerprint) implements Page {

    public record Line(Edition edition, List<Shown> figures) {}

    public String title(Screen s, Edition edition) {
        return s.t("customer.edition", String.valueOf(edition.year()), edition.no());
    }

    public Table<Shown> table(Screen s, Line line) {
        return Table.of(s, line.figures())
                .caption(s.t("customer.figures"), s.t("customer.published", line.edition().publishedDay(s)))
                .head("customer.figure", it -> new Link(it.title(s), "/app/customer/" + line.edition().id() + "/" + it.figure().key()))
                .number("customer.value", it -> it.shown(s))
                .text("customer.rows", it -> it.of(s))
                .text("customer.opened", it -> s.t(it.open(Figure.Level.CUSTOMER) ? "customer.open" : "customer.withheld"));
    }
}
