package org.probity.proof;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A total from a source that the figure does not come from: payroll heads, purchase orders, gate counts. What was never recorded can show
 * only here.
 *
 * @param input the input that is summed over included rows, for {@link Counts#SUM}
 * @param accepted why a difference was accepted by whoever prepared the report
 */
public record Control(Words name, Words source, Counts counts, Optional<String> input, BigDecimal expected, Optional<Words> accepted) {

    public enum Counts {
        /** All rows, counted or not. */
        ROWS("rows"), INCLUDED("included"), SUM("sum");

        final String word;

        Counts(String word) {
            this.word = word;
        }
    }

    public static Control ofRows(Words name, Words source, long expected) {
        return new Control(name, source, Counts.ROWS, Optional.empty(), BigDecimal.valueOf(expected), Optional.empty());
    }

    public static Control ofIncluded(Words name, Words source, long expected) {
        return new Control(name, source, Counts.INCLUDED, Optional.empty(), BigDecimal.valueOf(expected), Optional.empty());
    }

    public static Control ofSum(Words name, Words source, String input, BigDecimal expected) {
        return new Control(name, source, Counts.SUM, Optional.of(input), expected, Optional.empty());
    }

    /** The same control, whose difference somebody has explained. */
    public Control accepted(Words reason) {
        return new Control(name, source, counts, input, expected, Optional.of(reason));
    }

    Json.Obj json(BigDecimal counted) {
        Json.Obj json = Json.object("counted", Facts.decimal(counted), "counts", counts.word,
                "difference", Facts.decimal(counted.subtract(expected)), "expected", Facts.decimal(expected), "name", name.json(),
                "source", source.json());
        json = accepted.isEmpty() ? json : json.with("accepted", accepted.get().json());
        return input.isEmpty() ? json : json.with("input", input.get());
    }

    /** A control as a package states it. */
    record Stated(Control control, BigDecimal counted, BigDecimal difference) {

        static Stated from(Json json) {
            Fields fields = Fields.of(json, "control");
            String word = fields.text("counts");
            for (Counts counts : Counts.values()) {
                if (counts.word.equals(word)) {
                    Control control = new Control(fields.words("name"), fields.words("source"), counts,
                            counts == Counts.SUM ? Optional.of(fields.text("input")) : Optional.empty(), Facts.decimal(fields.text("expected")),
                            fields.has("accepted") ? Optional.of(fields.words("accepted")) : Optional.empty());
                    Stated stated = new Stated(control, Facts.decimal(fields.text("counted")), Facts.decimal(fields.text("difference")));
                    fields.noOthers();
                    return stated;
                }
            }
            throw fields.wrong("counts", "is nothing a control can count");
        }
    }
}
