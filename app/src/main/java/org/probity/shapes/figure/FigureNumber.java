package org.probity.shapes.figure;

import java.time.Instant;
import java.util.Optional;
import org.probity.proof.Fraction;
import org.probity.proof.Words;
import org.probity.shapes.figure.FigureValue.ControlTotal;

/**
 * A figure's value without its rows, for whoever shows the number alone: PostgreSQL folds where the rows lie.
 *
 * @param knownAt what was recorded later is not in it
 * @param met how many of the included rows have an input {@code met} above zero
 * @param exact empty when there is nothing to divide by: no value is not the value 0
 * @param shown the decimal that people read, without unit; a dash when there is no value
 */
public record FigureNumber(
        Figure figure, int year, Instant knownAt, long included, long leftOut, long met, Optional<Fraction> exact, String shown, ControlTotal control) {

    /** The same number, whose rows are shown from another level on. */
    public FigureNumber at(Figure.Level level) {
        return new FigureNumber(figure.at(level), year, knownAt, included, leftOut, met, exact, shown, control);
    }

    /** The same number, whose control's difference was accepted by whoever prepared the report. */
    public FigureNumber accepted(Words reason) {
        var explained = new ControlTotal(control.stated(), control.other(), control.rows(), Optional.of(reason));
        return new FigureNumber(figure, year, knownAt, included, leftOut, met, exact, shown, explained);
    }
}
