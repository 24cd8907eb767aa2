package org.probity.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How much of what is in an item. The item is the whole; its parts go up, each divided by the masses that flowed together, latest state first, so that each
 * state is divided once. Ways that carry less than {@code eps} are not followed, and what they carry is counted.
 *
 * <p>Whole numbers only: each division rounds down and the remainder is counted as dropped, so a share is never more than the true fraction, and less by no
 * more than what was dropped. For one thread.
 */
public final class Shares {

    /** One millionth. */
    public static final long EPS = Origins.WHOLE / 1_000_000;

    private final Book book;
    private final long eps;
    private final Pending pending = new Pending();
    private final Numbers weight = new Numbers(0);
    private final Row row = new Row();
    /** Each state with what it carried, latest first. */
    private final Row visited = new Row();

    public Shares(Book book) {
        this(book, EPS);
    }

    /** @param eps ways that carry less of {@link Origins#WHOLE} than this are not followed; with nought all are */
    public Shares(Book book, long eps) {
        if (eps < 0 || eps > Origins.WHOLE) {
            throw new IllegalArgumentException(eps + " of " + Origins.WHOLE);
        }
        this.book = book;
        this.eps = eps;
    }

    /** By what came from outside. */
    public Origins of(int item) {
        return of(item, _ -> false);
    }

    /** By the first items on each way up of which {@code origin} is true, and by what came from outside where there is none. */
    public Origins of(int item, IntPredicate origin) {
        var graph = book.graph;
        pending.fit(graph.nodes);
        visited.clear();
        long dropped = start(item);
        long unknown = 0;
        var mixed = false;
        var shares = new ArrayList<Origins.Share>();
        for (int node = pending.takeHighest(); node >= 0; node = pending.takeHighest()) {
            var whole = weight.get(node);
            weight.set(node, 0);
            visited.add(node, whole);
            if (whole < eps) {
                dropped += whole;
            } else if (graph.kind(node) == Graph.FOUND) {
                unknown += whole;
            } else if (isOrigin(node, item, origin)) {
                shares.add(new Origins.Share(graph.kind(node), whole, whole, whole));
            } else {
                mixed |= graph.kind(node) == Graph.UNKNOWN_MIXTURE;
                dropped += divide(whole);
            }
        }
        var merged = together(shares, dropped + unknown);
        return new Origins(item, book.made(item), mixed ? bounded(merged, item, origin) : merged, dropped, unknown);
    }

    /** Leaves what flows into the node in {@code row}. */
    private boolean isOrigin(int node, int asked, IntPredicate origin) {
        book.graph.parents(node, row);
        var kind = book.graph.kind(node);
        return row.size == 0 || kind >= 0 && kind != asked && origin.test(kind);
    }

    /** Where nobody knows what went where, shares are likely and no more. */
    private List<Origins.Share> bounded(List<Origins.Share> shares, int item, IntPredicate origin) {
        var bounds = new Bounds(book);
        visited.reverse(0);
        var followed = new HashSet<Integer>();
        for (int at = 0; at < visited.size; at++) {
            if (visited.masses[at] >= eps) {
                followed.add(visited.nodes[at]);
            }
        }
        bounds.carry(visited.nodes, visited.size, node -> followed.contains(node) && isOrigin(node, item, origin), followed::contains);
        row.clear();
        var queue = book.tanks.get(item) instanceof Tank tank && tank.fifo;
        for (var state : book.states(item)) {
            row.add(state, queue && book.graph.stock(state) > 0 ? book.graph.stock(state) : book.mass(state));
        }
        var whole = bounds.of(row);
        var anything = whole.getOrDefault(Bounds.ANYTHING, Bounds.Bound.NONE).most();
        return shares.stream().map(share -> {
            var bound = whole.getOrDefault(share.origin(), Bounds.Bound.NONE);
            return new Origins.Share(share.origin(), Math.min(bound.least(), share.likely()), share.likely(), Math.min(Origins.WHOLE, bound.most() + anything));
        }).toList();
    }

    /** Hands what a state carries up to where it came from. @return what rounding leaves */
    private long divide(long whole) {
        var total = row.mass();
        if (total == 0) {
            return whole;
        }
        var rest = whole;
        for (int at = 0; at < row.size; at++) {
            var part = Whole.times(whole, row.masses[at], total);
            if (part > 0) {
                weight.add(row.nodes[at], part);
                pending.add(row.nodes[at]);
                rest -= part;
            }
        }
        return rest;
    }

    private long start(int item) {
        var states = book.states(item);
        if (states.length == 0) {
            throw new IllegalArgumentException("item " + item + " is not in the book");
        }
        if (states.length == 1) {
            weight.set(states[0], Origins.WHOLE);
            pending.add(states[0]);
            return 0;
        }
        row.clear();
        for (var state : states) {
            row.add(state, book.graph.stock(state));
        }
        return divide(Origins.WHOLE);
    }

    /** An origin of several states, such as a pool at which the question stopped, is one. */
    private List<Origins.Share> together(List<Origins.Share> shares, long doubt) {
        shares.sort((one, other) -> Integer.compare(one.origin(), other.origin()));
        var merged = new ArrayList<Origins.Share>();
        for (var share : shares) {
            var likely = share.likely();
            if (!merged.isEmpty() && merged.getLast().origin() == share.origin()) {
                likely += merged.removeLast().likely();
            }
            merged.add(new Origins.Share(share.origin(), likely, likely, likely + doubt));
        }
        return merged;
    }
}
