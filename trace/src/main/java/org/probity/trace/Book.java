package org.probity.trace;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The book of one material: which item holds how much of it, and from what. Steps are added as they become known; an input must be known before what is
 * made of it. An item is made once; only a pool, or a pack that more is put into, is made on, and has a new state each time.
 *
 * <p>Every unit that ever came in lies in exactly one place: in an item's stock, in scrap, or among what is lost ({@link #balance}).
 *
 * <p>One thread adds at a time, and nobody asks meanwhile: whoever shares a book among threads keeps readers and the writer apart. {@link Reach},
 * {@link Shares} and {@link Recall} are made for one thread each.
 */
public final class Book {

    final Graph graph = new Graph();
    final Events events = new Events();
    final Limits limits;
    /** The newest state of each item. */
    final Numbers newest = new Numbers(-1);
    /** Of a state of a pool or a pack, the one before it. */
    final Numbers before = new Numbers(-1);
    /** The pack an item is in. */
    final Numbers packed = new Numbers(-1);
    final BitSet packs = new BitSet();
    final Map<Integer, Tank> tanks = new HashMap<>();

    public Book(Limits limits) {
        this.limits = limits;
    }

    /** Adds a step, or says why not. Reasons, and what each means: {@link Outcome.Reason}. */
    public Outcome append(Step step) {
        var draft = new Draft(this, step);
        var refused = draft.check();
        return refused != null ? refused : new Entry(this, draft).write();
    }

    public boolean knows(int item) {
        return item >= 0 && (newest.get(item) >= 0 || tanks.containsKey(item));
    }

    /** What is left of an item. */
    public long stock(int item) {
        var tank = tanks.get(item);
        if (tank != null && tank.fifo) {
            return tank.layers.stream().mapToLong(graph::stock).sum();
        }
        var node = node(item);
        return node < 0 ? 0 : graph.stock(node);
    }

    /** What an item held when it was made or last poured into; of a queue, what is in it. */
    public long made(int item) {
        var tank = tanks.get(item);
        if (tank != null && tank.fifo) {
            return stock(item);
        }
        var node = node(item);
        return node < 0 ? 0 : mass(node);
    }

    /** What flowed into a state, or what came with it from outside. */
    long mass(int node) {
        var row = new Row();
        graph.parents(node, row);
        if (row.size > 0) {
            return row.mass();
        }
        graph.children(node, row);
        return row.mass() + graph.stock(node);
    }

    /** When an item was made, or last poured into. */
    public OptionalLong madeWhen(int item) {
        var node = node(item);
        return node < 0 ? OptionalLong.empty() : OptionalLong.of(events.when(graph.step(node)));
    }

    /** The pack that holds an item now. */
    public OptionalInt packedIn(int item) {
        var pack = (int) packed.get(item);
        return pack < 0 ? OptionalInt.empty() : OptionalInt.of(pack);
    }

    /** How many steps stand in the book. */
    public int steps() {
        return events.size();
    }

    /** How many states of items, mixtures and unaccounted masses there are, and how many flows between them. */
    public int nodes() {
        return graph.nodes;
    }

    public int flows() {
        return graph.edges;
    }

    /** Where everything is that ever came in. It is counted node by node, not kept beside. */
    public Balance balance() {
        long received = 0, found = 0, stock = 0, lost = 0, scrap = 0;
        var row = new Row();
        for (int node = 0; node < graph.nodes; node++) {
            var kind = graph.kind(node);
            if (kind == Graph.LOST) {
                lost += graph.stock(node);
            } else if (kind == Graph.SCRAP) {
                scrap += graph.stock(node);
            } else {
                stock += graph.stock(node);
            }
            if (!graph.hasParents(node)) {
                graph.children(node, row);
                if (kind == Graph.FOUND) {
                    found += row.mass() + graph.stock(node);
                } else {
                    received += row.mass() + graph.stock(node);
                }
            }
        }
        return new Balance(received, found, stock, scrap, lost);
    }

    /** @param received what came from outside @param found what steps gave out though nothing recorded went in @param lost what went in and is not explained */
    public record Balance(long received, long found, long stock, long scrap, long lost) {

        /** Nought, or the book is broken. */
        public long difference() {
            return received + found - stock - scrap - lost;
        }
    }

    /** The mass with which an item lies in its pack. */
    public long massIn(int item) {
        var pack = (int) packed.get(item);
        var row = new Row();
        graph.children(node(item), row);
        for (int at = 0; at < row.size; at++) {
            if (graph.kind(row.nodes[at]) == pack) {
                return row.masses[at];
            }
        }
        return 0;
    }

    int node(int item) {
        return item < 0 ? -1 : (int) newest.get(item);
    }

    /** The states that an item's content lies in: one, or the layers of a queue. */
    int[] states(int item) {
        var tank = tanks.get(item);
        if (tank != null && tank.fifo && !tank.layers.isEmpty()) {
            return tank.layers.stream().mapToInt(Integer::intValue).toArray();
        }
        var node = node(item);
        return node < 0 ? new int[0] : new int[] {node};
    }

    /** All states an item ever had, newest first. */
    int[] allStates(int item) {
        return IntStream.iterate(node(item), node -> node >= 0, node -> (int) before.get(node)).toArray();
    }

    /** The state of an item at a moment; of a queue, all that had come into it by then. */
    int[] statesAt(int item, long until) {
        var states = IntStream.of(allStates(item)).filter(node -> events.when(graph.step(node)) <= until);
        var tank = tanks.get(item);
        return (tank != null && tank.fifo ? states : states.limit(1)).toArray();
    }
}
