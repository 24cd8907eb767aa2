package org.probity.trace;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.probity.trace.Outcome.Reason;
import org.probity.trace.Outcome.Refused;

/** A step on its way into the book: everything is checked before anything is written. */
final class Draft {

    private final Book book;
    final Step step;
    /** What is really taken: states and masses. The states of input n begin at {@code from[n]}; a queue gives from several. */
    final Row taken = new Row();
    final int[] from;
    /** The items of the inputs, rising. */
    private int[] inputs = new int[0];

    Draft(Book book, Step step) {
        this.book = book;
        this.step = step;
        this.from = new int[step.inputs().size() + 1];
    }

    @Nullable Refused check() {
        var refused = form();
        if (refused == null && pooled()) {
            refused = tank(pool());
        }
        if (refused == null) {
            refused = inputs();
        }
        if (refused == null) {
            refused = outputs(pool());
        }
        return refused != null ? refused : closes(pool());
    }

    /** What can be seen of the step alone. */
    @Nullable Refused form() {
        if (book.events.contains(step.event())) {
            return new Refused(Reason.EVENT_TWICE, -1, 0);
        }
        if (!pooled() && step.inputs().isEmpty() && step.outputs().isEmpty()) {
            return new Refused(Reason.EMPTY, -1, 0);
        }
        var parts = step.inputs().size() + step.outputs().size() + (step.sharing() instanceof Sharing.Measured(var flows) ? flows.size() : 0);
        if (parts > Limits.PARTS) {
            return new Refused(Reason.TOO_MANY, -1, parts);
        }
        if (step.scrap() < 0 || step.scrap() > book.limits.mostMass()) {
            return new Refused(step.scrap() < 0 ? Reason.NEGATIVE_MASS : Reason.ABSURD_MASS, -1, step.scrap());
        }
        inputs = items(step.inputs());
        var refused = parts(step.inputs(), inputs);
        if (refused == null) {
            refused = parts(step.outputs(), items(step.outputs()));
        }
        if (refused == null && pooled()) {
            refused = pool() < 0 ? new Refused(Reason.NO_SUCH_NUMBER, pool(), 0) : isInput(pool()) ? new Refused(Reason.CYCLE, pool(), 0) : null;
        }
        return refused;
    }

    private boolean pooled() {
        return step.sharing() instanceof Sharing.Pool || step.sharing() instanceof Sharing.FifoPool;
    }

    int pool() {
        return switch (step.sharing()) {
            case Sharing.Pool(var item) -> item;
            case Sharing.FifoPool(var item) -> item;
            case Sharing.Proportional(), Sharing.Unknown(), Sharing.Packing() -> -1;
            case Sharing.Measured _, Sharing.Position _ -> -1;
        };
    }

    private static int[] items(List<Part> parts) {
        var items = new int[parts.size()];
        for (int at = 0; at < items.length; at++) {
            items[at] = parts.get(at).item();
        }
        Arrays.sort(items);
        return items;
    }

    private boolean isInput(int item) {
        return Arrays.binarySearch(inputs, item) >= 0;
    }

    private @Nullable Refused parts(List<Part> parts, int[] items) {
        var together = 0L;
        for (var part : parts) {
            if (part.item() < 0) {
                return new Refused(Reason.NO_SUCH_NUMBER, part.item(), part.mass());
            }
            if (part.mass() < 0) {
                return new Refused(Reason.NEGATIVE_MASS, part.item(), part.mass());
            }
            together += Math.min(part.mass(), Limits.MOST);
            if (part.mass() > book.limits.mostMass() || together > Limits.MOST) {
                return new Refused(Reason.ABSURD_MASS, part.item(), part.mass());
            }
        }
        for (int at = 1; at < items.length; at++) {
            if (items[at] == items[at - 1]) {
                return new Refused(Reason.LISTED_TWICE, items[at], 0);
            }
        }
        return null;
    }

    private @Nullable Refused tank(int pool) {
        var tank = book.tanks.get(pool);
        var fifo = step.sharing() instanceof Sharing.FifoPool;
        if (tank == null ? book.node(pool) >= 0 : tank.fifo != fifo) {
            return new Refused(Reason.NOT_THAT_POOL, pool, 0);
        }
        return tank != null && tank.moved > step.when() ? new Refused(Reason.OUTPUT_BEFORE_INPUT, pool, 0) : null;
    }

    /** Finds what each input is taken from. */
    private @Nullable Refused inputs() {
        for (int at = 0; at < step.inputs().size(); at++) {
            from[at] = taken.size;
            var part = step.inputs().get(at);
            var tank = book.tanks.get(part.item());
            var node = book.node(part.item());
            if (node < 0 && tank == null) {
                return new Refused(Reason.UNKNOWN_ITEM, part.item(), part.mass());
            }
            if (tank != null ? tank.moved > step.when() : book.events.when(book.graph.step(node)) > step.when()) {
                return new Refused(Reason.OUTPUT_BEFORE_INPUT, part.item(), part.mass());
            }
            if (book.packed.get(part.item()) >= 0) {
                return new Refused(step.sharing() instanceof Sharing.Packing ? Reason.PACKED_TWICE : Reason.USED_TWICE, part.item(), part.mass());
            }
            var left = book.stock(part.item());
            if (left == 0 && part.mass() > 0) {
                return new Refused(Reason.USED_TWICE, part.item(), part.mass());
            }
            if (part.mass() > left && !book.limits.allow(part.mass() - left, part.mass())) {
                return new Refused(Reason.MORE_THAN_THERE_IS, part.item(), part.mass());
            }
            take(part.item(), Math.min(part.mass(), left));
        }
        from[step.inputs().size()] = taken.size;
        return null;
    }

    private void take(int item, long mass) {
        var tank = book.tanks.get(item);
        if (tank == null || !tank.fifo) {
            if (book.node(item) >= 0) {
                taken.add(book.node(item), mass);
            }
            return;
        }
        for (var layer : tank.layers) {
            if (mass == 0) {
                break;
            }
            var part = Math.min(mass, book.graph.stock(layer));
            taken.add(layer, part);
            mass -= part;
        }
    }

    private @Nullable Refused outputs(int pool) {
        var out = takingOut();
        for (var part : step.outputs()) {
            var item = part.item();
            if (out) {
                if (book.packed.get(item) != step.inputs().getFirst().item()) {
                    return new Refused(Reason.NOT_IN_THERE, item, part.mass());
                }
                continue;
            }
            var tank = book.tanks.get(item);
            if (tank != null) {
                if (item == pool) {
                    return new Refused(Reason.CYCLE, item, part.mass());
                }
                if (tank.moved > step.when()) {
                    return new Refused(Reason.OUTPUT_BEFORE_INPUT, item, part.mass());
                }
            } else if (isInput(item)) {
                return new Refused(Reason.CYCLE, item, part.mass());
            } else if (book.node(item) >= 0 && !(step.sharing() instanceof Sharing.Packing && book.packs.get(item) && book.packed.get(item) < 0)) {
                var circle = new Reach(book).comesFrom(inputs, item);
                return new Refused(circle ? Reason.CYCLE : Reason.MADE_TWICE, item, part.mass());
            }
        }
        return null;
    }

    /** Whether this takes items out of a pack, and does not put the pack into another one. */
    boolean takingOut() {
        if (!(step.sharing() instanceof Sharing.Packing) || step.inputs().size() != 1 || step.outputs().isEmpty() || !book.packs.get(step.inputs().getFirst().item())) {
            return false;
        }
        var first = step.outputs().getFirst().item();
        return step.outputs().size() > 1 || book.packed.get(first) >= 0 || book.node(first) >= 0 && !book.packs.get(first);
    }

    @Nullable Refused closes(int pool) {
        var in = sum(step.inputs());
        var out = sum(step.outputs()) + step.scrap();
        if (pool >= 0) {
            if (book.node(pool) < 0 && step.inputs().isEmpty() && !(step.outputs().isEmpty() && step.scrap() == 0)) {
                return new Refused(Reason.UNKNOWN_ITEM, pool, out);
            }
            var held = book.stock(pool) + in;
            if (held > Limits.MOST) {
                return new Refused(Reason.ABSURD_MASS, pool, held);
            }
            return out > held && !book.limits.allow(out - held, out) ? new Refused(Reason.MORE_THAN_THERE_IS, pool, out) : null;
        }
        if (step.inputs().isEmpty() && step.scrap() == 0) {
            return fitsWithoutInputs() ? null : new Refused(Reason.DOES_NOT_FIT, -1, 0);
        }
        if (!book.limits.allow(in - out, Math.max(in, out))) {
            return new Refused(Reason.DOES_NOT_CLOSE, -1, in - out);
        }
        return fits();
    }

    private boolean fitsWithoutInputs() {
        return switch (step.sharing()) {
            case Sharing.Measured(var flows) -> flows.isEmpty();
            case Sharing.Position(var begins) -> laid(begins) != null;
            case Sharing.Packing() -> step.outputs().size() == 1;
            case Sharing.Proportional(), Sharing.Unknown() -> true;
            case Sharing.Pool _, Sharing.FifoPool _ -> true;
        };
    }

    private @Nullable Refused fits() {
        return switch (step.sharing()) {
            case Sharing.Measured(var flows) -> new Flows(step, book.limits).fit(flows);
            case Sharing.Position(var begins) -> new Flows(step, book.limits).fit(laid(begins));
            case Sharing.Packing() -> packsWhole();
            case Sharing.Proportional(), Sharing.Unknown() -> null;
            case Sharing.Pool _, Sharing.FifoPool _ -> null;
        };
    }

    /** Into one pack, whole, and nothing is lost by it. What is taken out has what it had. */
    private @Nullable Refused packsWhole() {
        if (step.scrap() != 0 || sum(step.inputs()) != sum(step.outputs()) || !takingOut() && step.outputs().size() != 1) {
            return new Refused(Reason.DOES_NOT_FIT, -1, sum(step.inputs()) - sum(step.outputs()));
        }
        for (var part : takingOut() ? step.outputs() : step.inputs()) {
            var whole = takingOut() ? book.massIn(part.item()) : book.stock(part.item());
            if (whole != part.mass() || book.tanks.containsKey(part.item())) {
                return new Refused(Reason.DOES_NOT_FIT, part.item(), part.mass());
            }
        }
        return null;
    }

    @Nullable List<Sharing.Flow> laid(List<Long> begins) {
        return new Flows(step, book.limits).laid(begins);
    }

    static long sum(List<Part> parts) {
        var sum = 0L;
        for (var part : parts) {
            sum += part.mass();
        }
        return sum;
    }
}
