package org.probity.proof;

import java.math.RoundingMode;

/**
 * How an exact value becomes the decimal that people read: times the factor (100 for a percentage), to so many places. {@link Mode#DOWN} is
 * for shares where anything short of all must never read "100".
 */
public record Rounding(int factor, int places, Mode mode) {

    public enum Mode {
        HALF_UP("half-up", RoundingMode.HALF_UP),
        HALF_EVEN("half-even", RoundingMode.HALF_EVEN),
        DOWN("down", RoundingMode.DOWN);

        final String word;
        final RoundingMode mode;

        Mode(String word, RoundingMode mode) {
            this.word = word;
            this.mode = mode;
        }
    }

    public Rounding {
        if (factor < 1 || factor > 1_000_000 || places < 0 || places > 12) {
            throw new Malformed("rounding.form", "factor " + factor + ", places " + places);
        }
    }

    public static Rounding places(int places) {
        return new Rounding(1, places, Mode.HALF_UP);
    }

    public static Rounding percent(int places) {
        return new Rounding(100, places, Mode.DOWN);
    }

    /** The shown decimal, without grouping and without unit. */
    public String show(Fraction exact) {
        return exact.times(Fraction.of(factor, 1)).round(places, mode.mode).toPlainString();
    }

    Json.Obj json() {
        return Json.object("factor", factor, "mode", mode.word, "places", places);
    }

    static Rounding from(Fields fields) {
        String word = fields.text("mode");
        for (Mode mode : Mode.values()) {
            if (mode.word.equals(word)) {
                Rounding rounding = new Rounding((int) Math.min(fields.whole("factor"), Integer.MAX_VALUE),
                        (int) Math.min(fields.whole("places"), Integer.MAX_VALUE), mode);
                fields.noOthers();
                return rounding;
            }
        }
        throw fields.wrong("mode", "is no rounding known here");
    }
}
