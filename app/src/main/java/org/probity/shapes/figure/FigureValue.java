package org.probity.shapes.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.proof.Facts;
import org.probity.proof.Fraction;
import org.probity.proof.Json;
import org.probity.proof.Words;

/**
 * A figure's value with everything it was computed from, live or frozen.
 *
 * @param knownAt what was recorded later is not in it
 * @param exact empty when there is nothing to divide by: no value is not the value 0
 * @param shown the decimal that people read, without unit; a dash when there is no value
 * @param wording what the definition said when the value was frozen; empty for a live one, whose words are those of today
 */
public record FigureValue(
        Figure figure, int year, Instant knownAt, List<Row> rows, Optional<Fraction> exact, String shown, ControlTotal control,
        Optional<Wording> wording) {

    public FigureValue {
        rows = List.copyOf(rows);
    }

    /** A live value. */
    public FigureValue(Figure figure, int year, Instant knownAt, List<Row> rows, Optional<Fraction> exact, String shown, ControlTotal control) {
        this(figure, year, knownAt, rows, exact, shown, control, Optional.empty());
    }

    /** The same value, whose control's difference was accepted by whoever prepared the report. */
    public FigureValue accepted(Words reason) {
        var explained = new ControlTotal(control.stated(), control.other(), control.rows(), Optional.of(reason));
        return new FigureValue(figure, year, knownAt, rows, exact, shown, explained, wording);
    }

    /** The same value, whose rows are shown from another level on. */
    public FigureValue at(Figure.Level level) {
        return new FigureValue(figure.at(level), year, knownAt, rows, exact, shown, control, wording);
    }

    /**
     * One subject of the figure.
     *
     * @param code its pseudonym; empty while it was never in a frozen figure
     * @param reason message key of why it is left out; counted when absent
     * @param facts what the room shows beside it
     */
    public record Row(
            String code, UUID subject, String number, String nameEn, String nameZh, @Nullable String reason,
            Facts inputs, Json.Obj facts, List<Proof> evidence) {

        public boolean included() {
            return reason == null;
        }

        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }

        public BigDecimal input(String name) {
            return inputs.inputs().getOrDefault(name, BigDecimal.ZERO);
        }

        /** A text of the facts, such as {@code ("minerals.cmrt", "day")}; empty when it is not there. */
        public String fact(String group, String name) {
            return facts.get(group)
                    .flatMap(it -> it instanceof Json.Obj object ? object.get(name) : Optional.empty())
                    .map(it -> switch (it) {
                        case Json.Str(var text) -> text;
                        case Json.Bool(var bool) -> String.valueOf(bool);
                        case Json.Num(var number) -> number.toPlainString();
                        case Json.Null() -> "";
                        case Json.Arr _, Json.Obj _ -> "";
                    })
                    .orElse("");
        }
    }

    /**
     * Something a row stands on.
     *
     * @param kind what it is, such as {@code minerals.cmrt}
     * @param strength who stands for it: third-party, form, signed, statement
     * @param record its record in the log
     */
    public record Proof(String kind, String strength, UUID record) {}

    /**
     * @param stated what the other source says of itself
     * @param other what of it is not the rows' business
     * @param rows what all rows add up to, counted or left out
     * @param accepted why a difference was let stand
     */
    public record ControlTotal(BigDecimal stated, BigDecimal other, BigDecimal rows, Optional<Words> accepted) {
        public ControlTotal(BigDecimal stated, BigDecimal other, BigDecimal rows) {
            this(stated, other, rows, Optional.empty());
        }

        public BigDecimal difference() {
            return stated.subtract(other).subtract(rows);
        }
    }

    public List<Row> included() {
        return rows.stream().filter(Row::included).toList();
    }

    public List<Row> excluded() {
        return rows.stream().filter(row -> !row.included()).toList();
    }

    public long met(String input) {
        return included().stream().filter(row -> row.input(input).signum() > 0).count();
    }

    public LocalDate from() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate until() {
        return LocalDate.of(year, 12, 31);
    }
}
