package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;
import org.probity.trace.Book;
import org.probity.trace.Limits;
import org.probity.trace.Outcome;
import org.probity.trace.Part;
import org.probity.trace.Reach;
import org.probity.trace.Recall;
import org.probity.trace.Shares;
import org.probity.trace.Sharing;
import org.probity.trace.Step;

/**
 * The book of one material with what asks it, and how an event becomes steps of it. An input that nobody made before comes from outside: its path ends
 * there. What does not close by mass is entered all the same, with the difference under a name of its own; what cannot be entered is kept as a contradiction.
 */
final class Shelf {
    /** Whatever differs is kept as unaccounted and shown; only what is impossible is refused. */
    private static final Limits LIMITS = new Limits(Limits.MOST, 1000);

    /** An event as it is stored. */
    record Told(long event, String kind, String action, long when, String sharing, long scrap, List<Named> items) {
        List<Named> all(Role role) {
            return items.stream().filter(it -> it.role() == role).toList();
        }
    }

    record Named(Role role, int item, @Nullable Long mass) {}

    /** An event that cannot be as it says. @param item the one in the way; -1 where it is none of them */
    record Contradiction(long event, Outcome.Reason reason, int item, long mass) {}

    /** An event whose masses differ. @param unaccounted above nought: more came out than went in */
    record Difference(long event, long unaccounted) {}

    final Book book = new Book(LIMITS);
    final Reach reach = new Reach(book);
    final Shares shares = new Shares(book);
    final Recall recall = new Recall(book);
    final List<Contradiction> contradictions = new ArrayList<>();
    final List<Difference> differences = new ArrayList<>();
    private int[] touched = new int[1 << 10];

    /**
     * Enters an event.
     *
     * @param mixed items that are made in several steps; nothing while events are added to a book that stands
     * @return whether the book is in order; if not, it has to be read anew
     */
    boolean enter(Told it, @Nullable BitSet mixed) {
        var inOrder = it.items().stream().allMatch(named -> touched(named.item()) <= it.when());
        var again = switch (it.kind()) {
            case "OBJECT" -> object(it);
            case "AGGREGATION" -> pack(it);
            default -> transform(it, mixed);
        };
        it.items().forEach(named -> touch(named.item(), it.when()));
        return inOrder && !again;
    }

    /** The event of a step of ours. */
    static long event(long step) {
        return step >> 1;
    }

    private boolean object(Told it) {
        for (var named : it.items()) {
            var known = book.knows(named.item());
            if (named.role() != Role.INPUT && !known && named.mass() != null) {
                append(it, new Step(it.event() << 1 | 1, it.when(), new Sharing.Proportional(), List.of(), masses(it.items().stream().filter(one -> !book.knows(one.item())
                        && one.mass() != null).toList()), 0));
                return false;
            }
        }
        var gone = it.all(Role.INPUT).stream().filter(named -> book.knows(named.item())).map(named -> new Part(named.item(), named.mass() == null ? book.stock(named.item()) : named.mass())).toList();
        if (!gone.isEmpty()) {
            append(it, new Step(it.event() << 1 | 1, it.when(), new Sharing.Proportional(), gone, List.of(), 0));
        }
        return false;
    }

    private static List<Part> masses(List<Named> named) {
        return named.stream().map(it -> new Part(it.item(), it.mass() == null ? 0 : it.mass())).toList();
    }

    private boolean pack(Told it) {
        var parents = it.all(Role.PARENT);
        var children = it.all(Role.CHILD);
        if (parents.isEmpty() || children.isEmpty() || it.action().equals("OBSERVE")) {
            return false;
        }
        var pack = parents.getFirst().item();
        if (it.action().equals("ADD")) {
            receive(it, children);
            var parts = children.stream().map(child -> new Part(child.item(), child.mass() == null ? book.stock(child.item()) : child.mass())).toList();
            append(it, new Step(it.event() << 1 | 1, it.when(), new Sharing.Packing(), parts, List.of(new Part(pack, sum(parts))), 0));
        } else {
            var parts = children.stream().filter(child -> book.packedIn(child.item()).orElse(-1) == pack).map(child -> new Part(child.item(), book.massIn(child.item()))).toList();
            if (!parts.isEmpty()) {
                append(it, new Step(it.event() << 1 | 1, it.when(), new Sharing.Packing(), List.of(new Part(pack, sum(parts))), parts, 0));
            }
        }
        return false;
    }

    private boolean transform(Told it, @Nullable BitSet mixed) {
        var inputs = it.all(Role.INPUT);
        var outputs = it.all(Role.OUTPUT);
        receive(it, inputs);
        var in = inputs.stream().map(named -> new Part(named.item(), named.mass() == null ? book.stock(named.item()) : named.mass())).toList();
        var pools = it.all(Role.POOL);
        var out = outputs(it, outputs, pools.isEmpty() ? sum(in) : 0);
        if (!pools.isEmpty()) {
            var pool = pools.getFirst().item();
            append(it, new Step(it.event() << 1 | 1, it.when(), it.sharing().equals("fifo") ? new Sharing.FifoPool(pool) : new Sharing.Pool(pool), in, out, it.scrap()));
            return false;
        }
        // What is made in several steps is a pool. That it is is known only when it is made again: then the book is read anew.
        if (mixed == null && out.stream().anyMatch(part -> book.knows(part.item()))) {
            return true;
        }
        if (mixed != null && out.size() == 1 && mixed.get(out.getFirst().item())) {
            append(it, new Step(it.event() << 1 | 1, it.when(), new Sharing.Pool(out.getFirst().item()), in, List.of(), it.scrap()));
            return false;
        }
        var sharing = switch (it.sharing()) {
            case "position" -> new Sharing.Position(List.of());
            case "measured" -> new Sharing.Unknown();
            default -> new Sharing.Proportional();
        };
        append(it, new Step(it.event() << 1 | 1, it.when(), sharing, in, out, it.scrap()));
        return false;
    }

    /** Outputs without a mass are pieces of what is left, each as heavy as the others to a unit. */
    private static List<Part> outputs(Told it, List<Named> outputs, long in) {
        var unsaid = outputs.stream().filter(named -> named.mass() == null).count();
        var said = outputs.stream().filter(named -> named.mass() != null).mapToLong(Named::mass).sum();
        var rest = Math.max(0, in - it.scrap() - said);
        var parts = new ArrayList<Part>();
        var no = 0L;
        for (var named : outputs) {
            if (named.mass() != null) {
                parts.add(new Part(named.item(), named.mass()));
            } else {
                parts.add(new Part(named.item(), rest / unsaid + (no++ < rest % unsaid ? 1 : 0)));
            }
        }
        return parts;
    }

    /** What nobody made before comes from outside, with as much as is used of it. */
    private void receive(Told it, List<Named> inputs) {
        var unknown = inputs.stream().filter(named -> !book.knows(named.item())).toList();
        if (!unknown.isEmpty()) {
            append(it, new Step(it.event() << 1, it.when(), new Sharing.Proportional(), List.of(), masses(unknown), 0));
        }
    }

    private void append(Told it, Step step) {
        switch (book.append(step)) {
            case Outcome.Kept(var unaccounted) when unaccounted != 0 -> differences.add(new Difference(it.event(), unaccounted));
            case Outcome.Kept kept -> {}
            case Outcome.Refused(var reason, var item, var mass) -> contradictions.add(new Contradiction(it.event(), reason, item, mass));
        }
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::mass).sum();
    }

    private long touched(int item) {
        return item < touched.length ? touched[item] : Integer.MIN_VALUE;
    }

    private void touch(int item, long when) {
        if (item >= touched.length) {
            var before = touched.length;
            touched = Arrays.copyOf(touched, Math.max(item + 1, before + (before >> 1)));
        }
        touched[item] = (int) Math.clamp(when, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
