package org.probity.shapes.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.probity.shapes.gathering.Stays.Stay;

/** How long somebody was there: held against a slow way of counting that cannot be wrong, second by second. */
class CountingSecondsTest {
    static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    static Stay stay(long from, long until) {
        return new Stay(NINE.plusSeconds(from), NINE.plusSeconds(until));
    }

    @Test
    void aMomentThatIsEnteredTwiceCountsOnce() {
        assertThat(Stays.seconds(List.of(stay(0, 3600), stay(1800, 5400)))).isEqualTo(5400);
        assertThat(Stays.seconds(List.of(stay(0, 3600), stay(0, 3600), stay(10, 20)))).isEqualTo(3600);
    }

    @Test
    void whoWentAndCameBackWasThereTwice() {
        assertThat(Stays.seconds(List.of(stay(0, 1), stay(2, 3)))).isEqualTo(2);
        assertThat(Stays.seconds(List.of(stay(0, 10), stay(10, 20)))).as("one after the other").isEqualTo(20);
    }

    @Test
    void nobodyStaysForNoTime() {
        assertThat(Stays.seconds(List.of())).isZero();
        assertThatThrownBy(() -> stay(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 2,000 seeded cases: in any order the sum is the number of seconds on which at least one stay lies. */
    @Test
    void theSumIsTheNumberOfSecondsThatAnyStayHolds() {
        var random = new Random(2026);
        for (var round = 0; round < 2_000; round++) {
            var seconds = new BitSet();
            var stays = new ArrayList<Stay>();
            for (var i = random.nextInt(9); i > 0; i--) {
                var from = random.nextInt(400);
                var until = from + 1 + random.nextInt(120);
                seconds.set(from, until);
                stays.add(stay(from, until));
            }
            Collections.shuffle(stays, random);
            assertThat(Stays.seconds(stays)).as("%s", stays).isEqualTo(seconds.cardinality());
        }
    }
}
