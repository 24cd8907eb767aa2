package org.probity.trace;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/** The neighbours of one node with the mass that passes; one is filled again and again while walking. */
final class Row {

    int size;
    int[] nodes = new int[16];
    long[] masses = new long[16];
    /** Where in a file the walker is that fills it. */
    long cursor;
    /** Whose row begins there, and of which section: who walks on in order need not look for it. */
    int next = -1;
    int section;
    @Nullable Sealed file;

    static Row of(int node, long mass) {
        var row = new Row();
        row.add(node, mass);
        return row;
    }

    void clear() {
        size = 0;
    }

    void add(int node, long mass) {
        if (size == nodes.length) {
            grow(size + 1);
        }
        nodes[size] = node;
        masses[size++] = mass;
    }

    void addAll(Row other) {
        for (int at = 0; at < other.size; at++) {
            add(other.nodes[at], other.masses[at]);
        }
    }

    void grow(int least) {
        if (least > nodes.length) {
            var length = Math.max(least, 2 * nodes.length);
            nodes = Arrays.copyOf(nodes, length);
            masses = Arrays.copyOf(masses, length);
        }
    }

    long mass() {
        var sum = 0L;
        for (int at = 0; at < size; at++) {
            sum += masses[at];
        }
        return sum;
    }

    boolean has(int node) {
        return place(node) >= 0;
    }

    /** Where a node stands first, or -1. */
    int place(int node) {
        for (int at = 0; at < size; at++) {
            if (nodes[at] == node) {
                return at;
            }
        }
        return -1;
    }

    void keep(IntPredicate wanted) {
        var kept = 0;
        for (int at = 0; at < size; at++) {
            if (wanted.test(nodes[at])) {
                nodes[kept] = nodes[at];
                masses[kept++] = masses[at];
            }
        }
        size = kept;
    }

    /** What gives nothing is left out. */
    Row withoutNoughts() {
        var row = new Row();
        for (int at = 0; at < size; at++) {
            if (masses[at] > 0) {
                row.add(nodes[at], masses[at]);
            }
        }
        return row;
    }

    /** Turns round what was added from a place on. */
    void reverse(int from) {
        for (int low = from, high = size - 1; low < high; low++, high--) {
            var node = nodes[low];
            nodes[low] = nodes[high];
            nodes[high] = node;
            var mass = masses[low];
            masses[low] = masses[high];
            masses[high] = mass;
        }
    }
}
