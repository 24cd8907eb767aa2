package org.probity.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an item was made of at once, and what was made with it at once: one step of the way, for whoever walks it step by step. Mixtures are looked through. It tells
 * no more than it is asked for and how many there are beside, so that a pool with a hundred thousand movements is as quick to look at as a brick. For one thread.
 */
public final class Near {
    /** Of an item with more neighbours than this it is said how many were counted, and that there are more. */
    public static final int COUNTED = 100_000;

    /** @param item {@link Reach#NOT_RECORDED} where nobody says of what @param mass units of the book that passed between the two */
    public record Neighbour(int item, long mass) {}

    /** @param nearest those with most mass first @param count how many there are, up to {@link #COUNTED} */
    public record Around(List<Neighbour> nearest, int count) {
        public Around {
            nearest = List.copyOf(nearest);
        }

        public int more() {
            return count - nearest.size();
        }
    }

    private final Book book;

    public Near(Book book) {
        this.book = book;
    }

    /** What flowed into an item; of a pool, whenever it was. */
    public Around above(int item, int limit) {
        var all = new HashMap<Integer, Long>();
        for (var state = book.node(item); state >= 0 && all.size() < COUNTED; state = (int) book.before.get(state)) {
            var row = new Row();
            book.graph.parents(state, row);
            gather(row, item, row.mass(), row.mass(), all);
        }
        return around(all, limit);
    }

    /** @param mass how much of the row's mass is meant @param whole the row's mass */
    private void gather(Row row, int item, long mass, long whole, Map<Integer, Long> all) {
        for (int at = 0; at < row.size; at++) {
            var part = whole == 0 ? 0 : Whole.times(mass, row.masses[at], whole);
            var kind = book.graph.kind(row.nodes[at]);
            if (kind >= 0) {
                if (kind != item) {
                    all.merge(kind, part, Long::sum);
                }
            } else if (kind == Graph.FOUND) {
                all.merge(Reach.NOT_RECORDED, part, Long::sum);
            } else {
                var mixture = new Row();
                book.graph.parents(row.nodes[at], mixture);
                gather(mixture, item, part, mixture.mass(), all);
            }
        }
    }

    /** What an item flowed into. */
    public Around below(int item, int limit) {
        var all = new HashMap<Integer, Long>();
        for (var state = book.node(item); state >= 0 && all.size() < COUNTED; state = (int) book.before.get(state)) {
            spread(state, item, 1, 1, all);
        }
        return around(all, limit);
    }

    /** @param part of a node's mass, such as two of five, that is of the item */
    private void spread(int node, int item, long part, long whole, Map<Integer, Long> all) {
        var children = new Row();
        book.graph.children(node, children);
        for (int at = 0; at < children.size && all.size() < COUNTED; at++) {
            var child = children.nodes[at];
            var kind = book.graph.kind(child);
            if (kind == item || kind == Graph.LOST || kind == Graph.SCRAP) {
                continue;
            }
            var into = new Row();
            book.graph.row(child, into);
            var held = into.mass();
            into.keep(from -> from == node);
            var mass = whole == 0 ? 0 : Whole.times(into.mass(), part, whole);
            if (kind >= 0) {
                all.merge(kind, mass, Long::sum);
            } else {
                spread(child, item, mass, held, all);
            }
        }
    }

    private static Around around(Map<Integer, Long> all, int limit) {
        return new Around(all.entrySet().stream().map(it -> new Neighbour(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingLong(Neighbour::mass).reversed().thenComparing(Neighbour::item)).limit(limit).toList(), all.size());
    }
}
