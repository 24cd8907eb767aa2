package org.probity.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.probity.trace.Outcome.Kept;

/** Writes a checked step: takes from the states of its inputs, and adds states for what came of it. Every unit that is taken is put somewhere. */
final class Entry {

    private final Book book;
    private final Graph graph;
    private final Step step;
    private final Draft draft;
    private final Row taken;
    private final int at;
    /** States that a corrected step had made and this one makes again: they keep their number and get another row. */
    private final Map<Integer, Integer> again;
    private long found;
    private long lost;

    Entry(Book book, Draft draft) {
        this(book, draft, Map.of());
    }

    Entry(Book book, Draft draft, Map<Integer, Integer> again) {
        this.again = again;
        this.book = book;
        this.graph = book.graph;
        this.step = draft.step;
        this.draft = draft;
        this.taken = draft.taken;
        this.at = book.events.add(step.event(), step.when(), book.graph.nodes);
    }

    Kept write() {
        var out = draft.takingOut();
        take();
        share(out);
        return new Kept(found - lost);
    }

    private void take() {
        for (int input = 0; input < taken.size; input++) {
            graph.setStock(taken.nodes[input], graph.stock(taken.nodes[input]) - taken.masses[input]);
        }
        for (int input = 0; input < step.inputs().size(); input++) {
            var tank = book.tanks.get(step.inputs().get(input).item());
            if (tank != null) {
                tank.moved = step.when();
                tank.drain(graph);
                for (int source = draft.from[input]; tank.fifo && source < draft.from[input + 1]; source++) {
                    tank.held -= taken.masses[source];
                }
            }
        }
    }

    /** Where inputs are taken from is settled elsewhere. */
    Kept rewrite() {
        share(false);
        return new Kept(found - lost);
    }

    /** @param out whether items are taken out of a pack */
    private void share(boolean out) {
        switch (step.sharing()) {
            case Sharing.Proportional() -> mix(Graph.MIXTURE);
            case Sharing.Unknown() -> mix(Graph.UNKNOWN_MIXTURE);
            case Sharing.Measured(var flows) -> along(flows);
            case Sharing.Position(var begins) -> along(draft.laid(begins));
            case Sharing.Pool(var pool) -> pool(pool);
            case Sharing.FifoPool(var pool) -> queue(pool);
            case Sharing.Packing() when out -> unpack();
            case Sharing.Packing() -> pack();
        }
    }

    /** Outputs that come from outside, and scrap of which nobody says what it was. */
    private void receive() {
        step.outputs().forEach(part -> item(part.item(), part.mass(), new Row()));
        if (step.scrap() > 0) {
            found = step.scrap();
            var source = new Row();
            source.add(find(found), found);
            sink(Graph.SCRAP, found, source);
        }
    }

    private void mix(int kind) {
        if (step.inputs().isEmpty()) {
            receive();
            return;
        }
        var in = taken.mass();
        var out = Draft.sum(step.outputs()) + step.scrap();
        if (out > in) {
            found = out - in;
            taken.add(find(found), found);
        }
        spread(kind, taken, step.outputs(), step.scrap(), Math.max(0, in - out));
    }

    /** Sources become outputs, scrap and what is lost: by way of a mixture, unless all of it becomes one thing, and that the same throughout. */
    private void spread(int kind, Row sources, List<Part> outputs, long scrap, long loss) {
        lost += loss;
        if (outputs.size() + Long.signum(scrap) + Long.signum(loss) > 1 || kind == Graph.UNKNOWN_MIXTURE && sources.size > 1) {
            var mixture = graph.add(kind, at, 0);
            flow(sources);
            sources = new Row();
            sources.add(mixture, 0);
        }
        for (var part : outputs) {
            item(part.item(), part.mass(), alone(sources, part.mass()));
        }
        if (scrap > 0) {
            sink(Graph.SCRAP, scrap, alone(sources, scrap));
        }
        if (loss > 0) {
            sink(Graph.LOST, loss, alone(sources, loss));
        }
    }

    /** Of a single source, as much as is wanted; several give exactly what they give. */
    private Row alone(Row sources, long mass) {
        if (sources.size == 1) {
            sources.masses[0] = mass;
        }
        return sources;
    }

    /** A source for what nothing recorded explains. */
    private int find(long mass) {
        return outside(Graph.FOUND, 0, mass);
    }

    private int outside(int kind, long holds, long mass) {
        var node = graph.add(kind, at, holds);
        graph.flow(node, mass);
        return node;
    }

    private void sink(int kind, long mass, Row sources) {
        graph.add(kind, at, mass);
        flow(sources);
    }

    private void flow(Row sources) {
        for (int source = 0; source < sources.size; source++) {
            graph.flow(sources.nodes[source], sources.masses[source]);
        }
    }

    /** A new state of an item: made now, or poured onto what is in the pool. */
    private int item(int item, long mass, Row sources) {
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
            tank.moved = step.when();
            if (tank.fifo) {
                tank.held += mass;
                tank.layers.add(state);
            }
        }
        return state;
    }

    /** What was taken from a pool and comes back to it is told apart from its heel: it comes by way of a mixture. */
    private Row apart(int item, Row sources) {
        for (int source = 0; source < sources.size; source++) {
            if (graph.kind(sources.nodes[source]) == item && graph.step(sources.nodes[source]) != at) {
                var mass = sources.mass();
                var mixture = graph.add(Graph.MIXTURE, at, 0);
                flow(sources);
                var one = new Row();
                one.add(mixture, mass);
                return one;
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

    private void along(List<Sharing.Flow> flows) {
        if (step.inputs().isEmpty()) {
            receive();
            return;
        }
        var left = new Row();
        for (int source = 0; source < taken.size; source++) {
            left.add(taken.nodes[source], taken.masses[source]);
        }
        var rows = new ArrayList<Row>();
        var into = flows.stream().collect(Collectors.groupingBy(Sharing.Flow::output));
        var inputs = IntStream.range(0, step.inputs().size()).boxed().collect(Collectors.toMap(input -> step.inputs().get(input).item(), input -> input));
        for (var part : step.outputs()) {
            var row = new Row();
            into.getOrDefault(part.item(), List.of()).forEach(flow -> take(inputs.get(flow.input()), flow.mass(), left, row));
            rows.add(row);
            found += part.mass() - row.mass();
        }
        var rest = left.mass();
        found += Math.max(0, step.scrap() - rest);
        var source = found > 0 ? find(found) : -1;
        for (int output = 0; output < rows.size(); output++) {
            var part = step.outputs().get(output);
            var row = rows.get(output);
            if (row.mass() < part.mass()) {
                row.add(source, part.mass() - row.mass());
            }
            item(part.item(), part.mass(), row);
        }
        if (step.scrap() > rest) {
            left.add(source, step.scrap() - rest);
        }
        spread(Graph.MIXTURE, left.withoutNoughts(), List.of(), step.scrap(), Math.max(0, rest - step.scrap()));
    }

    /** Moves so much from what is left of an input; a queue gives its oldest first. */
    private void take(int input, long wanted, Row left, Row into) {
        for (int source = draft.from[input]; source < draft.from[input + 1] && wanted > 0; source++) {
            var part = Math.min(wanted, left.masses[source]);
            if (part > 0) {
                into.add(left.nodes[source], part);
                left.masses[source] -= part;
                wanted -= part;
            }
        }
    }

    private void pool(int pool) {
        if (again.containsKey(pool)) {
            draw(item(pool, taken.mass(), taken));
            return;
        }
        var tank = book.tanks.computeIfAbsent(pool, _ -> new Tank(false, step.when()));
        tank.moved = step.when();
        var out = Draft.sum(step.outputs()) + step.scrap();
        var held = book.stock(pool) + taken.mass();
        if (out > held) {
            found = out - held;
            taken.add(find(found), found);
        }
        if (taken.size > 0) {
            item(pool, taken.mass(), taken);
        }
        if (out > 0 || !step.outputs().isEmpty()) {
            graph.setStock(book.node(pool), graph.stock(book.node(pool)) - out);
        }
        draw(book.node(pool));
    }

    /** Outputs and scrap from what a melt is now. */
    private void draw(int state) {
        var melt = new Row();
        melt.add(state, 0);
        step.outputs().forEach(part -> item(part.item(), part.mass(), alone(melt, part.mass())));
        if (step.scrap() > 0) {
            sink(Graph.SCRAP, step.scrap(), alone(melt, step.scrap()));
        }
    }

    private void queue(int pool) {
        var tank = book.tanks.computeIfAbsent(pool, _ -> new Tank(true, step.when()));
        tank.moved = step.when();
        var out = Draft.sum(step.outputs()) + step.scrap();
        var held = book.stock(pool) + taken.mass();
        if (out > held) {
            found = out - held;
            taken.add(find(found), found);
        }
        for (int source = 0; source < taken.size; source++) {
            var one = new Row();
            one.add(taken.nodes[source], taken.masses[source]);
            item(pool, taken.masses[source], one);
        }
        for (var part : step.outputs()) {
            item(part.item(), part.mass(), drawn(tank, book.node(pool), part.mass()));
        }
        if (step.scrap() > 0) {
            sink(Graph.SCRAP, step.scrap(), drawn(tank, book.node(pool), step.scrap()));
        }
    }

    private Row drawn(Tank tank, int newest, long mass) {
        var row = new Row();
        tank.held -= mass;
        for (var layer : tank.layers) {
            if (mass == 0) {
                break;
            }
            var part = Math.min(mass, graph.stock(layer));
            row.add(layer, part);
            graph.setStock(layer, graph.stock(layer) - part);
            mass -= part;
        }
        tank.drain(graph);
        if (row.size == 0) {
            row.add(newest, 0);
        }
        return row;
    }

    private void pack() {
        var pack = step.outputs().getFirst();
        item(pack.item(), pack.mass(), taken);
        book.packs.set(pack.item());
        step.inputs().forEach(part -> book.packed.set(part.item(), pack.item()));
    }

    /** Each item has again what it had. That it was in the pack stays, without mass. */
    private void unpack() {
        var pack = step.inputs().getFirst().item();
        // What each state of the pack gives back, and to whom; what one gives back, the next no longer has from it.
        var back = new TreeMap<Integer, Row>();
        for (var part : step.outputs()) {
            var inside = book.node(part.item());
            graph.setStock(inside, graph.stock(inside) + part.mass());
            book.packed.set(part.item(), -1);
            giveBack(inside, pack, part.mass(), back);
        }
        while (!back.isEmpty()) {
            var state = back.pollFirstEntry();
            graph.takeBack(state.getValue(), state.getKey());
            giveBack(state.getKey(), pack, state.getValue().mass(), back);
        }
    }

    private void giveBack(int from, int pack, long mass, Map<Integer, Row> back) {
        var state = book.into(from, pack);
        if (state >= 0) {
            back.computeIfAbsent(state, _ -> new Row()).add(from, mass);
        }
    }
}
