package org.probity.supply.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.proof.Fraction;
import org.probity.supply.evaluation.Criterion.Dimension;
import org.probity.supply.evaluation.Criterion.Without;
import org.probity.supply.evaluation.Scheme.Score;

/** From marks to a score to a grade. */
class ScoringASupplierTest {
    static final Criterion PPM = new Criterion("rejected-ppm", Dimension.QUALITY, decimal("30"), decimal("5000"), decimal("0"), "ppm", Without.NO_GRADE);
    static final Criterion ON_TIME = new Criterion("on-time", Dimension.DELIVERY, decimal("70"), decimal("80"), decimal("100"), "%", Without.LEFT_OUT);
    static final Criterion GATE = new Criterion("no-breach", Dimension.RESPONSIBILITY, null, null, null, "", Without.LEFT_OUT);
    static final Scheme SCHEME = new Scheme(1, LocalDate.of(2024, 1, 1), decimal("90"), decimal("75"), decimal("60"), 14, 90, 30, 90, "a test", List.of(PPM, ON_TIME, GATE));

    @ParameterizedTest
    @CsvSource({"100, A", "90, A", "89.9999, B", "75, B", "74.9999, C", "60, C", "59.99, D", "59.9999, D", "0, D"})
    void theExactScoreDecides(String mark, Grade grade) {
        assertThat(SCHEME.score(Map.of("rejected-ppm", decimal(mark), "on-time", decimal(mark), "no-breach", BigDecimal.ONE)))
                .isEqualTo(new Score.Graded(Fraction.of(decimal(mark)), grade));
    }

    @Test
    void aShutGateScoresNothingWhateverTheMarks() {
        assertThat(SCHEME.score(Map.of("rejected-ppm", decimal("100"), "on-time", decimal("100"), "no-breach", BigDecimal.ZERO)))
                .isEqualTo(new Score.Graded(Fraction.of(0, 1), Grade.D));
    }

    @Test
    void withoutDataThereIsNoGrade() {
        assertThat(SCHEME.score(Map.of())).isEqualTo(new Score.NotGradable(List.of("rejected-ppm")));
        assertThat(SCHEME.score(Map.of("on-time", decimal("100"), "no-breach", BigDecimal.ONE))).isEqualTo(new Score.NotGradable(List.of("rejected-ppm")));
    }

    @Test
    void aCriterionThatMayBeMissingLeavesItsWeightToTheOthers() {
        assertThat(SCHEME.score(Map.of("rejected-ppm", decimal("80"), "no-breach", BigDecimal.ONE))).isEqualTo(new Score.Graded(Fraction.of(80, 1), Grade.B));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 100.0000", "5, 1000, 0.0000", "6, 1000, 0.0000", "1, 1000, 80.0000", "1, 3000, 93.3333"})
    void fewerRejectedPartsEarnMore(String rejected, String received, String mark) {
        assertThat(PPM.mark(decimal(rejected).movePointRight(6), decimal(received))).isEqualByComparingTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"100, 100.0000", "80, 0.0000", "79, 0.0000", "90, 50.0000", "99.9999, 99.9995"})
    void theWholeScaleLiesBetweenWorstAndBest(String percent, String mark) {
        assertThat(ON_TIME.mark(decimal(percent), BigDecimal.ONE)).isEqualByComparingTo(mark);
    }

    /** Held against whole numbers in another arithmetic: sum of weight times mark over sum of weights, with everything in ten-thousandths. */
    @Test
    void theScoreIsTheWeightedMeanForTenThousandRandomMarks() {
        var random = new Random(20261126);
        for (var i = 0; i < 10_000; i++) {
            var inputs = new TreeMap<String, BigDecimal>();
            var first = random.nextInt(1_000_001);
            var second = random.nextInt(1_000_001);
            inputs.put("rejected-ppm", BigDecimal.valueOf(first, 4));
            inputs.put("on-time", BigDecimal.valueOf(second, 4));
            inputs.put("no-breach", BigDecimal.ONE);
            var ten = BigInteger.valueOf(30L * first + 70L * second);
            var expected = new Fraction(ten, BigInteger.valueOf(1_000_000));
            var score = (Score.Graded) SCHEME.score(inputs);
            assertThat(score.score()).isEqualTo(expected);
            var scaled = 30L * first + 70L * second;
            assertThat(score.grade()).isEqualTo(scaled >= 90_000_000L ? Grade.A : scaled >= 75_000_000L ? Grade.B : scaled >= 60_000_000L ? Grade.C : Grade.D);
        }
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
