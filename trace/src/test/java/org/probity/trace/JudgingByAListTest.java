package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.probity.trace.Sweep.Verdict;

class JudgingByAListTest {

    private static final int QUARTZ = 0, OTHER = 1, TRADED = 2, ROD = 3, WAFER = 4, SECOND = 5, TANK = 6;

    private static Book book() {
        var book = new Book(Limits.USUAL);
        for (var step : List.of(Step.received(1, 1, new Part(QUARTZ, 100), new Part(OTHER, 100), new Part(TRADED, 100)),
                Step.mixed(2, 2, List.of(new Part(QUARTZ, 30), new Part(OTHER, 70)), List.of(new Part(ROD, 100)), 0),
                Step.mixed(3, 3, List.of(new Part(ROD, 100)), List.of(new Part(WAFER, 100)), 0),
                Step.mixed(4, 4, List.of(new Part(OTHER, 20), new Part(TRADED, 80)), List.of(new Part(SECOND, 100)), 0),
                new Step(5, 5, new Sharing.Pool(TANK), List.of(), List.of(), 0))) {
            assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
        }
        return book;
    }

    @Test
    void touchedHasAWayAndAShare() {
        var sweep = new Sweep(book(), item -> item == QUARTZ ? 1L << 63 | 1 : 0, item -> item <= OTHER);
        assertThat(sweep.of(WAFER, 0)).isEqualTo(Verdict.TOUCHED);
        assertThat(sweep.of(WAFER, 63)).isEqualTo(Verdict.TOUCHED);
        assertThat(sweep.way(WAFER, 0)).containsExactly(QUARTZ, ROD, WAFER);
        assertThat(sweep.share(WAFER, 0).shares().getFirst()).isEqualTo(new Origins.Share(QUARTZ, Origins.WHOLE / 10 * 3, Origins.WHOLE / 10 * 3, Origins.WHOLE / 10 * 3));
    }

    @Test
    void cleanNeedsEveryWayToItsEnd() {
        var sweep = new Sweep(book(), _ -> 0, item -> item <= OTHER);
        assertThat(sweep.of(WAFER, 0)).isEqualTo(Verdict.CLEAN);
        assertThat(sweep.of(SECOND, 0)).isEqualTo(Verdict.UNKNOWN);
        assertThat(sweep.of(TRADED, 0)).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Sweep(book(), item -> item == OTHER ? 2 : 0, item -> item <= OTHER).of(SECOND, 1)).isEqualTo(Verdict.TOUCHED);
    }

    @Test
    void whatWasFoundInAStepIsVouchedForByNobody() {
        var book = book();
        assertThat(book.append(Step.mixed(9, 9, List.of(new Part(WAFER, 100)), List.of(new Part(7, 101)), 0))).isEqualTo(new Outcome.Kept(1));
        assertThat(new Sweep(book, _ -> 0, _ -> true).of(7, 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void ofWhatIsNotThereNothingIsSaid() {
        var sweep = new Sweep(book(), _ -> 0, _ -> true);
        assertThat(sweep.of(99, 0)).isEqualTo(Verdict.UNKNOWN);
        assertThat(sweep.of(TANK, 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aNewListSaysWhatIsOtherwise() {
        var book = book();
        var before = new Sweep(book, item -> item == TRADED ? 1 : 0, _ -> true);
        var changed = new ArrayList<String>();
        new Sweep(book, item -> item == QUARTZ ? 1 : 0, _ -> true).differences(before, (item, was, is) -> changed.add(item + ":" + was + ">" + is));
        assertThat(changed).containsExactly("0:0>1", "2:1>0", "3:0>1", "4:0>1", "5:1>0");
    }

    @Test
    void aSweepThatGoesOnSaysTheSameAsANewOne() {
        for (int seed = 0; seed < 50; seed++) {
            var book = new Book(Limits.USUAL);
            var plant = new RandomPlant(seed, book);
            var running = new Sweep(book, item -> item % 7 == 3 ? 1L << item : 0, item -> item % 5 != 0);
            for (int step = 0; step < 60; step++) {
                book.append(plant.next());
                running.catchUp();
            }
            var afresh = new Sweep(book, item -> item % 7 == 3 ? 1L << item : 0, item -> item % 5 != 0);
            var reach = new Reach(book);
            for (int item = 0; item < plant.items(); item++) {
                if (book.knows(item) && book.node(item) >= 0) {
                    var above = new TreeSet<Integer>(List.of(item));
                    for (int other : reach.upstream(item)) {
                        above.add(other);
                    }
                    var expected = above.stream().filter(other -> other % 7 == 3).mapToLong(other -> 1L << other).reduce(0, (one, two) -> one | two);
                    assertThat(running.touches(item)).isEqualTo(afresh.touches(item)).isEqualTo(expected);
                }
            }
        }
    }

    /** What else is said of an item, by asking for each item of 200 plants before and after, and looking at nothing the book tells by itself. */
    @Test
    void whatIsOtherwiseIsToldOfEachItemOnceAndOfNoOther() {
        long unknown = 0;
        for (int seed = 0; seed < 200; seed++) {
            var book = new Book(Limits.USUAL);
            var plant = new RandomPlant(seed, book);
            for (int step = 0; step < 70; step++) {
                book.append(plant.next());
            }
            int listed = seed % 7;
            var before = new Sweep(book, item -> item % 7 == 3 ? 1 : 0, item -> item % 5 != 0);
            var after = new Sweep(book, item -> item % 7 == listed ? 1 : 0, item -> item % 4 != 0);
            var told = new TreeMap<Integer, String>();
            after.differences(before, (item, was, is) -> assertThat(told.put(item, was + ">" + is)).as("told once").isNull());
            var expected = new TreeMap<Integer, String>();
            var reach = new Reach(book);
            for (int item = 0; item < plant.items(); item++) {
                if (book.node(item) < 0) {
                    continue;
                }
                var above = new TreeSet<Integer>(List.of(item));
                for (int other : reach.upstream(item)) {
                    above.add(other);
                }
                var was = above.stream().anyMatch(other -> other % 7 == 3) ? 1 : 0;
                var is = above.stream().anyMatch(other -> other % 7 == listed) ? 1 : 0;
                var origins = reach.origins(item);
                var knewAll = IntStream.of(origins).allMatch(origin -> origin >= 0 && origin % 5 != 0);
                var knowsAll = IntStream.of(origins).allMatch(origin -> origin >= 0 && origin % 4 != 0);
                if (was != is || knewAll != knowsAll) {
                    expected.put(item, was + ">" + is);
                    unknown += was == is ? 1 : 0;
                }
            }
            assertThat(told).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(unknown).as("items of which only what is known is other").isPositive();
    }

    @Test
    void anOlderLayerOfAQueueIsLookedAt() {
        var book = new Book(Limits.USUAL);
        for (var step : List.of(Step.received(1, 1, new Part(QUARTZ, 100), new Part(OTHER, 100)), new Step(2, 2, new Sharing.FifoPool(TANK), List.of(new Part(QUARTZ, 100)), List.of(), 0),
                new Step(3, 3, new Sharing.FifoPool(TANK), List.of(new Part(OTHER, 100)), List.of(), 0))) {
            assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
        }
        var changed = new ArrayList<String>();
        new Sweep(book, item -> item == QUARTZ ? 1 : 0, _ -> true).differences(new Sweep(book, _ -> 0, _ -> true), (item, was, is) -> changed.add(item + ":" + was + ">" + is));
        assertThat(changed).containsExactly("0:0>1", "6:0>1");
    }

    @Test
    void cleanThatBecomesUnknownIsTold() {
        var book = book();
        var changed = new ArrayList<String>();
        new Sweep(book, _ -> 0, item -> item == OTHER).differences(new Sweep(book, _ -> 0, item -> item <= OTHER), (item, was, is) -> changed.add(item + ":" + was + ">" + is));
        assertThat(changed).containsExactly("0:0>0", "3:0>0", "4:0>0");
    }
}
