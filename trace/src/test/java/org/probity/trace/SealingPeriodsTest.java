package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that is sealed period by period answers as one that never was. */
class SealingPeriodsTest {

    @TempDir
    Path folder;

    @Test
    void aBookInPeriodsIsTheSameBook() throws IOException {
        int corrected = 0, periods = 0;
        for (long seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            var open = new Book(Limits.USUAL);
            var plant = new RandomPlant(seed, open, false);
            var sealed = new Book(Limits.USUAL);
            var running = new Sweep(sealed, item -> item % 7 == 3 ? 1 : 0, item -> item % 5 != 0);
            var files = new ArrayList<Path>();
            for (int step = 0; step < 150; step++) {
                var next = plant.next();
                assertThat(sealed.append(next)).isEqualTo(open.append(next));
                if (random.nextInt(12) == 0) {
                    corrected += correct(random, open, sealed, next.event()) ? 1 : 0;
                }
                if (random.nextInt(20) == 0) {
                    files.add(folder.resolve(seed + "-" + files.size()));
                    sealed.seal(files.getLast());
                    running.catchUp();
                }
                if (!files.isEmpty() && random.nextInt(40) == 0) {
                    // As after a restart: what came since the last period is told again.
                    files.add(folder.resolve(seed + "-" + files.size()));
                    sealed.seal(files.getLast());
                    sealed = Book.open(files, Limits.USUAL);
                    running = new Sweep(sealed, item -> item % 7 == 3 ? 1 : 0, item -> item % 5 != 0);
                }
                if (step % 30 == 29) {
                    compare(plant.items(), open, sealed);
                }
            }
            running.catchUp();
            var afresh = new Sweep(open, item -> item % 7 == 3 ? 1 : 0, item -> item % 5 != 0);
            for (int item = 0; item < plant.items(); item++) {
                assertThat(running.of(item, 0)).isEqualTo(afresh.of(item, 0));
            }
            var whole = folder.resolve(seed + "-whole");
            sealed.checkpoint(whole);
            compare(plant.items(), open, Book.open(whole, Limits.USUAL));
            periods += files.size();
        }
        assertThat(corrected).isGreaterThan(200);
        assertThat(periods).isGreaterThan(600);
    }

    private static boolean correct(Random random, Book open, Book sealed, long last) {
        long event = 1 + random.nextLong(last);
        var one = new ArrayList<String>();
        var other = new ArrayList<String>();
        var kept = new Correction(open).remove(event, (item, made, mass, share) -> one.add(item + " " + made + " " + mass + " " + share));
        assertThat(new Correction(sealed).remove(event, (item, made, mass, share) -> other.add(item + " " + made + " " + mass + " " + share))).isEqualTo(kept);
        assertThat(other).isEqualTo(one);
        return kept instanceof Outcome.Kept;
    }

    private static void compare(int items, Book open, Book sealed) {
        assertThat(sealed.balance()).isEqualTo(open.balance());
        assertThat(sealed.nodes()).isEqualTo(open.nodes());
        assertThat(sealed.steps()).isEqualTo(open.steps());
        var reach = new Reach(open);
        var again = new Reach(sealed);
        for (int item = 0; item < items; item++) {
            assertThat(sealed.stock(item)).isEqualTo(open.stock(item));
            assertThat(sealed.made(item)).isEqualTo(open.made(item));
            assertThat(sealed.knows(item)).isEqualTo(open.knows(item));
            if (open.node(item) >= 0) {
                assertThat(again.upstream(item)).isEqualTo(reach.upstream(item));
                assertThat(again.downstream(item)).isEqualTo(reach.downstream(item));
                assertThat(new Shares(sealed).of(item)).isEqualTo(new Shares(open).of(item));
            }
        }
    }

    @Test
    void aPeriodHoldsWhatCameInItAndTheHeapWhatCameSince() throws IOException {
        var book = new Book(Limits.USUAL);
        book.append(Step.received(1, 1, new Part(0, 1_000_000)));
        for (int event = 2; event < 20_002; event++) {
            book.append(Step.mixed(event, event, List.of(new Part(0, 10)), List.of(new Part(event, 10)), 0));
            if (event % 5_000 == 0) {
                book.seal(folder.resolve("" + event));
                assertThat(book.memory().flows()).isZero();
            }
        }
        assertThat(book.memory().flows()).isEqualTo(1);
        assertThat(Files.size(folder.resolve("20000"))).as("the last period is no larger than others").isLessThan(Files.size(folder.resolve("10000")) * 11 / 10);
        assertThat(new Reach(book).downstream(0)).hasSize(20_000);
        assertThat(new Reach(book).upstream(20_001)).containsExactly(0);
    }

    @Test
    void aPeriodThatIsMissingOrOfAnotherBookIsFound() throws IOException {
        var files = new ArrayList<Path>();
        for (int which = 0; which < 2; which++) {
            var book = new Book(Limits.USUAL);
            for (int period = 0; period < 3; period++) {
                book.append(Step.received(period + 1, period + 1, new Part(period, 5 + which)));
                files.add(folder.resolve(which + "-" + period));
                book.seal(files.getLast());
            }
        }
        assertThat(Book.open(files.subList(0, 3), Limits.USUAL).steps()).isEqualTo(3);
        for (var wrong : List.of(List.of(files.get(0), files.get(2)), List.of(files.get(1)), List.of(files.get(0), files.get(4)), List.of(files.get(0), files.get(1), files.get(1)))) {
            assertThatThrownBy(() -> Book.open(wrong, Limits.USUAL)).isInstanceOf(IOException.class).hasMessageContaining("follow");
        }
    }

    @Test
    void aPeriodThatCannotBeWrittenLeavesTheBookAsItWas() throws IOException {
        var book = new Book(Limits.USUAL);
        book.append(Step.received(1, 1, new Part(0, 100)));
        Files.createDirectory(folder.resolve("one.half"));
        assertThatThrownBy(() -> book.seal(folder.resolve("one"))).isInstanceOf(IOException.class);
        book.append(Step.mixed(2, 2, List.of(new Part(0, 100)), List.of(new Part(1, 100)), 0));
        book.seal(folder.resolve("two"));
        assertThat(new Reach(Book.open(folder.resolve("two"), Limits.USUAL)).upstream(1)).containsExactly(0);
    }
}
