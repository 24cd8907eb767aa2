package org.probity.vest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.vest.Condition.Trigger;

/**
 * One walk through terms by what is known on a day, and by time alone behind it. A step that reckons from a recurring one reckons from its last occurrence; months are counted from
 * the day the reckoning began and not from a shortened month; leave moves what is reckoned from a step before it.
 */
final class Way {
    /** @param decided nothing that may still happen would take this back */
    record Come(LocalDate day, BigFraction amount, String step, boolean decided) {}

    private record Last(LocalDate nominal, LocalDate real, long shift, int origin) {}

    private final Terms terms;
    private final BigFraction grant;
    private final Facts facts;
    private final LocalDate known;
    private final Map<String, Last> last = new HashMap<>();
    private final List<Come> comes = new ArrayList<>();
    private int startDay;
    /** What there will be in the end, whatever happens, and at best: by the terms, exactly. */
    private BigFraction least = BigFraction.ZERO;
    private BigFraction most = BigFraction.ZERO;

    Way(Terms terms, BigFraction grant, Facts facts, LocalDate known) {
        this.terms = terms;
        this.grant = grant;
        this.facts = facts;
        this.known = known;
        walk();
    }

    List<Come> comes() {
        return comes;
    }

    BigFraction least() {
        return terms.allocation().come(least);
    }

    BigFraction most() {
        return terms.allocation().come(most);
    }

    private void walk() {
        var day = LocalDate.MIN;
        var come = BigFraction.ZERO;
        var candidates = terms.roots();
        var decided = true;
        while (true) {
            var next = earliest(candidates, day);
            if (decided && (next == null || next.day().isAfter(known))) {
                var ends = ends(candidates, day, come, next);
                least = ends.least();
                most = ends.most();
                decided = next != null && !open(candidates, day, next);
            }
            if (next == null) {
                return;
            }
            var days = days(next);
            var parts = terms.allocation().over(come, brings(next.condition(), come), days.size());
            var folded = next.condition().trigger() instanceof Trigger.After(var period, _) ? Math.min(period.cliff(), days.size()) : 0;
            var held = BigFraction.ZERO;
            for (int at = 0; at < days.size(); at++) {
                held = held.add(parts.get(at));
                if (at + 1 >= folded) {
                    day = days.get(at).isAfter(day) ? days.get(at) : day;
                    if (held.signum() > 0) {
                        comes.add(new Come(day, held, next.condition().id(), decided));
                    }
                    held = BigFraction.ZERO;
                }
            }
            come = come.add(brings(next.condition(), come));
            candidates = terms.after(next.condition());
        }
    }

    /** Never more than there is, also where terms say numbers and not shares. */
    private BigFraction brings(Condition condition, BigFraction come) {
        var whole = condition.whole(grant, come);
        var left = grant.subtract(come);
        return whole.compareTo(left) > 0 ? left : whole;
    }

    private record Next(Condition condition, LocalDate day) {}

    private @Nullable Next earliest(List<Condition> candidates, LocalDate after) {
        Next best = null;
        for (var it : candidates) {
            var day = first(it, after);
            if (day.isPresent() && (best == null || day.get().isBefore(best.day()))) {
                best = new Next(it, day.get());
            }
        }
        return best;
    }

    /** The first day on which a step comes, if time or what happened lets it; it may lie before the step it follows. */
    private Optional<LocalDate> first(Condition condition, LocalDate after) {
        return switch (condition.trigger()) {
            case Trigger.Start() -> facts.starts().stream().filter(it -> it.condition().equals(condition.id())).map(Facts.Happened::day).findFirst();
            case Trigger.On(var day) -> Optional.of(day);
            case Trigger.Happens() -> facts.events().stream().filter(it -> it.condition().equals(condition.id()) && !it.day().isBefore(after)).map(Facts.Happened::day).min(LocalDate::compareTo);
            case Trigger.After(var period, var base) -> Optional.of(later(last.get(base), period, 1));
        };
    }

    private LocalDate later(Last base, Condition.Period period, int occurrence) {
        var nominal = period.at(base.nominal(), startDay > 0 ? startDay : base.origin(), occurrence);
        var day = nominal.plusDays(base.shift());
        for (var pause : facts.pauses()) {
            var from = pause.from().isAfter(base.real()) ? pause.from() : base.real();
            if (!from.isAfter(day)) {
                day = day.plusDays(pause.days(base.real(), known));
            }
        }
        return day;
    }

    private List<LocalDate> days(Next next) {
        var condition = next.condition();
        if (condition.trigger() instanceof Trigger.After(var period, var id)) {
            var base = last.get(id);
            var days = new ArrayList<LocalDate>(period.occurrences());
            for (int at = 1; at <= period.occurrences(); at++) {
                days.add(later(base, period, at));
            }
            var nominal = period.at(base.nominal(), startDay > 0 ? startDay : base.origin(), period.occurrences());
            last.put(condition.id(), new Last(nominal, days.getLast(), days.getLast().toEpochDay() - nominal.toEpochDay(),
                    period.months() ? period.origin(startDay > 0 ? startDay : base.origin()) : nominal.getDayOfMonth()));
            return days;
        }
        var day = next.day();
        last.put(condition.id(), new Last(day, day, 0, day.getDayOfMonth()));
        if (condition.trigger() instanceof Trigger.Start && startDay == 0) {
            startDay = day.getDayOfMonth();
        }
        return List.of(day);
    }

    private record Ends(BigFraction least, BigFraction most) {
        Ends or(Ends other) {
            return new Ends(least.compareTo(other.least) <= 0 ? least : other.least, most.compareTo(other.most) >= 0 ? most : other.most);
        }
    }

    /** May something that is not known yet come before what time brings? */
    private boolean open(List<Condition> candidates, LocalDate day, Next next) {
        return candidates.stream().anyMatch(it -> waits(it) && mayComeBefore(candidates, it, day, next));
    }

    private static boolean waits(Condition condition) {
        return condition.trigger() instanceof Trigger.Happens || condition.trigger() instanceof Trigger.Start;
    }

    private boolean mayComeBefore(List<Condition> candidates, Condition it, LocalDate day, @Nullable Next next) {
        var soonest = day.isAfter(known) ? day : known.plusDays(1);
        return next == null || soonest.isBefore(next.day()) || soonest.equals(next.day()) && candidates.indexOf(it) < candidates.indexOf(next.condition());
    }

    /** Where the ways that are still open end. */
    private Ends ends(List<Condition> candidates, LocalDate day, BigFraction come, @Nullable Next next) {
        Ends ends = next == null ? new Ends(come, come) : ahead(next, day, come);
        for (var it : candidates) {
            if (waits(it) && (next == null || it != next.condition()) && mayComeBefore(candidates, it, day, next)) {
                ends = ends.or(loose(it, come));
            }
        }
        return ends;
    }

    /** By time, whose days are known. */
    private Ends ahead(Next next, LocalDate day, BigFraction come) {
        var condition = next.condition();
        var rest = new Way(this);
        var days = rest.days(next);
        var latest = days.stream().reduce(day, (one, other) -> other.isAfter(one) ? other : one);
        var candidates = terms.after(condition);
        return rest.ends(candidates, latest, come.add(brings(condition, come)), rest.earliest(candidates, latest));
    }

    /** After something whose day nobody knows: whatever may follow it may, in any order of days. */
    private Ends loose(Condition condition, BigFraction come) {
        var now = come.add(brings(condition, come));
        var after = terms.after(condition);
        var ends = after.stream().map(it -> loose(it, now)).reduce(Ends::or).orElse(new Ends(now, now));
        return after.stream().allMatch(Way::waits) ? ends.or(new Ends(now, now)) : ends;
    }

    private Way(Way other) {
        this.terms = other.terms;
        this.grant = other.grant;
        this.facts = other.facts;
        this.known = other.known;
        this.last.putAll(other.last);
        this.startDay = other.startDay;
    }
}
