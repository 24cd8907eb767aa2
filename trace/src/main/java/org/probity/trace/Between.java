package org.probity.trace;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Where among the states of a mixed pool something belongs that came late: onto the state there was then, and before whatever came since. */
record Between(Book book, int pool, long when) {

    /** The state there was then, or -1. */
    int before() {
        var states = book.statesAt(pool, when);
        return states.length == 0 ? -1 : states[0];
    }

    /** The first that came since, or -1. */
    int after() {
        return Arrays.stream(later()).reduce(-1, (_, state) -> state);
    }

    /** Those that came since, newest first. */
    private int[] later() {
        return IntStream.of(book.allStates(pool)).filter(state -> when(state) > when).toArray();
    }

    /**
     * Whether all that came since would be what it is with more in the pool, or less: at the same moment nothing else happened to it, and nobody found more in it
     * than there was.
     */
    boolean certain() {
        var tank = book.tanks.get(pool);
        if (tank == null) {
            return book.node(pool) < 0;
        }
        if (tank.fifo || IntStream.of(book.allStates(pool)).anyMatch(state -> when(state) == when) || drawn().anyMatch(node -> when(node) == when)) {
            return false;
        }
        return IntStream.of(later()).noneMatch(this::isFound);
    }

    private boolean isFound(int state) {
        var row = new Row();
        book.graph.parents(state, row);
        return IntStream.of(row.nodes).limit(row.size).anyMatch(from -> book.graph.kind(from) == Graph.FOUND);
    }

    /** What came of the state there was then and of its heel. */
    private IntStream drawn() {
        var before = before();
        var row = new Row();
        if (before >= 0) {
            book.graph.children(before, row);
        }
        return IntStream.of(Arrays.copyOf(row.nodes, row.size)).distinct().filter(node -> book.graph.step(node) != book.graph.step(before));
    }

    /** What was drawn since from the state there was then, and the next state, if that has a heel. */
    int[] since() {
        return drawn().filter(node -> when(node) > when).toArray();
    }

    /** What the pool held then. */
    long heel() {
        var before = before();
        return before < 0 ? 0 : book.graph.stock(before) + IntStream.of(since()).mapToLong(node -> book.graph.massInto(before, node)).sum();
    }

    /** A new state is there: whatever was drawn since comes from it, and so does the next one's heel. */
    void put(int state) {
        var graph = book.graph;
        var before = before();
        var after = after();
        for (var node : since()) {
            var row = new Row();
            graph.row(node, row);
            for (int at = 0; at < row.size; at++) {
                row.nodes[at] = row.nodes[at] == before ? state : row.nodes[at];
            }
            graph.alter(node, row);
        }
        if (before >= 0) {
            graph.setStock(state, graph.stock(before));
            graph.setStock(before, 0);
            book.before.set(state, before);
        }
        if (after >= 0) {
            book.before.set(after, state);
        } else {
            book.newest.set(pool, state);
        }
        var tank = book.tanks.computeIfAbsent(pool, _ -> new Tank(false, when));
        tank.moved = Math.max(tank.moved, when);
    }

    /** @return the state that feels what is poured or drawn now; nothing where there is none and something is drawn */
    @Nullable Integer feels() {
        return before() >= 0 ? Integer.valueOf(before()) : after() >= 0 ? Integer.valueOf(after()) : null;
    }

    private long when(int node) {
        return book.events.when(book.graph.step(node));
    }
}
