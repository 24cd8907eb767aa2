package org.probity.vest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;

/** How what does not divide evenly is laid over instalments, as the open cap-table format names it. Whatever the kind, the parts add up to the whole. */
public enum Allocation {
    /** What has come so far is rounded, half up: 18 over 4 are 5 4 5 4. */
    CUMULATIVE_ROUNDING,
    /** What has come so far is rounded down: 4 5 4 5. */
    CUMULATIVE_ROUND_DOWN,
    /** The first get one more each: 5 5 4 4. */
    FRONT_LOADED,
    /** The last get one more each: 4 4 5 5. */
    BACK_LOADED,
    /** The first gets all that is left: 6 4 4 4. */
    FRONT_LOADED_TO_SINGLE_TRANCHE,
    /** The last gets all that is left: 4 4 4 6. */
    BACK_LOADED_TO_SINGLE_TRANCHE,
    /** Nothing is rounded: four times 4½. */
    FRACTIONAL;

    boolean cumulative() {
        return this == CUMULATIVE_ROUNDING || this == CUMULATIVE_ROUND_DOWN || this == FRACTIONAL;
    }

    /** What is one's own when so much has come by the terms. The four kinds that share out remainders are whole between conditions, hence down. */
    BigFraction come(BigFraction exact) {
        return switch (this) {
            case CUMULATIVE_ROUNDING -> BigFraction.of(Round.half(exact));
            case FRACTIONAL -> exact;
            case CUMULATIVE_ROUND_DOWN, FRONT_LOADED, BACK_LOADED, FRONT_LOADED_TO_SINGLE_TRANCHE, BACK_LOADED_TO_SINGLE_TRANCHE -> BigFraction.of(Round.down(exact));
        };
    }

    /** A whole over so many instalments, when nothing came before. */
    public List<BigFraction> over(BigFraction whole, int instalments) {
        return over(BigFraction.ZERO, whole, instalments);
    }

    /** @param before what had come by the terms before, exactly @param whole what these instalments bring together, exactly */
    List<BigFraction> over(BigFraction before, BigFraction whole, int instalments) {
        if (whole.signum() < 0 || instalments < 1) {
            throw new IllegalArgumentException(whole + " over " + instalments);
        }
        var parts = new ArrayList<BigFraction>(instalments);
        if (cumulative()) {
            var come = come(before);
            for (int at = 1; at <= instalments; at++) {
                var next = come(before.add(whole.multiply(at).divide(instalments)));
                parts.add(next.subtract(come));
                come = next;
            }
            return parts;
        }
        var shared = Round.down(before.add(whole)).subtract(Round.down(before)).divideAndRemainder(BigInteger.valueOf(instalments));
        var rest = shared[1].intValueExact();
        for (int at = 0; at < instalments; at++) {
            parts.add(BigFraction.of(shared[0].add(BigInteger.valueOf(more(at, rest, instalments)))));
        }
        return parts;
    }

    private int more(int at, int rest, int instalments) {
        return switch (this) {
            case FRONT_LOADED -> at < rest ? 1 : 0;
            case BACK_LOADED -> at >= instalments - rest ? 1 : 0;
            case FRONT_LOADED_TO_SINGLE_TRANCHE -> at == 0 ? rest : 0;
            case BACK_LOADED_TO_SINGLE_TRANCHE -> at == instalments - 1 ? rest : 0;
            case CUMULATIVE_ROUNDING, CUMULATIVE_ROUND_DOWN, FRACTIONAL -> throw new IllegalStateException(this + " shares out no rest");
        };
    }
}
