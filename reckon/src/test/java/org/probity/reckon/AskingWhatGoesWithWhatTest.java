package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.probity.reckon.Drivers.Driver;
import org.probity.reckon.Drivers.Verdict;

class AskingWhatGoesWithWhatTest {
    private long state = 7;

    private int next() {
        state = state * 1_103_515_245L + 12_345 & 0x7fffffffL;
        return (int) (state >> 16);
    }

    /** The expected weights were computed beside it with numpy: 0.71208229, 0.14201575, 0.00096572. */
    @Test
    void theWeightsAreJohnsonsAndAddUpToWhatIsExplained() {
        var rows = new ArrayList<long[]>();
        for (int at = 0; at < 200; at++) {
            long one = next() % 5;
            long two = (one + next() % 3) % 5;
            long three = next() % 5;
            rows.add(new long[] {Math.min(4, (2 * one + two + next() % 4) / 3), one, two, three});
        }
        var drivers = Drivers.of(rows, 1).orElseThrow();
        assertThat(drivers.explained()).isCloseTo(0.8550637611861144, within(1e-9));
        assertThat(drivers.drivers().get(0).share()).isCloseTo(0.83278268, within(1e-7));
        assertThat(drivers.drivers().get(1).share()).isCloseTo(0.1660879, within(1e-7));
        assertThat(drivers.drivers().get(2).share()).isCloseTo(0.00112941, within(1e-7));
        assertThat(drivers.drivers()).extracting(Driver::verdict).containsExactly(Verdict.MORE, Verdict.LESS, Verdict.LESS);
        assertThat(drivers.drivers()).allSatisfy(it -> assertThat(it.share()).isBetween(it.low(), it.high()));
        assertThat(Drivers.of(rows, 1)).as("the same seed draws the same").contains(drivers);
    }

    @Test
    void whereNothingGoesWithTheOutcomeOrAllGoAlikeNothingIsCalledClear() {
        var random = new SplittableRandom(3);
        var noise = new ArrayList<long[]>();
        var alike = new ArrayList<long[]>();
        for (int at = 0; at < 400; at++) {
            noise.add(new long[] {random.nextInt(5), random.nextInt(5), random.nextInt(5), random.nextInt(5)});
            long mood = random.nextInt(5);
            alike.add(new long[] {mood + random.nextInt(2), mood + random.nextInt(2), mood + random.nextInt(2), mood + random.nextInt(2)});
        }
        assertThat(Drivers.of(noise, 1).orElseThrow().drivers()).extracting(Driver::verdict).containsOnly(Verdict.NOT_CLEAR);
        assertThat(Drivers.of(alike, 1).orElseThrow().drivers()).extracting(Driver::verdict).containsOnly(Verdict.NOT_CLEAR);
    }

    @Test
    void fewPeopleOrAScaleOnWhichNobodyDiffersSayNothing() {
        var few = new ArrayList<long[]>();
        var flat = new ArrayList<long[]>();
        for (int at = 0; at < 120; at++) {
            flat.add(new long[] {at % 5, 3, at % 3});
            if (at < 99) {
                few.add(new long[] {at % 5, at % 4, at % 3});
            }
        }
        assertThat(Drivers.of(few, 1)).isEmpty();
        assertThat(Drivers.of(flat, 1)).isEmpty();
        assertThat(Drivers.of(List.of(), 1)).isEmpty();
    }
}
