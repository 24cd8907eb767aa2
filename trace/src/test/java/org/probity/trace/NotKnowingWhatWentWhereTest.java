package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class NotKnowingWhatWentWhereTest {

    private static final long PERCENT = Origins.WHOLE / 100;

    private static Book book(Step... steps) {
        var book = new Book(Limits.USUAL);
        for (var step : steps) {
            assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
        }
        return book;
    }

    private static Step sorted(long event, List<Part> inputs, List<Part> outputs) {
        return new Step(event, event, new Sharing.Unknown(), inputs, outputs, 0);
    }

    @Test
    void aBinHoldsBetweenNothingAndAllOfASmallLot() {
        var book = book(Step.received(1, 1, new Part(0, 100), new Part(1, 300)),
                sorted(2, List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 200), new Part(3, 160), new Part(4, 40))));
        assertThat(new Shares(book).of(2).shares()).containsExactly(new Origins.Share(0, 0, 25 * PERCENT, 50 * PERCENT), new Origins.Share(1, 50 * PERCENT, 75 * PERCENT, 100 * PERCENT));
        assertThat(new Shares(book).of(4).shares()).containsExactly(new Origins.Share(0, 0, 25 * PERCENT, 100 * PERCENT), new Origins.Share(1, 0, 75 * PERCENT, 100 * PERCENT));
    }

    @Test
    void boundsGoOnThroughWhatIsMadeOfIt() {
        var book = book(Step.received(1, 1, new Part(0, 100), new Part(1, 300), new Part(9, 200)),
                sorted(2, List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 200), new Part(3, 200))),
                Step.mixed(3, 3, List.of(new Part(2, 200), new Part(9, 200)), List.of(new Part(5, 400)), 0));
        assertThat(new Shares(book).of(5).shares()).containsExactly(new Origins.Share(0, 0, PERCENT * 25 / 2, 25 * PERCENT),
                new Origins.Share(1, 25 * PERCENT, PERCENT * 75 / 2, 50 * PERCENT), new Origins.Share(9, 50 * PERCENT, 50 * PERCENT, 50 * PERCENT));
    }

    @Test
    void allOfItInOneOutputLeavesNoDoubt() {
        var book = book(Step.received(1, 1, new Part(0, 100), new Part(1, 300)), sorted(2, List.of(new Part(0, 100), new Part(1, 300)), List.of(new Part(2, 400))));
        assertThat(new Shares(book).of(2).shares()).containsExactly(new Origins.Share(0, 25 * PERCENT, 25 * PERCENT, 25 * PERCENT),
                new Origins.Share(1, 75 * PERCENT, 75 * PERCENT, 75 * PERCENT));
    }

    @Test
    void whatWasFoundCouldBeAnything() {
        var book = book(Step.received(1, 1, new Part(0, 96)), sorted(2, List.of(new Part(0, 96)), List.of(new Part(2, 50), new Part(3, 50))));
        assertThat(new Shares(book).of(2)).satisfies(origins -> {
            assertThat(origins.shares()).containsExactly(new Origins.Share(0, 92 * PERCENT, 96 * PERCENT, 100 * PERCENT));
            assertThat(origins.unknown()).isEqualTo(4 * PERCENT);
        });
    }

    /** Whatever really went where, gram by gram, in two rounds of sorting with mixing between: never outside what the book says. */
    @Test
    void theTruthIsNeverOutside() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 2_000; round++) {
            var grams = new ArrayList<List<Integer>>();
            var lots = IntStream.range(0, 3).mapToObj(lot -> new Part(lot, random.nextLong(1, 12))).toList();
            lots.forEach(lot -> grams.add(IntStream.generate(lot::item).limit(lot.mass()).boxed().toList()));
            var first = sort(grams, random);
            // Two of the three bins are sorted again together with a fourth lot.
            var more = random.nextInt(1, 9);
            var second = sort(List.of(first.get(0), first.get(1), IntStream.generate(() -> 3).limit(more).boxed().toList()), random);
            var book = book(Step.received(1, 1, lots.toArray(Part[]::new)), Step.received(2, 2, new Part(3, more)), sorted(3, lots, parts(first, 10)),
                    sorted(4, List.of(new Part(10, first.get(0).size()), new Part(11, first.get(1).size()), new Part(3, more)), parts(second, 20)));
            var all = new ArrayList<>(first);
            all.addAll(second);
            for (int at = 0; at < all.size(); at++) {
                var item = at < 3 ? 10 + at : 17 + at;
                var held = all.get(at);
                if (!held.isEmpty()) {
                    for (var share : new Shares(book, 0).of(item).shares()) {
                        var truth = held.stream().filter(lot -> lot == share.origin()).count();
                        assertThat(Fraction.of(share.least(), Origins.WHOLE)).isLessThanOrEqualTo(Fraction.of(truth, held.size()));
                        assertThat(Fraction.of(share.most(), Origins.WHOLE)).isGreaterThanOrEqualTo(Fraction.of(truth, held.size()));
                        assertThat(share.likely()).isBetween(share.least(), share.most());
                    }
                }
            }
        }
    }

    private static List<List<Integer>> sort(List<List<Integer>> grams, SplittableRandom random) {
        var bins = List.<List<Integer>>of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        grams.forEach(lot -> lot.forEach(gram -> bins.get(random.nextInt(3)).add(gram)));
        return bins;
    }

    private static List<Part> parts(List<List<Integer>> bins, int from) {
        return IntStream.range(0, 3).mapToObj(at -> new Part(from + at, bins.get(at).size())).toList();
    }
}
