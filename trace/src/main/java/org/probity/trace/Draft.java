package org.probity.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    Draft(Book book, Step step) {
        this.book = book;
        this.step = step;
        this.from = new int[step.inputs().size() + 1];
    }

    @Nullable Refused check() {
        var refused = form();
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
        var pooled = step.sharing() instanceof Sharing.Pool || step.sharing() instanceof Sharing.FifoPool;
        var pool = pool();
        if (!pooled && step.inputs().isEmpty() && step.outputs().isEmpty()) {
            return new Refused(Reason.EMPTY, -1, 0);
        }
        if (step.scrap() < 0 || step.scrap() > book.limits.mostMass()) {
            return new Refused(step.scrap() < 0 ? Reason.NEGATIVE_MASS : Reason.ABSURD_MASS, -1, step.scrap());
        }
        var refused = parts(step.inputs());
        if (refused == null) {
            refused = parts(step.outputs());
        }
        return refused == null && pooled ? tank(pool) : refused;
    }

    int pool() {
        return switch (step.sharing()) {
            case Sharing.Pool(var item) -> item;
            case Sharing.FifoPool(var item) -> item;
            case Sharing.Proportional(), Sharing.Unknown(), Sharing.Packing() -> -1;
            case Sharing.Measured _, Sharing.Position _ -> -1;
        };
    }

    private @Nullable Refused parts(List<Part> parts) {
        var items = new int[parts.size()];
        var together = 0L;
        for (int at = 0; at < items.length; at++) {
            var part = parts.get(at);
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
            items[at] = part.item();
        }
        Arrays.sort(items);
        for (int at = 1; at < items.length; at++) {
            if (items[at] == items[at - 1]) {
                return new Refused(Reason.LISTED_TWICE, items[at], 0);
            }
        }
        return null;
    }

    private @Nullable Refused tank(int pool) {
        if (pool < 0) {
            return new Refused(Reason.NO_SUCH_NUMBER, pool, 0);
        }
        var tank = book.tanks.get(pool);
        var fifo = step.sharing() instanceof Sharing.FifoPool;
        if (step.inputs().stream().anyMatch(part -> part.item() == pool)) {
            return new Refused(Reason.CYCLE, pool, 0);
        }
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
            } else if (step.inputs().stream().anyMatch(input -> input.item() == item)) {
                return new Refused(Reason.CYCLE, item, part.mass());
            } else if (book.node(item) >= 0 && !(step.sharing() instanceof Sharing.Packing && book.packs.get(item) && book.packed.get(item) < 0)) {
                var reach = new Reach(book);
                var circle = step.inputs().stream().anyMatch(input -> reach.comesFrom(input.item(), item));
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
            return null;
        }
        if (!book.limits.allow(in - out, Math.max(in, out))) {
            return new Refused(Reason.DOES_NOT_CLOSE, -1, in - out);
        }
        return fits();
    }

    private @Nullable Refused fits() {
        return switch (step.sharing()) {
            case Sharing.Measured(var flows) -> flowsFit(flows);
            case Sharing.Position(var begins) -> flowsFit(laid(begins));
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

    /** No input gives, and no output gets, more than it has. */
    private @Nullable Refused flowsFit(@Nullable List<Sharing.Flow> flows) {
        if (flows == null) {
            return new Refused(Reason.DOES_NOT_FIT, -1, 0);
        }
        var given = masses(step.inputs());
        var got = masses(step.outputs());
        for (var flow : flows) {
            if (flow.mass() < 0 || given.merge(flow.input(), -flow.mass(), Long::sum) < 0) {
                return new Refused(Reason.DOES_NOT_FIT, flow.input(), flow.mass());
            }
            if (got.merge(flow.output(), -flow.mass(), Long::sum) < 0) {
                return new Refused(Reason.DOES_NOT_FIT, flow.output(), flow.mass());
            }
        }
        return null;
    }

    private Map<Integer, Long> masses(List<Part> parts) {
        var masses = new HashMap<Integer, Long>();
        parts.forEach(part -> masses.put(part.item(), part.mass()));
        return masses;
    }

    /** Inputs end to end, and what each output's stretch covers of them. */
    @Nullable List<Sharing.Flow> laid(List<Long> begins) {
        if (!begins.isEmpty() && begins.size() != step.outputs().size()) {
            return null;
        }
        var flows = new ArrayList<Sharing.Flow>();
        var end = 0L;
        for (int at = 0; at < step.outputs().size(); at++) {
            var output = step.outputs().get(at);
            var begin = begins.isEmpty() ? end : begins.get(at);
            if (begin < end) {
                return null;
            }
            end = begin + output.mass();
            var passed = 0L;
            for (var input : step.inputs()) {
                var covered = Math.min(end, passed + input.mass()) - Math.max(begin, passed);
                if (covered > 0) {
                    flows.add(new Sharing.Flow(input.item(), output.item(), covered));
                }
                passed += input.mass();
            }
        }
        return flows;
    }

    static long sum(List<Part> parts) {
        var sum = 0L;
        for (var part : parts) {
            sum += part.mass();
        }
        return sum;
    }
}
