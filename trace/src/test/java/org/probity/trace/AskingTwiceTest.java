package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** More than ten thousand items of two hundred made-up plants, asked of the book and of a second opinion that shares nothing with it. */
class AskingTwiceTest {

    private static final int PLANTS = 200;

    private interface Question {

        int ask(Book book, SecondOpinion opinion);
    }

    private static int each(Question question) {
        var asked = 0;
        for (int seed = 0; seed < PLANTS; seed++) {
            var book = new Book(Limits.USUAL);
            var opinion = new SecondOpinion();
            var plant = new RandomPlant(seed, book);
            for (int step = 0; step < 45; step++) {
                var next = plant.next();
                if (book.append(next) instanceof Outcome.Kept) {
                    opinion.apply(next);
                }
            }
            asked += question.ask(book, opinion);
        }
        return asked;
    }

    @Test
    void whatIsUpAndDownIsTheSame() {
        var asked = each((book, opinion) -> {
            var reach = new Reach(book);
            for (int item : opinion.all.keySet()) {
                assertThat(reach.upstream(item)).as("up from %s", item).containsExactly(opinion.upstream(item).stream().mapToInt(Integer::intValue).toArray());
                assertThat(reach.downstream(item)).as("down from %s", item).containsExactly(opinion.downstream(item).stream().mapToInt(Integer::intValue).toArray());
            }
            return opinion.all.size();
        });
        assertThat(asked).isGreaterThan(10_000);
    }

    @Test
    void sharesAreTheExactFractionsRoundedDown() {
        var asked = each((book, opinion) -> {
            var shares = new Shares(book, 0);
            for (int item : opinion.all.keySet()) {
                var ours = shares.of(item);
                var exact = new TreeMap<>(opinion.shares(item));
                var units = BigInteger.valueOf(Origins.WHOLE);
                var unknown = exact.remove(SecondOpinion.NOBODY);
                assertThat(ours.dropped()).isBetween(0L, 10_000L);
                assertThat(ours.shares().stream().map(Origins.Share::origin)).containsExactlyElementsOf(exact.keySet());
                for (var share : ours.shares()) {
                    var fraction = exact.get(share.origin());
                    var down = fraction.over().multiply(units).divide(fraction.under()).longValueExact();
                    assertThat(down - share.likely()).as("%s in %s", share.origin(), item).isBetween(0L, ours.dropped());
                    assertThat(share.least()).isEqualTo(share.likely());
                    assertThat(share.most()).isEqualTo(share.likely() + ours.dropped() + ours.unknown());
                }
                if (unknown != null) {
                    assertThat(unknown.over().multiply(units).divide(unknown.under()).longValueExact() - ours.unknown()).isBetween(0L, ours.dropped());
                }
                assertThat(ours.shares().stream().mapToLong(Origins.Share::likely).sum() + ours.unknown() + ours.dropped()).isEqualTo(Origins.WHOLE);
            }
            return opinion.all.size();
        });
        assertThat(asked).isGreaterThan(10_000);
    }

    @Test
    void aRecallAgreesWithTheShares() {
        each((book, opinion) -> {
            var recall = new Recall(book);
            for (int origin : opinion.all.keySet().stream().limit(8).toList()) {
                var last = new TreeMap<Integer, Long>();
                recall.of(origin, (item, _, _, share) -> last.put(item, share));
                assertThat(last.keySet()).isEqualTo(opinion.downstream(origin));
                if (opinion.all.get(origin).size() == 1 && opinion.upstream(origin).isEmpty()) {
                    last.forEach((item, share) -> {
                        if (item > RandomPlant.STORE) {
                            var fraction = opinion.shares(item).get(origin);
                            var down = fraction.over().multiply(BigInteger.valueOf(Origins.WHOLE)).divide(fraction.under()).longValueExact();
                            assertThat(down - share).isBetween(0L, 1_000L);
                        }
                    });
                }
            }
            return 0;
        });
    }

    @Test
    void everyUnitIsSomewhereInEveryNode() {
        each((book, opinion) -> {
            assertThat(book.balance().difference()).isZero();
            var row = new Row();
            var out = new long[book.nodes()];
            for (int node = 0; node < out.length; node++) {
                book.graph.parents(node, row);
                for (int at = 0; at < row.size; at++) {
                    out[row.nodes[at]] += row.masses[at];
                }
            }
            for (int node = 0; node < out.length; node++) {
                book.graph.row(node, row);
                assertThat(out[node] + book.graph.stock(node)).as("node %s", node).isEqualTo(row.mass());
            }
            opinion.stock.forEach((item, batches) -> assertThat(book.stock(item)).isEqualTo(batches.stream().mapToLong(batch -> batch.left).sum()));
            return 0;
        });
    }

    @Test
    void aWayLeadsThroughItemsEachMadeFromTheOneBefore() {
        each((book, opinion) -> {
            var reach = new Reach(book);
            for (int item : opinion.all.keySet()) {
                for (int from : opinion.upstream(item)) {
                    var way = reach.way(from, item);
                    assertThat(way[0]).isEqualTo(from);
                    assertThat(way[way.length - 1]).isEqualTo(item);
                    for (int at = 1; at < way.length; at++) {
                        var before = way[at - 1];
                        assertThat(opinion.all.get(way[at]).stream().flatMap(batch -> opinion.made.incomingEdgesOf(batch).stream().map(opinion.made::getEdgeSource)))
                                .as(Arrays.stream(way).boxed().map(String::valueOf).collect(Collectors.joining(" "))).anyMatch(batch -> batch.item == before);
                    }
                }
            }
            return 0;
        });
    }
}
