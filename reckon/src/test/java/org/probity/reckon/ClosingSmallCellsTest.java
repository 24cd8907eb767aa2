package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ClosingSmallCellsTest {

    @Test
    void fourAreClosedAndFiveAreNot() {
        assertThat(SmallCells.closed(List.of(4L, 3L, 5L), 5)).containsExactly(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(5));
        assertThat(SmallCells.closed(List.of(5L, 9L), 5)).containsExactly(OptionalLong.of(5), OptionalLong.of(9));
    }

    @Test
    void oneClosedCellWouldFollowFromTheTotalSoTheNextSmallestGoesWithIt() {
        assertThat(SmallCells.closed(List.of(20L, 2L, 7L), 5)).containsExactly(OptionalLong.of(20), OptionalLong.empty(), OptionalLong.empty());
        assertThat(SmallCells.closed(List.of(0L, 30L), 5)).containsExactly(OptionalLong.empty(), OptionalLong.empty());
        assertThat(SmallCells.closed(List.of(1L), 5)).containsExactly(OptionalLong.empty());
    }

    @Test
    void whatIsClosedIsNeverAloneAndNeverFewerThanTheMinimumUnlessAllIsClosed() {
        var random = new SplittableRandom(44);
        for (int round = 0; round < 2_000; round++) {
            var counts = IntStream.range(0, random.nextInt(1, 8)).mapToObj(at -> (long) random.nextInt(0, 15)).toList();
            var shown = SmallCells.closed(counts, 5);
            var closed = IntStream.range(0, counts.size()).filter(at -> shown.get(at).isEmpty()).mapToObj(counts::get).toList();
            assertThat(IntStream.range(0, counts.size()).filter(at -> shown.get(at).isPresent()).allMatch(at -> shown.get(at).getAsLong() == counts.get(at) && counts.get(at) >= 5)).isTrue();
            if (!closed.isEmpty() && closed.size() < counts.size()) {
                assertThat(closed).as("%s", counts).hasSizeGreaterThan(1);
                assertThat(closed.stream().mapToLong(Long::longValue).sum()).as("%s", counts).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void whatAnotherRowOfTheSamePeopleKeepsClosedStaysClosed() {
        var shown = SmallCells.closed(List.of(40L, 50L, 60L), 5, Set.of(1));
        assertThat(IntStream.range(0, 3).filter(at -> shown.get(at).isEmpty()).boxed()).as("fifty, and the smallest other along with it").containsExactly(0, 1);
        assertThat(SmallCells.closed(List.of(40L, 50L, 60L), 5, Set.of())).isEqualTo(SmallCells.closed(List.of(40L, 50L, 60L), 5)).allMatch(it -> it.isPresent());
    }
}
