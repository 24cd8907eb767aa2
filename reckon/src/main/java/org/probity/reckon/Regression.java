package org.probity.reckon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What goes with a number when other things are held alike: ordinary least squares. Columns are brought to one length before they are reckoned with, so that years and yes-or-no do not spoil each other; columns
 * that nearly follow from others give no answer.
 *
 * @param terms the constant first, then one for each column @param r2 the share of the differences that they account for @param people observed @param condition of the columns; large: they say nearly the same
 */
public record Regression(List<Term> terms, double r2, int people, double condition) {
    /** Beyond it one cannot tell which column it was. */
    public static final double CONDITION_MOST = 1_000;
    private static final double SURE = 0.025;

    /** @param error standard error @param p how likely a value like this is by chance @param low and {@code high}: 95 in 100 of such ranges hold what is so */
    public record Term(double value, double error, double p, double low, double high) {}

    /** With how its terms vary together. */
    record Fit(Regression told, double[][] covariance) {}

    public Regression {
        terms = List.copyOf(terms);
    }

    /**
     * @param columns of each observation, without a constant @param values what is to be accounted for
     * @return nothing when there are too few observations, or columns follow from others
     */
    public static Optional<Regression> of(double[][] columns, double[] values) {
        return fit(columns, values).map(Fit::told);
    }

    static Optional<Fit> fit(double[][] columns, double[] values) {
        int n = values.length;
        int k = n == 0 ? 0 : columns[0].length + 1;
        if (n <= k) {
            return Optional.empty();
        }
        var lengths = new double[k];
        for (var row : columns) {
            for (int j = 0; j < k; j++) {
                lengths[j] += at(row, j) * at(row, j);
            }
        }
        for (int j = 0; j < k; j++) {
            if (lengths[j] == 0) {
                return Optional.empty();
            }
            lengths[j] = Math.sqrt(lengths[j]);
        }
        var products = new double[k][k];
        var against = new double[k];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double it = at(columns[i], j) / lengths[j];
                against[j] += it * values[i];
                for (int l = 0; l <= j; l++) {
                    products[j][l] += it * at(columns[i], l) / lengths[l];
                }
            }
        }
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < j; l++) {
                products[l][j] = products[j][l];
            }
        }
        var axes = new double[k][k];
        var sizes = Axes.turned(products, axes);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double it : sizes) {
            least = Math.min(least, it);
            most = Math.max(most, it);
        }
        if (!(least > 0) || Math.sqrt(most / least) > CONDITION_MOST) {
            return Optional.empty();
        }
        return Optional.of(told(columns, values, lengths, against, inverse(sizes, axes), Math.sqrt(most / least)));
    }

    private static Fit told(double[][] columns, double[] values, double[] lengths, double[] against, double[][] inverse, double condition) {
        int n = values.length;
        int k = lengths.length;
        var found = new double[k];
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < k; l++) {
                found[j] += inverse[j][l] * against[l];
            }
            found[j] /= lengths[j];
        }
        double mean = 0;
        for (double it : values) {
            mean += it / n;
        }
        double left = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            double expected = 0;
            for (int j = 0; j < k; j++) {
                expected += found[j] * at(columns[i], j);
            }
            left += (values[i] - expected) * (values[i] - expected);
            all += (values[i] - mean) * (values[i] - mean);
        }
        var chance = TDistribution.of(n - k);
        double reach = reach(n - k);
        var terms = new ArrayList<Term>();
        for (int j = 0; j < k; j++) {
            double error = Math.sqrt(left / (n - k) * inverse[j][j]) / lengths[j];
            double p = error == 0 ? found[j] == 0 ? 1 : 0 : Math.min(1, 2 * chance.survivalProbability(Math.abs(found[j]) / error));
            terms.add(new Term(found[j], error, p, found[j] - reach * error, found[j] + reach * error));
        }
        var covariance = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < k; l++) {
                covariance[j][l] = left / (n - k) * inverse[j][l] / (lengths[j] * lengths[l]);
            }
        }
        return new Fit(new Regression(terms, all == 0 ? 0 : Math.clamp(1 - left / all, 0, 1), n, condition), covariance);
    }

    /** How many standard errors a range of 95 in 100 reaches to either side. */
    static double reach(int free) {
        return TDistribution.of(free).inverseSurvivalProbability(SURE);
    }

    private static double at(double[] row, int column) {
        return column == 0 ? 1 : row[column - 1];
    }

    private static double[][] inverse(double[] sizes, double[][] axes) {
        int k = sizes.length;
        var inverse = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < k; l++) {
                for (int m = 0; m < k; m++) {
                    inverse[j][l] += axes[j][m] * axes[l][m] / sizes[m];
                }
            }
        }
        return inverse;
    }
}
