package org.probity.proof;

import java.math.RoundingMode;

/**
 * How an exact value becomes the decimal that people read: times the factor (100 for a percentage), divided by the divisor (3600 for seconds that are
 * shown as hours), to so many places. {@link Mode#DOWN} is for shares where anything short of all must never read "100".
 */
public record Rounding(int factor, int divisor, int places, Mode mode) {

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
        if (factor < 1 || factor > 1_000_000 || divisor < 1 || divisor > 1_000_000 || places < 0 || places > 12) {
            throw new Malformed("rounding.form", "factor " + factor + ", divisor " + divisor + ", places " + places);
        }
    }

    public Rounding(int factor, int places, Mode mode) {
        this(factor, 1, places, mode);
    }

    public static Rounding places(int places) {
        return new Rounding(1, places, Mode.HALF_UP);
    }

    /** In a larger unit than the rows are counted in. */
    public static Rounding of(int divisor, int places) {
        return new Rounding(1, divisor, places, Mode.HALF_UP);
    }

    public static Rounding percent(int places) {
        return new Rounding(100, places, Mode.DOWN);
    }

    /** The shown decimal, without grouping and without unit. */
    public String show(Fraction exact) {
        return exact.times(Fraction.of(factor, divisor)).round(places, mode.mode).toPlainString();
    }

    Json.Obj json() {
        var json = Json.object("factor", factor, "mode", mode.word, "places", places);
        return divisor == 1 ? json : json.with("divisor", divisor);
    }

    static Rounding from(Fields fields) {
        String word = fields.text("mode");
        for (Mode mode : Mode.values()) {
            if (mode.word.equals(word)) {
                long divisor = fields.has("divisor") ? fields.whole("divisor") : 1;
                if (fields.has("divisor") && divisor == 1) {
                    throw fields.wrong("divisor", "is left out when it is 1");
                }
                Rounding rounding = new Rounding((int) Math.min(fields.whole("factor"), Integer.MAX_VALUE), (int) Math.min(divisor, Integer.MAX_VALUE),
                        (int) Math.min(fields.whole("places"), Integer.MAX_VALUE), mode);
                fields.noOthers();
                return rounding;
            }
        }
        throw fields.wrong("mode", "is no rounding known here");
    }
}
