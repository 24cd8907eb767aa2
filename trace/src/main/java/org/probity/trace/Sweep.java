package org.probity.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * Judges the whole book at once: which items are touched by which of up to 64 classes (a barred party, a region, a list of a version), and which nobody can
 * vouch for. Classes are a mask for each item and go forward with the material; one pass in the order of numbers is enough, and what comes later is added by
 * {@link #catchUp}.
 *
 * <p>Nothing is called clean because nothing was found: an item is {@link Verdict#CLEAN} only when every way up ends at an item that the caller knows to be an
 * end, with a party and a place.
 */
public final class Sweep {

    /** What the book can say about an item and a class. */
    public enum Verdict {
        /** Every way up is known to its end, and none meets the class. */
        CLEAN,
        /** Some way up meets the class. {@link #way} shows one, {@link #share} how much of the item came by it. */
        TOUCHED,
        /** No way that is known meets it, and not all ways are known. */
        UNKNOWN
    }

    private final Book book;
    private final IntToLongFunction classes;
    private final IntPredicate end;
    private long[] masks = new long[0];
    /** Nodes above which something is not known. */
    private long[] open = new long[0];
    private final Forward forward;
    private final Row row = new Row();

    /**
     * @param classes a bit for each class an item belongs to by itself, asked once for each of its states
     * @param end whether an item that came from outside is where the material begins, so that nothing above it is missing
     */
    public Sweep(Book book, IntToLongFunction classes, IntPredicate end) {
        this.book = book;
        this.classes = classes;
        this.end = end;
        this.forward = new Forward(book, this::judge);
        catchUp();
    }

    /** Judges what has come into the book since, and again what was corrected. */
    public void catchUp() {
        var graph = book.graph;
        if (masks.length < graph.nodes) {
            masks = Arrays.copyOf(masks, graph.nodes + graph.nodes / 8);
            open = Arrays.copyOf(open, (masks.length >>> 6) + 1);
        }
        forward.catchUp();
    }

    /** @return whether it is otherwise than before */
    private boolean judge(int node) {
        var graph = book.graph;
        var item = graph.kind(node);
        graph.sources(node, row);
        var mask = item < 0 ? 0 : classes.applyAsLong(item);
        var missing = row.size == 0 && (item < 0 || !end.test(item));
        for (int at = 0; at < row.size; at++) {
            var parent = row.nodes[at];
            mask |= masks[parent];
            missing |= isOpen(parent);
        }
        var other = masks[node] != mask || isOpen(node) != missing;
        masks[node] = mask;
        if (isOpen(node) != missing) {
            open[node >>> 6] ^= 1L << node;
        }
        return other;
    }

    private boolean isOpen(int node) {
        return (open[node >>> 6] & 1L << node) != 0;
    }

    /** All classes that touch an item. */
    public long touches(int item) {
        var mask = 0L;
        for (var state : book.states(item)) {
            mask |= masks[state];
        }
        return mask;
    }

    /** What is said of an item and a class. @param which from 0 to 63 */
    public Verdict of(int item, int which) {
        if ((touches(item) & 1L << which) != 0) {
            return Verdict.TOUCHED;
        }
        return isVouchedFor(item) ? Verdict.CLEAN : Verdict.UNKNOWN;
    }

    /** The shortest way from an item of the class to this one, both named; empty when it is not touched. */
    public int[] way(int item, int which) {
        return new Reach(book).way(other -> (classes.applyAsLong(other) & 1L << which) != 0, item);
    }

    /** How much of an item came by items of the class: the first of them on each way up. */
    public Origins share(int item, int which) {
        return new Shares(book).of(item, other -> (classes.applyAsLong(other) & 1L << which) != 0);
    }

    /** Is told each item of which something else is said than before. */
    @FunctionalInterface
    public interface Difference {

        /**
         * @param before the classes that touched it
         * @param after those that touch it now; the same where only what is known of it is other, so that clean has become unknown, or the other way
         */
        void changed(int item, long before, long after);
    }

    /** What another list says otherwise of the same book, item by item, each once. @param before a sweep by the earlier list */
    public void differences(Sweep before, Difference difference) {
        if (before.book != book) {
            throw new IllegalArgumentException("another book");
        }
        catchUp();
        before.catchUp();
        var told = new BitSet();
        for (int node = 0; node < book.graph.nodes; node++) {
            if (masks[node] != before.masks[node] || isOpen(node) != before.isOpen(node)) {
                var item = book.graph.kind(node);
                if (item < 0) {
                    continue;
                }
                if (!book.tanks.containsKey(item)) {
                    if (book.node(item) == node) {
                        difference.changed(item, before.masks[node], masks[node]);
                    }
                } else if (!told.get(item) && isOtherwise(item, before)) {
                    told.set(item);
                    difference.changed(item, before.touches(item), touches(item));
                }
            }
        }
    }

    /** Of what lies in it now, be it in several layers; earlier states of it say nothing. */
    private boolean isOtherwise(int item, Sweep before) {
        return touches(item) != before.touches(item) || isVouchedFor(item) != before.isVouchedFor(item);
    }

    private boolean isVouchedFor(int item) {
        for (var state : book.states(item)) {
            if (isOpen(state)) {
                return false;
            }
        }
        return book.node(item) >= 0;
    }
}
