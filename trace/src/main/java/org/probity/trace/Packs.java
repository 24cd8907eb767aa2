package org.probity.trace;

import java.util.Map;
import java.util.TreeMap;

/** Writes what is put into a pack, and taken out of it. */
record Packs(Book book, Step step) {

    void pack(Row taken, Made made) {
        var pack = step.outputs().getFirst();
        made.item(pack.item(), pack.mass(), taken);
        book.packs.set(pack.item());
        step.inputs().forEach(part -> book.packed.set(part.item(), pack.item()));
    }

    /** Each item has again what it had. That it was in the pack stays, without mass. */
    void unpack() {
        var pack = step.inputs().getFirst().item();
        // What each state of the pack gives back, and to whom; what one gives back, the next no longer has from it.
        var back = new TreeMap<Integer, Row>();
        for (var part : step.outputs()) {
            var inside = book.node(part.item());
            book.graph.setStock(inside, book.graph.stock(inside) + part.mass());
            book.packed.set(part.item(), -1);
            giveBack(inside, pack, part.mass(), back);
        }
        while (!back.isEmpty()) {
            var state = back.pollFirstEntry();
            book.graph.takeBack(state.getValue(), state.getKey());
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
