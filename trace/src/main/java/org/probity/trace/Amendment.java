package org.probity.trace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private final @Nullable Step by;
    private final int[] nodes;
    private final Set<Integer> own;
    /** By item, the states that the wrong step made. */
    private final Map<Integer, Integer> states = new HashMap<>();
    /** What each state outside gets back, or gives more of. */
    private final Map<Integer, Long> back = new HashMap<>();
    private final Row row = new Row();

    Amendment(Book book, Recall recall, int step, @Nullable Step by) {
        this.book = book;
        this.graph = book.graph;
        this.recall = recall;
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
            refused = weigh();
        }
        if (refused != null) {
            return refused;
        }
        var before = contents();
        settle();
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
            refused = outputs();
        }
        if (refused == null) {
            refused = draft.closes(-1);
        }
        if (refused == null) {
            refused = weigh();
        }
        if (refused != null) {
            return refused;
        }
        var before = contents();
        settle();
        var again = new HashMap<Integer, Integer>();
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
                    if (book.tanks.containsKey(graph.kind(from))) {
                        return new Refused(Reason.MOVED_ON, graph.kind(from), 0);
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
        if (!(by.sharing() instanceof Sharing.Proportional || by.sharing() instanceof Sharing.Unknown || by.sharing() instanceof Sharing.Measured
                || by.sharing() instanceof Sharing.Position)) {
            return new Refused(Reason.MOVED_ON, draft.pool(), 0);
        }
        for (int at = 0; at < by.inputs().size(); at++) {
            var part = by.inputs().get(at);
            draft.from[at] = draft.taken.size;
            var tank = book.tanks.get(part.item());
            if (tank != null && tank.fifo || book.packedIn(part.item()).isPresent()) {
                return new Refused(Reason.MOVED_ON, part.item(), part.mass());
            }
            var state = source(part.item());
            if (state < 0) {
                return new Refused(book.knows(part.item()) ? Reason.OUTPUT_BEFORE_INPUT : Reason.UNKNOWN_ITEM, part.item(), part.mass());
            }
            if (own.contains(state) || new Reach(book).meets(state, own::contains)) {
                return new Refused(Reason.CYCLE, part.item(), part.mass());
            }
            var there = left(state) + back.getOrDefault(state, 0L);
            if (part.mass() > there && !book.limits.allow(part.mass() - there, part.mass())) {
                return new Refused(Reason.MORE_THAN_THERE_IS, part.item(), part.mass());
            }
            draft.taken.add(state, Math.min(part.mass(), there));
            back.merge(state, -Math.min(part.mass(), there), Long::sum);
        }
        draft.from[by.inputs().size()] = draft.taken.size;
        return null;
    }

    /** The state that the wrong step took an item from, or that there was when this happened. */
    private int source(int item) {
        for (var state : back.keySet()) {
            if (graph.kind(state) == item && !own.contains(state) && when(state) <= by.when()) {
                return state;
            }
        }
        var states = book.statesAt(item, by.when());
        return states.length == 0 ? -1 : states[0];
    }

    private @Nullable Refused outputs() {
        for (var part : by.outputs()) {
            var item = part.item();
            if (book.packs.get(item) || book.tanks.get(item) instanceof Tank tank && (tank.fifo || !states.containsKey(item) && tank.moved > by.when())) {
                return new Refused(Reason.MOVED_ON, item, part.mass());
            }
            if (!(states.get(item) instanceof Integer state)) {
                if (book.node(item) >= 0 && !book.tanks.containsKey(item)) {
                    return new Refused(Reason.MADE_TWICE, item, part.mass());
                }
                continue;
            }
            graph.children(state, row);
            for (int at = 0; at < row.size; at++) {
                if (when(row.nodes[at]) < by.when()) {
                    return new Refused(Reason.OUTPUT_BEFORE_INPUT, item, part.mass());
                }
            }
            if (book.tanks.containsKey(item)) {
                var earlier = (int) book.before.get(state);
                if (earlier >= 0 && when(earlier) > by.when()) {
                    return new Refused(Reason.OUTPUT_BEFORE_INPUT, item, part.mass());
                }
                back.merge(state, part.mass(), Long::sum);
            } else if (part.mass() < used(state)) {
                return new Refused(Reason.MORE_THAN_THERE_IS, item, used(state));
            }
        }
        return null;
    }

    /** No state gives more than it has, also not later. */
    private @Nullable Refused weigh() {
        var change = new HashMap<Integer, Long>();
        back.forEach((state, mass) -> chain(state).forEach(later -> change.merge(later, mass, Long::sum)));
        for (var entry : change.entrySet()) {
            if (left(entry.getKey()) + entry.getValue() < 0) {
                return new Refused(Reason.MORE_THAN_THERE_IS, graph.kind(entry.getKey()), -entry.getValue());
            }
        }
        return null;
    }

    /** A state, and those of the pool after it. */
    private List<Integer> chain(int state) {
        var chain = new ArrayList<Integer>();
        if (book.tanks.containsKey(graph.kind(state))) {
            for (var later : book.allStates(graph.kind(state))) {
                if (later == state) {
                    break;
                }
                chain.addFirst(later);
            }
        }
        chain.addFirst(state);
        return chain;
    }

    /** What is left in a state, or went on as the heel of the next. */
    private long left(int state) {
        var chain = chain(state);
        return graph.stock(state) + (chain.size() > 1 ? heel(state, chain.get(1)) : 0);
    }

    private long heel(int state, int next) {
        var all = new Row();
        graph.parents(next, all);
        all.keep(from -> from == state);
        return all.mass();
    }

    private void settle() {
        back.forEach((state, mass) -> {
            if (mass != 0) {
                var chain = chain(state);
                for (int at = 1; at < chain.size(); at++) {
                    heel(chain.get(at - 1), chain.get(at), mass);
                }
                graph.setStock(chain.getLast(), graph.stock(chain.getLast()) + mass);
            }
        });
    }

    private void heel(int state, int next, long more) {
        var all = new Row();
        graph.row(next, all);
        for (int at = 0; at < all.size; at++) {
            if (all.nodes[at] == next) {
                // What came from outside onto an empty pool now comes onto a heel.
                all.nodes[at] = outside(graph.kind(next), graph.step(next), all.masses[at]);
            }
        }
        var known = all.has(state);
        for (int at = 0; at < all.size; at++) {
            if (all.nodes[at] == state) {
                all.masses[at] += more;
            }
        }
        if (!known) {
            all.add(state, more);
        }
        if (heel(state, next) + more == 0) {
            all.keep(from -> from != state);
        }
        graph.alter(next, all);
    }

    private int outside(int kind, int ofStep, long mass) {
        var node = graph.add(kind, ofStep, 0);
        graph.flow(node, mass);
        book.events.adopt(ofStep, node);
        return node;
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
                    rest.add(outside(Graph.FOUND, step, used), used);
                }
            }
            if (!book.tanks.containsKey(kind)) {
                graph.setStock(node, 0);
            }
            graph.alter(node, rest);
        }
        return found;
    }

    /** What each state that may change is made of, seen through a mixture. */
    private Map<Integer, String> contents() {
        var contents = new HashMap<Integer, String>();
        var touched = new TreeSet<>(states.values());
        back.keySet().forEach(state -> touched.addAll(chain(state)));
        touched.forEach(state -> contents.put(state, content(state)));
        return contents;
    }

    /** Sources with their masses; what is mixed first, in the least whole numbers of the same proportion. */
    private String content(int state) {
        var all = new Row();
        graph.row(state, all);
        var text = new StringBuilder();
        for (int at = 0; at < all.size; at++) {
            text.append(named(all.nodes[at])).append(' ').append(all.masses[at]).append(',');
        }
        return text.toString();
    }

    private String named(int from) {
        var mixture = new Row();
        if (graph.kind(from) == Graph.FOUND) {
            return "?";
        }
        if (graph.kind(from) >= 0) {
            return "" + from;
        }
        graph.row(from, mixture);
        if (mixture.size == 1) {
            return named(mixture.nodes[0]);
        }
        var common = Arrays.stream(mixture.masses, 0, mixture.size).reduce(0, (one, other) -> BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValue());
        return graph.kind(from) + IntStream.range(0, mixture.size).mapToObj(at -> named(mixture.nodes[at]) + ' ' + mixture.masses[at] / Math.max(1, common)).toList().toString();
    }

    private void tell(Map<Integer, String> before, Recall.Visitor effects) {
        recall.from(before.keySet().stream().filter(state -> !content(state).equals(before.get(state))).mapToInt(Integer::intValue).toArray(), effects);
    }

    private long when(int node) {
        return book.events.when(graph.step(node));
    }
}
