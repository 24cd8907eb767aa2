package org.probity.disclosure.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.assurance.Draw.Item;
import org.probity.disclosure.assurance.Draw.Method;
import org.probity.disclosure.assurance.Draw.Strength;

/** The expected rows were computed apart from this code, with Python's hashlib and fractions, by the words of the guide. */
class DrawingASampleTest {
    private static final String SEED = "2026-11-22 draw 48 12 7 33";
    private static final List<Item> ITEMS = List.of(
            item(1, Strength.SYSTEM, "120.50"), item(2, Strength.DECLARATION, "0"), item(3, Strength.PRIMARY, "9000"), item(4, Strength.SYSTEM, "35.25"),
            item(5, Strength.NONE, "410.1"), item(6, Strength.SYSTEM, "77"), item(7, Strength.SYSTEM, "2500.75"), item(8, Strength.DECLARATION, "18"),
            item(9, Strength.SYSTEM, "640"), item(10, Strength.DECLARATION, "5.05"), item(11, Strength.SYSTEM, "1300"), item(12, Strength.SYSTEM, "220"));

    private static Item item(int no, Strength strength, String value) {
        return new Item("T-%04d".formatted(no), strength, new BigDecimal(value));
    }

    @Test
    void aRowStandsWhereItsHashPutsIt() {
        assertThat(Draw.hash(SEED, "T-0001")).isEqualTo("11e660705f3f1d4fea4371bdfb3751f8376a4942cfb8bd8c85e46c51544ec1c9");
    }

    @Test
    void eachRowAlike() {
        assertThat(Draw.take(Method.SIMPLE, ITEMS, SEED, 5)).containsExactly("T-0011", "T-0001", "T-0010", "T-0002", "T-0009");
    }

    @Test
    void inTurnsTheWeakestEvidenceFirst() {
        assertThat(Draw.take(Method.BY_STRENGTH, ITEMS, SEED, 7))
                .containsExactly("T-0005", "T-0010", "T-0011", "T-0003", "T-0002", "T-0001", "T-0008");
    }

    @Test
    void byAmountALargeRowHoldsSeveralPointsAndIsTakenOnce() {
        assertThat(Draw.take(Method.BY_VALUE, ITEMS, SEED, 6)).containsExactly("T-0009", "T-0003", "T-0007");
    }

    @Test
    void theOrderInWhichRowsComeChangesNothing() {
        var shuffled = new ArrayList<>(ITEMS);
        Collections.shuffle(shuffled, new Random(7));
        for (var method : Method.values()) {
            assertThat(Draw.take(method, shuffled, SEED, 6)).isEqualTo(Draw.take(method, ITEMS, SEED, 6));
        }
    }

    @Test
    void anotherSeedChoosesOtherRows() {
        var hits = new int[ITEMS.size()];
        for (var i = 0; i < 4000; i++) {
            Draw.take(Method.SIMPLE, ITEMS, "seed " + i, 3).forEach(code -> hits[Integer.parseInt(code.substring(2)) - 1]++);
        }
        // 1000 expected of each, standard deviation 27: six of them to either side.
        assertThat(IntStream.of(hits)).allMatch(hit -> Math.abs(hit - 1000) < 165);
    }

    @Test
    void whoAsksForAllGetsAll() {
        for (var method : List.of(Method.SIMPLE, Method.BY_STRENGTH)) {
            assertThat(Draw.take(method, ITEMS, SEED, 12)).hasSize(12).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRowThatHoldsAWholeDistanceIsAlwaysTaken() {
        for (var i = 0; i < 200; i++) {
            assertThat(Draw.take(Method.BY_VALUE, ITEMS, "seed " + i, 6)).contains("T-0003", "T-0007");
        }
    }
}
