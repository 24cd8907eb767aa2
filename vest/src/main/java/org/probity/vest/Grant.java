package org.probity.vest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;

/** So much was granted on a day, and becomes one's own by a plan. */
public record Grant(LocalDate day, BigFraction quantity, Plan plan) {
    public sealed interface Plan {
        record ByTerms(Terms terms) implements Plan {}

        /** The days are written into the grant. */
        record Dated(List<Part> parts) implements Plan {
            public Dated {
                parts = parts.stream().sorted(Comparator.comparing(Part::day)).toList();
            }
        }

        /** Nothing is waited for. */
        record AtOnce() implements Plan {}
    }

    public record Part(LocalDate day, BigFraction amount) {}

    public Grant {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("less than nothing is granted: " + quantity);
        }
        if (!(plan instanceof Plan.ByTerms(var terms) && terms.allocation() == Allocation.FRACTIONAL) && quantity.getDenominator().bitLength() > 1) {
            throw new IllegalArgumentException("a part of a share is granted: " + quantity);
        }
        if (plan instanceof Plan.Dated(var parts) && !parts.stream().map(Part::amount).reduce(BigFraction.ZERO, BigFraction::add).equals(quantity)) {
            throw new IllegalArgumentException("the dated parts are not the whole: " + quantity);
        }
    }

    public static Grant of(LocalDate day, long quantity, Terms terms) {
        return new Grant(day, Round.of(quantity), new Plan.ByTerms(terms));
    }
}
