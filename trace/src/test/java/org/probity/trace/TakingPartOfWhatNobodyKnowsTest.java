package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Bounds where part of an item is used that came out of a step nobody can look into. */
class TakingPartOfWhatNobodyKnowsTest {

    private static final long PERCENT = Origins.WHOLE / 100;

    @Test
    void halfOfABinMayBeAllOfASmallLot() {
        var book = new Book(Limits.USUAL);
        book.append(Step.received(1, 1, new Part(0, 100), new Part(1, 300)));
        book.append(new Step(2, 2, new Sharing.Unknown(), List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 200), new Part(3, 200)), 0));
        book.append(Step.mixed(3, 3, List.of(new Part(2, 100)), List.of(new Part(4, 100)), 0));
        assertThat(new Shares(book).of(2).shares()).contains(new Origins.Share(0, 0, 25 * PERCENT, 50 * PERCENT));
        assertThat(new Shares(book).of(4).shares()).containsExactly(new Origins.Share(0, 0, 25 * PERCENT, 100 * PERCENT), new Origins.Share(1, 0, 75 * PERCENT, 100 * PERCENT));
    }

    @Test
    void whatWasPutIntoOneBinUnmixedIsKnownAsAWholeOnly() {
        var book = new Book(Limits.USUAL);
        book.append(Step.received(1, 1, new Part(0, 100), new Part(1, 300)));
        book.append(new Step(2, 2, new Sharing.Unknown(), List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 400)), 0));
        book.append(Step.mixed(3, 3, List.of(new Part(2, 100)), List.of(new Part(4, 100)), 0));
        assertThat(new Shares(book).of(2).shares()).contains(new Origins.Share(0, 25 * PERCENT, 25 * PERCENT, 25 * PERCENT));
        assertThat(new Shares(book).of(4).shares()).contains(new Origins.Share(0, 0, 25 * PERCENT, 100 * PERCENT));
    }

    @Test
    void meltingMakesEven() {
        var book = new Book(Limits.USUAL);
        book.append(Step.received(1, 1, new Part(0, 100), new Part(1, 300)));
        book.append(new Step(2, 2, new Sharing.Unknown(), List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 200), new Part(3, 200)), 0));
        book.append(new Step(3, 3, new Sharing.Pool(9), List.of(new Part(2, 200)), List.of(new Part(4, 50)), 0));
        assertThat(new Shares(book).of(4).shares()).contains(new Origins.Share(0, 0, 25 * PERCENT, 50 * PERCENT));
    }

    /** A plant in which every gram is kept by itself. Who takes a part takes those grams that prove the book wrong soonest. */
    private static final class Grams {

        final Random random;
        final Book book = new Book(new Limits(Limits.MOST, 0));
        final Map<Integer, List<Map<Integer, Fraction>>> made = new TreeMap<>();
        final Map<Integer, List<Map<Integer, Fraction>>> left = new HashMap<>();
        int items = 2;
        long event;

        Grams(long seed) {
            random = new Random(seed);
            append(new Step(++event, event, new Sharing.Pool(0), List.of(), List.of(), 0));
            append(new Step(++event, event, new Sharing.FifoPool(1), List.of(), List.of(), 0));
            left.put(0, new ArrayList<>());
            left.put(1, new ArrayList<>());
        }

        private void append(Step step) {
            assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
        }

        void next() {
            event++;
            if (event < 5 || random.nextInt(6) == 0) {
                int mass = random.nextInt(1, 12);
                append(Step.received(event, event, new Part(items, mass)));
                put(items, Collections.nCopies(mass, Map.of(items, Fraction.of(1, 1))));
                items++;
                return;
            }
            var parts = new ArrayList<Part>();
            var grams = new ArrayList<Map<Integer, Fraction>>();
            var from = new ArrayList<>(left.keySet().stream().filter(item -> item > 1 && !left.get(item).isEmpty()).toList());
            Collections.shuffle(from, random);
            int kind = random.nextInt(6);
            for (var item : from.subList(0, Math.min(from.size(), kind == 5 ? 1 : random.nextInt(1, 4)))) {
                int mass = random.nextBoolean() ? left.get(item).size() : random.nextInt(1, left.get(item).size() + 1);
                parts.add(new Part(item, mass));
                grams.addAll(take(item, mass));
            }
            if (parts.isEmpty()) {
                return;
            }
            switch (kind) {
                case 0 -> {
                    // Into the melt, and out of it.
                    left.get(0).addAll(grams);
                    int out = random.nextInt(1, left.get(0).size() + 1);
                    append(new Step(event, event, new Sharing.Pool(0), parts, List.of(new Part(items, out)), 0));
                    var melt = even(left.get(0));
                    put(items++, melt.subList(0, out));
                    left.put(0, new ArrayList<>(melt.subList(out, melt.size())));
                }
                case 1 -> {
                    // Into the queue; one thing is taken out of its oldest layer alone.
                    append(new Step(event, event, new Sharing.FifoPool(1), parts, List.of(), 0));
                    int first = 0;
                    for (var part : parts) {
                        layers.add(new ArrayList<>(grams.subList(first, first += (int) part.mass())));
                    }
                    var layer = layers.getFirst();
                    Collections.shuffle(layer, random);
                    int out = random.nextInt(1, layer.size() + 1);
                    event++;
                    append(new Step(event, event, new Sharing.FifoPool(1), List.of(), List.of(new Part(items, out)), 0));
                    put(items++, layer.subList(0, out));
                    layers.set(0, new ArrayList<>(layer.subList(out, layer.size())));
                    layers.removeIf(List::isEmpty);
                }
                case 2 -> outputs(parts, even(grams), new Sharing.Proportional(), random.nextInt(1, 4));
                case 3, 4 -> {
                    if (random.nextBoolean()) {
                        Collections.shuffle(grams, random);
                    } else {
                        worst(grams);
                    }
                    outputs(parts, grams, new Sharing.Unknown(), random.nextInt(1, 4));
                }
                default -> outputs(parts, grams, new Sharing.Position(List.of()), random.nextInt(1, 3));
            }
        }

        private final List<List<Map<Integer, Fraction>>> layers = new ArrayList<>();

        private void outputs(List<Part> parts, List<Map<Integer, Fraction>> grams, Sharing sharing, int most) {
            var outputs = new ArrayList<Part>();
            for (int at = 0; at < grams.size();) {
                int mass = outputs.size() == most - 1 ? grams.size() - at : random.nextInt(1, grams.size() - at + 1);
                outputs.add(new Part(items, mass));
                put(items++, grams.subList(at, at + mass));
                at += mass;
            }
            append(new Step(event, event, sharing, parts, outputs, 0));
        }

        private void put(int item, List<Map<Integer, Fraction>> grams) {
            made.put(item, List.copyOf(grams));
            left.put(item, new ArrayList<>(grams));
        }

        private List<Map<Integer, Fraction>> take(int item, int mass) {
            var grams = left.get(item);
            worst(grams);
            var taken = new ArrayList<>(grams.subList(0, mass));
            grams.subList(0, mass).clear();
            return taken;
        }

        /** All of one origin first, or last. */
        private void worst(List<Map<Integer, Fraction>> grams) {
            int origin = random.nextInt(items);
            var order = Comparator.comparing((Map<Integer, Fraction> gram) -> gram.getOrDefault(origin, Fraction.ZERO));
            grams.sort(random.nextBoolean() ? order : order.reversed());
        }

        private static List<Map<Integer, Fraction>> even(List<Map<Integer, Fraction>> grams) {
            return Collections.nCopies(grams.size(), share(grams));
        }

        static Map<Integer, Fraction> share(List<Map<Integer, Fraction>> grams) {
            var all = new TreeMap<Integer, Fraction>();
            grams.forEach(gram -> gram.forEach((origin, held) -> all.merge(origin, held.by(grams.size()), Fraction::plus)));
            return all;
        }
    }

    /** In 600 plants nothing that really happened lies outside what the book says. */
    @Test
    void theTruthIsNeverOutside() {
        long asked = 0, uncertain = 0;
        for (long seed = 0; seed < 600; seed++) {
            var grams = new Grams(seed);
            for (int step = 0; step < 14; step++) {
                grams.next();
            }
            var shares = new Shares(grams.book, 0);
            for (var item : grams.made.keySet()) {
                var truth = Grams.share(grams.made.get(item));
                var said = shares.of(item).shares();
                assertThat(said.stream().map(Origins.Share::origin)).as("seed %d, item %d", seed, item).containsAll(truth.keySet());
                for (var share : said) {
                    var true_ = truth.getOrDefault(share.origin(), Fraction.ZERO);
                    assertThat(Fraction.of(share.least(), Origins.WHOLE)).as("least of %d in %d, seed %d", share.origin(), item, seed).isLessThanOrEqualTo(true_);
                    assertThat(Fraction.of(share.most(), Origins.WHOLE)).as("most of %d in %d, seed %d", share.origin(), item, seed).isGreaterThanOrEqualTo(true_);
                    assertThat(share.likely()).isBetween(share.least(), share.most());
                    asked++;
                    uncertain += share.least() < share.most() ? 1 : 0;
                }
            }
        }
        assertThat(asked).isGreaterThan(10_000);
        assertThat(uncertain).as("and not everything is doubt").isBetween(asked / 10, asked * 9 / 10);
    }

    @Test
    void aMeasuredPartOfABinIsAsUnknownAsTheBin() {
        for (var sharing : Stream.of(new Sharing.Measured(List.of(new Sharing.Flow(2, 4, 100))), new Sharing.Position(List.of()), new Sharing.Proportional()).toList()) {
            var book = new Book(Limits.USUAL);
            book.append(Step.received(1, 1, new Part(0, 100), new Part(1, 300)));
            book.append(new Step(2, 2, new Sharing.Unknown(), List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 200), new Part(3, 200)), 0));
            book.append(new Step(3, 3, sharing, List.of(new Part(2, 100)), List.of(new Part(4, 100)), 0));
            assertThat(new Shares(book).of(4).shares()).as("%s", sharing).contains(new Origins.Share(0, 0, 25 * PERCENT, 100 * PERCENT));
        }
    }
}
