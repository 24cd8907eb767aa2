package org.probity.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.probity.trace.Outcome.Kept;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/** One correction: everything is weighed before anything is written. */
final class Amendment {

    private final Book book;
    private final Graph graph;
    private final Recall recall;
    private final int step;
    /** What happened instead; empty when nothing did. */
    private final Step by;
    private final int[] nodes;
    private final Set<Integer> own;
    /** By item, the states that the wrong step made. */
    private final Map<Integer, Integer> states = new HashMap<>();
    /** What each state outside gets back, or gives more of. */
    private final Map<Integer, Long> back = new HashMap<>();
    private final Heels heels;
    private final Contents contents;
    private final Row row = new Row();

    Amendment(Book book, Recall recall, int step, Step by) {
        this.book = book;
        this.graph = book.graph;
        this.recall = recall;
        this.heels = new Heels(book);
        this.contents = new Contents(book.graph);
        this.step = step;
        this.by = by;
        this.nodes = book.events.nodes(step, graph.nodes);
        this.own = Arrays.stream(nodes).boxed().collect(Collectors.toSet());
        for (var node : nodes) {
            if (graph.kind(node) >= 0) {
                states.merge(graph.kind(node), node, Math::max);
            }
        }
    }

    Outcome remove(Recall.Visitor effects) {
        var refused = weighOld();
        if (refused == null) {
            refused = heels.weigh(back);
        }
        if (refused != null) {
            return refused;
        }
        var before = contents.of(touched());
        heels.settle(back);
        var found = clear(Set.of());
        book.events.corrected.set(step);
        tell(before, effects);
        return new Kept(found);
    }

    Outcome replace(Recall.Visitor effects) {
        var draft = new Draft(book, by);
        var refused = draft.form();
        if (refused == null) {
            refused = weighOld();
        }
        if (refused == null) {
            refused = inputs(draft);
        }
        if (refused == null) {
            refused = outputs(draft);
        }
        if (refused == null) {
            refused = draft.pool() < 0 ? draft.closes(-1) : null;
        }
        if (refused == null) {
            refused = heels.weigh(back);
        }
        if (refused != null) {
            return refused;
        }
        var before = contents.of(touched());
        heels.settle(back);
        var again = new HashMap<Integer, Integer>();
        if (draft.pool() >= 0) {
            again.put(draft.pool(), states.get(draft.pool()));
        }
        by.outputs().forEach(part -> {
            if (states.get(part.item()) instanceof Integer state) {
                again.put(part.item(), state);
                if (!book.tanks.containsKey(part.item())) {
                    graph.setStock(state, part.mass() - used(state));
                }
            }
        });
        var gone = clear(again.keySet());
        var kept = new Entry(book, draft, again).rewrite();
        book.events.corrected.set(step);
        tell(before, effects);
        return new Kept(kept.unaccounted() + gone);
    }

    /** What the wrong step took is given back, and what it poured is taken out. */
    private @Nullable Refused weighOld() {
        for (var node : nodes) {
            var kind = graph.kind(node);
            if (kind >= 0 && (book.packs.get(kind) || book.tanks.get(kind) instanceof Tank tank && tank.fifo)) {
                return new Refused(Reason.MOVED_ON, kind, 0);
            }
            graph.parents(node, row);
            for (int at = 0; at < row.size; at++) {
                var from = row.nodes[at];
                if (own.contains(from)) {
                    if (kind != graph.kind(from) && book.tanks.containsKey(graph.kind(from))) {
                        back.merge(from, row.masses[at], Long::sum);
                    }
                    continue;
                }
                if (kind >= 0 && graph.kind(from) == kind) {
                    continue;
                }
                if (book.tanks.get(graph.kind(from)) instanceof Tank tank && tank.fifo) {
                    return new Refused(Reason.MOVED_ON, graph.kind(from), 0);
                }
                back.merge(from, row.masses[at], Long::sum);
            }
            if (book.tanks.containsKey(kind) && states.get(kind) == node) {
                back.merge(node, -poured(node), Long::sum);
            }
        }
        return nodes.length == 0 ? new Refused(Reason.MOVED_ON, -1, 0) : null;
    }

    /** What came into a pool's state beside its heel. */
    private long poured(int state) {
        var all = new Row();
        graph.row(state, all);
        all.keep(from -> from == state || graph.kind(from) != graph.kind(state) || own.contains(from));
        return all.mass();
    }

    private @Nullable Refused inputs(Draft draft) {
        if (switch (by.sharing()) {
            case Sharing.Proportional(), Sharing.Unknown() -> false;
            case Sharing.Measured _, Sharing.Position _ -> false;
            case Sharing.Pool(var pool) -> by.inputs().isEmpty() || !states.containsKey(pool) || !book.tanks.containsKey(pool);
            case Sharing.FifoPool _, Sharing.Packing() -> true;
        }) {
            return new Refused(Reason.MOVED_ON, draft.pool(), 0);
        }
        var taken = new HashMap<Integer, Integer>();
        for (var state : back.keySet()) {
            if (!own.contains(state) && when(state) <= by.when()) {
                taken.putIfAbsent(graph.kind(state), state);
            }
        }
        var sources = by.inputs().stream().mapToInt(part -> source(part.item(), taken)).toArray();
        var circle = new Reach(book).meets(Arrays.stream(sources).filter(state -> state >= 0).toArray(), own::contains);
        for (int at = 0; at < by.inputs().size(); at++) {
            var part = by.inputs().get(at);
            draft.from[at] = draft.taken.size;
            var tank = book.tanks.get(part.item());
            if (tank != null && tank.fifo || book.packedIn(part.item()).isPresent()) {
                return new Refused(Reason.MOVED_ON, part.item(), part.mass());
            }
            var state = sources[at];
            if (state < 0) {
                return new Refused(book.knows(part.item()) ? Reason.OUTPUT_BEFORE_INPUT : Reason.UNKNOWN_ITEM, part.item(), part.mass());
            }
            if (circle && (own.contains(state) || new Reach(book).meets(new int[] {state}, own::contains))) {
                return new Refused(Reason.CYCLE, part.item(), part.mass());
            }
            var there = heels.left(state) + back.getOrDefault(state, 0L);
            if (part.mass() > there && !book.limits.allow(part.mass() - there, part.mass())) {
                return new Refused(Reason.MORE_THAN_THERE_IS, part.item(), part.mass());
            }
            draft.taken.add(state, Math.min(part.mass(), there));
            back.merge(state, -Math.min(part.mass(), there), Long::sum);
        }
        draft.from[by.inputs().size()] = draft.taken.size;
        return null;
    }

    /** The state that the wrong step took an item from, or that there was when this happened. @param taken by item, what the wrong step took of it */
    private int source(int item, Map<Integer, Integer> taken) {
        if (taken.get(item) instanceof Integer state) {
            return state;
        }
        var states = book.statesAt(item, by.when());
        return states.length == 0 ? -1 : states[0];
    }

    private @Nullable Refused outputs(Draft draft) {
        if (by.sharing() instanceof Sharing.Pool(var pool)) {
            back.merge(states.get(pool), draft.taken.mass() - Draft.sum(by.outputs()) - by.scrap(), Long::sum);
            if (!fits(states.get(pool))) {
                return new Refused(Reason.OUTPUT_BEFORE_INPUT, pool, 0);
            }
        }
        for (var part : by.outputs()) {
            var item = part.item();
            if (book.packs.get(item) || book.tanks.get(item) instanceof Tank tank && (tank.fifo || !states.containsKey(item) && tank.moved > by.when())) {
                return new Refused(Reason.MOVED_ON, item, part.mass());
            }
            if (item == draft.pool()) {
                return new Refused(Reason.CYCLE, item, part.mass());
            }
            if (!(states.get(item) instanceof Integer state)) {
                if (book.node(item) >= 0 && !book.tanks.containsKey(item)) {
                    return new Refused(Reason.MADE_TWICE, item, part.mass());
                }
                continue;
            }
            if (!fits(state)) {
                return new Refused(Reason.OUTPUT_BEFORE_INPUT, item, part.mass());
            }
            if (book.tanks.containsKey(item)) {
                back.merge(state, part.mass(), Long::sum);
            } else if (part.mass() < used(state)) {
                return new Refused(Reason.MORE_THAN_THERE_IS, item, used(state));
            }
        }
        return null;
    }

    /** Whether nothing used a state before it is made now, and it is made after the pool's state before it. */
    private boolean fits(int state) {
        graph.children(state, row);
        for (int at = 0; at < row.size; at++) {
            if (!own.contains(row.nodes[at]) && when(row.nodes[at]) < by.when()) {
                return false;
            }
        }
        var earlier = (int) book.before.get(state);
        return earlier < 0 || when(earlier) <= by.when();
    }

    private long used(int state) {
        return book.mass(state) - graph.stock(state);
    }

    /** Nothing flows into what the wrong step made, but what others have used of it: that came from nowhere. @return how much */
    private long clear(Set<Integer> but) {
        var found = 0L;
        for (var node : nodes) {
            var kind = graph.kind(node);
            if (kind >= 0 && but.contains(kind) && states.get(kind) == node) {
                continue;
            }
            var rest = new Row();
            if (book.tanks.containsKey(kind)) {
                graph.row(node, rest);
                rest.keep(from -> from != node && !own.contains(from) && graph.kind(from) == kind);
            } else if (kind >= 0) {
                graph.children(node, row);
                if (row.size == 0) {
                    book.newest.set(kind, -1);
                } else {
                    var used = used(node);
                    found += used;
                    rest.add(heels.outside(Graph.FOUND, step, used), used);
                }
            }
            if (!book.tanks.containsKey(kind)) {
                graph.setStock(node, 0);
            }
            graph.alter(node, rest);
        }
        return found;
    }

    /** The states that may hold something else afterwards. */
    private Set<Integer> touched() {
        var touched = new TreeSet<>(states.values());
        back.keySet().forEach(state -> touched.addAll(heels.from(state)));
        return touched;
    }

    private void tell(Map<Integer, String> before, Recall.Visitor effects) {
        var after = contents.of(before.keySet());
        recall.from(before.keySet().stream().filter(state -> !after.get(state).equals(before.get(state))).mapToInt(Integer::intValue).toArray(), effects);
    }

    private long when(int node) {
        return book.events.when(graph.step(node));
    }
}
