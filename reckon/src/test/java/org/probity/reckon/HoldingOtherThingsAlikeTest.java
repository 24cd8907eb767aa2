package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Least squares against numbers of NumPy 2.4.6 ({@code lstsq}, {@code inv}) and SciPy 1.17.1 ({@code stats.t}) for the same observations; gaps against sums by hand. */
class HoldingOtherThingsAlikeTest {
    private static final int PEOPLE = 48;

    private static double[] columns(int i) {
        return new double[] {i % 3 == 0 ? 1 : 0, i % 4 == 1 ? 1 : 0, i % 4 == 2 ? 1 : 0, i * 7 % 23};
    }

    private static double value(int i) {
        var it = columns(i);
        return Math.log(40 + 5 * it[1] + 12 * it[2] + 0.8 * it[3] - 2 * it[0] + i * 13 % 11 * 0.5);
    }

    private static Regression found() {
        return Regression.of(IntStream.range(0, PEOPLE).mapToObj(HoldingOtherThingsAlikeTest::columns).toArray(double[][]::new), IntStream.range(0, PEOPLE).mapToDouble(HoldingOtherThingsAlikeTest::value).toArray()).orElseThrow();
    }

    @Test
    void coefficientsErrorsAndRangesAreThoseOfNumPy() {
        var values = new double[] {3.760834731901404, -0.044778719705422285, 0.09486598184550663, 0.21736573381653526, 0.015449233119478045};
        var errors = new double[] {0.01063103876917588, 0.010746554045452978, 0.012263327703191797, 0.012233338193744543, 0.0007582466582779738};
        var lows = new double[] {3.7393951989459184, -0.06645121141746752, 0.07013462452990527, 0.19269485611069484, 0.01392008299863829};
        var highs = new double[] {3.7822742648568894, -0.02310622799337705, 0.11959733916110799, 0.24203661152237568, 0.0169783832403178};
        var it = found();
        for (int at = 0; at < values.length; at++) {
            assertThat(it.terms().get(at).value()).isCloseTo(values[at], within(1e-11));
            assertThat(it.terms().get(at).error()).isCloseTo(errors[at], within(1e-11));
            assertThat(it.terms().get(at).low()).isCloseTo(lows[at], within(1e-10));
            assertThat(it.terms().get(at).high()).isCloseTo(highs[at], within(1e-10));
        }
        assertThat(it.terms().get(1).p()).isCloseTo(0.000146224425633734, within(1e-11));
        assertThat(it.r2()).isCloseTo(0.9472412709453182, within(1e-11));
        assertThat(it.condition()).isCloseTo(4.5040263456967615, within(1e-8));
        assertThat(it.people()).isEqualTo(PEOPLE);
    }

    @Test
    void columnsThatFollowFromOthersGiveNoAnswer() {
        assertThat(Regression.of(new double[][] {{1, 2}, {2, 4}, {3, 6}, {4, 8}}, new double[] {1, 2, 3, 5})).as("one is twice the other").isEmpty();
        assertThat(Regression.of(new double[][] {{1}, {1}, {1}, {1}}, new double[] {1, 2, 3, 5})).as("the constant again").isEmpty();
        assertThat(Regression.of(new double[][] {{0}, {0}, {0}}, new double[] {1, 2, 3})).isEmpty();
        assertThat(Regression.of(new double[][] {{1}, {2}}, new double[] {1, 2})).as("too few").isEmpty();
        assertThat(Regression.of(new double[0][], new double[0])).isEmpty();
        assertThat(Regression.of(new double[][] {{1}, {1.0001}, {1.0002}, {1.0001}}, new double[] {1, 2, 3, 5})).as("nearly the constant").isEmpty();
    }

    @Test
    void gapsAreOfWhatMenArePaidAndMayBeBelowZero() {
        assertThat(Gap.mean(List.of(90L, 100L), List.of(100L, 100L))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("5.00"));
        assertThat(Gap.mean(List.of(110L), List.of(100L, 100L, 100L))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("-10.00"));
        assertThat(Gap.median(List.of(1L, 3L), List.of(1L, 2L, 900L))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("0"));
        assertThat(Gap.median(List.of(1L, 2L), List.of(2L, 2L))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("25.00"));
        assertThat(Gap.mean(List.of(2L), List.of(3L))).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("33.33"));
        assertThat(Gap.mean(List.of(), List.of(1L))).isEmpty();
        assertThat(Gap.mean(List.of(1L), List.of(0L))).isEmpty();
        var many = LongStream.range(0, 10_000).map(it -> 9_000_000_000_000L + it).boxed().toList();
        assertThat(Gap.mean(many, many)).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("0"));
    }
}
