package org.probity.trace;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The nodes that one step makes: states of items, mixtures, and what is found, lost or scrap. */
final class Made {

    private final Book book;
    private final Graph graph;
    private final int at;
    private final long when;
    /** States that a corrected step had made and this one makes again: they keep their number and get another row. */
    final Map<Integer, Integer> again;
    /** Where this step belongs in a pool that has moved on. */
    @Nullable Between between;

    /** @param at the step's number in the book */
    Made(Book book, int at, Map<Integer, Integer> again) {
        this.book = book;
        this.graph = book.graph;
        this.at = at;
        this.when = book.events.when(at);
        this.again = again;
    }

    /** A mixture of sources, which gives what is drawn from it. */
    Row mixture(int kind, Row sources) {
        var mixture = graph.add(kind, at, 0);
        flow(sources);
        return Row.of(mixture, 0);
    }

    /** Of a single source, as much as is wanted; several give exactly what they give. */
    static Row alone(Row sources, long mass) {
        if (sources.size == 1) {
            sources.masses[0] = mass;
        }
        return sources;
    }

    /** A source for what nothing recorded explains. */
    int find(long mass) {
        return outside(Graph.FOUND, 0, mass);
    }

    private int outside(int kind, long holds, long mass) {
        var node = graph.add(kind, at, holds);
        graph.flow(node, mass);
        return node;
    }

    void sink(int kind, long mass, Row sources) {
        graph.add(kind, at, mass);
        flow(sources);
    }

    void flow(Row sources) {
        for (int source = 0; source < sources.size; source++) {
            graph.flow(sources.nodes[source], sources.masses[source]);
        }
    }

    /** A new state of an item: made now, or poured onto what is in the pool. */
    int item(int item, long mass, Row sources) {
        if (again.get(item) instanceof Integer state) {
            return again(state, mass, sources);
        }
        var tank = book.tanks.get(item);
        var before = (int) book.newest.get(item);
        var heel = before < 0 || tank != null && tank.fifo ? 0 : graph.stock(before);
        if (heel > 0 && sources.size == 0) {
            sources.add(outside(item, 0, mass), mass);
        }
        sources = apart(item, sources);
        var state = graph.add(item, at, mass + heel);
        if (heel > 0) {
            graph.flow(before, heel);
            graph.setStock(before, 0);
        }
        if (sources.size == 0) {
            graph.flow(state, mass);
        }
        flow(sources);
        book.became(item, state);
        if (tank != null) {
            tank.moved = when;
            if (tank.fifo) {
                tank.held += mass;
                tank.layers.add(state);
            }
        }
        return state;
    }

    /** A state between two others of a pool. What the later ones have more or less of by it is for who enters it late to settle. */
    int between(Between place, Row sources) {
        var heel = place.heel();
        var before = place.before();
        var state = graph.add(place.pool(), at, 0);
        if (heel > 0) {
            graph.flow(before, heel);
        }
        flow(sources);
        place.put(state);
        return state;
    }

    /** What was taken from a pool and comes back to it is told apart from its heel: it comes by way of a mixture. */
    private Row apart(int item, Row sources) {
        for (int source = 0; source < sources.size; source++) {
            if (graph.kind(sources.nodes[source]) == item && graph.step(sources.nodes[source]) != at) {
                return alone(mixture(Graph.MIXTURE, sources), sources.mass());
            }
        }
        return sources;
    }

    /** The heel that a pool's state had, and new sources. What is left of it is for the correction to settle. */
    private int again(int state, long mass, Row sources) {
        var row = new Row();
        graph.row(state, row);
        row.keep(from -> graph.step(from) != graph.step(state) && graph.kind(from) == graph.kind(state));
        if (sources.size == 0) {
            row.add(row.size == 0 ? state : outside(graph.kind(state), 0, mass), mass);
        }
        row.addAll(apart(graph.kind(state), sources));
        graph.alter(state, row);
        graph.alterStep(state, at);
        book.events.adopt(at, state);
        return state;
    }
}
