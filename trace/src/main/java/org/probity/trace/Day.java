package org.probity.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The open day: nodes that lie in no file yet, and what flows into them. What flows into a node is known when it is added and lies together; what flows out of
 * one is a chain of edges, newest first, and grows. Where serial numbers flow into a node with the same mass each (cells 1 to 60 of a lot into a module) they
 * are one edge, which is found from each of them by way of a list for every sixty-fourth node.
 *
 * <p>Nodes are named by their number in the book; the day begins at {@code first}.
 */
final class Day {

    private static final int BLOCK = 4;
    /** From so many on, serial numbers are one edge. */
    private static final int RUN = 8;
    private static final int FAR = Character.MAX_VALUE;

    final int first;
    private int nodes;
    private int edges;
    private int flows;
    private int[] kind = new int[64];
    private int[] step = new int[64];
    /** Where each node's row begins: for sixteen nodes together, and how much further for each; where that is far, it stands beside. */
    private int[] base = new int[5];
    private char[] further = new char[64];
    private final Map<Integer, Integer> far = new HashMap<>();
    private int[] newest = new int[64];
    private int[] parent = new int[64];
    /** The next edge of the same parent; of a run, its number as {@code -2 - run}. */
    private int[] older = new int[64];
    private int[] amount = new int[64];
    /** The node into which each sixteenth edge leads; the others are found from there. */
    private int[] owner = new int[4];
    private long[] large = new long[4];
    private int larges;
    /** Edges from nodes before the day, the newest of each. */
    private final Numbers fromBefore = new Numbers(-1);

    private final Runs runs = new Runs();
    /** How many of the last flows were serial numbers with one mass. */
    private int serial;

    Day(int first) {
        this.first = first;
    }

    int flows() {
        return flows;
    }

    /** In bytes, without room kept for more: of finding flows from either end, and of their masses. */
    long bothWays() {
        return 8L * edges + 4L * (edges >>> BLOCK) + 6L * nodes + 4L * (nodes >>> BLOCK) + runs.bytes();
    }

    long masses() {
        return 4L * edges + 8L * larges;
    }

    int nodes() {
        return nodes;
    }

    void add(int what, int ofStep) {
        if (nodes == kind.length) {
            var length = longer(nodes);
            kind = Arrays.copyOf(kind, length);
            step = Arrays.copyOf(step, length);
            further = Arrays.copyOf(further, length);
            newest = Arrays.copyOf(newest, length);
            base = Arrays.copyOf(base, (length >>> BLOCK) + 1);
        }
        if ((nodes & (1 << BLOCK) - 1) == 0) {
            base[nodes >>> BLOCK] = edges;
        }
        var beyond = edges - base[nodes >>> BLOCK];
        further[nodes] = (char) Math.min(beyond, FAR);
        if (beyond >= FAR) {
            far.put(nodes, edges);
        }
        kind[nodes] = what;
        step[nodes] = ofStep;
        newest[nodes++] = -1;
        serial = 0;
    }

    static int longer(int length) {
        return Math.toIntExact(Math.min(length + (length >>> 1) + 64L, Integer.MAX_VALUE - 8));
    }

    private int begin(int at) {
        if (at == nodes) {
            return edges;
        }
        var beyond = further[at];
        return beyond == FAR ? far.get(at) : base[at >>> BLOCK] + beyond;
    }

    /** So much of a node flows into the node that was added last. */
    void flow(int from, long mass) {
        flows++;
        if (serial > 0 && from == last(edges - 1) + 1 && from < first + nodes - 1 && mass(edges - 1) == mass) {
            if (older[edges - 1] < -1) {
                runs.lengthen(-2 - older[edges - 1], from);
                return;
            }
            serial++;
        } else {
            serial = 1;
        }
        edge(from, mass);
        if (serial == RUN) {
            begin();
        }
    }

    private void edge(int from, long mass) {
        if (edges == parent.length) {
            var length = longer(edges);
            parent = Arrays.copyOf(parent, length);
            older = Arrays.copyOf(older, length);
            amount = Arrays.copyOf(amount, length);
            owner = Arrays.copyOf(owner, (length >>> BLOCK) + 1);
        }
        if ((edges & (1 << BLOCK) - 1) == 0) {
            owner[edges >>> BLOCK] = nodes - 1;
        }
        parent[edges] = from;
        older[edges] = -1;
        if (from < first) {
            older[edges] = (int) fromBefore.get(from);
            fromBefore.set(from, edges);
        } else if (from < first + nodes - 1) {
            older[edges] = newest[from - first];
            newest[from - first] = edges;
        }
        setMass(edges++, mass);
    }

    /** The last node that flows along an edge. */
    private int last(int edge) {
        return older[edge] < -1 ? parent[edge] + runs.length(-2 - older[edge]) - 1 : parent[edge];
    }

    /** The last edges, all of serial numbers, become one run: each of them is the newest of its node. */
    private void begin() {
        for (int edge = edges - RUN; edge < edges; edge++) {
            if (parent[edge] < first) {
                fromBefore.set(parent[edge], older[edge]);
            } else {
                newest[parent[edge] - first] = older[edge];
            }
            if (edge > edges - RUN && amount[edge] < 0) {
                larges--;
            }
        }
        edges -= RUN - 1;
        older[edges - 1] = -2 - runs.add(edges - 1, parent[edges - 1], RUN);
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
        var stride = 1;
        while (node + stride < nodes && begin(node + stride) <= edge) {
            node += stride;
            stride <<= 1;
        }
        while (stride > 1) {
            stride >>= 1;
            if (node + stride < nodes && begin(node + stride) <= edge) {
                node += stride;
            }
        }
        return node + first;
    }

    int kind(int node) {
        return kind[node - first];
    }

    int step(int node) {
        return step[node - first];
    }

    /** What flows into a node of the day, from itself too. */
    void row(int node, Row into) {
        var end = begin(node - first + 1);
        for (int edge = begin(node - first); edge < end; edge++) {
            var mass = mass(edge);
            var last = last(edge);
            for (int from = parent[edge]; from <= last; from++) {
                into.add(from, mass);
            }
        }
    }

    /** What flows into a node of the day, without how much. */
    void sources(int node, Row into) {
        var end = begin(node - first + 1);
        for (int edge = begin(node - first); edge < end; edge++) {
            var last = last(edge);
            for (int from = parent[edge]; from <= last; from++) {
                into.add(from, 0);
            }
        }
    }

    /** The nodes of the day that any node flows into, newest first. */
    void children(int node, Row into) {
        var begin = into.size;
        var edge = newestOf(node);
        while (edge >= 0) {
            into.add(child(edge), 0);
            edge = older[edge];
        }
        var chained = into.size;
        for (int entry = runs.newest(node); entry >= 0; entry = runs.before(entry)) {
            var run = runs.edge(entry);
            if (parent[run] <= node && node <= last(run)) {
                into.add(child(run), 0);
            }
        }
        if (chained > begin && into.size > chained) {
            Arrays.sort(into.nodes, begin, into.size);
            into.reverse(begin);
        }
    }

    private int newestOf(int node) {
        return node < first ? (int) fromBefore.get(node) : newest[node - first];
    }

    /** The edge from one node into another, or -1; a run is none. */
    private int edge(int from, int into) {
        var edge = newestOf(from);
        while (edge >= 0 && child(edge) != into) {
            edge = older[edge];
        }
        return edge;
    }

    /** How much of one node flows into another, or -1 where the two share a run or nothing. */
    long massInto(int from, int into) {
        var edge = edge(from, into);
        return edge < 0 ? -1 : mass(edge);
    }

    /** Takes masses back from what flowed into a node; nothing is taken and the answer is false when some of it flowed in a run. */
    boolean takeBack(Row back, int into) {
        var found = new int[back.size];
        for (int at = 0; at < back.size; at++) {
            found[at] = edge(back.nodes[at], into);
            if (found[at] < 0) {
                return false;
            }
        }
        for (int at = 0; at < back.size; at++) {
            var left = mass(found[at]) - back.masses[at];
            if (amount[found[at]] < 0) {
                large[~amount[found[at]]] = left;
            } else {
                amount[found[at]] = (int) left;
            }
        }
        return true;
    }
}
