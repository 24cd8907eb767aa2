package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.figure.FigureNumber;

/** All figures, as the records gave them some minutes ago. */
public record FiguresPage(List<Line> lines, int year) implements Page {

    /**
     * @param now of this year
     * @param published the newest published value, of whichever year
     */
    public record Line(FigureNumber now, Optional<Shown> published) {}

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("statement.figures-now", String.valueOf(year)))
                .id("statement.code", it -> it.now().figure().code())
                .head("statement.figure", it -> figure(s, it.now()))
                .number("statement.value", it -> it.now().exact().isPresent()
                        ? s.measure(new BigDecimal(it.now().shown()), it.now().figure().unit()) : it.now().shown())
                .text("statement.rows", it -> s.t("statement.of", it.now().met(), it.now().included()))
                .number("statement.last-published", it -> it.published().map(said -> new Link(
                        said.shown(s) + " · " + said.number().year(), "/report/" + said.number().year() + "/" + said.figure().key())))
                .text("statement.figures-known", it -> it.now().knownAt());
    }

    /** The rows behind a figure name suppliers: the union sees the figure and not its rows. */
    private Object figure(Screen s, FigureNumber number) {
        var name = s.t(number.figure().messages());
        return s.is(Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.HR)
                ? new Link(name, "/app/figures/" + number.figure().key() + "?year=" + year) : name;
    }

    /** Without noughts that say nothing: 100 %, not 100.00 %. */
    static String shown(FigureNumber number) {
        return number.exact().isPresent() ? new BigDecimal(number.shown()).stripTrailingZeros().toPlainString() + " " + number.figure().unit() : number.shown();
    }
}
