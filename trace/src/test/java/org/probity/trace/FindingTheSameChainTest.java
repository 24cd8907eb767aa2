package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class FindingTheSameChainTest {

    @Test
    void lotsOfTheSameSitesMakeTheSameChain() {
        var book = new Book(Limits.USUAL);
        for (var step : List.of(Step.received(1, 1, new Part(0, 100), new Part(1, 100), new Part(2, 100)),
                Step.mixed(2, 2, List.of(new Part(0, 50), new Part(1, 50)), List.of(new Part(10, 100)), 0),
                Step.mixed(3, 3, List.of(new Part(0, 50), new Part(1, 40)), List.of(new Part(11, 90)), 0),
                Step.mixed(4, 4, List.of(new Part(2, 50), new Part(1, 10)), List.of(new Part(12, 60)), 0),
                Step.mixed(5, 5, List.of(new Part(10, 100)), List.of(new Part(13, 101)), 0))) {
            assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
        }
        var chains = new Chains(book, item -> item < 3 ? item : 77);
        assertThat(chains.of(10)).isEqualTo(chains.of(11)).isNotEqualTo(chains.of(12));
        assertThat(chains.marks(chains.of(10))).containsExactly(0, 1, 77);
        assertThat(chains.marks(chains.of(13))).containsExactly(Chains.NOT_RECORDED, 0, 1, 77);
        assertThat(chains.fingerprint(chains.of(10))).isEqualTo("6c1b792b33e37f519f005e912ffd03fb4e0beb5cae2eeb5b50a9070410bfad71");
    }

    @Test
    void aChainIsTheMarksOfEverythingAbove() {
        for (int seed = 0; seed < 60; seed++) {
            var book = new Book(Limits.USUAL);
            var plant = new RandomPlant(seed, book);
            var chains = new Chains(book, item -> item % 4 == 0 ? Chains.NO_MARK : item % 6);
            for (int step = 0; step < 50; step++) {
                book.append(plant.next());
                chains.catchUp();
            }
            var reach = new Reach(book);
            for (int item = 0; item < plant.items(); item++) {
                if (book.knows(item) && book.node(item) >= 0) {
                    var marks = new TreeSet<Integer>();
                    for (int at : reach.upstream(item)) {
                        marks.add(at % 4 == 0 ? Chains.NO_MARK : at % 6);
                    }
                    marks.add(item % 4 == 0 ? Chains.NO_MARK : item % 6);
                    marks.remove(Chains.NO_MARK);
                    assertThat(Arrays.stream(chains.marks(chains.of(item))).filter(mark -> mark != Chains.NOT_RECORDED).boxed()).containsExactlyElementsOf(marks);
                }
            }
        }
    }
}
