package org.probity.trace;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which items are in which. What goes up leads to what an item was made from, what goes down to all that was made with it. An input counts only where its step
 * happened not later: the book holds no other flows.
 *
 * <p>For one thread; it keeps its working memory from one question to the next, a bit for each node of the book.
 */
public final class Reach {

    /** Stands for what was found in a step though nothing recorded went in. */
    public static final int NOT_RECORDED = -1;

    /** Is told each state that is reached: the item, the event that made this state, and when. A pool has many. */
    @FunctionalInterface
    public interface Visitor {

        void reached(int item, long event, long when);
    }

    private final Book book;
    private final Row row = new Row();
    private long[] seen = new long[1];
    private int[] found = new int[64];
    private int size;

    public Reach(Book book) {
        this.book = book;
    }

    /** Everything an item was made from, by number, without itself. */
    public int[] upstream(int item) {
        return upstream(item, Long.MAX_VALUE);
    }

    /** The same as things stood at a moment: for a pool, what had been poured into it by then. */
    public int[] upstream(int item, long until) {
        walkUp(item, until);
        return items(item, Long.MAX_VALUE);
    }

    /** Everything that was made with an item, by number, without itself. */
    public int[] downstream(int item) {
        return downstream(item, Long.MAX_VALUE);
    }

    /** The same as things stood at a moment. */
    public int[] downstream(int item, long until) {
        walkDown(item);
        return items(item, until);
    }

    /** Tells each state an item was made from, itself first, in no order. */
    public void upstream(int item, Visitor visitor) {
        walkUp(item, Long.MAX_VALUE);
        tell(visitor);
    }

    /** Tells each state that was made with an item, itself first, in no order. */
    public void downstream(int item, Visitor visitor) {
        walkDown(item);
        tell(visitor);
    }

    /** The events an item came about by, by number: its own, and those of all it was made from. */
    public long[] eventsUpstream(int item) {
        walkUp(item, Long.MAX_VALUE);
        return events();
    }

    /** The events that an item went into, and those that made what came of it. */
    public long[] eventsDownstream(int item) {
        walkDown(item);
        return events();
    }

    /** Is told an item and until when what happened to it matters. */
    @FunctionalInterface
    public interface Source {

        void until(int item, long when);
    }

    /**
     * Tells each item that an item was made from, by number, and when the last of it went in. What was seen, measured or moved of a lot after that has nothing to do
     * with the item, though the same lot was in it.
     */
    public void sources(int item, Source source) {
        walkUp(item, Long.MAX_VALUE);
        var until = new TreeMap<Integer, Long>();
        for (int at = 0; at < size; at++) {
            book.graph.parents(found[at], row);
            for (int next = 0; next < row.size; next++) {
                var kind = book.graph.kind(row.nodes[next]);
                if (kind >= 0 && kind != item) {
                    until.merge(kind, when(found[at]), Math::max);
                }
            }
        }
        forget();
        until.forEach(source::until);
    }

    /** The items that came from outside of which an item is made, by number; first {@link #NOT_RECORDED} where something was found of which nobody says whence. */
    public int[] origins(int item) {
        walkUp(item, Long.MAX_VALUE);
        var origins = IntStream.of(Arrays.copyOf(found, size)).filter(node -> book.graph.outside(node) > 0)
                .map(node -> Math.max(book.graph.kind(node), NOT_RECORDED)).sorted().distinct().toArray();
        forget();
        return origins;
    }

    /** Whether an item is among what another was made from. */
    public boolean comesFrom(int item, int from) {
        return comesFrom(new int[] {item}, from);
    }

    /** Whether an item is among what any of several were made from. */
    boolean comesFrom(int[] items, int from) {
        walkUp(IntStream.of(items).flatMap(item -> IntStream.of(book.states(item))).toArray());
        var comes = false;
        for (int at = 0; at < size; at++) {
            comes |= book.graph.kind(found[at]) == from;
        }
        forget();
        return comes;
    }

    /** A way by which one item came to be in another: items, the first one first. Empty when there is none. The shortest, by steps. */
    public int[] way(int from, int to) {
        return way(item -> item == from, to);
    }

    /** The same from the nearest item that is meant. */
    public int[] way(IntPredicate from, int to) {
        begin(book.states(to));
        var cameFrom = new int[Math.max(64, size)];
        Arrays.fill(cameFrom, 0, size, -1);
        var at = 0;
        while (at < size && (book.graph.kind(found[at]) < 0 || !from.test(book.graph.kind(found[at])))) {
            var known = size;
            book.graph.sources(found[at], row);
            for (int next = 0; next < row.size; next++) {
                see(row.nodes[next]);
            }
            if (cameFrom.length < size) {
                cameFrom = Arrays.copyOf(cameFrom, 2 * size);
            }
            Arrays.fill(cameFrom, known, size, at);
            at++;
        }
        var way = new int[size];
        var steps = 0;
        for (int back = at < size ? at : -1; back >= 0; back = cameFrom[back]) {
            var item = book.graph.kind(found[back]);
            if (item >= 0 && (steps == 0 || way[steps - 1] != item)) {
                way[steps++] = item;
            }
        }
        forget();
        return Arrays.copyOf(way, steps);
    }

    /** Whether any of some states comes from some node. */
    boolean meets(int[] states, IntPredicate node) {
        walkUp(states);
        var meets = false;
        for (int at = 0; at < size; at++) {
            meets |= node.test(found[at]);
        }
        forget();
        return meets;
    }

    private void walkUp(int item, long until) {
        walkUp(until == Long.MAX_VALUE ? book.states(item) : book.statesAt(item, until));
    }

    private void walkUp(int[] states) {
        begin(states);
        for (int at = 0; at < size; at++) {
            book.graph.sources(found[at], row);
            for (int next = 0; next < row.size; next++) {
                see(row.nodes[next]);
            }
        }
    }

    private void walkDown(int item) {
        begin(book.allStates(item));
        for (int at = 0; at < size; at++) {
            book.graph.children(found[at], row);
            for (int next = 0; next < row.size; next++) {
                see(row.nodes[next]);
            }
        }
    }

    private void begin(int[] nodes) {
        var words = (book.graph.nodes >>> 6) + 1;
        if (seen.length < words) {
            seen = Arrays.copyOf(seen, words + (words >>> 3));
        }
        for (var node : nodes) {
            see(node);
        }
    }

    private void see(int node) {
        var word = seen[node >>> 6];
        if ((word & 1L << node) == 0) {
            seen[node >>> 6] = word | 1L << node;
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = node;
        }
    }

    private void forget() {
        for (int at = 0; at < size; at++) {
            seen[found[at] >>> 6] = 0;
        }
        size = 0;
    }

    private int[] items(int but, long until) {
        var items = new int[size];
        var count = 0;
        for (int at = 0; at < size; at++) {
            var item = book.graph.kind(found[at]);
            if (item >= 0 && item != but && (until == Long.MAX_VALUE || when(found[at]) <= until)) {
                items[count++] = item;
            }
        }
        forget();
        Arrays.sort(items, 0, count);
        var distinct = 0;
        for (int at = 0; at < count; at++) {
            if (at == 0 || items[at] != items[at - 1]) {
                items[distinct++] = items[at];
            }
        }
        return Arrays.copyOf(items, distinct);
    }

    private long[] events() {
        var events = new long[size];
        for (int at = 0; at < size; at++) {
            events[at] = book.events.event(book.graph.step(found[at]));
        }
        forget();
        return Arrays.stream(events).sorted().distinct().toArray();
    }

    private void tell(Visitor visitor) {
        for (int at = 0; at < size; at++) {
            var item = book.graph.kind(found[at]);
            if (item >= 0) {
                visitor.reached(item, book.events.event(book.graph.step(found[at])), when(found[at]));
            }
        }
        forget();
    }

    private long when(int node) {
        return book.events.when(book.graph.step(node));
    }
}
