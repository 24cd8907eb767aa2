package org.probity.supply.traceability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Coverage.Gap;

/**
 * How far things are traced that some events made: each event once, after those that made what goes into it. What was poured into a pool is graded where it was
 * poured in, and what was drawn has the grade of what was in there then, by mass: of a mixed pool its heel and all that came, of a queue what had been in it longest.
 *
 * <p>Events that go round in a circle are taken in the order of happening; what was not made by then is not traced.
 */
final class Grading {
    static final long WHOLE = 1_000_000_000_000_000_000L;

    /** Shares of {@link #WHOLE}. @param gap what keeps most of it from the next grade */
    record Grade(long mapped, long linked, long documented, long reconciled, Gap gap) {
        static final Grade NOTHING = new Grade(0, 0, 0, 0, Gap.NOT_TRACED);
        static final Grade ALL = new Grade(WHOLE, WHOLE, WHOLE, WHOLE, Gap.NONE);
        static final int WHOLLY = 4;

        /** The lowest grade that it does not wholly have, from nought. */
        int level() {
            return mapped < WHOLE ? 0 : linked < WHOLE ? 1 : documented < WHOLE ? 2 : reconciled < WHOLE ? 3 : WHOLLY;
        }

        long lowest() {
            return level() == 0 ? mapped : level() == 1 ? linked : level() == 2 ? documented : reconciled;
        }

        Grade noneAbove(Grade most) {
            return new Grade(Math.min(mapped, most.mapped), Math.min(linked, most.linked), Math.min(documented, most.documented), Math.min(reconciled, most.reconciled),
                    level() <= most.level() ? gap : most.gap);
        }
    }

    /** @param origin whether a way may end at it @param lot whether its address names a lot or a serial number */
    record Thing(boolean origin, boolean lot) {}

    /** @param grams nought where the event says none */
    record Part(int item, long grams) {}

    /**
     * @param made whether it made its outputs of something; if not, they were first named in it, or are packs of what went in
     * @param pool that is poured into and drawn from; -1 where there is none
     * @param named whether who and where is known @param documented whether a document that it names lies here
     * @param scrap grams @param within by how many thousandths masses may differ and still close
     */
    record Happened(boolean made, int pool, boolean queue, boolean named, boolean documented, long scrap, int within, List<Part> inputs, List<Part> outputs) {
        long in() {
            return sum(inputs);
        }

        long out() {
            return sum(outputs) + scrap;
        }

        /** Both sides were weighed and are alike. What a pool gives, it was given before; {@link Tank} sees to that. */
        boolean closes() {
            return !made || (pool >= 0 ? inputs.stream().allMatch(it -> it.grams() > 0) && outputs.stream().allMatch(it -> it.grams() > 0)
                    : in() > 0 && sum(outputs) > 0 && BigInteger.valueOf(Math.abs(in() - out())).multiply(BigInteger.valueOf(1000)).compareTo(BigInteger.valueOf(in()).multiply(BigInteger.valueOf(within))) <= 0);
        }

        private static long sum(List<Part> parts) {
            return parts.stream().mapToLong(Part::grams).sum();
        }
    }

    /** A part of a whole, by mass. */
    record Weighed(long grams, Grade grade) {}

    private final Map<Integer, Thing> things;
    private final List<Happened> events;
    private final Map<Integer, Tank> tanks = new HashMap<>();
    /** What is poured into and drawn from in several events, in their order. */
    private final Map<Integer, List<Integer>> moves = new HashMap<>();
    private final Map<Integer, List<Integer>> makers = new HashMap<>();
    private final Map<Integer, List<Weighed>> made = new HashMap<>();
    /** Of a pool, what was drawn from it as it is, without a name. */
    private final Map<Integer, List<Weighed>> drawn = new HashMap<>();
    private final Map<Integer, Grade> graded = new HashMap<>();
    private final BitSet done = new BitSet();

    /** @param events that count, in the order of happening */
    Grading(Map<Integer, Thing> things, List<Happened> events) {
        this.things = things;
        this.events = events;
        events.stream().filter(it -> it.pool() >= 0).forEach(it -> tanks.computeIfAbsent(it.pool(), none -> new Tank(it.queue())));
        var transformed = new HashSet<Integer>();
        events.stream().filter(Happened::made).forEach(it -> it.outputs().forEach(out -> transformed.add(out.item())));
        for (var no = 0; no < events.size(); no++) {
            var it = events.get(no);
            for (var pool : pools(it)) {
                moves.computeIfAbsent(pool, none -> new ArrayList<>()).add(no);
            }
            for (var out : it.outputs()) {
                // Where something was made, that it was there is told by its making.
                if (!tanks.containsKey(out.item()) && (it.made() || !transformed.contains(out.item()))) {
                    makers.computeIfAbsent(out.item(), none -> new ArrayList<>()).add(no);
                }
            }
        }
        inOrder();
    }

    private Set<Integer> pools(Happened it) {
        var pools = new HashSet<Integer>();
        if (it.pool() >= 0) {
            pools.add(it.pool());
        }
        it.inputs().stream().map(Part::item).filter(tanks::containsKey).forEach(pools::add);
        it.outputs().stream().map(Part::item).filter(tanks::containsKey).forEach(pools::add);
        return pools;
    }

    /** Each event after those it needs. */
    private void inOrder() {
        var waits = new int[events.size()];
        var next = new ArrayList<Set<Integer>>();
        events.forEach(it -> next.add(new HashSet<>()));
        for (var no = 0; no < events.size(); no++) {
            for (var input : events.get(no).inputs()) {
                for (var maker : makers.getOrDefault(input.item(), List.of())) {
                    waits[no] += next.get(maker).add(no) ? 1 : 0;
                }
            }
        }
        for (var move : moves.values()) {
            for (var at = 1; at < move.size(); at++) {
                waits[move.get(at)] += next.get(move.get(at - 1)).add(move.get(at)) ? 1 : 0;
            }
        }
        var ready = new PriorityQueue<Integer>();
        for (var no = 0; no < waits.length; no++) {
            if (waits[no] == 0) {
                ready.add(no);
            }
        }
        for (var left = events.size(); left > 0; left--) {
            int no = ready.isEmpty() ? done.nextClearBit(0) : ready.remove();
            take(events.get(no));
            done.set(no);
            for (var after : next.get(no)) {
                if (--waits[after] == 0 && !done.get(after)) {
                    ready.add(after);
                }
            }
        }
    }

    private void take(Happened it) {
        var in = it.inputs().stream().map(part -> new Weighed(part.grams(), drawn(part))).toList();
        if (it.pool() < 0) {
            var of = it.inputs().isEmpty() ? null : inputs(it, in);
            it.outputs().forEach(out -> make(it, out, of));
            return;
        }
        var tank = tanks.get(it.pool());
        tank.pour(in.stream().map(one -> new Weighed(one.grams(), step(it, true, one.grade()))).toList(), it.out(), it.within());
        it.outputs().forEach(out -> make(it, out, tank.draw(out.grams())));
        if (it.scrap() > 0) {
            tank.draw(it.scrap());
        }
    }

    /** @param of what went in; nothing where nothing did */
    private void make(Happened by, Part out, @Nullable Grade of) {
        var thing = things.getOrDefault(out.item(), new Thing(false, false));
        var before = of != null ? of : thing.origin() && by.pool() < 0 ? Grade.ALL : Grade.NOTHING;
        var pool = tanks.get(out.item());
        var grade = new Weighed(out.grams(), step(by, thing.lot() || pool != null, before));
        if (pool != null) {
            pool.pour(List.of(grade), 0, by.within());
        } else {
            made.computeIfAbsent(out.item(), none -> new ArrayList<>()).add(grade);
        }
    }

    /** What is lost of a grade by one event on the way. */
    private static Grade step(Happened by, boolean lot, Grade before) {
        var mapped = by.named() ? before.mapped() : 0;
        var linked = lot ? Math.min(mapped, before.linked()) : 0;
        var documented = by.documented() ? Math.min(linked, before.documented()) : 0;
        var reconciled = by.closes() ? Math.min(documented, before.reconciled()) : 0;
        var gap = mapped < WHOLE ? by.named() ? before.gap() : Gap.NO_PLACE : linked < WHOLE ? lot ? before.gap() : Gap.NO_LOT
                : documented < WHOLE ? by.documented() ? before.gap() : Gap.NO_DOCUMENT : reconciled < WHOLE ? by.closes() ? before.gap() : Gap.NOT_RECONCILED : Gap.NONE;
        return new Grade(mapped, linked, documented, reconciled, gap);
    }

    /** By the mass of the inputs. More that came out than went in, beyond what a weighing may be off, came from nowhere. */
    private static Grade inputs(Happened by, List<Weighed> in) {
        var weighed = by.in();
        var nowhere = by.out() - weighed > weighed * by.within() / 1000 && weighed > 0;
        return mixed(in, nowhere ? by.out() : weighed, nowhere ? Gap.NOT_TRACED : Gap.NONE);
    }

    private Grade drawn(Part part) {
        var tank = tanks.get(part.item());
        if (tank == null) {
            return of(part.item());
        }
        tank.owe(part.grams(), 0);
        var grade = tank.draw(part.grams());
        drawn.computeIfAbsent(part.item(), none -> new ArrayList<>()).add(new Weighed(part.grams(), grade));
        return grade;
    }

    /** Of a lot that several events made, by what each of them made; where one did not weigh it, no better than the worst of them. Of a pool, what was drawn from it without a name of its own. */
    Grade of(int item) {
        var by = tanks.containsKey(item) ? drawn.getOrDefault(item, List.of()) : made.getOrDefault(item, List.of());
        if (by.isEmpty()) {
            return Grade.NOTHING;
        }
        if (by.size() == 1 && makers.getOrDefault(item, List.of()).size() <= 1) {
            return by.getFirst().grade();
        }
        var known = graded.get(item);
        if (known != null) {
            return known;
        }
        var all = new ArrayList<>(by);
        // What is still to be made of it, in a circle, nobody can trace here.
        var open = makers.getOrDefault(item, List.of()).stream().filter(no -> !done.get(no)).toList();
        open.forEach(no -> events.get(no).outputs().stream().filter(out -> out.item() == item).forEach(out -> all.add(new Weighed(out.grams(), Grade.NOTHING))));
        var whole = mixed(all, all.stream().mapToLong(Weighed::grams).sum(), Gap.NONE);
        if (open.isEmpty()) {
            graded.put(item, whole);
        }
        return whole;
    }

    /** Rounded down, so that only all of it is all. */
    static long part(long grams, long share) {
        return BigInteger.valueOf(grams).multiply(BigInteger.valueOf(share)).divide(BigInteger.valueOf(WHOLE)).longValueExact();
    }

    /** What nobody weighed beside others that were may be any part of it: no grade is higher than its own. @param missingOf why some of the whole is missing already */
    static Grade mixed(List<Weighed> parts, long in, Gap missingOf) {
        long mapped = 0, linked = 0, documented = 0, reconciled = 0, worst = -1;
        var lowest = missingOf == Gap.NONE ? parts.stream().mapToInt(it -> it.grade().level()).min().orElse(0) : 0;
        var most = Grade.ALL;
        var level = missingOf == Gap.NONE ? Grade.WHOLLY : 0;
        var gap = missingOf;
        for (var it : parts) {
            var weight = in == 0 ? WHOLE / parts.size() : BigInteger.valueOf(it.grams()).multiply(BigInteger.valueOf(WHOLE)).divide(BigInteger.valueOf(in)).longValueExact();
            var grade = it.grade();
            if (it.grams() == 0) {
                most = most.noneAbove(grade);
            }
            mapped += part(weight, grade.mapped());
            linked += part(weight, grade.linked());
            documented += part(weight, grade.documented());
            reconciled += part(weight, grade.reconciled());
            // What keeps it from the lowest grade it lacks counts before what keeps it from a higher one.
            var missing = weight - part(weight, grade.lowest());
            if (grade.level() < level || grade.level() == level && missing > worst) {
                level = grade.level();
                worst = missing;
                gap = grade.gap();
            }
        }
        // A grade that all parts wholly have is whole: what the divisions left over is not a gap.
        return gap == Gap.NONE ? Grade.ALL : new Grade(lowest > 0 ? WHOLE : mapped, lowest > 1 ? WHOLE : linked, lowest > 2 ? WHOLE : documented, reconciled, gap).noneAbove(most);
    }
}
