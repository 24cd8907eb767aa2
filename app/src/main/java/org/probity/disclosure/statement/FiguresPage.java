package org.probity.disclosure.statement;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.figure.FigureValue;

/** All figures, as the records give them now. */
public record FiguresPage(List<Line> lines, int year) implements Page {

    /**
     * @param now of this year
     * @param published the newest published value, of whichever year
     */
    public record Line(FigureValue now, Optional<FigureValue> published) {}

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("statement.figures-now", String.valueOf(year)))
                .id("statement.code", it -> it.now().figure().code())
                .head("statement.figure", it -> figure(s, it.now()))
                .number("statement.value", it -> shown(s, it.now()))
                .text("statement.rows", it -> s.t("statement.of", it.now().met("met"), (long) it.now().included().size()))
                .number("statement.last-published", it -> it.published().map(value -> new Link(shown(s, value) + " · " + value.year(), "/report/" + value.year() + "/" + value.figure().key())));
    }

    /** The rows behind a figure name suppliers: the union sees the figure and not its rows. */
    private Object figure(Screen s, FigureValue value) {
        var name = s.t(value.figure().messages());
        return s.is(Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER) ? new Link(name, "/app/figures/" + value.figure().key() + "?year=" + year) : name;
    }

    private static String shown(Screen s, FigureValue value) {
        return new FigureView(value, false, java.util.Map.of()).shown(s);
    }
}
