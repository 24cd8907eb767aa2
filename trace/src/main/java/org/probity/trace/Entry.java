package org.probity.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.probity.trace.Outcome.Kept;

/** Writes a checked step: takes from the states of its inputs, and adds states for what came of it. Every unit that is taken is put somewhere. */
final class Entry {

    private final Book book;
    private final Graph graph;
    private final Step step;
    private final Draft draft;
    private final Row taken;
    private final Made made;
    private long found;
    private long lost;

    Entry(Book book, Draft draft) {
        this(book, draft, Map.of());
    }

    /** @param again states that a corrected step had made and this one makes again */
    Entry(Book book, Draft draft, Map<Integer, Integer> again) {
        this.book = book;
        this.graph = book.graph;
        this.step = draft.step;
        this.draft = draft;
        this.taken = draft.taken;
        this.made = new Made(book, book.events.add(step.event(), step.when(), book.graph.nodes), again);
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

    /** The same of a step that pours into a pool that has moved on, or draws from it. */
    Kept rewrite(@Nullable Between place) {
        made.between = place;
        return rewrite();
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
            case Sharing.Pool(var pool) -> found = new Tanks(book, step, taken, made).mixed(pool);
            case Sharing.FifoPool(var pool) -> found = new Tanks(book, step, taken, made).queue(pool);
            case Sharing.Packing() when out -> new Packs(book, step).unpack();
            case Sharing.Packing() -> new Packs(book, step).pack(taken, made);
        }
    }

    /** Outputs that come from outside, and scrap of which nobody says what it was. */
    private void receive() {
        step.outputs().forEach(part -> made.item(part.item(), part.mass(), new Row()));
        if (step.scrap() > 0) {
            found = step.scrap();
            made.sink(Graph.SCRAP, found, Row.of(made.find(found), found));
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
            taken.add(made.find(found), found);
        }
        spread(kind, taken, step.outputs(), step.scrap(), Math.max(0, in - out));
    }

    /** Sources become outputs, scrap and what is lost: by way of a mixture, unless all of it becomes one thing, and that the same throughout. */
    private void spread(int kind, Row sources, List<Part> outputs, long scrap, long loss) {
        lost += loss;
        if (outputs.size() + Long.signum(scrap) + Long.signum(loss) > 1 || kind == Graph.UNKNOWN_MIXTURE && sources.size > 1) {
            sources = made.mixture(kind, sources);
        }
        for (var part : outputs) {
            made.item(part.item(), part.mass(), Made.alone(sources, part.mass()));
        }
        if (scrap > 0) {
            made.sink(Graph.SCRAP, scrap, Made.alone(sources, scrap));
        }
        if (loss > 0) {
            made.sink(Graph.LOST, loss, Made.alone(sources, loss));
        }
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
        var source = found > 0 ? made.find(found) : -1;
        for (int output = 0; output < rows.size(); output++) {
            var part = step.outputs().get(output);
            var row = rows.get(output);
            if (row.mass() < part.mass()) {
                row.add(source, part.mass() - row.mass());
            }
            made.item(part.item(), part.mass(), row);
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
}
