package org.probity.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedAcyclicGraph;

/**
 * The same steps understood another way: every item carries its whole composition as exact fractions, forward, and who came from whom is a graph of JGraphT.
 * Nothing of the book is used but the words in which steps are written.
 */
final class SecondOpinion {

    static final int NOBODY = -1;

    /** A batch of stuff that is the same throughout. */
    static final class Batch {

        final int item;
        long left;
        final Map<Integer, Fraction> grams;
        final long made;

        Batch(int item, long made, Map<Integer, Fraction> grams) {
            this.item = item;
            this.left = made;
            this.made = made;
            this.grams = grams;
        }
    }

    private record Taken(Batch batch, long mass) {}

    final DirectedAcyclicGraph<Batch, DefaultEdge> made = new DirectedAcyclicGraph<>(DefaultEdge.class);
    final Map<Integer, Deque<Batch>> stock = new TreeMap<>();
    final Map<Integer, List<Batch>> all = new HashMap<>();
    private final Map<Integer, Boolean> pools = new HashMap<>();

    void apply(Step step) {
        var taken = new ArrayList<List<Taken>>();
        for (var input : step.inputs()) {
            taken.add(take(input.item(), input.mass()));
        }
        var everything = new ArrayList<>(taken.stream().flatMap(List::stream).toList());
        long in = everything.stream().mapToLong(Taken::mass).sum();
        long out = step.outputs().stream().mapToLong(Part::mass).sum() + step.scrap();
        switch (step.sharing()) {
            case Sharing.Proportional(), Sharing.Unknown(), Sharing.Packing() -> {
                for (var output : step.outputs()) {
                    if (step.inputs().isEmpty()) {
                        put(output.item(), output.mass(), List.of());
                    } else {
                        put(output.item(), output.mass(), withFound(everything, out - in));
                    }
                }
            }
            case Sharing.Measured(var flows) -> measured(step, taken, flows);
            case Sharing.Position(var begins) -> {
                var flows = new ArrayList<Sharing.Flow>();
                var end = 0L;
                for (int at = 0; at < step.outputs().size(); at++) {
                    var output = step.outputs().get(at);
                    long begin = begins.isEmpty() ? end : begins.get(at);
                    end = begin + output.mass();
                    // Unit by unit would be the definition; stretch by stretch is the same.
                    long place = 0;
                    for (var input : step.inputs()) {
                        long low = Math.max(place, begin), high = Math.min(place + input.mass(), end);
                        if (high > low) {
                            flows.add(new Sharing.Flow(input.item(), output.item(), high - low));
                        }
                        place += input.mass();
                    }
                }
                measured(step, taken, flows);
            }
            case Sharing.Pool(var pool) -> {
                pools.put(pool, false);
                long held = stock.getOrDefault(pool, new ArrayDeque<>()).stream().mapToLong(batch -> batch.left).sum();
                var poured = withFound(everything, out - in - held);
                if (!poured.isEmpty()) {
                    put(pool, poured.stream().mapToLong(Taken::mass).sum(), poured);
                }
                for (var output : step.outputs()) {
                    put(output.item(), output.mass(), take(pool, output.mass()));
                }
                take(pool, step.scrap());
            }
            case Sharing.FifoPool(var pool) -> {
                pools.put(pool, true);
                long held = stock.getOrDefault(pool, new ArrayDeque<>()).stream().mapToLong(batch -> batch.left).sum();
                for (var one : withFound(everything, out - in - held)) {
                    put(pool, one.mass(), List.of(one));
                }
                for (var output : step.outputs()) {
                    put(output.item(), output.mass(), take(pool, output.mass()));
                }
                take(pool, step.scrap());
            }
        }
    }

    private List<Taken> withFound(List<Taken> taken, long found) {
        var all = new ArrayList<>(taken);
        if (found > 0) {
            all.add(new Taken(new Batch(NOBODY, found, Map.of(NOBODY, Fraction.of(found, 1))), found));
        }
        return all;
    }

    private void measured(Step step, List<List<Taken>> taken, List<Sharing.Flow> flows) {
        var queues = new HashMap<Integer, Deque<Taken>>();
        for (int at = 0; at < taken.size(); at++) {
            queues.put(step.inputs().get(at).item(), new ArrayDeque<>(taken.get(at)));
        }
        for (var output : step.outputs()) {
            var parts = new ArrayList<Taken>();
            for (var flow : flows) {
                if (flow.output() == output.item()) {
                    long wanted = flow.mass();
                    var queue = queues.get(flow.input());
                    while (wanted > 0 && !queue.isEmpty()) {
                        var first = queue.removeFirst();
                        long part = Math.min(wanted, first.mass());
                        parts.add(new Taken(first.batch(), part));
                        if (part < first.mass()) {
                            queue.addFirst(new Taken(first.batch(), first.mass() - part));
                        }
                        wanted -= part;
                    }
                }
            }
            put(output.item(), output.mass(), withFound(parts, output.mass() - parts.stream().mapToLong(Taken::mass).sum()));
        }
    }

    private List<Taken> take(int item, long mass) {
        var taken = new ArrayList<Taken>();
        for (var batch : stock.getOrDefault(item, new ArrayDeque<>())) {
            long part = Math.min(mass, batch.left);
            if (part > 0) {
                batch.left -= part;
                mass -= part;
                taken.add(new Taken(batch, part));
            }
        }
        return taken;
    }

    private void put(int item, long mass, List<Taken> from) {
        var grams = new TreeMap<Integer, Fraction>();
        var sources = new ArrayList<>(from);
        long in = from.stream().mapToLong(Taken::mass).sum();
        for (var source : from) {
            source.batch().grams.forEach((origin, held) -> grams.merge(origin, held.times(source.mass()).by(source.batch().made).times(mass).by(in), Fraction::plus));
        }
        long heel = 0;
        if (pools.containsKey(item) && !pools.get(item)) {
            for (var batch : stock.getOrDefault(item, new ArrayDeque<>())) {
                if (batch.left > 0) {
                    long left = batch.left;
                    batch.grams.forEach((origin, held) -> grams.merge(origin, held.times(left).by(batch.made), Fraction::plus));
                    sources.add(new Taken(batch, left));
                    heel += left;
                    batch.left = 0;
                }
            }
        }
        if (from.isEmpty()) {
            grams.merge(item, Fraction.of(mass, 1), Fraction::plus);
        }
        var batch = new Batch(item, mass + heel, grams);
        made.addVertex(batch);
        for (var source : sources) {
            if (source.batch().item != NOBODY) {
                made.addEdge(source.batch(), batch);
            }
        }
        stock.computeIfAbsent(item, _ -> new ArrayDeque<>()).add(batch);
        all.computeIfAbsent(item, _ -> new ArrayList<>()).add(batch);
    }

    /** The batches an item's content lies in now, or its last one when nothing is left. */
    List<Batch> content(int item) {
        var left = stock.get(item).stream().filter(batch -> batch.left > 0).toList();
        return pools.getOrDefault(item, false) && !left.isEmpty() ? left : List.of(stock.get(item).getLast());
    }

    Map<Integer, Fraction> shares(int item) {
        var content = content(item);
        long total = content.size() == 1 ? content.getFirst().made : content.stream().mapToLong(batch -> batch.left).sum();
        var shares = new TreeMap<Integer, Fraction>();
        for (var batch : content) {
            long weight = content.size() == 1 ? batch.made : batch.left;
            batch.grams.forEach((origin, grams) -> shares.merge(origin, grams.by(batch.made).times(weight).by(total), Fraction::plus));
        }
        return shares;
    }

    Set<Integer> upstream(int item) {
        return items(content(item), made::getAncestors, item);
    }

    Set<Integer> downstream(int item) {
        return items(all.get(item), made::getDescendants, item);
    }

    private Set<Integer> items(List<Batch> from, java.util.function.Function<Batch, Set<Batch>> way, int but) {
        var items = new TreeSet<Integer>();
        from.forEach(batch -> way.apply(batch).forEach(other -> items.add(other.item)));
        items.remove(but);
        return items;
    }
}
