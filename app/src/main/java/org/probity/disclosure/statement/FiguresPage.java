package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.FigureValue;

/** All figures, as the records give them now. */
public record FiguresPage(List<Line> lines, int year) implements Page {

    /**
     * @param now of this year
     * @param published the newest published value, of whichever year
     */
    public record Line(FigureNumber now, Optional<FigureValue> published) {}

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("statement.figures-now", String.valueOf(year)))
                .id("statement.code", it -> it.now().figure().code())
                .head("statement.figure", it -> new Link(s.t(it.now().figure().messages()), "/app/figures/" + it.now().figure().key() + "?year=" + year))
                .number("statement.value", it -> shown(it.now()))
                .text("statement.rows", it -> s.t("statement.of", it.now().met(), it.now().included()))
                .number("statement.last-published", it -> it.published().map(value -> new Link(shown(value) + " · " + value.year(), "/report/" + value.year() + "/" + value.figure().key())));
    }

    /** Without noughts that say nothing: 100 %, not 100.00 %. */
    static String shown(FigureNumber number) {
        return number.exact().isPresent() ? new BigDecimal(number.shown()).stripTrailingZeros().toPlainString() + " " + number.figure().unit() : number.shown();
    }

    static String shown(FigureValue value) {
        return new FigureView(value, false, java.util.Map.of()).shown() + (value.exact().isPresent() ? " " + value.figure().unit() : "");
    }
}
