package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.trace.Outcome.Kept;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/** What was poured into a melt, or drawn from it, and told only when the melt had moved on: the book is as if it had been told in time. */
class ComingLateToAPoolTest {

    private static final int LOTS = 6, MELT = 6, SILO = 7, QUEUE = 8;

    @TempDir
    private Path folder;

    /** Pours and draws with more in both pools than is ever drawn, whichever of them is left out. */
    private static List<Step> steps(long seed) {
        var random = new SplittableRandom(seed);
        var steps = new ArrayList<Step>();
        for (var lot = 0; lot < LOTS; lot++) {
            steps.add(Step.received(lot + 1, 1, new Part(lot, 1_000_000)));
        }
        for (var pool : List.of(MELT, SILO)) {
            steps.add(new Step(steps.size() + 1, 2, new Sharing.Pool(pool), List.of(new Part(pool % LOTS, 40_000)), List.of(), 0));
        }
        for (var no = 0; no < 40; no++) {
            var pool = MELT + random.nextInt(2);
            var lot = new Part(random.nextInt(LOTS), random.nextLong(1, 3_000));
            var other = new Part(MELT + SILO - pool, random.nextLong(1, 500));
            var item = new Part(100 + no, random.nextLong(1, 500));
            long event = steps.size() + 1, when = 10 + no;
            steps.add(switch (random.nextInt(5)) {
                case 0 -> new Step(event, when, new Sharing.Pool(pool), List.of(lot), List.of(), 0);
                case 1 -> new Step(event, when, new Sharing.Pool(pool), List.of(lot), List.of(item, new Part(200 + no, 7)), random.nextLong(3));
                case 2 -> new Step(event, when, new Sharing.Pool(pool), List.of(), List.of(item), random.nextLong(3));
                case 3 -> new Step(event, when, new Sharing.Pool(pool), List.of(other), List.of(item), 0);
                default -> Step.mixed(event, when, List.of(other, lot), List.of(new Part(item.item(), other.mass() + lot.mass())), 0);
            });
        }
        return steps;
    }

    @Test
    void isAsIfItHadComeInTime() throws IOException {
        var differences = new ArrayList<Integer>();
        for (var seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(1_000 + seed);
            var inTime = new Book(Limits.USUAL);
            var book = new Book(Limits.USUAL);
            var late = new ArrayList<Step>();
            for (var step : steps(seed)) {
                assertThat(inTime.append(step)).isEqualTo(new Kept(0));
                if (step.when() > 2 && random.nextInt(4) == 0) {
                    late.add(random.nextInt(late.size() + 1), step);
                } else {
                    assertThat(book.append(step)).isEqualTo(new Kept(0));
                }
            }
            for (var step : late) {
                assertThat(new Late(book).enter(step, (item, _, _, _) -> differences.add(item))).as("%s of %s", step, seed).isEqualTo(new Kept(0));
            }
            same(book, inTime);
            book.checkpoint(folder.resolve("book"));
            var taken = Book.open(folder.resolve("book"), Limits.USUAL);
            same(taken, inTime);
            for (var one : List.of(inTime, taken)) {
                assertThat(one.append(new Step(1_000, 1_000, new Sharing.Pool(MELT), List.of(new Part(0, 10)), List.of(new Part(500, 100)), 0))).isEqualTo(new Kept(0));
            }
            same(taken, inTime);
        }
        assertThat(differences).contains(MELT, SILO);
    }

    private static void same(Book one, Book other) {
        assertThat(one.balance()).isEqualTo(other.balance());
        for (var item = 0; item < 600; item++) {
            assertThat(one.knows(item)).isEqualTo(other.knows(item));
            if (one.knows(item)) {
                assertThat(one.stock(item)).as("stock of %s", item).isEqualTo(other.stock(item));
                assertThat(one.made(item)).as("what %s was", item).isEqualTo(other.made(item));
                assertThat(one.madeWhen(item)).isEqualTo(other.madeWhen(item));
                assertThat(new Reach(one).upstream(item)).isEqualTo(new Reach(other).upstream(item));
                assertThat(new Reach(one).downstream(item)).isEqualTo(new Reach(other).downstream(item));
                assertThat(new Reach(one).eventsUpstream(item)).isEqualTo(new Reach(other).eventsUpstream(item));
                assertThat(shares(one, item)).as("shares of %s", item).isEqualTo(shares(other, item));
            }
        }
    }

    private static TreeMap<Integer, Long> shares(Book book, int item) {
        var shares = new TreeMap<Integer, Long>();
        new Shares(book, 0).of(item).shares().forEach(share -> shares.put(share.origin(), Math.round(share.likely() / (double) (Origins.WHOLE / 100_000_000L))));
        return shares;
    }

    @Test
    void whatIsNotCertainIsRefused() {
        var book = new Book(Limits.USUAL);
        for (var step : List.of(Step.received(1, 1, new Part(0, 1_000), new Part(1, 1_000)), new Step(2, 2, new Sharing.Pool(MELT), List.of(new Part(0, 100)), List.of(), 0),
                new Step(3, 2, new Sharing.FifoPool(QUEUE), List.of(new Part(0, 100)), List.of(), 0), new Step(4, 20, new Sharing.Pool(MELT), List.of(new Part(1, 10)), List.of(new Part(50, 80)), 0))) {
            assertThat(book.append(step)).isInstanceOf(Kept.class);
        }
        var late = new Late(book);
        var draw = new Step(9, 10, new Sharing.Pool(MELT), List.of(), List.of(new Part(51, 31)), 0);
        assertThat(late.enter(draw, (_, _, _, _) -> {})).as("later it is not there any more").isInstanceOfSatisfying(Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.MORE_THAN_THERE_IS));
        assertThat(late.enter(new Step(9, 20, new Sharing.Pool(MELT), List.of(new Part(0, 5)), List.of(), 0), (_, _, _, _) -> {})).as("at the same moment").isEqualTo(new Refused(Reason.MOVED_ON, MELT, 0));
        assertThat(late.enter(new Step(9, 10, new Sharing.FifoPool(QUEUE), List.of(new Part(0, 5)), List.of(), 0), (_, _, _, _) -> {})).as("of a queue").isEqualTo(new Refused(Reason.MOVED_ON, QUEUE, 0));
        assertThat(late.enter(new Step(9, 10, new Sharing.Pool(MELT), List.of(new Part(50, 5)), List.of(), 0), (_, _, _, _) -> {})).as("of what was made of it later")
                .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.OUTPUT_BEFORE_INPUT));
        assertThat(book.balance()).isEqualTo(new Book.Balance(2_000, 0, 2_000, 0, 0));
        assertThat(late.enter(new Step(9, 10, new Sharing.Pool(MELT), List.of(), List.of(new Part(51, 30)), 0), (_, _, _, _) -> {})).isEqualTo(new Kept(0));
        assertThat(book.stock(MELT)).isZero();
    }

    @Test
    void whatWasPouredBeforeAnythingElseComesFirst() {
        var book = new Book(Limits.USUAL);
        for (var step : List.of(Step.received(1, 1, new Part(0, 1_000), new Part(1, 1_000)), new Step(2, 20, new Sharing.Pool(MELT), List.of(new Part(0, 100)), List.of(new Part(50, 50)), 0))) {
            assertThat(book.append(step)).isInstanceOf(Kept.class);
        }
        assertThat(new Late(book).enter(new Step(3, 10, new Sharing.Pool(MELT), List.of(new Part(1, 300)), List.of(), 0), (_, _, _, _) -> {})).isEqualTo(new Kept(0));
        assertThat(shares(book, 50)).isEqualTo(shares(book, MELT)).hasToString("{0=25000000, 1=75000000}");
        assertThat(book.stock(MELT)).isEqualTo(350);
        assertThat(new Reach(book).upstream(MELT, 15)).containsExactly(1);
    }
}
