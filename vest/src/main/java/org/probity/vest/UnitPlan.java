package org.probity.vest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Time units: given free, they bear a growing part of the dividend, and in the last year what the unit is worth more than when it was given; then they are void.
 *
 * @param dividends which part of the dividend a unit bears in its first, second … year; the last year settles
 * @param leaving what becomes of units of those who leave, by reason; void where nothing is said
 */
public record UnitPlan(List<BigFraction> dividends, Map<Reason, Leaving> leaving) {
    /** Why somebody left, in the words of the open cap-table format. */
    public enum Reason { VOLUNTARY_OTHER, VOLUNTARY_GOOD_CAUSE, VOLUNTARY_RETIREMENT, INVOLUNTARY_OTHER, INVOLUNTARY_DEATH, INVOLUNTARY_DISABILITY, INVOLUNTARY_WITH_CAUSE }

    public enum Leaving {
        /** Nothing comes any more. */ VOID,
        /** The dividend of the year in which they left, then nothing. */ NEXT_DIVIDEND,
        /** As if they had stayed. */ TO_TERM,
        /** What the unit is worth more by the newest valuation, for the part of the term that they served; then nothing. */ PRO_RATA
    }

    public static final List<BigFraction> USUAL = List.of(BigFraction.ZERO, BigFraction.of(1, 3), BigFraction.of(2, 3), BigFraction.ONE, BigFraction.ONE);
    public static final Map<Reason, Leaving> USUAL_LEAVING =
            Map.of(Reason.VOLUNTARY_RETIREMENT, Leaving.TO_TERM, Reason.INVOLUNTARY_DEATH, Leaving.TO_TERM, Reason.INVOLUNTARY_DISABILITY, Leaving.TO_TERM);

    public UnitPlan {
        dividends = List.copyOf(dividends);
        leaving = Map.copyOf(leaving);
        if (dividends.isEmpty() || dividends.stream().anyMatch(it -> it.signum() < 0 || it.compareTo(BigFraction.ONE) > 0)) {
            throw new IllegalArgumentException("a year bears between nothing and the whole dividend: " + dividends);
        }
    }

    /** How many may be given: what the matrix says for grade and rating, by the factor of the post, and never beyond the cap of the grade with what is held already. */
    public static long grant(long matrix, BigFraction post, long cap, long outstanding) {
        return Math.max(0, Math.min(Round.down(Round.of(matrix).multiply(post)).longValueExact(), cap - outstanding));
    }

    /** @param base what a unit was worth when it was given, in yuan @param year the first of the plan's years */
    public record Given(long units, BigDecimal base, int year) {}

    /** @param served of the term when they left, a share of it */
    public record Left(Reason reason, int year, BigFraction served) {}

    public sealed interface Line {
        int year();

        /** @param part of the dividend that is borne */
        record Dividend(int year, BigFraction part, BigDecimal each, long fen) implements Line {}

        record Settlement(int year, BigDecimal base, BigDecimal value, BigFraction served, long fen) implements Line {}

        record Void(int year, long units) implements Line {}

        /** No dividend was declared for the year, or no value found: nothing is reckoned from nothing. */
        record Waits(int year, boolean forValue) implements Line {}

        default long paid() {
            return switch (this) {
                case Dividend it -> it.fen();
                case Settlement it -> it.fen();
                case Void _, Waits _ -> 0;
            };
        }
    }

    /** What a grant has brought and brings, year by year, up to a year. Dividends and values are of years, in yuan a unit. */
    public List<Line> lines(Given given, Map<Integer, BigDecimal> dividend, Map<Integer, BigDecimal> value, Optional<Left> left, int until) {
        var lines = new ArrayList<Line>();
        var rule = left.map(it -> leaving.getOrDefault(it.reason(), Leaving.VOID)).orElse(Leaving.TO_TERM);
        for (int at = 0; at < dividends.size() && given.year() + at <= until; at++) {
            var year = given.year() + at;
            if (rule != Leaving.TO_TERM && year > left.orElseThrow().year()) {
                break;
            }
            var leaves = rule != Leaving.TO_TERM && year == left.orElseThrow().year();
            if (!leaves || rule == Leaving.NEXT_DIVIDEND) {
                lines.add(dividend(given, dividend, year, dividends.get(at)));
            }
            if (leaves) {
                if (rule == Leaving.PRO_RATA) {
                    lines.add(settlement(given, value, year, left.orElseThrow().served()));
                }
                lines.add(new Line.Void(year, given.units()));
            } else if (at == dividends.size() - 1) {
                var settled = settlement(given, value, year, BigFraction.ONE);
                lines.add(settled);
                if (settled instanceof Line.Settlement) {
                    lines.add(new Line.Void(year, given.units()));
                }
            }
        }
        return lines;
    }

    private static Line dividend(Given given, Map<Integer, BigDecimal> dividend, int year, BigFraction part) {
        var each = dividend.get(year);
        if (part.signum() == 0) {
            return new Line.Dividend(year, part, each == null ? BigDecimal.ZERO : each, 0);
        }
        return each == null ? new Line.Waits(year, false) : new Line.Dividend(year, part, each, Round.fen(Round.of(each).multiply(part).multiply(Round.of(given.units()))));
    }

    /** Never less than nothing: who was given units owes none. */
    private static Line settlement(Given given, Map<Integer, BigDecimal> value, int year, BigFraction served) {
        var worth = value.get(year);
        if (worth == null) {
            return new Line.Waits(year, true);
        }
        var more = Round.of(worth).subtract(Round.of(given.base()));
        return new Line.Settlement(year, given.base(), worth, served, more.signum() <= 0 ? 0 : Round.fen(more.multiply(served).multiply(Round.of(given.units()))));
    }
}
