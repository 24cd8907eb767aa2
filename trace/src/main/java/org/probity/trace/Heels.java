package org.probity.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/** The states of mixed pools, one after another: what is left in one goes on as the heel of the next, so what one has more or less of, all later ones have. */
record Heels(Book book) {

    /** A state, and those of the pool after it. */
    List<Integer> from(int state) {
        var chain = new ArrayList<Integer>();
        if (book.tanks.containsKey(book.graph.kind(state))) {
            for (int later = book.node(book.graph.kind(state)); later >= 0 && later != state; later = (int) book.before.get(later)) {
                chain.add(later);
            }
        }
        chain.add(state);
        return chain.reversed();
    }

    /** What is left in a state, or went on as the heel of the next. */
    long left(int state) {
        var chain = from(state);
        return left(state, chain.size() > 1 ? chain.get(1) : -1);
    }

    private long left(int state, int next) {
        return next < 0 ? book.graph.stock(state) : book.graph.stock(state) + heel(state, next);
    }

    private long heel(int state, int next) {
        var row = new Row();
        book.graph.parents(next, row);
        row.keep(from -> from == state);
        return row.mass();
    }

    /** No state gives more than it has, also not later. @param changes by state, what it has more of */
    @Nullable Refused weigh(Map<Integer, Long> changes) {
        var all = new HashMap<Integer, Long>();
        var next = new HashMap<Integer, Integer>();
        changes.forEach((state, mass) -> {
            var chain = from(state);
            for (int at = 0; at < chain.size(); at++) {
                all.merge(chain.get(at), mass, Long::sum);
                next.put(chain.get(at), at + 1 < chain.size() ? chain.get(at + 1) : -1);
            }
        });
        for (var change : all.entrySet()) {
            if (left(change.getKey(), next.get(change.getKey())) + change.getValue() < 0) {
                return new Refused(Reason.MORE_THAN_THERE_IS, book.graph.kind(change.getKey()), -change.getValue());
            }
        }
        return null;
    }

    void settle(Map<Integer, Long> changes) {
        changes.forEach((state, mass) -> {
            if (mass != 0) {
                var chain = from(state);
                for (int at = 1; at < chain.size(); at++) {
                    change(chain.get(at - 1), chain.get(at), mass);
                }
                book.graph.setStock(chain.getLast(), book.graph.stock(chain.getLast()) + mass);
            }
        });
    }

    private void change(int state, int next, long more) {
        var heel = heel(state, next) + more;
        var row = new Row();
        book.graph.row(next, row);
        for (int at = 0; at < row.size; at++) {
            if (row.nodes[at] == next) {
                // What came from outside into an empty pool now comes onto a heel.
                row.nodes[at] = outside(book.graph.kind(next), book.graph.step(next), row.masses[at]);
            }
        }
        row.keep(from -> from != state);
        if (heel != 0) {
            row.add(state, heel);
        }
        book.graph.alter(next, row);
    }

    /** A source of what no step explains. */
    int outside(int kind, int step, long mass) {
        var node = book.graph.add(kind, step, 0);
        book.graph.flow(node, mass);
        book.events.adopt(step, node);
        return node;
    }
}
