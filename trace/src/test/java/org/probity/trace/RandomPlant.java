package org.probity.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up steps from a seed, with reclaim that goes round and round and numbers that do not quite close. Many are refused; that is part of it. */
final class RandomPlant {

    static final int TANK = 0, STORE = 1;
    private final SplittableRandom random;
    private final Book book;
    private final boolean greedy;
    private int items = 2;
    private long event;

    RandomPlant(long seed, Book book) {
        this(seed, book, true);
    }

    /** @param greedy whether a little more is taken than there is, now and then */
    RandomPlant(long seed, Book book, boolean greedy) {
        this.greedy = greedy;
        this.random = new SplittableRandom(seed);
        this.book = book;
    }

    int items() {
        return items;
    }

    Step next() {
        event++;
        if (event == 1) {
            return new Step(event, event, new Sharing.Pool(TANK), List.of(), List.of(), 0);
        }
        if (event == 2) {
            return new Step(event, event, new Sharing.FifoPool(STORE), List.of(), List.of(), 0);
        }
        if (items < 6 || random.nextInt(9) == 0) {
            return Step.received(event, event, new Part(random.nextInt(12) == 0 ? random.nextInt(2) : items++, random.nextLong(1, 100_000)));
        }
        var inputs = inputs();
        long in = inputs.stream().mapToLong(Part::mass).sum();
        long scrap = random.nextBoolean() ? 0 : in / random.nextInt(5, 50);
        long off = random.nextInt(3) == 0 ? random.nextLong(-in / 30 - 1, in / 30 + 1) : 0;
        long out = Math.max(1, in - scrap + off);
        return switch (random.nextInt(6)) {
            case 0 -> new Step(event, event, new Sharing.Pool(TANK), without(inputs, TANK), outputs(Math.max(1, out / 2), false), scrap);
            case 1 -> new Step(event, event, new Sharing.FifoPool(STORE), without(inputs, STORE), outputs(Math.max(1, out / 2), false), scrap);
            case 2 -> position(inputs, outputs(out, true), scrap);
            case 3 -> measured(inputs, outputs(out, true), scrap);
            default -> Step.mixed(event, event, inputs, outputs(out, true), scrap);
        };
    }

    private Step position(List<Part> inputs, List<Part> outputs, long scrap) {
        var begins = new ArrayList<Long>();
        long begin = random.nextLong(0, scrap + 1);
        for (var output : outputs) {
            begins.add(begin);
            begin += output.mass();
        }
        return new Step(event, event, new Sharing.Position(random.nextBoolean() ? List.of() : begins), inputs, outputs, scrap);
    }

    private Step measured(List<Part> inputs, List<Part> outputs, long scrap) {
        var flows = new ArrayList<Sharing.Flow>();
        var left = new ArrayList<>(inputs);
        Collections.reverse(left);
        for (var output : outputs) {
            long wanted = output.mass();
            for (int at = 0; at < left.size() && wanted > 0; at++) {
                long part = Math.min(wanted, left.get(at).mass());
                if (part > 0) {
                    flows.add(new Sharing.Flow(left.get(at).item(), output.item(), part));
                    left.set(at, new Part(left.get(at).item(), left.get(at).mass() - part));
                    wanted -= part;
                }
            }
        }
        return new Step(event, event, new Sharing.Measured(flows), inputs, outputs, scrap);
    }

    private static List<Part> without(List<Part> parts, int item) {
        return parts.stream().filter(part -> part.item() != item).toList();
    }

    private List<Part> inputs() {
        var chosen = new LinkedHashSet<Integer>();
        int count = random.nextInt(1, 4);
        for (int tries = 0; tries < 40 && chosen.size() < count; tries++) {
            int item = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextInt(Math.max(0, items - 40), items);
            if (book.stock(item) > 0) {
                chosen.add(item);
            }
        }
        return chosen.stream().map(item -> new Part(item, Math.max(1, switch (random.nextInt(4)) {
            case 0 -> book.stock(item) / random.nextInt(1, 5);
            case 1 -> book.stock(item) + (greedy ? book.stock(item) / 40 : 0);
            default -> book.stock(item);
        }))).toList();
    }

    private List<Part> outputs(long mass, boolean intoPools) {
        var outputs = new ArrayList<Part>();
        int count = random.nextInt(1, 5);
        for (int at = 0; at < count && mass > 0; at++) {
            long part = at == count - 1 ? mass : random.nextLong(1, mass + 1);
            int pool = random.nextInt(2);
            boolean reclaim = intoPools && random.nextInt(3) == 0 && outputs.stream().noneMatch(other -> other.item() == pool);
            outputs.add(new Part(reclaim ? pool : items++, part));
            mass -= part;
        }
        return outputs;
    }
}
