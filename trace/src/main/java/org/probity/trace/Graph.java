package org.probity.trace;

import java.util.Arrays;

/**
 * Nodes and what flows between them, both ways. A node is a state of an item, a mixture, or a place where mass comes in or goes out of sight. What flows into a
 * node is known when it is added and lies together; what flows out of it is a chain of edges, newest first, and grows. Edges lead from lower to higher
 * numbers, always: so the order of numbers is an order of time and there is no circle.
 */
final class Graph {

    /** What a node is when it is no item. */
    static final int MIXTURE = -1, UNKNOWN_MIXTURE = -2, FOUND = -3, LOST = -4, SCRAP = -5;

    private static final int BLOCK = 4;

    int nodes;
    int edges;
    private int[] kind = new int[64];
    private int[] step = new int[64];
    private long[] stock = new long[64];
    private int[] begin = new int[65];
    private int[] newest = new int[64];
    private int[] parent = new int[64];
    private int[] older = new int[64];
    private int[] amount = new int[64];
    /** The node into which each sixteenth edge leads; the others are found from there. */
    private int[] owner = new int[4];
    private long[] large = new long[4];
    private int larges;

    /** Adds a node; the edges into it follow at once. @param kind its item, or what else it is @param stock what it holds */
    int add(int what, int ofStep, long holds) {
        if (nodes == kind.length) {
            var length = longer(nodes);
            kind = Arrays.copyOf(kind, length);
            step = Arrays.copyOf(step, length);
            stock = Arrays.copyOf(stock, length);
            begin = Arrays.copyOf(begin, length + 1);
            newest = Arrays.copyOf(newest, length);
        }
        kind[nodes] = what;
        step[nodes] = ofStep;
        stock[nodes] = holds;
        newest[nodes] = -1;
        begin[nodes + 1] = edges;
        return nodes++;
    }

    /** So much of a node flows into the node that was added last. */
    void flow(int from, long mass) {
        if (from < 0 || from >= nodes - 1 || mass < 0) {
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
            owner[edges >>> BLOCK] = nodes - 1;
        }
        parent[edges] = from;
        older[edges] = newest[from];
        newest[from] = edges;
        setMass(edges, mass);
        begin[nodes] = ++edges;
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
        var stride = 1;
        while (node + stride < nodes && begin[node + stride] <= edge) {
            node += stride;
            stride <<= 1;
        }
        while (stride > 1) {
            stride >>= 1;
            if (node + stride < nodes && begin[node + stride] <= edge) {
                node += stride;
            }
        }
        return node;
    }

    /** Takes mass back from the newest flow between two states, which stays as what once was: things are taken out of a pack. @return the state it flowed into */
    int takeBack(int from, int kindOfChild, long mass) {
        for (int edge = newest[from]; edge >= 0; edge = older[edge]) {
            if (kind[child(edge)] == kindOfChild) {
                setMass(edge, mass(edge) - mass);
                return child(edge);
            }
        }
        return -1;
    }

    int kind(int node) {
        return kind[node];
    }

    int step(int node) {
        return step[node];
    }

    long stock(int node) {
        return stock[node];
    }

    void setStock(int node, long mass) {
        stock[node] = mass;
    }

    boolean hasParents(int node) {
        return begin[node] < begin[node + 1];
    }

    /** What flows into a node, and how much of each. */
    void parents(int node, Row into) {
        into.clear();
        into.grow(begin[node + 1] - begin[node]);
        for (int edge = begin[node]; edge < begin[node + 1]; edge++) {
            into.nodes[into.size] = parent[edge];
            into.masses[into.size++] = mass(edge);
        }
    }

    /** What a node flows into, and how much into each; newest first. */
    void children(int node, Row into) {
        into.clear();
        for (int edge = newest[node]; edge >= 0; edge = older[edge]) {
            into.add(child(edge), mass(edge));
        }
    }
}
