package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.Optional;
import org.probity.house.ui.Screen;
import org.probity.proof.Fold;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.Wording;

/**
 * A figure as a list of figures shows it: the number and of how many it speaks, without a row.
 *
 * @param wording the words of the time when it was frozen; empty for a live value, which has those of today
 */
public record Shown(FigureNumber number, Optional<Wording> wording) {
    public Figure figure() {
        return number.figure();
    }

    private String word(Screen s, String part) {
        return wording.map(it -> it.in(s.lang(), part)).orElseGet(() -> s.t(figure().messages() + part));
    }

    public String title(Screen s) {
        return word(s, "");
    }

    /** The published decimal with its unit, without noughts that say nothing. */
    public String shown(Screen s) {
        return value().map(it -> s.measure(it, figure().unit())).orElseGet(number::shown);
    }

    /** The same without its unit. */
    public String shown() {
        return value().map(it -> it.stripTrailingZeros().toPlainString()).orElseGet(number::shown);
    }

    /** The number that people read, where there is one. */
    public Optional<BigDecimal> value() {
        return number.exact().isPresent() ? Optional.of(new BigDecimal(number.shown())) : Optional.empty();
    }

    /** Of whom it speaks, in words: that nobody was there to count is said and not drawn as a nought. */
    public String of(Screen s) {
        var subject = word(s, ".subject");
        return number.included() == 0 ? s.t("statement.none-counted", subject) : switch (figure().fold()) {
            case Fold.Share _ -> s.t("statement.of", number.met(), number.included()) + " " + Counted.after(s, subject);
            case Fold.Count _ -> Counted.after(s, subject);
            case Fold.Sum _, Fold.RatioOfSums _, Fold.Mean _, Fold.Median _, Fold.MinOverDays _, Fold.GatesThenWeights _, Fold.Split _ ->
                    Counted.of(s, number.included(), subject);
        };
    }

    /** Why whoever prepared the report let a difference stand. */
    public Optional<String> accepted(Screen s) {
        return number.control().accepted().map(words -> switch (s.lang()) {
            case EN -> words.en();
            case ZH -> words.zh();
        });
    }

    /** Whether readers of a circle see codes and evidence of its rows. */
    public boolean open(Figure.Level reader) {
        return reader.compareTo(figure().level()) >= 0;
    }

    /** What the definition says that the figure does not tell. */
    public String silent(Screen s) {
        return word(s, ".silent");
    }

    /** Counted rows that did not meet, of figures whose rows meet or do not. */
    public long missed() {
        return figure().fold() instanceof Fold.Share ? number.included() - number.met() : 0;
    }

    /** Whether it adds up what should not have happened, and something did. */
    public boolean confirmed() {
        return figure().fold() instanceof Fold.Sum(var input) && input.equals("confirmed") && value().filter(it -> it.signum() > 0).isPresent();
    }

    /** What of them did not meet, in words. */
    public String missedOf(Screen s) {
        var subject = word(s, ".subject");
        return s.t("statement.missed-of", (s.number(missed()) + " " + Counted.measure(s, subject)).strip(), Counted.of(s, number.included(), subject));
    }
}
