package org.probity.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Nodes and what flows between them, both ways. A node is a state of an item, a mixture, or a place where mass comes in or goes out of sight. What flows into a
 * node is known when it is added and lies together; what flows out of it is a chain of edges, newest first, and grows. What comes from outside flows into a
 * node from itself.
 *
 * <p>Edges lead from lower to higher numbers, so the order of numbers is an order of time and there is no circle. Only a correction may give a node a later
 * source ({@link #alter}); walks do not rely on the order for what they answer, only for how often they look at a node.
 *
 * <p>The first nodes can lie sealed in a file ({@link Sealed}); the others are the open day.
 */
final class Graph {

    /** What a node is when it is no item. */
    static final int MIXTURE = -1, UNKNOWN_MIXTURE = -2, FOUND = -3, LOST = -4, SCRAP = -5;

    private static final int BLOCK = 4;
    /** So few are looked for one by one. */
    private static final int FEW = 8;

    private final @Nullable Sealed sealed;
    /** The first node of the open day. */
    private final int first;
    int nodes;
    private int edges;
    private int[] kind = new int[64];
    private int[] step = new int[64];
    private int[] begin = new int[65];
    private int[] newest = new int[64];
    /** Of all nodes, the sealed ones too: it is what changes. */
    private long[] stock;
    private int[] parent = new int[64];
    private int[] older = new int[64];
    private int[] amount = new int[64];
    /** The node into which each sixteenth edge leads; the others are found from there. */
    private int[] owner = new int[4];
    private long[] large = new long[4];
    private int larges;
    /** Edges of the open day that come from sealed nodes, the newest of each. */
    private final Numbers fromSealed = new Numbers(-1);
    /** What was corrected, and a bit for each such node. */
    private final Map<Integer, Altered> altered = new HashMap<>();
    private final BitSet touched = new BitSet();
    /** Nodes that a correction gave a source of a higher number. */
    final SortedSet<Integer> late = new TreeSet<>();
    /** The row that was asked for last, flow by flow, and when: whoever asks for one of a pack's things asks for the next. */
    private int asked = -1;
    private int askedAt;
    private final Row askedRow = new Row();
    private Map<Integer, Integer> askedPlaces = Map.of();
    /** Every node that was given another row, in the order in which that happened. */
    final Row changes = new Row();

    /** Another row than the one that was written, and the nodes that were given to a node as further children. */
    static final class Altered {

        @Nullable Row row;
        int step = -1;
        @Nullable SortedSet<Integer> children;
    }

    Graph() {
        this.sealed = null;
        this.first = 0;
        this.stock = new long[64];
    }

    Graph(Sealed sealed) {
        this.sealed = sealed;
        this.first = sealed.nodes();
        this.nodes = first;
        this.stock = sealed.stock();
    }

    int flows() {
        return edges + (sealed == null ? 0 : sealed.flows());
    }

    /** What the open day takes, without room kept for more. */
    Book.Memory memory() {
        var own = nodes - first;
        return new Book.Memory(edges, 8L * edges + 4L * (edges >>> BLOCK) + 8L * own, 4L * edges + 8L * larges, 8L * own + 8L * nodes);
    }

    /** Adds a node; the edges into it follow at once. @param what its item, or what else it is @param holds what it has in stock */
    int add(int what, int ofStep, long holds) {
        var at = nodes - first;
        if (at == kind.length) {
            var length = longer(at);
            kind = Arrays.copyOf(kind, length);
            step = Arrays.copyOf(step, length);
            begin = Arrays.copyOf(begin, length + 1);
            newest = Arrays.copyOf(newest, length);
        }
        if (nodes == stock.length) {
            stock = Arrays.copyOf(stock, longer(nodes));
        }
        kind[at] = what;
        step[at] = ofStep;
        stock[nodes] = holds;
        newest[at] = -1;
        begin[at + 1] = edges;
        return nodes++;
    }

    /** So much of a node flows into the node that was added last. */
    void flow(int from, long mass) {
        if (from < 0 || from >= nodes || mass < 0) {
            throw new IllegalArgumentException(mass + " from " + from + " into " + (nodes - 1));
        }
        if (edges == parent.length) {
            var length = longer(edges);
            parent = Arrays.copyOf(parent, length);
            older = Arrays.copyOf(older, length);
            amount = Arrays.copyOf(amount, length);
            owner = Arrays.copyOf(owner, (length >>> BLOCK) + 1);
        }
        if ((edges & (1 << BLOCK) - 1) == 0) {
            owner[edges >>> BLOCK] = nodes - 1 - first;
        }
        parent[edges] = from;
        if (from < first) {
            older[edges] = (int) fromSealed.get(from);
            fromSealed.set(from, edges);
        } else if (from < nodes - 1) {
            older[edges] = newest[from - first];
            newest[from - first] = edges;
        }
        setMass(edges, mass);
        begin[nodes - first] = ++edges;
    }

    private static int longer(int length) {
        return Math.toIntExact(Math.min(length + (length >>> 1) + 64L, Integer.MAX_VALUE - 8));
    }

    private void setMass(int edge, long mass) {
        if (mass <= Integer.MAX_VALUE) {
            amount[edge] = (int) mass;
            return;
        }
        if (larges == large.length) {
            large = Arrays.copyOf(large, 2 * larges);
        }
        large[larges] = mass;
        amount[edge] = ~larges++;
    }

    private long mass(int edge) {
        var mass = amount[edge];
        return mass >= 0 ? mass : large[~mass];
    }

    /** The node an edge leads into: at most sixteen edges after one that is noted. */
    private int child(int edge) {
        var node = owner[edge >>> BLOCK];
        var end = nodes - first;
        var stride = 1;
        while (node + stride < end && begin[node + stride] <= edge) {
            node += stride;
            stride <<= 1;
        }
        while (stride > 1) {
            stride >>= 1;
            if (node + stride < end && begin[node + stride] <= edge) {
                node += stride;
            }
        }
        return node + first;
    }

    int kind(int node) {
        return node >= first || sealed == null ? kind[node - first] : sealed.kind(node);
    }

    int step(int node) {
        if (touched.get(node) && altered(node).step >= 0) {
            return altered(node).step;
        }
        return node >= first || sealed == null ? step[node - first] : sealed.step(node);
    }

    long stock(int node) {
        return stock[node];
    }

    void setStock(int node, long mass) {
        stock[node] = mass;
    }

    /** What flows into a node, and how much of each; empty when it comes from outside. */
    void parents(int node, Row into) {
        row(node, into);
        if (into.size == 1 && into.nodes[0] == node) {
            into.clear();
        }
    }

    /** What came into a node from outside. */
    long outside(int node) {
        var row = new Row();
        row(node, row);
        return row.size == 1 && row.nodes[0] == node ? row.masses[0] : 0;
    }

    /** What flows into a node, from itself too. */
    void row(int node, Row into) {
        into.clear();
        if (touched.get(node) && altered(node).row instanceof Row other) {
            into.addAll(other);
        } else if (node < first && sealed != null) {
            sealed.parents(node, into);
        } else {
            var end = begin[node - first + 1];
            into.grow(end - begin[node - first]);
            for (int edge = begin[node - first]; edge < end; edge++) {
                into.nodes[into.size] = parent[edge];
                into.masses[into.size++] = mass(edge);
            }
        }
    }

    /** The nodes that a node flows into, newest first. */
    void children(int node, Row into) {
        into.clear();
        if (touched.get(node) && altered(node).children instanceof SortedSet<Integer> more) {
            more.reversed().forEach(child -> into.add(child, 0));
        }
        var edge = node < first ? (int) fromSealed.get(node) : newest[node - first];
        while (edge >= 0) {
            into.add(child(edge), 0);
            edge = older[edge];
        }
        if (node < first && sealed != null) {
            sealed.children(node, into);
        }
        if (!touched.isEmpty()) {
            into.keep(child -> !touched.get(child) || !(altered(child).row instanceof Row other) || other.has(node));
        }
    }

    /** Gives a node another row. It is found from its new sources, and no more from those it has no longer. */
    void alter(int node, Row row) {
        var copy = new Row();
        row(node, copy);
        var before = Arrays.stream(copy.nodes, 0, copy.size).boxed().collect(Collectors.toSet());
        copy.clear();
        copy.addAll(row);
        altered(node).row = copy;
        late.remove(node);
        changes.add(node, 0);
        for (int at = 0; at < row.size; at++) {
            var from = row.nodes[at];
            if (from > node) {
                late.add(node);
            }
            if (from != node && !before.contains(from)) {
                adopt(from, node);
            }
        }
    }

    private void adopt(int parent, int child) {
        var other = altered(parent);
        if (other.children == null) {
            other.children = new TreeSet<>();
        }
        other.children.add(child);
    }

    /** Takes masses back from what flowed into a node; the flows stay, with less, as what once was. */
    void takeBack(Row back, int into) {
        if (into >= first && !touched.get(into)) {
            for (int at = 0; at < back.size; at++) {
                var edge = edge(back.nodes[at], into);
                if (edge >= 0) {
                    setMass(edge, mass(edge) - back.masses[at]);
                }
            }
            return;
        }
        if (altered(into).row == null) {
            var copy = new Row();
            row(into, copy);
            altered(into).row = copy;
        }
        changes.add(into, 0);
        var flows = Objects.requireNonNull(altered(into).row);
        var places = back.size < FEW ? Map.<Integer, Integer>of() : places(flows);
        for (int at = 0; at < back.size; at++) {
            var place = back.size < FEW ? flows.place(back.nodes[at]) : places.getOrDefault(back.nodes[at], -1);
            if (place >= 0) {
                flows.masses[place] -= back.masses[at];
            }
        }
    }

    private static Map<Integer, Integer> places(Row row) {
        var places = HashMap.<Integer, Integer>newHashMap(row.size);
        for (int at = row.size - 1; at >= 0; at--) {
            places.put(row.nodes[at], at);
        }
        return places;
    }

    /** How much of one node flows into another. */
    long massInto(int from, int into) {
        if (into >= first && !touched.get(into)) {
            var edge = edge(from, into);
            return edge < 0 ? 0 : mass(edge);
        }
        if (asked != into || askedAt != changes.size) {
            row(into, askedRow);
            askedPlaces = places(askedRow);
            asked = into;
            askedAt = changes.size;
        }
        var place = askedPlaces.getOrDefault(from, -1);
        return place < 0 ? 0 : askedRow.masses[place];
    }

    /** The edge of the open day from one node into another, or -1. */
    private int edge(int from, int into) {
        var edge = from < first ? (int) fromSealed.get(from) : newest[from - first];
        while (edge >= 0 && child(edge) != into) {
            edge = older[edge];
        }
        return edge;
    }

    void alterStep(int node, int ofStep) {
        altered(node).step = ofStep;
    }

    private Altered altered(int node) {
        touched.set(node);
        return altered.computeIfAbsent(node, _ -> new Altered());
    }
}
