package org.probity.trace;

/**
 * Where an item has gone: everything that was made with it, and how much of it is in each, told one by one while it is computed. For one thread.
 */
public final class Recall {

    /** Is told each state of an item with what it holds of what is recalled, in the order in which they came. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * @param mass the item's mass when this state was made
         * @param share how much of {@link Origins#WHOLE} of it is what was recalled, rounded down
         */
        void holds(int item, long event, long mass, long share);
    }

    private final Book book;
    private final Pending pending = new Pending();
    private final Numbers share = new Numbers(0);
    private final Row row = new Row();

    public Recall(Book book) {
        this.book = book;
    }

    /** Tells all that was made with an item; the item itself is not told. @return how many states there were */
    public int of(int item, Visitor visitor) {
        var graph = book.graph;
        pending.fit(graph.nodes);
        var touched = new java.util.ArrayList<Integer>();
        for (var state : book.allStates(item)) {
            pending.add(state);
        }
        var told = 0;
        for (int node = pending.takeLowest(); node >= 0; node = pending.takeLowest()) {
            touched.add(node);
            var kind = graph.kind(node);
            graph.parents(node, row);
            var total = row.mass();
            if (kind == item) {
                share.set(node, Origins.WHOLE);
            } else {
                var sum = 0L;
                for (int at = 0; at < row.size; at++) {
                    sum += Whole.times(share.get(row.nodes[at]), row.masses[at], Math.max(1, total));
                }
                share.set(node, sum);
                if (kind >= 0) {
                    visitor.holds(kind, book.events.event(graph.step(node)), total, sum);
                    told++;
                }
            }
            graph.children(node, row);
            for (int at = 0; at < row.size; at++) {
                pending.add(row.nodes[at]);
            }
        }
        touched.forEach(node -> share.set(node, 0));
        return told;
    }
}
