package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SplittingExactlyTest {

    @Test
    void aThirdEachLeavesOneForTheFirst() {
        assertThat(Split.of(100, List.of(BigFraction.ONE, BigFraction.ONE, BigFraction.ONE))).containsExactly(34L, 33L, 33L);
    }

    @Test
    void theLargestRemainderGetsWhatIsLeft() {
        assertThat(Split.of(10, List.of(BigFraction.of(3, 2), BigFraction.of(6, 5), BigFraction.ZERO, BigFraction.of(1, 2)))).containsExactly(5L, 4L, 0L, 1L);
        assertThat(Split.of(0, List.of(BigFraction.ONE, BigFraction.ONE))).containsExactly(0L, 0L);
    }

    @Test
    void thePartsAlwaysAddUpToTheWhole() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 1_000; round++) {
            var weights = IntStream.range(0, random.nextInt(1, 60)).mapToObj(at -> BigFraction.of(random.nextInt(1, 40), random.nextInt(1, 13))).toList();
            var whole = random.nextLong(0, Long.MAX_VALUE);
            assertThat(Split.of(whole, weights).stream().mapToLong(Long::longValue).sum()).isEqualTo(whole);
        }
    }

    @Test
    void aThousandPoolsOverTenThousandPeopleAddUpToTheFen() {
        var random = new SplittableRandom(11);
        var factors = List.of(BigFraction.of(3, 2), BigFraction.of(6, 5), BigFraction.ONE, BigFraction.of(1, 2), BigFraction.ZERO);
        for (int round = 0; round < 1_000; round++) {
            var weights = IntStream.range(0, 10_000).mapToObj(at -> factors.get(random.nextInt(factors.size())).multiply(BigFraction.of(random.nextInt(1, 30) * random.nextInt(0, 23), 22))).toList();
            var pool = random.nextLong(0, 10_000_000_000L);
            var parts = Split.of(pool, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(pool);
            for (int at = 0; at < parts.size(); at += 997) {
                assertThat(weights.get(at).signum() > 0 || parts.get(at) == 0).isTrue();
            }
        }
    }

    @Test
    void equalRemaindersGoToTheLesserKeyInWhateverOrderTheyCome() {
        var weights = new LinkedHashMap<String, BigFraction>();
        List.of("c", "a", "b").forEach(key -> weights.put(key, BigFraction.ONE));
        assertThat(Split.among(100, weights)).containsExactly(Map.entry("a", 34L), Map.entry("b", 33L), Map.entry("c", 33L));
        assertThat(Split.among(101, weights)).containsExactly(Map.entry("a", 34L), Map.entry("b", 34L), Map.entry("c", 33L));
    }

    @Test
    void nothingIsDividedByNothing() {
        assertThatThrownBy(() -> Split.of(5, List.of(BigFraction.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(5, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(-1, List.of(BigFraction.ONE))).isInstanceOf(IllegalArgumentException.class);
    }
}
