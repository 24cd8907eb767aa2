package org.probity.trace;

import java.util.function.IntPredicate;

/**
 * Something that each node has because its sources have it, carried forward through the whole book: once for each node in their order, and again where a
 * correction changed a node, until nothing is otherwise any more.
 */
final class Forward {

    private final Book book;
    private final IntPredicate carry;
    private final Pending pending = new Pending();
    private final Row row = new Row();
    private int reached;
    private int corrected;
    private boolean begun;

    /** @param carry works a node out from its sources, and says whether it is otherwise than before */
    Forward(Book book, IntPredicate carry) {
        this.book = book;
        this.carry = carry;
    }

    void catchUp() {
        var graph = book.graph;
        while (reached < graph.nodes) {
            carry.test(reached++);
        }
        pending.fit(graph.nodes);
        while (corrected < graph.changes.size) {
            pending.add(graph.changes.nodes[corrected++]);
        }
        if (!begun) {
            graph.late.forEach(pending::add);
            begun = true;
        }
        for (int node = pending.takeLowest(); node >= 0; node = pending.takeLowest()) {
            if (carry.test(node)) {
                graph.children(node, row);
                for (int at = 0; at < row.size; at++) {
                    pending.add(row.nodes[at]);
                }
            }
        }
    }
}
