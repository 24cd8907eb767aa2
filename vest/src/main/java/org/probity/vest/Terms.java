package org.probity.vest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Trigger;

/** Under which conditions a grant becomes one's own: a graph without circles whose ways are all walked forwards. What is wrong with terms is an answer and never a surprise later. */
public final class Terms {
    static final int CONDITIONS = 500;
    static final int OCCURRENCES = 1_200;
    private static final int WAYS = 10_000;

    private final Allocation allocation;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final List<String> roots;

    public enum Reason {
        /** There is no step. */ EMPTY,
        /** Two steps have the name. */ TWICE,
        /** A step leads to, or reckons from, a name that is no step. */ UNKNOWN,
        /** No step is the first. */ NO_FIRST,
        /** A step comes after itself. */ CIRCLE,
        /** A step reckons from one that has not come before it on some way. */ NOT_BEFORE,
        /** A step brings less than nothing, or a way more than the whole. */ TOO_MUCH,
        /** More steps, occurrences or ways than anybody would sign. */ TOO_LONG
    }

    /** @param step the name of the step it is about, or what it names */
    public record Refusal(Reason reason, String step) {}

    private Terms(Allocation allocation, List<Condition> conditions) {
        this.allocation = allocation;
        conditions.forEach(it -> this.conditions.put(it.id(), it));
        var led = new HashSet<String>();
        conditions.forEach(it -> led.addAll(it.next()));
        this.roots = conditions.stream().map(Condition::id).filter(it -> !led.contains(it)).toList();
    }

    public static Optional<Refusal> wrong(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return refused(Reason.EMPTY, "");
        }
        if (conditions.size() > CONDITIONS) {
            return refused(Reason.TOO_LONG, "");
        }
        var ids = new HashSet<String>();
        for (var it : conditions) {
            if (!ids.add(it.id())) {
                return refused(Reason.TWICE, it.id());
            }
        }
        for (var it : conditions) {
            for (var next : it.next()) {
                if (!ids.contains(next)) {
                    return refused(Reason.UNKNOWN, next);
                }
            }
            if (it.trigger() instanceof Trigger.After(_, var base) && !ids.contains(base)) {
                return refused(Reason.UNKNOWN, base);
            }
            if (it.trigger() instanceof Trigger.After(var period, _) && (period.occurrences() < 1 || period.occurrences() > OCCURRENCES || period.length() < 0 || period.length() > 40_000)) {
                return refused(Reason.TOO_LONG, it.id());
            }
            var once = it.brings() instanceof Brings.Share(var of, _) ? of : ((Brings.Number) it.brings()).of();
            if (once.signum() < 0) {
                return refused(Reason.TOO_MUCH, it.id());
            }
        }
        var terms = new Terms(Allocation.FRACTIONAL, conditions);
        if (terms.roots.isEmpty()) {
            return refused(Reason.NO_FIRST, "");
        }
        return terms.walk();
    }

    private static Optional<Refusal> refused(Reason reason, String step) {
        return Optional.of(new Refusal(reason, step));
    }

    /** @throws IllegalArgumentException when something is {@link #wrong} with them */
    public static Terms of(Allocation allocation, List<Condition> conditions) {
        wrong(conditions).ifPresent(it -> {
            throw new IllegalArgumentException(it.toString());
        });
        return new Terms(allocation, conditions);
    }

    /** Circles; steps that reckon from what is not before them; ways that bring more than the whole; too many ways. */
    private Optional<Refusal> walk() {
        var order = new ArrayList<String>();
        var state = new HashMap<String, Boolean>();
        for (var id : conditions.keySet()) {
            var circle = visit(id, state, order);
            if (circle.isPresent()) {
                return circle;
            }
        }
        var before = new HashMap<String, Set<String>>();
        var most = new HashMap<String, BigFraction>();
        var ways = new HashMap<String, Long>();
        roots.forEach(it -> {
            before.put(it, new TreeSet<>());
            most.put(it, BigFraction.ZERO);
            ways.put(it, 1L);
        });
        for (var id : order.reversed()) {
            var it = conditions.get(id);
            if (it.trigger() instanceof Trigger.After(_, var base) && !before.get(id).contains(base)) {
                return refused(Reason.NOT_BEFORE, id);
            }
            // A number is no share of the whole, which only the grant knows; it is looked at there.
            var come = it.brings() instanceof Brings.Number ? most.get(id) : most.get(id).add(it.whole(BigFraction.ONE, most.get(id)));
            if (come.compareTo(BigFraction.ONE) > 0) {
                return refused(Reason.TOO_MUCH, id);
            }
            var past = new TreeSet<>(before.get(id));
            past.add(id);
            for (var next : it.next()) {
                before.merge(next, new TreeSet<>(past), (one, other) -> {
                    one.retainAll(other);
                    return one;
                });
                most.merge(next, come, (one, other) -> one.compareTo(other) >= 0 ? one : other);
                if (ways.merge(next, ways.get(id), Long::sum) > WAYS) {
                    return refused(Reason.TOO_LONG, next);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> visit(String id, Map<String, Boolean> state, List<String> order) {
        var done = state.get(id);
        if (done != null) {
            return done ? Optional.empty() : refused(Reason.CIRCLE, id);
        }
        state.put(id, false);
        for (var next : conditions.get(id).next()) {
            var circle = visit(next, state, order);
            if (circle.isPresent()) {
                return circle;
            }
        }
        state.put(id, true);
        order.add(id);
        return Optional.empty();
    }

    public Allocation allocation() {
        return allocation;
    }

    public List<Condition> conditions() {
        return List.copyOf(conditions.values());
    }

    List<Condition> roots() {
        return roots.stream().map(conditions::get).toList();
    }

    List<Condition> after(Condition condition) {
        return condition.next().stream().map(conditions::get).toList();
    }
}
