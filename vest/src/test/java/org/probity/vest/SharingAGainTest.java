package org.probity.vest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.probity.vest.GainSplit.Weight;

class SharingAGainTest {
    private static BigFraction yuan(String number) {
        return Round.of(new BigDecimal(number));
    }

    private static final BigFraction THREE_QUARTERS = BigFraction.of(3, 4);

    @Test
    void aScanlonPlanWithAndWithoutAGain() {
        var ratio = Gain.Scanlon.ratio(yuan("55000000"), yuan("125000000"));
        assertThat(ratio).isEqualTo(BigFraction.of(11, 25));
        var third = new Gain.Scanlon(ratio, yuan("18000000"), yuan("7000000")).pool(THREE_QUARTERS, BigFraction.ZERO, false, 0);
        assertThat(third).isEqualTo(new Gain.Pool(92_000_000, 69_000_000, 23_000_000, 0, 0, 69_000_000));
        var fourth = new Gain.Scanlon(ratio, yuan("20000000"), yuan("9000000")).pool(THREE_QUARTERS, BigFraction.ZERO, false, 0);
        assertThat(fourth).isEqualTo(new Gain.Pool(-20_000_000, 0, -20_000_000, 0, 0, 0));
        var other = Gain.Scanlon.ratio(yuan("37000000"), yuan("74000000"));
        assertThat(new Gain.Scanlon(other, yuan("7250000"), yuan("2900000")).pool(BigFraction.ONE, BigFraction.ZERO, false, 0).gain()).isEqualTo(72_500_000);
    }

    @Test
    void aRuckerPlanDividesByItsRatio() {
        var ratio = Gain.Rucker.ratio(yuan("10150000"), yuan("7000000"));
        assertThat(ratio).isEqualTo(BigFraction.of(29, 20));
        assertThat(new Gain.Rucker(ratio, yuan("825000"), yuan("550000")).pool(BigFraction.ONE, BigFraction.ZERO, false, 0).gain()).isEqualTo(1_896_552);
    }

    @Test
    void hoursSavedAreWorthTheirWage() {
        var gain = new Gain.Improshare(BigFraction.of(4), BigFraction.of(1_200), BigFraction.of(4_400), BigFraction.of(30), BigFraction.ONE);
        assertThat(gain.pool(BigFraction.of(1, 2), BigFraction.ZERO, false, 0)).isEqualTo(new Gain.Pool(1_200_000, 600_000, 600_000, 0, 0, 600_000));
        assertThat(new Gain.Improshare(BigFraction.of(4), BigFraction.of(1_000), BigFraction.of(1_000), BigFraction.ONE, BigFraction.of(3, 5)).yuan()).isEqualTo(BigFraction.of(2_400));
    }

    @Test
    void whatIsContributedBeyondAHurdle() {
        assertThat(new Gain.Contribution(BigFraction.of(1, 10), yuan("1200000.50"), yuan("1000000")).yuan()).isEqualTo(yuan("20000.05"));
        assertThat(new Gain.Contribution(BigFraction.of(1, 10), yuan("900000"), yuan("1000000")).yuan()).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void aReserveIsHeldBackAndBearsADeficit() {
        var good = new Gain.Contribution(BigFraction.ONE, yuan("1000.03"), BigFraction.ZERO).pool(THREE_QUARTERS, BigFraction.of(1, 5), true, 0);
        assertThat(good).isEqualTo(new Gain.Pool(100_003, 75_002, 25_001, 15_000, 0, 60_002));
        var bad = new Gain.Scanlon(BigFraction.ONE, BigFraction.ZERO, yuan("100")).pool(THREE_QUARTERS, BigFraction.of(1, 5), true, 15_000);
        assertThat(bad).isEqualTo(new Gain.Pool(-10_000, 0, -2_500, 0, 7_500, 0));
        assertThat(new Gain.Scanlon(BigFraction.ONE, BigFraction.ZERO, yuan("1000")).pool(THREE_QUARTERS, BigFraction.of(1, 5), true, 15_000).drawn()).isEqualTo(15_000);
    }

    @Test
    void unitsFirstAndThenTheirPeople() {
        var weights = new HashMap<String, Weight<String>>();
        weights.put("ada", new Weight<>("cell", BigFraction.of(2), BigFraction.of(3, 2), BigFraction.ONE));
        weights.put("bo", new Weight<>("cell", BigFraction.ONE, BigFraction.ONE, GainSplit.attendance(121, 242)));
        weights.put("chen", new Weight<>("module", BigFraction.ONE, BigFraction.ONE, BigFraction.ONE));
        weights.put("deng", new Weight<>("module", BigFraction.ONE, BigFraction.ZERO, BigFraction.ONE));
        var split = GainSplit.of(1_000, Map.of("cell", BigFraction.ONE, "module", BigFraction.of(3, 2)), weights);
        assertThat(split.units()).containsExactly(Map.entry("cell", 700L), Map.entry("module", 300L));
        assertThat(split.people()).containsExactly(Map.entry("ada", 600L), Map.entry("bo", 100L), Map.entry("chen", 300L), Map.entry("deng", 0L));
    }

    @Test
    void nobodyIsThereMoreThanAlways() {
        assertThat(GainSplit.attendance(250, 242)).isEqualTo(BigFraction.ONE);
        assertThat(GainSplit.attendance(-3, 242)).isEqualTo(BigFraction.ZERO);
        assertThat(GainSplit.attendance(3, 0)).isEqualTo(BigFraction.ZERO);
        assertThatThrownBy(() -> GainSplit.of(5, Map.of("cell", BigFraction.ONE), Map.of("a", new Weight<>("cell", BigFraction.ZERO, BigFraction.ONE, BigFraction.ONE)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void poolsAddUpWhateverTheWeights() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 40; round++) {
            var factors = new HashMap<Integer, BigFraction>();
            for (int unit = 0; unit < 30; unit++) {
                factors.put(unit, BigFraction.of(random.nextInt(0, 16), 10));
            }
            factors.put(0, BigFraction.ONE);
            var weights = new HashMap<Integer, Weight<Integer>>();
            for (int person = 0; person < 500; person++) {
                weights.put(person, new Weight<>(person == 0 ? 0 : random.nextInt(30), BigFraction.of(random.nextInt(10, 60), 10), person == 0 ? BigFraction.ONE : BigFraction.of(random.nextInt(0, 4), 2),
                        GainSplit.attendance(person == 0 ? 1 : random.nextInt(0, 243), 242)));
            }
            var pool = random.nextLong(0, 100_000_000_000L);
            var split = GainSplit.of(pool, factors, weights);
            assertThat(split.people().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(pool);
            assertThat(split.people()).hasSize(500);
        }
    }
}
