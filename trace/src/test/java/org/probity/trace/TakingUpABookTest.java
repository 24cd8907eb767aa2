package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakingUpABookTest {

    @TempDir
    private Path folder;

    /** Whatever was written when, the book that was taken up goes on as the one that never stopped. */
    @Test
    void aBookThatWasTakenUpIsTheSame() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            var whole = new Book(Limits.USUAL);
            var taken = new Book(Limits.USUAL);
            var plant = new RandomPlant(seed, whole);
            for (int step = 0; step < 120; step++) {
                if (step % 40 == seed % 40) {
                    taken.checkpoint(folder.resolve("book"));
                    taken = Book.open(folder.resolve("book"), Limits.USUAL);
                }
                var next = plant.next();
                assertThat(taken.append(next)).isEqualTo(whole.append(next));
            }
            same(taken, whole, plant.items());
        }
    }

    private static void same(Book one, Book other, int items) {
        assertThat(one.balance()).isEqualTo(other.balance());
        assertThat(one.nodes()).isEqualTo(other.nodes());
        assertThat(one.flows()).isEqualTo(other.flows());
        var reach = List.of(new Reach(one), new Reach(other));
        var shares = List.of(new Shares(one), new Shares(other));
        for (int item = 0; item < items; item++) {
            assertThat(one.knows(item)).isEqualTo(other.knows(item));
            assertThat(one.stock(item)).isEqualTo(other.stock(item));
            if (one.madeWhen(item).isPresent()) {
                assertThat(one.madeWhen(item)).isEqualTo(other.madeWhen(item));
                assertThat(reach.get(0).upstream(item)).isEqualTo(reach.get(1).upstream(item));
                assertThat(reach.get(0).downstream(item)).isEqualTo(reach.get(1).downstream(item));
                assertThat(reach.get(0).eventsUpstream(item)).isEqualTo(reach.get(1).eventsUpstream(item));
                assertThat(shares.get(0).of(item)).isEqualTo(shares.get(1).of(item));
            }
        }
    }

    @Test
    void packsStayPacked() throws IOException {
        var book = new Book(Limits.USUAL);
        keep(book, Step.received(1, 1, new Part(0, 100), new Part(1, 50)));
        keep(book, new Step(2, 2, new Sharing.Packing(), List.of(new Part(0, 100), new Part(1, 50)), List.of(new Part(7, 150)), 0));
        book.checkpoint(folder.resolve("book"));
        var taken = Book.open(folder.resolve("book"), Limits.USUAL);
        assertThat(taken.append(Step.mixed(3, 3, List.of(new Part(0, 100)), List.of(new Part(8, 100)), 0))).isInstanceOf(Outcome.Refused.class);
        keep(taken, new Step(3, 3, new Sharing.Packing(), List.of(new Part(7, 100)), List.of(new Part(0, 100)), 0));
        assertThat(taken.stock(7)).isEqualTo(50);
        taken.checkpoint(folder.resolve("book"));
        taken = Book.open(folder.resolve("book"), Limits.USUAL);
        assertThat(new Shares(taken).of(7).shares()).containsExactly(new Origins.Share(1, Origins.WHOLE, Origins.WHOLE, Origins.WHOLE));
        assertThat(taken.balance()).isEqualTo(new Book.Balance(150, 0, 150, 0, 0));
    }

    private static void keep(Book book, Step step) {
        assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void massesOfAnySizeAndLongRowsComeBack() throws IOException {
        var book = new Book(new Limits(Limits.MOST, 0));
        keep(book, Step.received(1, 1, new Part(0, Limits.MOST)));
        var modules = new Part[300_000];
        Arrays.setAll(modules, at -> new Part(1 + 3 * at, 3_000_000_000L + at));
        long out = Arrays.stream(modules).mapToLong(Part::mass).sum();
        keep(book, Step.mixed(2, 2, List.of(new Part(0, out)), List.of(modules), 0));
        book.checkpoint(folder.resolve("book"));
        var taken = Book.open(folder.resolve("book"), new Limits(Limits.MOST, 0));
        assertThat(new Reach(taken).downstream(0)).hasSize(300_000);
        assertThat(taken.stock(modules[77].item())).isEqualTo(3_000_000_077L);
        assertThat(taken.balance()).isEqualTo(book.balance());
    }

    @Test
    void halfAFileIsRefused() throws IOException {
        var book = new Book(Limits.USUAL);
        var plant = new RandomPlant(5, book);
        for (int step = 0; step < 100; step++) {
            book.append(plant.next());
        }
        var file = folder.resolve("book");
        book.checkpoint(file);
        var bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 97) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Book.open(file, Limits.USUAL)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aChangedByteIsFound() throws IOException {
        var book = new Book(Limits.USUAL);
        keep(book, Step.received(1, 1, new Part(0, 100), new Part(1, 50)));
        var file = folder.resolve("book");
        book.checkpoint(file);
        var bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            assertThatThrownBy(() -> Book.open(file, Limits.USUAL)).as("byte %s", at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCheckpointThatCouldNotBeWrittenLeavesTheOneBefore() throws IOException {
        var book = new Book(Limits.USUAL);
        keep(book, Step.received(1, 1, new Part(0, 100)));
        var file = folder.resolve("book");
        book.checkpoint(file);
        Files.createDirectory(folder.resolve("book.half"));
        keep(book, Step.received(2, 2, new Part(1, 100)));
        assertThatThrownBy(() -> book.checkpoint(file)).isInstanceOf(IOException.class);
        assertThat(Book.open(file, Limits.USUAL).steps()).isEqualTo(1);
    }
}
