package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.supply.traceability.Contamination.Word;
import org.probity.supply.traceability.MadeUpEvents.Happened;
import org.probity.supply.traceability.Reading.Role;
import org.probity.supply.traceability.Shelves.Told;
import org.probity.trace.Origins;

/** Books that took in events as they came, late, wrong and corrected, say what books say that were read in the order of happening, and no more than the events themselves. */
class ReadingBooksInAnyOrderTest {
    private static final Listed.Places PLACES = new Listed.Places(Map.of("urn:place-0", false, "urn:place-1", false, "urn:place-2", false, MadeUpEvents.LISTED, true), true);

    @TempDir Path folder;
    private int writtenDown;
    private int mended;
    private int anew;
    private int compared;
    private int clean;

    /** Told in some order, in parts. */
    private final class Teller {
        final MadeUpEvents made;
        final Random random;
        final Map<Long, Happened> told = new TreeMap<>();
        final Set<Long> wrong = new HashSet<>();
        Shelves grown = new Shelves();
        private long id;
        private String last = "";

        Teller(long seed, boolean greedy) {
            this.made = new MadeUpEvents(seed, 60, greedy);
            this.random = new Random(seed + 1);
        }

        void all() {
            var order = new ArrayList<>(made.events);
            // Most come as they happen, some a good deal later.
            var late = new ArrayList<Happened>();
            order.removeIf(it -> random.nextInt(6) == 0 && late.add(it));
            late.forEach(it -> order.add(Math.min(order.size(), it.no() + random.nextInt(25)), it));
            name(grown);
            while (!order.isEmpty()) {
                var part = new ArrayList<>(order.subList(0, Math.min(order.size(), 1 + random.nextInt(8))));
                order.subList(0, part.size()).clear();
                batch(part, Set.of());
                check();
                if (random.nextInt(6) == 0) {
                    writtenDown();
                }
                if (random.nextInt(4) == 0) {
                    correct();
                    check();
                }
            }
        }

        /** A house is closed, and opened again. */
        private void writtenDown() {
            var files = new KeptBooks(folder, "test", 1);
            files.put(new KeptBooks.Kept(id, "", wrong, grown));
            try {
                var taken = new KeptBooks(folder, "test", 1).take(id);
                assertThat(taken.withdrawn()).isEqualTo(wrong);
                grown = taken.shelves();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            writtenDown++;
        }

        private void correct() {
            var standing = told.keySet().stream().filter(it -> !wrong.contains(it)).toList();
            var which = standing.get(random.nextInt(standing.size()));
            var part = new ArrayList<Happened>();
            if (random.nextBoolean() && made.other(told.get(which), told.get(which).no()) instanceof Happened by) {
                part.add(by);
            }
            name(grown);
            batch(part, Set.of(which));
        }

        private void batch(List<Happened> part, Set<Long> declared) {
            var fresh = new ArrayList<Told>();
            var numbered = new ArrayList<Map.Entry<Long, Happened>>();
            part.forEach(it -> numbered.add(Map.entry(++id, it)));
            numbered.forEach(it -> told.put(it.getKey(), it.getValue()));
            numbered.stream().sorted((one, other) -> Integer.compare(one.getValue().no(), other.getValue().no())).forEach(it -> fresh.add(told(grown, it.getKey(), it.getValue())));
            var old = declared.stream().map(it -> told(grown, it, told.get(it))).toList();
            wrong.addAll(declared);
            last = fresh + " but " + old;
            if (grown.grow(fresh, old)) {
                mended++;
            } else {
                anew++;
                grown = read();
            }
        }

        private void name(Shelves shelves) {
            for (var item = shelves.names.items(); item < made.articles.size(); item++) {
                shelves.names.item(made.articles.get(item));
            }
        }

        private Told told(Shelves shelves, long event, Happened it) {
            return new Told("silicon", new Shelf.Told(event, it.kind(), it.action(), it.no() * 3_600_000_000L, it.sharing(), it.scrap(), shelves.names.spot(it.location(), it.point()), it.items()));
        }

        Shelves read() {
            var shelves = new Shelves();
            name(shelves);
            told.entrySet().stream().filter(it -> !wrong.contains(it.getKey())).sorted(java.util.Comparator.comparing((Map.Entry<Long, Happened> it) -> it.getValue().no()).thenComparing(Map.Entry::getKey))
                    .forEach(it -> shelves.enter(told(shelves, it.getKey(), it.getValue())));
            return shelves;
        }

        private void check() {
            var one = grown.book("silicon");
            var other = read().book("silicon");
            assertThat(one.book.balance().difference()).isZero();
            assertThat(new HashSet<>(one.contradictions)).as("%s%s %s", last, wrong, told).isEqualTo(new HashSet<>(other.contradictions));
            assertThat(new HashSet<>(one.differences)).isEqualTo(new HashSet<>(other.differences));
            assertThat(one.contradicted).isEqualTo(other.contradicted);
            for (var item = 0; item < made.articles.size(); item++) {
                assertThat(said(one, item)).as("%s", made.told(standing(), item) + reason(one, other)).isEqualTo(said(other, item));
                compared++;
            }
            judge(one);
        }

        private List<Happened> standing() {
            return told.entrySet().stream().filter(it -> !wrong.contains(it.getKey())).map(Map.Entry::getValue).toList();
        }

        private String reason(Shelf one, Shelf other) {
            return "\nlast " + last + "\nwrong " + wrong + "\ntold " + told + "\n" + one.contradictions + "\n" + other.contradictions;
        }

        private void judge(Shelf shelf) {
            var standing = standing();
            var exact = shelf.contradictions.isEmpty() && shelf.differences.stream().allMatch(it -> it.unaccounted() < 0);
            for (var item = 0; item < made.articles.size(); item++) {
                var opinion = made.opinion(standing, item);
                var word = Contamination.see(shelf, item, PLACES, Set.of(MadeUpEvents.QUARTZ)).word(true);
                if (opinion.touched() || opinion.open()) {
                    assertThat(word).as(made.told(standing, item)).isNotEqualTo(Word.CLEAN);
                }
                if (exact && shelf.book.knows(item)) {
                    assertThat(word).as(made.told(standing, item)).isEqualTo(opinion.touched() ? Word.TOUCHED : opinion.open() ? Word.UNKNOWN : Word.CLEAN);
                }
                clean += word == Word.CLEAN ? 1 : 0;
            }
        }
    }

    /** What a book says of an item, as far as it is the same whatever came first. */
    private static Map<String, Object> said(Shelf shelf, int item) {
        var said = new TreeMap<String, Object>();
        said.put("knows", shelf.book.knows(item));
        if (shelf.book.knows(item)) {
            said.put("made", shelf.book.made(item));
            said.put("stock", shelf.book.stock(item));
            said.put("upstream", java.util.Arrays.stream(shelf.reach.upstream(item)).boxed().toList());
            said.put("downstream", java.util.Arrays.stream(shelf.reach.downstream(item)).boxed().toList());
            said.put("outside", shelf.outside.get(item));
            var shares = new TreeMap<Integer, Long>();
            shelf.shares.of(item).shares().forEach(it -> shares.put(it.origin(), Math.round(it.likely() / (double) (Origins.WHOLE / 1_000_000_000L))));
            said.put("shares", shares);
        }
        var makings = new TreeSet<String>();
        shelf.makings.spots(item, spot -> makings.add(shelf.names.spot(spot).toString()));
        said.put("makings", makings);
        return said;
    }

    @Test
    void sayTheSameWhateverCameFirst() {
        for (var seed = 0; seed < 21; seed++) {
            new Teller(seed, seed % 3 == 0).all();
        }
        assertThat(mended).as("most are put where they belong").isGreaterThan(2 * anew);
        assertThat(clean).isPositive();
        assertThat(writtenDown).isPositive();
    }
}
