package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.supply.traceability.Reading.Role;
import org.probity.supply.traceability.Shelf.Difference;
import org.probity.supply.traceability.Shelf.Named;
import org.probity.supply.traceability.Shelf.Told;
import org.probity.trace.Correction;
import org.probity.trace.Outcome;
import org.probity.trace.Part;
import org.probity.trace.Sharing;
import org.probity.trace.Step;

/**
 * How an event that comes late, or was declared wrong, gets to where it belongs in a book that stands. Each way here leaves the book as if it had been read in the order of
 * happening; where that cannot be said for certain (a queue, a pack, an event that took whatever there was), the answer is no, and the book is read anew.
 */
final class LateEvents {
    private final Shelf shelf;

    LateEvents(Shelf shelf) {
        this.shelf = shelf;
    }

    boolean enter(Told it) {
        return switch (it.kind()) {
            case "OBJECT" -> it.action().equals("ADD") ? commission(it) : gone(it);
            case "AGGREGATION" -> it.all(Role.PARENT).isEmpty() || it.all(Role.CHILD).isEmpty();
            default -> transform(it);
        };
    }

    /** Something was brought into being before it was used, and that was known first. */
    private boolean commission(Told it) {
        var parts = new ArrayList<Part>();
        for (var named : it.all(Role.OUTPUT)) {
            var item = named.item();
            if (named.mass() == null) {
                continue;
            }
            if (shelf.book.knows(item) && !shelf.outside.get(item) || !makeable(item)) {
                return false;
            }
            parts.add(new Part(item, named.mass()));
        }
        return parts.isEmpty() || entered(it, it.step(new Sharing.Proportional(), List.of(), parts, 0));
    }

    private boolean gone(Told it) {
        var gone = it.all(Role.INPUT);
        return gone.stream().allMatch(named -> shelf.book.knows(named.item())) && ready(it, gone) && entered(it, it.step(new Sharing.Proportional(), masses(gone), List.of(), 0));
    }

    private boolean transform(Told it) {
        var inputs = it.all(Role.INPUT);
        if (!free(it) || !ready(it, inputs)) {
            return false;
        }
        var in = masses(inputs);
        if (!it.all(Role.POOL).isEmpty()) {
            return poured(it, it.all(Role.POOL).getFirst().item(), in);
        }
        var out = Shelf.outputs(it, Shelf.sum(in));
        return out.stream().map(Part::item).allMatch(this::makeable) && entered(it, it.step(Shelf.sharing(it, in, out), in, out, it.scrap()));
    }

    /** Into a pool that has moved on, or out of it: what came since holds something else, and has more or less of it. */
    private boolean poured(Told it, int pool, List<Part> in) {
        if (it.sharing().equals("fifo") || !orderly(pool) || shelf.book.knows(pool) && !shelf.late.isMelt(pool)) {
            return false;
        }
        var out = Shelf.outputs(it, 0);
        return out.stream().map(Part::item).allMatch(item -> item != pool && makeable(item)) && entered(it, it.step(new Sharing.Pool(pool), in, out, it.scrap()));
    }

    /** Whether nobody took whatever there was of a pool, and no event made it that knew nothing of a pool. */
    private boolean orderly(int pool) {
        return !shelf.doubtful.get(pool) && !shelf.again.get(pool) && !shelf.late.isPack(pool) && shelf.book.packedIn(pool).isEmpty();
    }

    private boolean makeable(int item) {
        return !shelf.doubtful.get(item) && (!shelf.book.knows(item) || shelf.late.isOrigin(item));
    }

    /** No output is an input, too. */
    private static boolean free(Told it) {
        var inputs = it.all(Role.INPUT).stream().map(Named::item).collect(Collectors.toSet());
        return it.all(Role.OUTPUT).stream().noneMatch(named -> inputs.contains(named.item()));
    }

    private boolean entered(Told it, Step step) {
        switch (shelf.late.enter(step, (item, event, mass, share) -> {})) {
            case Outcome.Kept(var unaccounted) -> {
                if (unaccounted != 0) {
                    shelf.differences.add(new Difference(it.event(), unaccounted));
                }
                step.outputs().forEach(part -> shelf.outside.clear(part.item()));
            }
            case Outcome.Refused refused -> {
                return false;
            }
        }
        it.items().forEach(named -> shelf.touch(named.item(), it.when()));
        return true;
    }

    /** Sees to it that there is as much of each input as is taken, then and now. Nothing is changed before all of it is certain. */
    private boolean ready(Told it, List<Named> inputs) {
        var book = shelf.book;
        var received = new ArrayList<Part>();
        var more = new ArrayList<Part>();
        for (var named : inputs) {
            var item = named.item();
            if (named.mass() != null && shelf.late.isMelt(item) && orderly(item)) {
                // Whether there was as much is seen when it is taken.
                continue;
            }
            if (named.mass() == null || shelf.doubtful.get(item) || shelf.late.isPool(item) || shelf.late.isPack(item) || book.packedIn(item).isPresent()) {
                return false;
            }
            if (!book.knows(item)) {
                received.add(new Part(item, named.mass()));
                continue;
            }
            var wanted = Math.max(0, named.mass() - book.stock(item));
            var later = book.madeWhen(item).orElseThrow() > it.seconds();
            if ((later || wanted > 0) && !shelf.outside.get(item)) {
                return false;
            }
            if (later) {
                received.add(new Part(item, book.made(item) + wanted));
            } else if (wanted > 0) {
                more.add(new Part(item, book.made(item) + wanted));
            }
        }
        for (var part : more) {
            if (shelf.late.weigh(part.item(), part.mass()) instanceof Outcome.Refused) {
                return false;
            }
        }
        if (!received.isEmpty()) {
            var step = new Step(it.received(), it.seconds(), new Sharing.Proportional(), List.of(), received, 0);
            if (shelf.late.enter(step, (item, event, mass, share) -> {}) instanceof Outcome.Refused) {
                return false;
            }
            received.forEach(part -> shelf.outside.set(part.item()));
        }
        return true;
    }

    private static List<Part> masses(List<Named> named) {
        return named.stream().map(it -> new Part(it.item(), it.mass() == null ? 0 : it.mass())).toList();
    }

    boolean withdraw(Told it) {
        if (it.action().equals("OBSERVE")) {
            return true;
        }
        if (it.kind().equals("AGGREGATION") || !it.all(Role.POOL).isEmpty() || it.items().stream().anyMatch(named -> shelf.doubtful.get(named.item()))) {
            return false;
        }
        var made = shelf.late.made(it.main());
        var told = new HashSet<Integer>();
        it.items().stream().filter(named -> named.role() == Role.OUTPUT).forEach(named -> told.add(named.item()));
        // Where another event made it too, or another step has taken it over, the order counts.
        if (it.kind().equals("TRANSFORMATION") && made.length != told.size() || made.length == 0 && !it.action().equals("DELETE")) {
            return false;
        }
        if (shelf.late.withdraw(it.main(), it.instead(), (item, event, mass, share) -> {}) instanceof Outcome.Refused) {
            return false;
        }
        shelf.differences.removeIf(difference -> difference.event() == it.event());
        for (var item : made) {
            shelf.outside.set(item, shelf.book.knows(item));
        }
        return given(it);
    }

    /** What came from outside is no heavier than what is used of it. */
    private boolean given(Told it) {
        for (var named : it.all(Role.INPUT)) {
            var item = named.item();
            if (shelf.outside.get(item) && shelf.book.knows(item) && shelf.late.weigh(item, shelf.book.made(item) - shelf.book.stock(item)) instanceof Outcome.Refused) {
                return false;
            }
        }
        return true;
    }

    boolean replace(Told wrong, Told by) {
        if (!wrong.all(Role.POOL).isEmpty() || !by.all(Role.POOL).isEmpty() || !free(by) || shelf.late.made(wrong.main()).length != wrong.all(Role.OUTPUT).size()) {
            return false;
        }
        if (Stream.concat(wrong.items().stream(), by.items().stream()).anyMatch(named -> shelf.disputed.get(named.item()))) {
            return false;
        }
        var book = shelf.book;
        var before = wrong.all(Role.INPUT).stream().collect(Collectors.toMap(Named::item, named -> named));
        for (var named : wrong.all(Role.INPUT)) {
            if (shelf.doubtful.get(named.item()) && !shelf.late.usedOnlyBy(named.item(), wrong.main())) {
                return false;
            }
        }
        var others = by.all(Role.INPUT).stream().filter(named -> named.mass() != null && !before.containsKey(named.item())).toList();
        if (!ready(by, others)) {
            return false;
        }
        var in = new ArrayList<Part>();
        for (var named : by.all(Role.INPUT)) {
            var item = named.item();
            var same = before.get(item);
            if (shelf.late.isPool(item) || shelf.late.isPack(item) || book.packedIn(item).isPresent()) {
                return false;
            }
            if (named.mass() == null) {
                // All there is: certain only where nobody else had any of it.
                if (!book.knows(item) || same == null && book.stock(item) != book.made(item) || same != null && !shelf.late.usedOnlyBy(item, wrong.main()) || shelf.outside.get(item)) {
                    return false;
                }
                in.add(new Part(item, book.made(item)));
            } else if (same != null && (same.mass() == null || same.mass() < named.mass())) {
                return false;
            } else {
                in.add(new Part(item, named.mass()));
            }
        }
        var out = Shelf.outputs(by, Shelf.sum(in));
        if (out.stream().anyMatch(part -> shelf.doubtful.get(part.item()) && part.mass() != book.made(part.item()))) {
            return false;
        }
        var step = by.step(Shelf.sharing(by, in, out), in, out, by.scrap());
        switch (new Correction(book).replace(wrong.main(), step, (item, event, mass, share) -> {})) {
            case Outcome.Kept(var unaccounted) -> {
                shelf.differences.removeIf(difference -> difference.event() == wrong.event());
                if (unaccounted != 0) {
                    shelf.differences.add(new Difference(by.event(), unaccounted));
                }
            }
            case Outcome.Refused refused -> {
                return false;
            }
        }
        by.all(Role.INPUT).stream().filter(named -> named.mass() == null).forEach(named -> shelf.doubtful.set(named.item()));
        by.items().forEach(named -> shelf.touch(named.item(), by.when()));
        return given(wrong);
    }
}
