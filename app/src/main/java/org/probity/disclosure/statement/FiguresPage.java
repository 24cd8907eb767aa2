package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.proof.Fold;
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
                .text("statement.under", it -> s.t(Heading.of(it.now().figure()).key()))
                .number("statement.value", it -> it.now().exact().isPresent()
                        ? s.measure(new BigDecimal(it.now().shown()), it.now().figure().unit()) : it.now().shown())
                .text("statement.rows", it -> it.now().figure().fold() instanceof Fold.Share ? s.t("statement.of", it.now().met(), it.now().included()) : s.number(it.now().included()))
                .number("statement.last-published", it -> it.published().map(said -> new Link(
                        said.shown(s) + " · " + said.number().year(), "/report/" + said.number().year() + "/" + said.figure().key())))
                .text("statement.figures-known", it -> it.now().knownAt());
    }

    /** The union sees figures and not their rows, which may name suppliers. */
    private Link figure(Screen s, FigureNumber number) {
        return s.link(s.t(number.figure().messages()), "/app/figures/" + number.figure().key() + "?year=" + year);
    }

    /** Without noughts that say nothing: 100 %, not 100.00 %. */
    static String shown(Screen s, FigureNumber number) {
        return number.exact().isPresent() ? new BigDecimal(number.shown()).stripTrailingZeros().toPlainString() + " " + s.unit(number.figure().unit()) : number.shown();
    }
}
