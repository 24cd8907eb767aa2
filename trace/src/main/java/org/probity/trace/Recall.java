package org.probity.trace;

import java.util.Arrays;

/**
 * Where an item has gone: everything that was made with it, and how much of it is in each, told in the order in which it came. For one thread.
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

    /** No item, and no kind of node either. */
    private static final int NONE = Integer.MIN_VALUE;

    private static final long UNREAD = -1;

    private final Book book;
    private final Pending pending = new Pending();
    /** One more than what a state holds; nought where it was not reached. Pages of noughts are there before they are filled. */
    private final Numbers share = new Numbers(0);
    private final Row row = new Row();
    private int[] noted = new int[64];
    /** The mass of each that was noted, as it was read when its sources were looked at; {@link #UNREAD} of those from which it began. */
    private long[] weighed = new long[64];
    private int size;
    /** Whether they were noted as they rise. Only a correction has one noted after another of a higher number. */
    private boolean rising;

    public Recall(Book book) {
        this.book = book;
    }

    /** Tells all that was made with an item, also what holds too little of it to count; the item itself is not told. @return how many states there were */
    public int of(int item, Visitor visitor) {
        return from(book.allStates(item), item, visitor);
    }

    /** Tells some states and what holds anything of them, and goes no further where nothing of them is left. */
    int from(int[] states, Visitor visitor) {
        return from(states, NONE, visitor);
    }

    private int from(int[] states, int but, Visitor visitor) {
        pending.fit(book.graph.nodes);
        size = 0;
        rising = true;
        for (var state : states) {
            note(state, Origins.WHOLE, UNREAD);
        }
        for (int node = pending.takeLowest(); node >= 0; node = pending.takeLowest()) {
            var before = share.get(node) - 1;
            if (before != Origins.WHOLE) {
                book.graph.row(node, row);
                var mass = row.mass();
                var holds = book.graph.kind(node) == but ? Origins.WHOLE : held(mass);
                if (holds != before && (holds > 0 || but != NONE)) {
                    note(node, holds, mass);
                }
            }
        }
        return tell(but, visitor);
    }

    /** Sources are looked at first, but for what a correction gave a later one: that is looked at again. */
    private long held(long total) {
        var sum = 0L;
        for (int at = 0; at < row.size && total > 0; at++) {
            sum += Whole.times(Math.max(0, share.get(row.nodes[at]) - 1), row.masses[at], total);
        }
        return sum;
    }

    private void note(int node, long holds, long mass) {
        if (share.get(node) == 0) {
            if (size == noted.length) {
                noted = Arrays.copyOf(noted, 2 * size);
                weighed = Arrays.copyOf(weighed, 2 * size);
            }
            rising &= size == 0 || noted[size - 1] < node;
            weighed[size] = mass;
            noted[size++] = node;
        }
        share.set(node, holds + 1);
        book.graph.children(node, row);
        for (int at = 0; at < row.size; at++) {
            pending.add(row.nodes[at]);
        }
    }

    private int tell(int but, Visitor visitor) {
        if (!rising) {
            Arrays.sort(noted, 0, size);
            Arrays.fill(weighed, 0, size, UNREAD);
        }
        var told = 0;
        for (int at = 0; at < size; at++) {
            var node = noted[at];
            var kind = book.graph.kind(node);
            if (kind >= 0 && kind != but) {
                visitor.holds(kind, book.events.event(book.graph.step(node)), weighed[at] == UNREAD ? mass(node) : weighed[at], share.get(node) - 1);
                told++;
            }
        }
        for (int at = 0; at < size; at++) {
            share.set(noted[at], 0);
        }
        return told;
    }

    private long mass(int node) {
        book.graph.row(node, row);
        return row.mass();
    }
}
