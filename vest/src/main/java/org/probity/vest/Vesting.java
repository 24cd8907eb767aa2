package org.probity.vest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What of a grant is one's own, when. The order of the rules: the way through the terms; instalments before the day of the grant fold into the first one behind it; what comes sooner
 * is what would have come next; an end ends it; shares that were divided are multiplied in sum and then told apart, so that no part is lost.
 */
public final class Vesting {
    private final Grant grant;
    private final Facts facts;

    public Vesting(Grant grant, Facts facts) {
        this.grant = grant;
        this.facts = facts;
    }

    /** @param decided whatever may still happen, this stands, as long as its holder stays */
    public record Instalment(LocalDate day, BigFraction amount, String step, boolean decided) {}

    /**
     * A grant on a day, in shares as they are that day; the four are the whole.
     *
     * @param vested one's own @param certain comes by time alone @param contingent waits for something that may happen @param lapsed can come no more
     */
    public record Standing(BigFraction vested, BigFraction certain, BigFraction contingent, BigFraction lapsed) {
        public BigFraction whole() {
            return vested.add(certain).add(contingent).add(lapsed);
        }
    }

    private record Reading(List<Way.Come> comes, BigFraction least, BigFraction most) {}

    private Reading read(LocalDate known) {
        var whole = grant.quantity();
        return switch (grant.plan()) {
            case Grant.Plan.AtOnce() -> new Reading(List.of(new Way.Come(grant.day(), whole, "", true)), whole, whole);
            case Grant.Plan.Dated(var parts) -> new Reading(fold(parts.stream().map(it -> new Way.Come(it.day(), it.amount(), "", true)).toList(), true), whole, whole);
            case Grant.Plan.ByTerms(var terms) -> {
                var way = new Way(terms, whole, facts.known(known), known);
                // Into which it folds was settled on the day of the grant: what happens later takes nothing back.
                var then = known.isAfter(grant.day()) ? new Way(terms, whole, facts.known(grant.day()), grant.day()) : way;
                var follows = then.comes().stream().anyMatch(it -> it.decided() && !it.day().isBefore(grant.day()));
                yield new Reading(fold(way.comes(), follows), way.least(), way.most());
            }
        };
    }

    /**
     * Nothing is one's own before it is granted.
     *
     * @param follows whether an instalment stood behind the grant that takes in those before it; without one they come with the grant
     */
    private List<Way.Come> fold(List<Way.Come> comes, boolean follows) {
        var folded = new ArrayList<Way.Come>();
        var early = BigFraction.ZERO;
        for (var it : comes) {
            if (it.day().isBefore(grant.day())) {
                early = early.add(it.amount());
            } else if (!follows && early.signum() > 0) {
                folded.add(new Way.Come(grant.day(), early, it.step(), true));
                folded.add(it);
                early = BigFraction.ZERO;
            } else {
                folded.add(new Way.Come(it.day(), it.amount().add(early), it.step(), it.decided()));
                early = BigFraction.ZERO;
            }
        }
        if (early.signum() > 0) {
            folded.add(new Way.Come(grant.day(), early, comes.getFirst().step(), true));
        }
        return folded;
    }

    public Standing standing(LocalDate day) {
        var now = facts.known(day);
        var reading = read(day);
        if (day.isBefore(grant.day())) {
            return standing(BigFraction.ZERO, reading.least(), reading.most(), day);
        }
        var own = own(reading.comes(), now, day);
        if (now.ended().isPresent()) {
            return standing(own, own, own, day);
        }
        return standing(own, max(own, reading.least()), max(own, reading.most()), day);
    }

    private Standing standing(BigFraction own, BigFraction least, BigFraction most, LocalDate day) {
        var first = era(own, day);
        var second = era(least, day);
        var third = era(most, day);
        return new Standing(first, second.subtract(first), third.subtract(second), era(grant.quantity(), day).subtract(third));
    }

    /** What is one's own on a day, in shares as they were granted. */
    private BigFraction own(List<Way.Come> comes, Facts now, LocalDate day) {
        var until = now.ended().filter(it -> it.isBefore(day)).orElse(day);
        var own = come(comes, until);
        var reached = BigFraction.ZERO;
        for (var it : now.sooner()) {
            if (!it.day().isAfter(until)) {
                reached = min(grant.quantity(), max(come(comes, it.day()), reached).add(it.quantity().divide(factor(it.day()))));
            }
        }
        return max(own, reached);
    }

    private static BigFraction come(List<Way.Come> comes, LocalDate day) {
        return comes.stream().filter(it -> !it.day().isAfter(day)).map(Way.Come::amount).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** What came and what will come by time alone, as known on a day and in shares as they are then. */
    public List<Instalment> instalments(LocalDate known) {
        var now = facts.known(known);
        var comes = read(known).comes();
        var days = new TreeSet<LocalDate>();
        comes.forEach(it -> days.add(it.day()));
        now.sooner().forEach(it -> days.add(it.day()));
        var instalments = new ArrayList<Instalment>();
        var before = BigFraction.ZERO;
        for (var day : days) {
            var sum = era(own(comes, now, day), known);
            if (sum.compareTo(before) > 0) {
                var of = comes.stream().filter(it -> it.day().equals(day)).toList();
                instalments.add(new Instalment(day, sum.subtract(before), of.isEmpty() ? "" : of.getLast().step(), of.stream().allMatch(Way.Come::decided)));
                before = sum;
            }
        }
        return instalments;
    }

    private BigFraction factor(LocalDate day) {
        return facts.splits().stream().filter(it -> !it.day().isAfter(day)).map(Facts.Ratio::factor).reduce(BigFraction.ONE, BigFraction::multiply);
    }

    private BigFraction era(BigFraction shares, LocalDate day) {
        var now = shares.multiply(factor(day));
        return grant.plan() instanceof Grant.Plan.ByTerms(var terms) && terms.allocation() == Allocation.FRACTIONAL ? now : BigFraction.of(Round.down(now));
    }

    private static BigFraction max(BigFraction one, BigFraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static BigFraction min(BigFraction one, BigFraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
