package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.trace.Outcome.Reason;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What many things in one pack, or one step, cost: twice as many take twice as long, not four times. */
class TakingOutOfLargePacksTest {

    private static final int PACK = 0, MANY = 60_000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static Part[] items() {
        return IntStream.rangeClosed(1, MANY).mapToObj(item -> new Part(item, 1 + item % 7)).toArray(Part[]::new);
    }

    private static Book packed() {
        var book = new Book(Limits.USUAL);
        assertThat(book.append(Step.received(1, 1, items()))).isInstanceOf(Outcome.Kept.class);
        var all = List.of(items());
        assertThat(book.append(new Step(2, 2, new Sharing.Packing(), all, List.of(new Part(PACK, Draft.sum(all))), 0))).isInstanceOf(Outcome.Kept.class);
        return book;
    }

    private static void takeOut(Book book, long event, List<Part> parts) {
        assertThat(parts).allSatisfy(part -> assertThat(book.massIn(part.item())).isEqualTo(part.mass()));
        assertThat(book.append(new Step(event, event, new Sharing.Packing(), List.of(new Part(PACK, Draft.sum(parts))), parts, 0))).isInstanceOf(Outcome.Kept.class);
        assertThat(parts).allSatisfy(part -> assertThat(book.packedIn(part.item())).isEmpty()).allSatisfy(part -> assertThat(book.stock(part.item())).isEqualTo(part.mass()));
    }

    private static void whole(Book book) {
        assertThat(book.balance().difference()).isZero();
        assertThat(book.stock(PACK)).isZero();
        assertThat(book.mass(book.node(PACK))).isZero();
    }

    @Test
    void allAtOnceOrInTwoHalves() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            var book = packed();
            takeOut(book, 3, List.of(items()).subList(0, MANY / 2));
            takeOut(book, 4, List.of(items()).subList(MANY / 2, MANY));
            whole(book);
        });
    }

    @Test
    void outOfAFileOneByOne() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            packed().checkpoint(folder.resolve("book"));
            var book = Book.open(folder.resolve("book"), Limits.USUAL);
            var some = new ArrayList<>(List.of(items()));
            Collections.shuffle(some, new Random(1));
            for (int at = 0; at < 2_000; at++) {
                takeOut(book, 3 + at, List.of(some.get(at)));
            }
            takeOut(book, 10_000, some.subList(2_000, MANY));
            whole(book);
        });
    }

    @Test
    void putInOneByOne() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            var book = new Book(Limits.USUAL);
            var all = List.of(items()).subList(0, 5_000);
            book.append(Step.received(1, 1, all.toArray(Part[]::new)));
            for (int at = 0; at < all.size(); at++) {
                assertThat(book.append(new Step(2 + at, 2, new Sharing.Packing(), List.of(all.get(at)), List.of(new Part(PACK, all.get(at).mass())), 0))).isInstanceOf(Outcome.Kept.class);
            }
            takeOut(book, 10_000, all);
            whole(book);
        });
    }

    @Test
    void whatIsMadeAgainIsLookedForOnce() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            var book = new Book(Limits.USUAL);
            book.append(Step.received(1, 1, new Part(PACK, MANY)));
            book.append(Step.mixed(2, 2, List.of(new Part(PACK, MANY)), IntStream.rangeClosed(1, MANY).mapToObj(item -> new Part(item, 1)).toList(), 0));
            book.append(Step.received(3, 3, new Part(MANY + 1, 5)));
            var all = IntStream.rangeClosed(1, MANY).mapToObj(item -> new Part(item, 1)).toList();
            assertThat(book.append(Step.mixed(4, 4, all, List.of(new Part(MANY + 1, MANY)), 0))).isEqualTo(new Outcome.Refused(Reason.MADE_TWICE, MANY + 1, MANY));
            assertThat(book.append(Step.mixed(5, 5, all, List.of(new Part(PACK, MANY)), 0))).isEqualTo(new Outcome.Refused(Reason.CYCLE, PACK, MANY));
        });
    }

    @Test
    void aWayIsFoundThroughManySteps() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            var book = new Book(Limits.USUAL);
            book.append(Step.received(1, 1, new Part(0, 5)));
            for (int item = 1; item <= 200_000; item++) {
                book.append(Step.mixed(1 + item, item, List.of(new Part(item - 1, 5)), List.of(new Part(item, 5)), 0));
            }
            assertThat(new Reach(book).way(0, 200_000)).hasSize(200_001).startsWith(0, 1, 2).endsWith(200_000);
        });
    }

    @Test
    void aStepWithMoreThanTheLimitIsRefused() {
        var book = new Book(Limits.USUAL);
        var parts = IntStream.rangeClosed(0, Limits.PARTS).mapToObj(item -> new Part(item, 1)).toArray(Part[]::new);
        assertThat(book.append(Step.received(1, 1, parts))).isEqualTo(new Outcome.Refused(Reason.TOO_MANY, -1, Limits.PARTS + 1));
        var flows = IntStream.range(0, Limits.PARTS).mapToObj(_ -> new Sharing.Flow(0, 1, 0)).toList();
        book.append(Step.received(2, 2, new Part(0, 1)));
        assertThat(book.append(new Step(3, 3, new Sharing.Measured(flows), List.of(new Part(0, 1)), List.of(new Part(1, 1)), 0)))
                .isEqualTo(new Outcome.Refused(Reason.TOO_MANY, -1, Limits.PARTS + 2));
    }
}
