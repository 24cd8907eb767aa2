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
    private final Heels heels;
    private final Row row = new Row();

    public Late(Book book) {
        this.book = book;
        this.graph = book.graph;
        this.recall = new Recall(book);
        this.contents = new Contents(book.graph);
        this.heels = new Heels(book);
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

    /** Whether an item is a pool of which what came first does not leave first. */
    public boolean isMelt(int item) {
        return book.tanks.get(item) instanceof Tank tank && !tank.fifo;
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
     * Enters a step that makes, among others, items which came from outside for all that was known, or that pours into a mixed pool, or draws from one, which has
     * moved on since. Its inputs are in the book, with enough left of them, then and now, and no queue is among them.
     *
     * @param effects is told each state whose content is different now
     */
    public Outcome enter(Step step, Recall.Visitor effects) {
        var draft = new Draft(book, step);
        var refused = draft.form();
        if (refused == null) {
            refused = step.sharing() instanceof Sharing.FifoPool || step.sharing() instanceof Sharing.Packing ? new Refused(Reason.MOVED_ON, draft.pool(), 0) : inputs(draft);
        }
        var again = new HashMap<Integer, Integer>();
        if (refused == null) {
            refused = outputs(step, again);
        }
        var place = draft.pool() < 0 ? null : new Between(book, draft.pool(), step.when());
        if (refused == null) {
            refused = circle(draft, again, place);
        }
        var more = new HashMap<Integer, Long>();
        for (int at = 0; at < draft.taken.size; at++) {
            more.merge(draft.taken.nodes[at], -draft.taken.masses[at], Long::sum);
        }
        if (refused == null) {
            refused = place == null ? draft.closes(-1) : holds(draft, place, more);
        }
        if (refused == null) {
            refused = heels.weigh(more);
        }
        if (refused != null) {
            return refused;
        }
        var touched = new TreeSet<>(again.values());
        more.keySet().stream().filter(state -> book.tanks.containsKey(graph.kind(state))).forEach(state -> touched.addAll(heels.from(state)));
        if (place != null) {
            Arrays.stream(place.since()).forEach(touched::add);
        }
        var before = contents.of(touched);
        step.outputs().forEach(part -> {
            if (again.get(part.item()) instanceof Integer state) {
                graph.setStock(state, part.mass() - used(state));
            }
        });
        var feels = place == null ? null : place.feels();
        var kept = new Entry(book, draft, again).rewrite(place);
        if (place != null) {
            // If there is a new state, it is the first that feels it.
            if (feels != null) {
                more.merge(feels, -poured(draft), Long::sum);
            }
            more.merge(place.before(), poured(draft), Long::sum);
        }
        heels.settle(more);
        var after = contents.of(before.keySet());
        recall.from(before.keySet().stream().filter(state -> !after.get(state).equals(before.get(state))).mapToInt(Integer::intValue).toArray(), effects);
        return kept;
    }

    /** What a pool has more of by a step. */
    private static long poured(Draft draft) {
        return draft.taken.mass() - Draft.sum(draft.step.outputs()) - draft.step.scrap();
    }

    /** @param more by state, what it has more of: what is poured into the pool, less what is drawn, is added */
    private @Nullable Refused holds(Draft draft, Between place, Map<Integer, Long> more) {
        if (!place.certain()) {
            return new Refused(Reason.MOVED_ON, place.pool(), 0);
        }
        var poured = poured(draft);
        if (place.before() < 0 && (poured < 0 || draft.taken.size == 0)) {
            return new Refused(Reason.MORE_THAN_THERE_IS, place.pool(), -poured);
        }
        if (place.feels() instanceof Integer state) {
            more.merge(state, poured, Long::sum);
        }
        return null;
    }

    private @Nullable Refused inputs(Draft draft) {
        var step = draft.step;
        for (int at = 0; at < step.inputs().size(); at++) {
            var part = step.inputs().get(at);
            var states = book.statesAt(part.item(), isMelt(part.item()) ? step.when() : Long.MAX_VALUE);
            draft.from[at] = draft.taken.size;
            if (states.length == 0) {
                return new Refused(book.knows(part.item()) ? Reason.OUTPUT_BEFORE_INPUT : Reason.UNKNOWN_ITEM, part.item(), part.mass());
            }
            if (isPool(part.item()) && !new Between(book, part.item(), step.when()).certain() || book.packedIn(part.item()).isPresent()) {
                return new Refused(Reason.MOVED_ON, part.item(), part.mass());
            }
            if (when(states[0]) > step.when()) {
                return new Refused(Reason.OUTPUT_BEFORE_INPUT, part.item(), part.mass());
            }
            if (!isPool(part.item()) && part.mass() > graph.stock(states[0])) {
                return new Refused(Reason.MORE_THAN_THERE_IS, part.item(), part.mass());
            }
            draft.taken.add(states[0], part.mass());
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

    /** Nothing is made, or poured, of what was made of it. */
    private @Nullable Refused circle(Draft draft, Map<Integer, Integer> again, @Nullable Between place) {
        var sources = Arrays.copyOf(draft.taken.nodes, draft.taken.size);
        var pool = place == null || place.before() < 0 ? sources : new int[] {place.before()};
        var made = Set.copyOf(again.values());
        var since = place == null ? Set.of() : Arrays.stream(place.since()).boxed().collect(Collectors.toSet());
        var reach = new Reach(book);
        if (!made.isEmpty() && (reach.meets(sources, made::contains) || reach.meets(pool, made::contains))
                || place != null && reach.meets(sources, node -> since.contains(node) || graph.kind(node) == place.pool() && when(node) > place.when())) {
            return new Refused(Reason.CYCLE, draft.pool(), 0);
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
            book.never.set(state);
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
