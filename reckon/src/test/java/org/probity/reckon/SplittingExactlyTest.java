package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void nothingIsDividedByNothing() {
        assertThatThrownBy(() -> Split.of(5, List.of(BigFraction.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(5, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(-1, List.of(BigFraction.ONE))).isInstanceOf(IllegalArgumentException.class);
    }
}
