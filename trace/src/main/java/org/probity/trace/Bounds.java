package org.probity.trace;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Between which shares each origin lies where somewhere on the way nobody knows which input went into which output. Of a mixture of 300 with 100 of an origin,
 * an output of 150 holds between nought and 100 of it; one of 250 at least 50. Bounds are carried forward, the lower rounded down and the upper up. They are
 * never too narrow; outputs that meet again later may make them wider than need be.
 *
 * <p>What came out of such a step is not even inside: half of it may be all of a small lot that is in it. So is what is made of that without being mixed, until
 * a mixture or a mixed pool makes it even again.
 */
final class Bounds {

    /** Stands for all that nobody recorded or that was not followed: it could be anything. */
    static final int ANYTHING = -1;

    private static final long WHOLE = Origins.WHOLE;

    record Bound(long least, long most) {

        static final Bound NONE = new Bound(0, 0);
        static final Bound ALL = new Bound(WHOLE, WHOLE);

        Bound plus(Bound other) {
            return new Bound(least + other.least, Math.min(WHOLE, most + other.most));
        }

        Bound times(long part, long total) {
            return new Bound(Whole.times(least, part, total), Whole.timesUp(most, part, total));
        }

        /** What an output of so much can hold of it, out of a mixture of so much. */
        Bound drawn(long part, long total) {
            if (part >= total) {
                return this;
            }
            var others = scaled(WHOLE - least, total, part);
            return new Bound(WHOLE - others, scaled(most, total, part));
        }

        private static long scaled(long share, long total, long part) {
            return BigInteger.valueOf(share).multiply(BigInteger.valueOf(total)).add(BigInteger.valueOf(part - 1)).divide(BigInteger.valueOf(part))
                    .min(BigInteger.valueOf(WHOLE)).longValueExact();
        }
    }

    private final Book book;
    private final Graph graph;
    private final Map<Integer, Map<Integer, Bound>> known = new HashMap<>();
    /** Nodes of which a part may hold other shares than the whole. */
    private final Set<Integer> uneven = new HashSet<>();
    private final Row row = new Row();

    Bounds(Book book) {
        this.book = book;
        this.graph = book.graph;
    }

    /** @param nodes in the order of time @param origin whether a node is an origin to whoever asks @param followed whether its parents were looked at */
    void carry(int[] nodes, int size, IntPredicate origin, IntPredicate followed) {
        for (int at = 0; at < size; at++) {
            var node = nodes[at];
            if (graph.kind(node) != Graph.FOUND && origin.test(node)) {
                known.put(node, Map.of(graph.kind(node), Bound.ALL));
            } else if (graph.kind(node) == Graph.FOUND || !followed.test(node)) {
                known.put(node, Map.of(ANYTHING, Bound.ALL));
            } else {
                graph.parents(node, row);
                known.put(node, of(row));
                if (isUneven(node)) {
                    uneven.add(node);
                }
            }
        }
    }

    /** Of what flows into the node, which is in {@code row}. */
    private boolean isUneven(int node) {
        if (graph.kind(node) == Graph.UNKNOWN_MIXTURE) {
            return true;
        }
        if (graph.kind(node) < 0 || book.tanks.get(graph.kind(node)) instanceof Tank tank && !tank.fifo) {
            return false;
        }
        for (int at = 0; at < row.size; at++) {
            if (row.masses[at] > 0 && uneven.contains(row.nodes[at])) {
                return true;
            }
        }
        return false;
    }

    /** Of what flows together, in the book's units. */
    Map<Integer, Bound> of(Row flows) {
        var total = flows.mass();
        if (total == 0) {
            return Map.of(ANYTHING, Bound.ALL);
        }
        var together = new HashMap<Integer, Bound>();
        for (int at = 0; at < flows.size; at++) {
            var part = flows.masses[at];
            var from = flows.nodes[at];
            if (part > 0) {
                known.getOrDefault(from, Map.of(ANYTHING, Bound.ALL)).forEach((item, bound) -> together.merge(item,
                        (uneven.contains(from) ? bound.drawn(part, book.mass(from)) : bound).times(part, total), Bound::plus));
            }
        }
        return together;
    }
}
