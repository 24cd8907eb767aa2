package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.trace.Outcome.Kept;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

class CorrectingAStepTest {

    private static final int A = 0, B = 1, TANK = 2, ROD = 3, BRICK = 4, LATE = 5, OTHER = 6, QUEUE = 7;
    private final List<String> effects = new ArrayList<>();
    private final Book book = new Book(Limits.USUAL);
    private final Correction correction = new Correction(book);

    @BeforeEach
    void aRodOfLotA() {
        kept(Step.received(1, 1, new Part(A, 1_000), new Part(B, 1_000)));
        kept(new Step(2, 1, new Sharing.Pool(TANK), List.of(), List.of(), 0));
        kept(Step.mixed(3, 10, List.of(new Part(A, 500)), List.of(new Part(ROD, 400), new Part(TANK, 100)), 0));
        kept(Step.mixed(4, 20, List.of(new Part(ROD, 400)), List.of(new Part(BRICK, 400)), 0));
        kept(Step.mixed(5, 30, List.of(new Part(B, 100), new Part(TANK, 50)), List.of(new Part(OTHER, 150)), 0));
    }

    private void kept(Step step) {
        assertThat(book.append(step)).isInstanceOf(Kept.class);
    }

    private void effect(int item, long event, long mass, long share) {
        effects.add(item + ":" + share / (Origins.WHOLE / 1_000));
    }

    private String holds(int item) {
        return new Shares(book).of(item).shares().stream().map(share -> share.origin() + ":" + share.likely() / (Origins.WHOLE / 1_000)).toList().toString();
    }

    private static Step rod(long event, int lot) {
        return Step.mixed(event, 10, List.of(new Part(lot, 500)), List.of(new Part(ROD, 400), new Part(TANK, 100)), 0);
    }

    @Test
    void anotherLotChangesAllThatWasMadeOfIt() {
        assertThat(correction.replace(3, rod(9, B), this::effect)).isEqualTo(new Kept(0));
        assertThat(effects).containsExactly("3:1000", "2:1000", "4:1000", "6:333");
        assertThat(holds(BRICK)).isEqualTo("[1:1000]");
        assertThat(holds(OTHER)).isEqualTo("[1:999]");
        assertThat(book.stock(A)).isEqualTo(1_000);
        assertThat(book.stock(B)).isEqualTo(400);
        assertThat(new Reach(book).downstream(A)).isEmpty();
        assertThat(new Reach(book).eventsUpstream(BRICK)).containsExactly(1, 4, 9);
        assertThat(book.balance()).isEqualTo(new Book.Balance(2_000, 0, 2_000, 0, 0));
    }

    @Test
    void aMixtureHoldsOnlyItsPartOfWhatChanged() {
        kept(Step.mixed(6, 40, List.of(new Part(BRICK, 100), new Part(B, 300)), List.of(new Part(30, 200), new Part(31, 200)), 0));
        correction.replace(3, rod(9, B), this::effect);
        assertThat(effects).containsExactly("3:1000", "2:1000", "4:1000", "6:333", "30:250", "31:250");
    }

    @Test
    void whatWasRightChangesNothing() {
        assertThat(correction.replace(3, rod(9, A), this::effect)).isEqualTo(new Kept(0));
        assertThat(effects).isEmpty();
    }

    @Test
    void aLotThatWasReportedLateCanBeItsSource() {
        kept(Step.received(8, 5, new Part(LATE, 500)));
        assertThat(correction.replace(3, rod(9, LATE), this::effect)).isEqualTo(new Kept(0));
        assertThat(holds(BRICK)).isEqualTo("[5:1000]");
        assertThat(holds(OTHER)).isEqualTo("[1:666, 5:333]");
        var told = new TreeMap<Integer, Long>();
        new Recall(book).of(LATE, (item, _, _, share) -> told.put(item, share / (Origins.WHOLE / 1_000)));
        assertThat(told).hasToString("{2=1000, 3=1000, 4=1000, 6=333}");
        var sweep = new Sweep(book, item -> item == LATE ? 1 : 0, _ -> true);
        assertThat(sweep.of(BRICK, 0)).isEqualTo(Sweep.Verdict.TOUCHED);
        assertThat(sweep.of(OTHER, 0)).isEqualTo(Sweep.Verdict.TOUCHED);
    }

    @Test
    void aRunningSweepFollows() {
        var sweep = new Sweep(book, item -> item == B ? 1 : 0, _ -> true);
        assertThat(sweep.of(BRICK, 0)).isEqualTo(Sweep.Verdict.CLEAN);
        correction.replace(3, rod(9, B), this::effect);
        sweep.catchUp();
        assertThat(sweep.of(BRICK, 0)).isEqualTo(Sweep.Verdict.TOUCHED);
        correction.replace(9, rod(10, A), this::effect);
        sweep.catchUp();
        assertThat(sweep.of(BRICK, 0)).isEqualTo(Sweep.Verdict.CLEAN);
        correction.replace(10, Step.mixed(11, 10, List.of(new Part(A, 100)), List.of(new Part(TANK, 100)), 0), this::effect);
        sweep.catchUp();
        assertThat(sweep.of(BRICK, 0)).isEqualTo(Sweep.Verdict.UNKNOWN);
    }

    @Test
    void whatNobodyMadeAfterAllComesFromNowhere() {
        assertThat(correction.remove(4, this::effect)).isEqualTo(new Kept(0));
        assertThat(book.knows(BRICK)).isFalse();
        assertThat(book.stock(ROD)).isEqualTo(400);
        kept(Step.mixed(11, 40, List.of(new Part(ROD, 400)), List.of(new Part(BRICK, 400)), 0));
        assertThat(correction.remove(3, this::effect)).isInstanceOf(Refused.class);
        assertThat(correction.replace(3, Step.mixed(12, 10, List.of(new Part(A, 100)), List.of(new Part(TANK, 100)), 0), this::effect)).isEqualTo(new Kept(400));
        assertThat(effects).containsExactly("4:1000", "3:1000", "4:1000");
        assertThat(new Shares(book).of(BRICK).unknown()).isEqualTo(Origins.WHOLE);
        assertThat(book.balance()).isEqualTo(new Book.Balance(2_000, 400, 2_400, 0, 0));
    }

    @Test
    void anEventIsCorrectedOnce() {
        correction.replace(3, rod(9, B), this::effect);
        assertThat(correction.replace(3, rod(10, A), this::effect)).isEqualTo(new Refused(Reason.NO_SUCH_EVENT, -1, 0));
        assertThat(correction.remove(77, this::effect)).isEqualTo(new Refused(Reason.NO_SUCH_EVENT, -1, 0));
        assertThat(correction.replace(9, rod(3, A), this::effect)).isEqualTo(new Refused(Reason.EVENT_TWICE, -1, 0));
    }

    @Test
    void nothingIsMadeOfWhatWasMadeOfIt() {
        assertThat(correction.replace(3, rod(9, BRICK), this::effect)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.OUTPUT_BEFORE_INPUT));
        var late = Step.mixed(9, 20, List.of(new Part(BRICK, 400)), List.of(new Part(ROD, 400)), 0);
        assertThat(correction.replace(3, late, this::effect)).isEqualTo(new Refused(Reason.CYCLE, BRICK, 400));
    }

    @Test
    void itIsNotMovedBehindWhatUsedIt() {
        var step = Step.mixed(9, 21, List.of(new Part(A, 500)), List.of(new Part(ROD, 400), new Part(TANK, 100)), 0);
        assertThat(correction.replace(3, step, this::effect)).isEqualTo(new Refused(Reason.OUTPUT_BEFORE_INPUT, ROD, 400));
    }

    @Test
    void nothingIsLeftWithLessThanWasUsed() {
        var less = Step.mixed(9, 10, List.of(new Part(A, 499)), List.of(new Part(ROD, 399), new Part(TANK, 100)), 0);
        assertThat(correction.replace(3, less, this::effect)).isEqualTo(new Refused(Reason.MORE_THAN_THERE_IS, ROD, 400));
        var pool = Step.mixed(9, 10, List.of(new Part(A, 449)), List.of(new Part(ROD, 400), new Part(TANK, 49)), 0);
        assertThat(correction.replace(3, pool, this::effect)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.item()).isEqualTo(TANK));
        var much = Step.mixed(9, 10, List.of(new Part(A, 1_100)), List.of(new Part(ROD, 1_000), new Part(TANK, 100)), 0);
        assertThat(correction.replace(3, much, this::effect)).isEqualTo(new Refused(Reason.MORE_THAN_THERE_IS, A, 1_100));
        assertThat(holds(BRICK)).isEqualTo("[0:1000]");
    }

    @Test
    void anItemOfAnotherStepIsNotMadeHere() {
        var step = Step.mixed(9, 10, List.of(new Part(A, 500)), List.of(new Part(ROD, 400), new Part(OTHER, 100)), 0);
        assertThat(correction.replace(3, step, this::effect)).isEqualTo(new Refused(Reason.MADE_TWICE, OTHER, 100));
        assertThat(correction.replace(3, rod(9, 99), this::effect)).isEqualTo(new Refused(Reason.UNKNOWN_ITEM, 99, 500));
    }

    @Test
    void aQueueWouldHaveAnotherOrder() {
        kept(new Step(20, 40, new Sharing.FifoPool(QUEUE), List.of(new Part(A, 100)), List.of(), 0));
        assertThat(correction.remove(20, this::effect)).isEqualTo(new Refused(Reason.MOVED_ON, QUEUE, 0));
        assertThat(correction.replace(5, Step.mixed(21, 50, List.of(new Part(QUEUE, 10)), List.of(new Part(OTHER, 10)), 0), this::effect)).isEqualTo(new Refused(Reason.MOVED_ON, QUEUE, 10));
    }

    /** As if it had been right from the beginning: the corrected book is the one that is built from the corrected steps. */
    @Test
    void aCorrectedBookIsTheOneBuiltFromCorrectedSteps(@TempDir Path folder) throws IOException {
        var compared = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            var random = new SplittableRandom(seed);
            var book = new Book(Limits.USUAL);
            var plant = new RandomPlant(seed, book, false);
            var steps = new ArrayList<Step>();
            for (int at = 0; at < 40; at++) {
                var next = plant.next();
                if (book.append(next) instanceof Kept) {
                    steps.add(next);
                }
            }
            var sweep = new Sweep(book, item -> 1L << item, item -> item % 3 > 0);
            for (int round = 0; round < 2; round++) {
                var at = random.nextInt(2, steps.size());
                var by = changed(steps.get(at), 1_000 + seed * 2L + round, random, plant.items());
                var expected = new ArrayList<>(steps);
                expected.set(at, by);
                var rebuilt = new Book(Limits.USUAL);
                var allKept = expected.stream().allMatch(step -> rebuilt.append(step) instanceof Kept);
                var before = likely(book, plant.items());
                var told = new TreeSet<Integer>();
                if (new Correction(book).replace(steps.get(at).event(), by, (item, _, _, _) -> told.add(item)) instanceof Kept && allKept) {
                    compared++;
                    assertThat(told).containsAll(different(before, likely(book, plant.items())));
                    steps = expected;
                    sweep.catchUp();
                    same(book, rebuilt, plant.items(), sweep);
                    if (seed % 10 == 0) {
                        book.checkpoint(folder.resolve("book"));
                        book = Book.open(folder.resolve("book"), Limits.USUAL);
                        sweep = new Sweep(book, item -> 1L << item, item -> item % 3 > 0);
                        same(book, rebuilt, plant.items(), sweep);
                    }
                } else {
                    break;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** By item and origin. */
    private static List<TreeMap<Integer, Long>> likely(Book book, int items) {
        var shares = new ArrayList<TreeMap<Integer, Long>>();
        for (int item = 0; item < items; item++) {
            var of = new TreeMap<Integer, Long>();
            if (book.node(item) >= 0) {
                new Shares(book, 0).of(item).shares().forEach(share -> of.put(share.origin(), share.likely()));
            }
            shares.add(of);
        }
        return shares;
    }

    private static List<Integer> different(List<TreeMap<Integer, Long>> before, List<TreeMap<Integer, Long>> after) {
        return IntStream.range(0, before.size()).filter(item -> !before.get(item).isEmpty() && !after.get(item).isEmpty())
                .filter(item -> !before.get(item).keySet().equals(after.get(item).keySet())
                        || before.get(item).entrySet().stream().anyMatch(share -> Math.abs(share.getValue() - after.get(item).get(share.getKey())) > 10_000))
                .boxed().toList();
    }

    private static void same(Book corrected, Book rebuilt, int items, Sweep sweep) {
        assertThat(corrected.balance()).isEqualTo(rebuilt.balance());
        assertThat(corrected.balance().difference()).isZero();
        var afresh = new Sweep(rebuilt, item -> 1L << item, item -> item % 3 > 0);
        for (int item = 0; item < items; item++) {
            assertThat(corrected.knows(item)).isEqualTo(rebuilt.knows(item));
            assertThat(corrected.stock(item)).as("stock of %s", item).isEqualTo(rebuilt.stock(item));
            if (rebuilt.node(item) >= 0) {
                assertThat(new Reach(corrected).upstream(item)).isEqualTo(new Reach(rebuilt).upstream(item));
                assertThat(new TreeSet<>(new Shares(corrected, 0).of(item).shares().stream().map(Origins.Share::origin).toList()))
                        .isEqualTo(new TreeSet<>(new Shares(rebuilt, 0).of(item).shares().stream().map(Origins.Share::origin).toList()));
                var one = new Shares(corrected, 0).of(item);
                var other = new Shares(rebuilt, 0).of(item);
                for (int at = 0; at < one.shares().size(); at++) {
                    assertThat(Math.abs(one.shares().get(at).likely() - other.shares().get(at).likely())).isLessThanOrEqualTo(one.dropped() + other.dropped());
                }
                assertThat(sweep.touches(item)).isEqualTo(afresh.touches(item));
                assertThat(sweep.of(item, 63)).isEqualTo(afresh.of(item, 63));
            }
        }
    }

    private static Step changed(Step step, long event, SplittableRandom random, int items) {
        var inputs = new ArrayList<>(step.inputs());
        if (!inputs.isEmpty() && step.sharing() instanceof Sharing.Proportional) {
            var at = random.nextInt(inputs.size());
            var item = random.nextInt(items);
            if (inputs.stream().noneMatch(part -> part.item() == item)) {
                inputs.set(at, new Part(item, inputs.get(at).mass()));
            }
        }
        var outputs = new ArrayList<>(step.outputs());
        if (!outputs.isEmpty() && random.nextInt(3) == 0) {
            outputs.set(0, new Part(outputs.getFirst().item(), outputs.getFirst().mass() + random.nextLong(0, outputs.getFirst().mass() / 40 + 2)));
        }
        return new Step(event, step.when(), step.sharing(), inputs, outputs, step.scrap());
    }
}
