package org.probity.reckon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of the distance between two groups goes with what else they differ in: Oaxaca and Blinder, in two parts, by the coefficients of all together with the group as a column of its own (Jann 2008; without that column the group's
 * own effect would be taken for something explained). So what is not explained is that column's coefficient, and the parts add up to the whole distance.
 *
 * <p>Explained does not mean just: it may itself be what somebody should account for, such as who gets into which grade.
 *
 * @param all the mean of the first group less that of the second
 * @param parts what goes with each kind of column; their sum is {@code explained}
 */
public record Decomposition(Part all, Part explained, List<Part> parts, Part unexplained) {
    /** @param error standard error, with the columns as much a draw as the values @param low and {@code high}: 95 in 100 of such ranges hold what is so */
    public record Part(double value, double error, double low, double high) {}

    public Decomposition {
        parts = List.copyOf(parts);
    }

    /**
     * @param second who is of the second group
     * @param columns of each observation, without a constant and without the group
     * @param kinds to which kind each column belongs, from nought on
     * @return nothing when a group has fewer than two, or where {@link Regression} has no answer
     */
    public static Optional<Decomposition> of(boolean[] second, double[][] columns, double[] values, int[] kinds) {
        int many = 0;
        for (boolean it : second) {
            many += it ? 1 : 0;
        }
        if (many < 2 || second.length - many < 2) {
            return Optional.empty();
        }
        var with = new double[values.length][kinds.length + 1];
        for (int at = 0; at < values.length; at++) {
            with[at][0] = second[at] ? 1 : 0;
            System.arraycopy(columns[at], 0, with[at], 1, kinds.length);
        }
        return Regression.fit(with, values).map(fit -> told(fit, second, columns, values, kinds));
    }

    private static Decomposition told(Regression.Fit fit, boolean[] second, double[][] columns, double[] values, int[] kinds) {
        double reach = Regression.reach(values.length - kinds.length - 2);
        var means = new double[][] {means(columns, second, false), means(columns, second, true)};
        var spread = spread(columns, second, means);
        int most = -1;
        for (int it : kinds) {
            most = Math.max(most, it);
        }
        var parts = new ArrayList<Part>();
        for (int kind = 0; kind <= most; kind++) {
            parts.add(part(fit, means, spread, kinds, kind, reach));
        }
        var group = fit.told().terms().get(1);
        var distance = mean(values, second, false) - mean(values, second, true);
        return new Decomposition(ranged(distance, Math.sqrt(variance(values, second, false) + variance(values, second, true)), reach), part(fit, means, spread, kinds, -1, reach), parts,
                new Part(-group.value(), group.error(), -group.high(), -group.low()));
    }

    /** What goes with the columns of a kind, or of all for -1: how far the groups lie apart in each times its coefficient. Both are uncertain: the coefficients, and where the groups lie. */
    private static Part part(Regression.Fit fit, double[][] means, double[][] spread, int[] kinds, int kind, double reach) {
        double value = 0;
        double square = 0;
        for (int j = 0; j < kinds.length; j++) {
            if (kind >= 0 && kinds[j] != kind) {
                continue;
            }
            double apart = means[0][j] - means[1][j];
            double slope = fit.told().terms().get(j + 2).value();
            value += apart * slope;
            for (int l = 0; l < kinds.length; l++) {
                if (kind < 0 || kinds[l] == kind) {
                    square += apart * fit.covariance()[j + 2][l + 2] * (means[0][l] - means[1][l]) + slope * spread[j][l] * fit.told().terms().get(l + 2).value();
                }
            }
        }
        return ranged(value, Math.sqrt(Math.max(0, square)), reach);
    }

    private static Part ranged(double value, double error, double reach) {
        return new Part(value, error, value - reach * error, value + reach * error);
    }

    private static double[] means(double[][] columns, boolean[] second, boolean of) {
        var means = new double[columns[0].length];
        int many = 0;
        for (int at = 0; at < columns.length; at++) {
            if (second[at] == of) {
                many++;
                for (int j = 0; j < means.length; j++) {
                    means[j] += columns[at][j];
                }
            }
        }
        for (int j = 0; j < means.length; j++) {
            means[j] /= many;
        }
        return means;
    }

    /** How the means of both groups vary together: the covariance of the columns in each by its people. */
    private static double[][] spread(double[][] columns, boolean[] second, double[][] means) {
        int k = columns[0].length;
        var spread = new double[k][k];
        for (int group = 0; group < 2; group++) {
            int many = 0;
            for (boolean it : second) {
                many += it == (group == 1) ? 1 : 0;
            }
            for (int at = 0; at < columns.length; at++) {
                for (int j = 0; second[at] == (group == 1) && j < k; j++) {
                    for (int l = 0; l < k; l++) {
                        spread[j][l] += (columns[at][j] - means[group][j]) * (columns[at][l] - means[group][l]) / (many - 1) / many;
                    }
                }
            }
        }
        return spread;
    }

    private static double mean(double[] values, boolean[] second, boolean of) {
        double sum = 0;
        int many = 0;
        for (int at = 0; at < values.length; at++) {
            if (second[at] == of) {
                sum += values[at];
                many++;
            }
        }
        return sum / many;
    }

    /** Of the mean. */
    private static double variance(double[] values, boolean[] second, boolean of) {
        double mean = mean(values, second, of);
        double sum = 0;
        int many = 0;
        for (int at = 0; at < values.length; at++) {
            if (second[at] == of) {
                sum += (values[at] - mean) * (values[at] - mean);
                many++;
            }
        }
        return sum / (many - 1) / many;
    }
}
