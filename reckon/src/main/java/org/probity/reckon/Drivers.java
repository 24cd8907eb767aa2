package org.probity.reckon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What goes with what: the share that each of some scales has in explaining one outcome, by Johnson's relative weights, which divide what is explained even where
 * scales go with each other. Going with is not causing, and no share says so. A range and a verdict come from answers drawn anew with putting back; the same seed
 * draws the same.
 *
 * @param explained of the outcome's variance, from 0 to 1; it is the multiple correlation squared
 * @param drivers in the order of the scales given
 */
public record Drivers(double explained, List<Driver> drivers) {
    /** Fewer people say too little about so many scales. */
    public static final int PEOPLE_LEAST = 100;
    /** Less than that explained, and nothing goes with the outcome that is worth a name. */
    public static final double EXPLAINED_LEAST = 0.05;
    /** A share that is a quarter more or less than an equal one; what is nearer does not matter, however sure it is. */
    public static final double MATTERS = 0.25;
    private static final int DRAWN = 400;
    private static final double SIDE = 0.025;
    private static final double NOTHING = 1e-9;

    public enum Verdict { MORE, LESS, NOT_CLEAR }

    /**
     * @param share of what is explained; all shares add up to 1
     * @param low of the range in which the share lies by 95 in 100, @param high of it
     * @param verdict whether it is clearly more or less than what each would have if all had the same, asked of all at once
     */
    public record Driver(double share, double low, double high, Verdict verdict) {}

    public Drivers {
        drivers = List.copyOf(drivers);
    }

    /**
     * @param answers a line a person: the outcome first, then every scale
     * @return none: fewer people than {@value #PEOPLE_LEAST}, or a scale on which nobody differs
     */
    public static Optional<Drivers> of(List<long[]> answers, long seed) {
        int people = answers.size();
        if (people < PEOPLE_LEAST || answers.getFirst().length < 3) {
            return Optional.empty();
        }
        int many = answers.getFirst().length;
        var flat = new long[people * many];
        for (int at = 0; at < people; at++) {
            System.arraycopy(answers.get(at), 0, flat, at * many, many);
        }
        var once = new int[people];
        Arrays.fill(once, 1);
        var told = weights(flat, many, once);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        int scales = many - 1;
        var drawn = new double[scales][DRAWN];
        var apart = new double[scales][DRAWN];
        var random = new SplittableRandom(seed);
        int kept = 0;
        for (int draw = 0; draw < DRAWN; draw++) {
            var times = new int[people];
            for (int at = 0; at < people; at++) {
                times[random.nextInt(people)]++;
            }
            var weights = weights(flat, many, times);
            if (weights.isEmpty()) {
                continue;
            }
            double all = Arrays.stream(weights.get()).sum();
            for (int scale = 0; scale < scales; scale++) {
                drawn[scale][kept] = all < NOTHING ? 0 : weights.get()[scale] / all;
                apart[scale][kept] = weights.get()[scale] - all / scales;
            }
            kept++;
        }
        double explained = Arrays.stream(told.get()).sum();
        var drivers = new ArrayList<Driver>();
        for (int scale = 0; scale < scales; scale++) {
            var shares = Arrays.copyOf(drawn[scale], kept);
            var from = Arrays.copyOf(apart[scale], kept);
            Arrays.sort(shares);
            Arrays.sort(from);
            // All are asked at once, by Bonferroni.
            double side = SIDE / scales;
            double share = explained < NOTHING ? 0 : told.get()[scale] / explained;
            var matters = explained >= EXPLAINED_LEAST && Math.abs(share * scales - 1) >= MATTERS;
            var verdict = !matters ? Verdict.NOT_CLEAR : at(from, side) > 0 ? Verdict.MORE : at(from, 1 - side) < 0 ? Verdict.LESS : Verdict.NOT_CLEAR;
            drivers.add(new Driver(share, at(shares, SIDE), at(shares, 1 - SIDE), verdict));
        }
        return Optional.of(new Drivers(explained, drivers));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.clamp(Math.floor(share * sorted.length), 0, sorted.length - 1)];
    }

    /** Johnson (2000): scales are held against their nearest uncorrelated ones, and what these explain is divided back among them. */
    private static Optional<double[]> weights(long[] answers, int many, int[] times) {
        var correlations = correlations(answers, many, times);
        if (correlations.isEmpty()) {
            return Optional.empty();
        }
        int scales = many - 1;
        var among = new double[scales][scales];
        var with = new double[scales];
        for (int one = 0; one < scales; one++) {
            with[one] = correlations.get()[0][one + 1];
            for (int other = 0; other < scales; other++) {
                among[one][other] = correlations.get()[one + 1][other + 1];
            }
        }
        var vectors = new double[scales][scales];
        var values = Axes.turned(among, vectors);
        var near = new double[scales][scales];
        var beta = new double[scales];
        for (int one = 0; one < scales; one++) {
            for (int other = 0; other < scales; other++) {
                for (int at = 0; at < scales; at++) {
                    double root = Math.sqrt(Math.max(0, values[at]));
                    near[one][other] += vectors[one][at] * root * vectors[other][at];
                    beta[one] += root < NOTHING ? 0 : vectors[one][at] / root * vectors[other][at] * with[other];
                }
            }
        }
        var weights = new double[scales];
        for (int one = 0; one < scales; one++) {
            for (int other = 0; other < scales; other++) {
                weights[one] += near[one][other] * near[one][other] * beta[other] * beta[other];
            }
        }
        return Optional.of(weights);
    }

    /** None where somebody's scale does not vary. Sums are whole numbers, so that the order of people changes nothing. */
    private static Optional<double[][]> correlations(long[] answers, int many, int[] times) {
        var sums = new long[many];
        var products = new long[many][many];
        long people = 0;
        for (int at = 0; at < times.length; at++) {
            int often = times[at];
            if (often == 0) {
                continue;
            }
            people += often;
            int from = at * many;
            for (int one = 0; one < many; one++) {
                long counted = often * answers[from + one];
                sums[one] += counted;
                for (int other = one; other < many; other++) {
                    products[one][other] += counted * answers[from + other];
                }
            }
        }
        var apart = new double[many][many];
        for (int one = 0; one < many; one++) {
            for (int other = one; other < many; other++) {
                apart[one][other] = products[one][other] * people - (double) sums[one] * sums[other];
            }
            if (apart[one][one] <= 0) {
                return Optional.empty();
            }
        }
        var told = new double[many][many];
        for (int one = 0; one < many; one++) {
            for (int other = one; other < many; other++) {
                told[one][other] = told[other][one] = apart[one][other] / Math.sqrt(apart[one][one] * apart[other][other]);
            }
        }
        return Optional.of(told);
    }
}
