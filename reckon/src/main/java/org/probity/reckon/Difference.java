package org.probity.reckon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two samples of different people lie apart: by Welch's test, and in standard deviations. Many people make every difference sure and few make none; so
 * one is called clear only when it is neither likely by chance nor too small to matter.
 *
 * @param p how likely a difference like this is by chance, of both directions, @param d Cohen's, of the first sample against the second
 */
public record Difference(double p, double d) {
    public static final double UNLIKELY = 0.05;
    /** Cohen's small effect. */
    public static final double MATTERS = 0.2;

    public enum Verdict { HIGHER, LOWER, NOT_CLEAR }

    public static Difference between(Sample one, Sample other) {
        if (one.people() < 2 || other.people() < 2) {
            return new Difference(1, 0);
        }
        double apart = (double) one.sum() / one.people() - (double) other.sum() / other.people();
        double a = one.variance() / one.people();
        double b = other.variance() / other.people();
        if (a + b == 0) {
            return new Difference(apart == 0 ? 1 : 0, apart == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, apart));
        }
        double freedom = (a + b) * (a + b) / (a * a / (one.people() - 1) + b * b / (other.people() - 1));
        double p = 2 * TDistribution.of(freedom).survivalProbability(Math.abs(apart) / Math.sqrt(a + b));
        double pooled = Math.sqrt(((one.people() - 1) * one.variance() + (other.people() - 1) * other.variance()) / (one.people() + other.people() - 2));
        return new Difference(Math.min(1, p), apart / pooled);
    }

    public Verdict verdict() {
        return p >= UNLIKELY || Math.abs(d) < MATTERS ? Verdict.NOT_CLEAR : d > 0 ? Verdict.HIGHER : Verdict.LOWER;
    }

    /** Many asked at once, by Holm: the least likely is held against all, the next against one less. In the order given. */
    public static List<Difference> together(List<Difference> asked) {
        var order = IntStream.range(0, asked.size()).boxed().sorted(Comparator.comparingDouble(it -> asked.get(it).p())).toList();
        var adjusted = new ArrayList<>(asked);
        double most = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            var it = asked.get(order.get(rank));
            most = Math.max(most, Math.min(1, it.p() * (order.size() - rank)));
            adjusted.set(order.get(rank), new Difference(most, it.d()));
        }
        return List.copyOf(adjusted);
    }
}
