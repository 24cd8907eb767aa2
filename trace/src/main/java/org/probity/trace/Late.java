package org.probity.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.probity.trace.Outcome.Kept;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/**
 * What a book learns behind what it knows: that an item which came from outside, for all that was known, was made of something; that more of such an item was
 * used; that what was made once is made once more; that a step did not happen. What was made of it stays as it is and only holds something else now.
 *
 * <p>A refusal does not say that the step cannot be. It may only be that its place in the order cannot be found any more; then the book is built again.
 */
public final class Late {

    private final Book book;
    private final Graph graph;
    private final Recall recall;
    private final Contents contents;
    private final Row row = new Row();

    public Late(Book book) {
        this.book = book;
        this.graph = book.graph;
        this.recall = new Recall(book);
        this.contents = new Contents(book.graph);
    }

    /** Whether an item is in the book, and nothing but that it came from outside is known of how it came about. */
    public boolean isOrigin(int item) {
        var state = book.node(item);
        return state >= 0 && !book.tanks.containsKey(item) && !book.packs.get(item) && (int) book.before.get(state) < 0 && fromOutside(state);
    }

    private boolean fromOutside(int state) {
        graph.row(state, row);
        return row.size == 1 && row.nodes[0] == state;
    }

    public boolean isPool(int item) {
        return book.tanks.containsKey(item);
    }

    public boolean isPack(int item) {
        return book.packs.get(item);
    }

    /** Whether all that was taken from an item, if anything, was taken by one event's step. */
    public boolean usedOnlyBy(int item, long event) {
        var step = book.events.find(event);
        graph.children(book.node(item), row);
        for (int at = 0; at < row.size; at++) {
            if (graph.step(row.nodes[at]) != step) {
                return false;
            }
        }
        return true;
    }

    /**
     * Enters a step that makes, among others, items which came from outside for all that was known. Its inputs are in the book, with enough left of them, and no
     * queue or pool is among them.
     *
     * @param effects is told each state whose content is different now
     */
    public Outcome enter(Step step, Recall.Visitor effects) {
        var draft = new Draft(book, step);
        var refused = draft.form();
        if (refused == null) {
            refused = draft.pool() >= 0 || step.sharing() instanceof Sharing.Packing ? new Refused(Reason.MOVED_ON, draft.pool(), 0) : inputs(draft);
        }
        var again = new HashMap<Integer, Integer>();
        if (refused == null) {
            refused = outputs(step, again);
        }
        if (refused == null) {
            refused = circle(draft, again);
        }
        if (refused == null) {
            refused = draft.closes(-1);
        }
        if (refused != null) {
            return refused;
        }
        var before = contents.of(new TreeSet<>(again.values()));
        for (int at = 0; at < draft.taken.size; at++) {
            graph.setStock(draft.taken.nodes[at], graph.stock(draft.taken.nodes[at]) - draft.taken.masses[at]);
        }
        step.outputs().forEach(part -> {
            if (again.get(part.item()) instanceof Integer state) {
                graph.setStock(state, part.mass() - used(state));
            }
        });
        var kept = new Entry(book, draft, again).rewrite();
        var after = contents.of(before.keySet());
        recall.from(before.keySet().stream().filter(state -> !after.get(state).equals(before.get(state))).mapToInt(Integer::intValue).toArray(), effects);
        return kept;
    }

    private @Nullable Refused inputs(Draft draft) {
        var step = draft.step;
        for (int at = 0; at < step.inputs().size(); at++) {
            var part = step.inputs().get(at);
            var state = book.node(part.item());
            draft.from[at] = draft.taken.size;
            if (state < 0) {
                return new Refused(Reason.UNKNOWN_ITEM, part.item(), part.mass());
            }
            if (book.tanks.containsKey(part.item()) || book.packedIn(part.item()).isPresent()) {
                return new Refused(Reason.MOVED_ON, part.item(), part.mass());
            }
            if (when(state) > step.when()) {
                return new Refused(Reason.OUTPUT_BEFORE_INPUT, part.item(), part.mass());
            }
            if (part.mass() > graph.stock(state)) {
                return new Refused(Reason.MORE_THAN_THERE_IS, part.item(), part.mass());
            }
            draft.taken.add(state, part.mass());
        }
        draft.from[step.inputs().size()] = draft.taken.size;
        return null;
    }

    private @Nullable Refused outputs(Step step, Map<Integer, Integer> again) {
        for (var part : step.outputs()) {
            var item = part.item();
            var state = book.node(item);
            if (state < 0) {
                continue;
            }
            if (book.tanks.get(item) instanceof Tank tank) {
                if (tank.fifo || tank.moved > step.when()) {
                    return new Refused(Reason.MOVED_ON, item, part.mass());
                }
                continue;
            }
            if (!isOrigin(item)) {
                return new Refused(Reason.MADE_TWICE, item, part.mass());
            }
            if (part.mass() < used(state)) {
                return new Refused(Reason.MORE_THAN_THERE_IS, item, used(state));
            }
            graph.children(state, row);
            for (int at = 0; at < row.size; at++) {
                if (when(row.nodes[at]) < step.when()) {
                    return new Refused(Reason.OUTPUT_BEFORE_INPUT, item, part.mass());
                }
            }
            again.put(item, state);
        }
        return null;
    }

    private @Nullable Refused circle(Draft draft, Map<Integer, Integer> again) {
        var states = again.values().stream().collect(Collectors.toSet());
        var reach = new Reach(book);
        for (int at = 0; at < draft.taken.size && !states.isEmpty(); at++) {
            if (reach.meets(draft.taken.nodes[at], states::contains)) {
                return new Refused(Reason.CYCLE, graph.kind(draft.taken.nodes[at]), draft.taken.masses[at]);
            }
        }
        return null;
    }

    /** An item that came from outside is heavier or lighter than was known; with nothing left and nothing used it never was. What is made of it holds what it held. */
    public Outcome weigh(int item, long mass) {
        if (!isOrigin(item)) {
            return new Refused(Reason.MOVED_ON, item, mass);
        }
        var state = book.node(item);
        var used = used(state);
        if (mass < used || mass > book.limits.mostMass()) {
            return new Refused(mass < used ? Reason.MORE_THAN_THERE_IS : Reason.ABSURD_MASS, item, mass);
        }
        graph.children(state, row);
        var gone = mass == 0 && row.size == 0;
        var other = new Row();
        if (!gone) {
            other.add(state, mass);
        }
        graph.alter(state, other);
        graph.setStock(state, mass - used);
        if (gone) {
            book.newest.set(item, -1);
        }
        return new Kept(0);
    }

    /** What was made once is made once more: from now on it is a mixed pool, and what is left in it its heel. */
    public Outcome pool(int item, long when) {
        if (book.node(item) < 0 || book.packs.get(item) || book.packedIn(item).isPresent()) {
            return new Refused(Reason.NOT_THAT_POOL, item, 0);
        }
        book.tanks.computeIfAbsent(item, _ -> new Tank(false, when));
        return new Kept(0);
    }

    /**
     * A step did not happen. What it made and others used comes from outside then, for all that is known, with as much as they used of it.
     *
     * @param instead the number under which that stands
     */
    public Outcome withdraw(long event, long instead, Recall.Visitor effects) {
        var step = book.events.find(event);
        if (step < 0 || book.events.corrected.get(step)) {
            return new Refused(Reason.NO_SUCH_EVENT, -1, 0);
        }
        var parts = new TreeSet<Integer>();
        for (var node : book.events.nodes(step, graph.nodes)) {
            var item = graph.kind(node);
            if (graph.step(node) != step || item >= 0 && (book.tanks.containsKey(item) || book.packs.get(item) || book.node(item) != node)) {
                return new Refused(Reason.MOVED_ON, item, 0);
            }
            graph.children(node, row);
            if (item >= 0 && row.size > 0) {
                parts.add(item);
            }
        }
        if (parts.isEmpty()) {
            return new Correction(book).remove(event, effects);
        }
        return new Correction(book).replace(event, Step.received(instead, book.events.when(step), parts.stream().map(item -> new Part(item, used(book.node(item)))).toArray(Part[]::new)), effects);
    }

    /** The items that a step made and that are still what it made of them; empty where another has taken one over. */
    public int[] made(long event) {
        var step = book.events.find(event);
        if (step < 0 || book.events.corrected.get(step)) {
            return new int[0];
        }
        var nodes = book.events.nodes(step, graph.nodes);
        return Arrays.stream(nodes).allMatch(node -> graph.step(node) == step) ? Arrays.stream(nodes).map(graph::kind).filter(item -> item >= 0).distinct().toArray() : new int[0];
    }

    private long used(int state) {
        return book.mass(state) - graph.stock(state);
    }

    private long when(int node) {
        return book.events.when(graph.step(node));
    }
}
