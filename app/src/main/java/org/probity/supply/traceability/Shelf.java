package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;
import org.probity.trace.Book;
import org.probity.trace.Late;
import org.probity.trace.Limits;
import org.probity.trace.Outcome;
import org.probity.trace.Part;
import org.probity.trace.Reach;
import org.probity.trace.Recall;
import org.probity.trace.Shares;
import org.probity.trace.Sharing;
import org.probity.trace.Step;

/**
 * The book of one material with what asks it, and how an event becomes steps of it, in the order in which things happened; what comes late goes by {@link LateEvents}.
 *
 * <p>An input that nobody made comes from outside, as much of it as is used: its way ends there. A lot that several events make holds what each of them made,
 * onto what was left; where nothing was left by mass, whoever used it later may still have had some of the first. What does not close by mass is entered all
 * the same, with the difference under a name of its own; what cannot be entered is kept as a contradiction, and nobody vouches for what it made.
 */
final class Shelf {
    /** Whatever differs is kept as unaccounted and shown; only what is impossible is refused. */
    static final Limits LIMITS = new Limits(Limits.MOST, 1000);

    /** An event as it is stored. @param when microseconds of the epoch @param spot where, a number of {@link Names#spot} */
    record Told(long event, String kind, String action, long when, String sharing, long scrap, int spot, List<Named> items) {
        List<Named> all(Role role) {
            var all = new ArrayList<Named>(items.size());
            for (var it : items) {
                if (it.role() == role) {
                    all.add(it);
                }
            }
            return all;
        }

        /** What came about by it: made, brought into being, packed, or poured into. */
        List<Integer> makes() {
            return action.equals("OBSERVE") || action.equals("DELETE") ? List.of() : items.stream().filter(it -> switch (it.role()) {
                case OUTPUT, PARENT, POOL -> true;
                case INPUT, CHILD, SEEN -> false;
            }).map(Named::item).toList();
        }

        /** As the book counts. */
        long seconds() {
            return Math.floorDiv(when, 1_000_000L);
        }

        /** The step in which things come from outside. */
        long received() {
            return event << 2;
        }

        long main() {
            return event << 2 | 1;
        }

        /** What stands in its place once it was declared wrong. */
        long instead() {
            return event << 2 | 2;
        }

        /** The event of a step of ours. */
        static long event(long step) {
            return step >> 2;
        }

        Step step(Sharing how, List<Part> in, List<Part> out, long lost) {
            return new Step(main(), seconds(), how, in, out, lost);
        }
    }

    record Named(Role role, int item, @Nullable Long mass) {}

    /** An event that cannot be as it says. @param item the one in the way; -1 where it is none of them */
    record Contradiction(long event, Outcome.Reason reason, int item, long mass) {}

    /** An event whose masses differ. @param unaccounted above nought: more came out than went in */
    record Difference(long event, long unaccounted) {}

    final Names names;
    final Makings makings;
    final Book book;
    final Reach reach;
    final Shares shares;
    final Recall recall;
    final Late late;
    final List<Contradiction> contradictions = new ArrayList<>();
    final List<Difference> differences = new ArrayList<>();
    /** What an event that cannot be says that it made: nobody vouches for it. */
    final BitSet contradicted = new BitSet();
    /** Items that nobody made as far as is known: as heavy as what is used of them. */
    final BitSet outside = new BitSet();
    /** Items of which an event took what there was, or of which it was left out: what comes late may make that another thing. */
    final BitSet doubtful = new BitSet();
    /** Whatever an event names that cannot be as it says, or of which it takes more than there is: another may make it possible. */
    final BitSet disputed = new BitSet();
    /** What several events made, none of which said that it is a pool. */
    final BitSet again = new BitSet();
    private final LateEvents behind = new LateEvents(this);
    /** Of each item, when something last happened to it. */
    long[] touched = new long[0];

    Shelf(Names names) {
        this(names, new Book(LIMITS), new Makings());
    }

    /** As it was when it was written down, but for what {@link Written} adds. */
    Shelf(Names names, Book book, Makings makings) {
        this.names = names;
        this.book = book;
        this.makings = makings;
        this.reach = new Reach(book);
        this.shares = new Shares(book);
        this.recall = new Recall(book);
        this.late = new Late(book);
    }

    /** Enters an event. @return whether the book is as if it had been read in the order of happening; if not, it has to be read anew */
    boolean enter(Told it) {
        if (it.action().equals("OBSERVE")) {
            return true;
        }
        it.makes().forEach(item -> makings.add(item, it.event(), it.spot()));
        return it.items().stream().allMatch(named -> touched(named.item()) <= it.when()) ? inOrder(it) : behind.enter(it);
    }

    private boolean inOrder(Told it) {
        switch (it.kind()) {
            case "OBJECT" -> object(it);
            case "AGGREGATION" -> pack(it);
            default -> transform(it);
        }
        it.items().forEach(named -> touch(named.item(), it.when()));
        return true;
    }

    /** An event was declared wrong. @return as {@link #enter} */
    boolean withdraw(Told it) {
        it.makes().forEach(item -> makings.remove(item, it.event()));
        return behind.withdraw(it);
    }

    /** An event was declared wrong, and another says the same things of other sources. @return as {@link #enter} */
    boolean replace(Told wrong, Told by) {
        wrong.makes().forEach(item -> makings.remove(item, wrong.event()));
        by.makes().forEach(item -> makings.add(item, by.event(), by.spot()));
        return behind.replace(wrong, by);
    }

    private void object(Told it) {
        if (it.action().equals("DELETE")) {
            var gone = it.all(Role.INPUT).stream().filter(named -> book.knows(named.item())).toList();
            it.all(Role.INPUT).stream().filter(named -> !book.knows(named.item())).forEach(named -> doubtful.set(named.item()));
            if (!gone.isEmpty()) {
                receive(it, gone);
                append(it, it.step(new Sharing.Proportional(), parts(gone), List.of(), 0));
            }
            return;
        }
        var came = it.all(Role.OUTPUT).stream().filter(named -> named.mass() != null && !book.knows(named.item())).toList();
        it.all(Role.OUTPUT).stream().filter(named -> book.knows(named.item())).forEach(named -> doubtful.set(named.item()));
        if (!came.isEmpty()) {
            append(it, it.step(new Sharing.Proportional(), List.of(), parts(came), 0));
        }
    }

    /** With the masses that were told, or all there is. */
    List<Part> parts(List<Named> named) {
        return named.stream().map(it -> {
            if (book.knows(it.item()) && (it.mass() == null || it.mass() > book.stock(it.item()))) {
                doubtful.set(it.item());
                // More than there is: another may give it back.
                disputed.set(it.item(), disputed.get(it.item()) || it.mass() != null);
            }
            return new Part(it.item(), it.mass() == null ? book.stock(it.item()) : it.mass());
        }).toList();
    }

    private void pack(Told it) {
        var parents = it.all(Role.PARENT);
        var children = it.all(Role.CHILD);
        if (parents.isEmpty() || children.isEmpty()) {
            return;
        }
        var pack = parents.getFirst().item();
        if (it.action().equals("ADD")) {
            receive(it, children);
            var parts = parts(children);
            append(it, it.step(new Sharing.Packing(), parts, List.of(new Part(pack, sum(parts))), 0));
            return;
        }
        children.stream().filter(child -> book.packedIn(child.item()).orElse(-1) != pack).forEach(child -> doubtful.set(child.item()));
        var parts = children.stream().filter(child -> book.packedIn(child.item()).orElse(-1) == pack).map(child -> new Part(child.item(), book.massIn(child.item()))).toList();
        if (!parts.isEmpty()) {
            append(it, it.step(new Sharing.Packing(), List.of(new Part(pack, sum(parts))), parts, 0));
        }
    }

    private void transform(Told it) {
        var inputs = it.all(Role.INPUT);
        receive(it, inputs);
        var in = new ArrayList<>(parts(inputs));
        var pools = it.all(Role.POOL);
        // That it was there was told before it was told from what it was made.
        it.all(Role.OUTPUT).stream().map(Named::item).filter(item -> late.isOrigin(item) && book.stock(item) == book.made(item) && late.usedOnlyBy(item, -1)).forEach(item -> {
            late.weigh(item, 0);
            outside.clear(item);
        });
        var out = outputs(it, pools.isEmpty() ? sum(in) : 0);
        if (!pools.isEmpty()) {
            var pool = pools.getFirst().item();
            append(it, it.step(it.sharing().equals("fifo") ? new Sharing.FifoPool(pool) : new Sharing.Pool(pool), in, out, it.scrap()));
            return;
        }
        var more = out.stream().map(Part::item).filter(item -> book.knows(item) && !late.isOrigin(item)).toList();
        more.forEach(item -> {
            late.pool(item, it.seconds());
            again.set(item);
        });
        more.stream().filter(item -> late.isPool(item) && book.stock(item) == 0 && in.stream().noneMatch(part -> part.item() == item)).forEach(item -> in.add(new Part(item, 0)));
        var step = it.step(sharing(it, in, out), in, out, it.scrap());
        if (out.stream().anyMatch(part -> late.isOrigin(part.item()))) {
            told(it, late.enter(step, (item, event, mass, share) -> {}));
            out.stream().filter(part -> !late.isOrigin(part.item())).forEach(part -> outside.clear(part.item()));
        } else {
            append(it, step);
        }
    }

    static Sharing sharing(Told it, List<Part> in, List<Part> out) {
        return switch (it.sharing()) {
            // What has no length lies nowhere, and holds something all the same.
            case "position" -> out.stream().allMatch(part -> part.mass() > 0) ? new Sharing.Position(List.of()) : new Sharing.Proportional();
            // What was weighed flow by flow is not in the event; with one input or one output there is only one way.
            case "measured" -> in.size() > 1 && out.size() > 1 ? new Sharing.Unknown() : new Sharing.Proportional();
            default -> new Sharing.Proportional();
        };
    }

    /** Outputs without a mass are pieces of what is left, each as heavy as the others to a unit. */
    static List<Part> outputs(Told it, long in) {
        var outputs = it.all(Role.OUTPUT);
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

    /** What nobody made comes from outside, with as much as is used of it. */
    private void receive(Told it, List<Named> inputs) {
        var unknown = inputs.stream().filter(named -> !book.knows(named.item())).toList();
        if (!unknown.isEmpty()) {
            append(it, new Step(it.received(), it.seconds(), new Sharing.Proportional(), List.of(), unknown.stream().map(named -> new Part(named.item(), named.mass() == null ? 0 : named.mass())).toList(), 0));
            unknown.forEach(named -> outside.set(named.item()));
            unknown.stream().filter(named -> named.mass() == null).forEach(named -> doubtful.set(named.item()));
        }
        for (var named : inputs) {
            var more = named.mass() == null ? 0 : named.mass() - book.stock(named.item());
            if (more > 0 && outside.get(named.item()) && book.packedIn(named.item()).isEmpty()) {
                late.weigh(named.item(), book.made(named.item()) + more);
            }
        }
    }

    private void append(Told it, Step step) {
        told(it, book.append(step));
    }

    private void told(Told it, Outcome outcome) {
        switch (outcome) {
            case Outcome.Kept(var unaccounted) when unaccounted != 0 -> differences.add(new Difference(it.event(), unaccounted));
            case Outcome.Kept kept -> {}
            case Outcome.Refused(var reason, var item, var mass) -> {
                contradictions.add(new Contradiction(it.event(), reason, item, mass));
                it.items().forEach(named -> {
                    doubtful.set(named.item());
                    disputed.set(named.item());
                });
                it.makes().forEach(contradicted::set);
            }
        }
    }

    static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::mass).sum();
    }

    private long touched(int item) {
        return item < touched.length ? touched[item] : Long.MIN_VALUE;
    }

    void touch(int item, long when) {
        if (item >= touched.length) {
            var before = touched.length;
            touched = Arrays.copyOf(touched, Math.max(item + 1, before + (before >> 1)));
            Arrays.fill(touched, before, touched.length, Long.MIN_VALUE);
        }
        touched[item] = Math.max(touched[item], when);
    }
}
