package org.probity.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

    final Graph graph;
    final Events events;
    final Limits limits;
    /** The newest state of each item. */
    final Numbers newest = new Numbers(-1);
    /** Of a state of a pool or a pack, the one before it. */
    final Numbers before = new Numbers(-1);
    /** The pack an item is in. */
    final Numbers packed = new Numbers(-1);
    final BitSet packs = new BitSet();
    final Map<Integer, Tank> tanks = new HashMap<>();
    /** States of items that came from outside for all that was known, and which after all never were. */
    final BitSet never = new BitSet();
    /** How many steps lie in files. */
    private int sealedSteps;

    public Book(Limits limits) {
        this.graph = new Graph();
        this.events = new Events();
        this.limits = limits;
    }

    private Book(Limits limits, List<Sealed> sealed) {
        this.graph = new Graph(sealed);
        this.events = new Events(sealed.stream().flatMapToLong(epoch -> LongStream.of(epoch.events())).toArray(), sealed.stream().flatMapToLong(epoch -> LongStream.of(epoch.whens())).toArray(),
                sealed.stream().flatMapToInt(epoch -> IntStream.of(epoch.firsts())).toArray());
        this.limits = limits;
        this.sealedSteps = events.size();
        new Rest(this).take(sealed.getLast());
        var gone = new BitSet();
        events.corrected.stream().forEach(step -> gone(events.nodes(step, graph.nodes), gone));
        for (int node = 0; node < graph.nodes; node++) {
            if (graph.kind(node) >= 0 && !gone.get(node) && !never.get(node) && !(tanks.containsKey(graph.kind(node)) && isInflow(node))) {
                became(graph.kind(node), node);
            }
        }
        tanks.forEach((item, tank) -> {
            if (!tank.fifo && !tank.layers.isEmpty()) {
                newest.set(item, tank.layers.getFirst());
                tank.layers.stream().reduce((later, state) -> {
                    before.set(later, state);
                    return state;
                });
                before.set(tank.layers.getLast(), -1);
                tank.layers.clear();
            }
        });
    }

    /** Of what a corrected step had made: items that nobody made after all, and what came into a pool from outside. The pool's state itself stays, be it empty. */
    private void gone(int[] nodes, BitSet gone) {
        var row = new Row();
        var states = new HashMap<Integer, Integer>();
        for (var node : nodes) {
            states.merge(graph.kind(node), node, Math::max);
        }
        for (var node : nodes) {
            graph.row(node, row);
            gone.set(node, row.size == 0 && !(tanks.containsKey(graph.kind(node)) && states.get(graph.kind(node)) == node));
        }
    }

    /** Whether a node is no state of a pool, but what came into one from outside and onto its heel. */
    private boolean isInflow(int node) {
        if (graph.outside(node) == 0) {
            return false;
        }
        var row = new Row();
        graph.children(node, row);
        row.keep(child -> graph.kind(child) == graph.kind(node) && graph.step(child) == graph.step(node));
        return row.size > 0;
    }

    /** What the open day takes of the heap: what was added since the book was begun or taken up. */
    public Memory memory() {
        return graph.memory();
    }

    /**
     * In bytes, without room kept for more.
     *
     * @param flows how many there are in the open day @param bothWays what finding them takes from either end @param masses what flows along them
     * @param states what each state is, of which step, and what is left of it, the sealed ones too
     */
    public record Memory(long flows, long bothWays, long masses, long states) {}

    /** Writes the whole book into a file, from which {@link #open} takes it up in seconds. It has its name only when it is whole. @return how large it became */
    public Size checkpoint(Path file) throws IOException {
        return Seal.write(this, file, 0, 0, 0);
    }

    /**
     * Ends a period: what has come since the one before is written into a file of its own, and is read there from now on, so that the heap holds the open day
     * alone. A year is twelve such files, or one that {@link #checkpoint} makes of them. @return how large it became
     */
    public Size seal(Path file) throws IOException {
        var size = Seal.write(this, file, graph.open(), sealedSteps, graph.check());
        graph.seal(Sealed.open(file, graph.check(), graph.open()));
        sealedSteps = events.size();
        return size;
    }

    /** In bytes. @param up rows towards origins, without masses @param masses what the masses in them take @param down rows the other way @param all the file */
    public record Size(long up, long masses, long down, long all) {}

    /**
     * Takes up a book where it was written; the nodes stay in the file and are read there.
     *
     * @throws IOException when the file is not whole or not what was written. Nothing is lost then: a book is built from its steps
     */
    public static Book open(Path file, Limits limits) throws IOException {
        return open(List.of(file), limits);
    }

    /**
     * The same of periods, the first one first.
     *
     * @throws IOException also when one is missing between them, or is not the one that was written after the one before
     */
    public static Book open(List<Path> periods, Limits limits) throws IOException {
        var sealed = new ArrayList<Sealed>();
        for (var file : periods) {
            sealed.add(sealed.isEmpty() ? Sealed.open(file, 0, 0) : Sealed.open(file, sealed.getLast().check(), sealed.getLast().end()));
        }
        return new Book(limits, sealed);
    }

    /** Notes the newest state of an item. */
    void became(int item, int state) {
        var earlier = newest.get(item);
        if (earlier >= 0) {
            before.set(state, earlier);
        }
        newest.set(item, state);
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
            return tank.held;
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

    /** What flowed into a state, or came with it from outside. */
    long mass(int node) {
        var row = new Row();
        graph.row(node, row);
        return row.mass();
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
        return graph.flows();
    }

    /** Where everything is that ever came in. It is counted node by node, not kept beside. */
    public Balance balance() {
        long received = 0, found = 0, stock = 0, lost = 0, scrap = 0;
        for (int node = 0; node < graph.nodes; node++) {
            switch (graph.kind(node)) {
                case Graph.LOST -> lost += graph.stock(node);
                case Graph.SCRAP -> scrap += graph.stock(node);
                case Graph.FOUND -> found += graph.outside(node);
                default -> {
                    stock += graph.stock(node);
                    received += graph.outside(node);
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
        var pack = into(node(item), (int) packed.get(item));
        return pack < 0 ? 0 : graph.massInto(node(item), pack);
    }

    /** The newest state of an item that a node flows into, or -1. */
    int into(int node, int item) {
        var row = new Row();
        graph.children(node, row);
        for (int at = 0; at < row.size; at++) {
            if (graph.kind(row.nodes[at]) == item) {
                return row.nodes[at];
            }
        }
        return -1;
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
