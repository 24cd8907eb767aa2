package org.probity.trace;

import java.util.HashMap;
import java.util.Map;

/** The node whose flows were asked for last, one by one, and where in its row each stands: whoever asks for one of a pack's things asks for the next. */
final class Asked {

    private final Graph graph;
    private int node = -1;
    private final Row row = new Row();
    private Map<Integer, Integer> places = Map.of();

    Asked(Graph graph) {
        this.graph = graph;
    }

    Asked of(int other) {
        if (node != other) {
            node = other;
            graph.row(node, row);
            places = HashMap.newHashMap(row.size);
            for (int at = row.size - 1; at >= 0; at--) {
                places.put(row.nodes[at], at);
            }
        }
        return this;
    }

    void forget() {
        node = -1;
    }

    /** It has another row now. */
    void forget(int other) {
        node = node == other ? -1 : node;
    }

    boolean has(int from) {
        return places.containsKey(from);
    }

    long mass(int from) {
        return places.get(from) instanceof Integer place ? row.masses[place] : 0;
    }

    Row copy() {
        var copy = new Row();
        copy.addAll(row);
        return copy;
    }

    /** @param kept the row of this node, in which flows stand as they do here */
    void takeBack(Row back, Row kept) {
        for (int at = 0; at < back.size; at++) {
            if (places.get(back.nodes[at]) instanceof Integer place) {
                kept.masses[place] -= back.masses[at];
                row.masses[place] -= back.masses[at];
            }
        }
    }
}
