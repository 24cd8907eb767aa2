package org.probity.reckon;

import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Cronbach's alpha: whether the items of a scale ask for one thing, with Feldt's interval of 95 in 100.
 *
 * @param value 1 when all items say the same; from some 0.7 on one may speak of a scale
 */
public record Alpha(double value, double low, double high) {
    private static final double SIDE = 0.025;

    /**
     * @param items what the same people answered to each item, two or more
     * @param total the sum of each person's answers
     */
    public static Alpha of(List<Sample> items, Sample total) {
        int many = items.size();
        if (many < 2 || total.people() < 2 || items.stream().anyMatch(it -> it.people() != total.people())) {
            throw new IllegalArgumentException("two items or more, answered by the same two people or more");
        }
        if (total.variance() == 0) {
            return new Alpha(Double.NaN, Double.NaN, Double.NaN);
        }
        double value = many / (many - 1.0) * (1 - items.stream().mapToDouble(Sample::variance).sum() / total.variance());
        var f = FDistribution.of(total.people() - 1.0, (total.people() - 1.0) * (many - 1));
        return new Alpha(value, 1 - (1 - value) * f.inverseSurvivalProbability(SIDE), 1 - (1 - value) * f.inverseCumulativeProbability(SIDE));
    }
}
