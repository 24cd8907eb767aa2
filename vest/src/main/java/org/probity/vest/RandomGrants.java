package org.probity.vest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Period;
import org.probity.vest.Condition.Trigger;

/** Makes up grants and what became of them, and looks whether anything was made or lost; for tests and trials. */
public final class RandomGrants {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 31);

    private RandomGrants() {}

    /**
     * One grant, looked at on eight days.
     *
     * @throws IllegalStateException when the four are not the whole, one is less than nothing, what was one's own is taken away, or the instalments are not what was one's own in the end
     */
    public static void look(RandomGenerator random) {
        var terms = terms(random);
        var day = FIRST.plusDays(random.nextInt(700));
        var grant = new Grant(day, Round.of(random.nextInt(5) == 0 ? random.nextInt(1, 40) : random.nextInt(1, 10_000_000)), new Grant.Plan.ByTerms(terms));
        var facts = facts(random, terms, day);
        var vesting = new Vesting(grant, facts);
        var before = BigFraction.ZERO;
        var on = day.minusDays(40);
        for (int at = 0; at < 8; at++) {
            var now = vesting.standing(on);
            var known = on;
            var factor = facts.splits().stream().filter(it -> !it.day().isAfter(known)).map(Facts.Ratio::factor).reduce(BigFraction.ONE, BigFraction::multiply);
            var due = grant.quantity().multiply(factor);
            var whole = terms.allocation() == Allocation.FRACTIONAL ? due : BigFraction.of(Round.down(due));
            if (!now.whole().equals(whole) || now.vested().signum() < 0 || now.certain().signum() < 0 || now.contingent().signum() < 0 || now.lapsed().signum() < 0 || now.vested().compareTo(before) < 0) {
                throw new IllegalStateException(on + ": " + now + " after " + before + " of " + whole + " by " + terms.conditions() + " with " + facts + " from " + grant.day());
            }
            before = now.vested();
            on = on.plusDays(random.nextInt(1, 700));
        }
        var end = LocalDate.of(2150, 1, 1);
        var sum = vesting.instalments(end).stream().map(Vesting.Instalment::amount).reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(vesting.standing(end).vested())) {
            throw new IllegalStateException(sum + " is not " + vesting.standing(end) + " by " + terms.conditions() + " with " + facts);
        }
    }

    private static Terms terms(RandomGenerator random) {
        var allocation = Allocation.values()[random.nextInt(Allocation.values().length)];
        var steps = random.nextInt(1, 6);
        var conditions = new ArrayList<Condition>();
        conditions.add(new Condition("0", new Brings.Share(BigFraction.ZERO, false), new Trigger.Start(), next(random, 0, steps)));
        var tenths = 10;
        for (int at = 1; at <= steps; at++) {
            var times = random.nextInt(3) == 0 ? 1 : random.nextInt(1, 49);
            var part = at == steps && random.nextBoolean() ? tenths : random.nextInt(0, tenths + 1);
            tenths -= part;
            Trigger trigger = switch (random.nextInt(4)) {
                case 0 -> new Trigger.Happens();
                case 1 -> new Trigger.On(FIRST.plusDays(random.nextInt(3_000)));
                default -> new Trigger.After(new Period(random.nextInt(1, 13), random.nextInt(4) > 0, times, random.nextInt(4) == 0 ? random.nextInt(1, 32) : 0, random.nextInt(times + 1)), "0");
            };
            var share = BigFraction.of(part, 10L * (trigger instanceof Trigger.After(var period, _) ? period.occurrences() : 1));
            conditions.add(new Condition("" + at, new Brings.Share(share, random.nextInt(5) == 0), trigger, next(random, at, steps)));
        }
        return Terms.of(allocation, conditions);
    }

    /** Steps behind it: always the next, and now and then one more. */
    private static List<String> next(RandomGenerator random, int at, int steps) {
        var next = new ArrayList<String>();
        for (int to = at + 1; to <= steps; to++) {
            if (to == at + 1 || random.nextInt(3) == 0) {
                next.add("" + to);
            }
        }
        return next;
    }

    private static Facts facts(RandomGenerator random, Terms terms, LocalDate day) {
        var events = new ArrayList<Facts.Happened>();
        for (var it : terms.conditions()) {
            if (it.trigger() instanceof Trigger.Happens && random.nextBoolean()) {
                events.add(new Facts.Happened(it.id(), FIRST.plusDays(random.nextInt(2_500))));
            }
        }
        var pauses = new ArrayList<Facts.Pause>();
        var from = day.plusDays(random.nextInt(400));
        while (random.nextInt(3) == 0) {
            var until = from.plusDays(random.nextInt(1, 200));
            pauses.add(new Facts.Pause(from, until));
            from = until.plusDays(random.nextInt(300));
        }
        var sooner = random.nextInt(4) == 0 ? List.of(new Facts.Sooner(day.plusDays(random.nextInt(1_500)), Round.of(random.nextInt(1, 20_000)))) : List.<Facts.Sooner>of();
        var splits = random.nextInt(5) == 0 ? List.of(new Facts.Ratio(day.plusDays(random.nextInt(1_500)), random.nextInt(2, 12), random.nextInt(1, 3))) : List.<Facts.Ratio>of();
        var ended = random.nextInt(6) == 0 ? Optional.of(day.plusDays(random.nextInt(2_000))) : Optional.<LocalDate>empty();
        var starts = random.nextInt(12) == 0 ? List.<Facts.Happened>of() : List.of(new Facts.Happened("0", day.plusDays(random.nextInt(-400, 60))));
        return new Facts(starts, events, pauses, sooner, splits, ended);
    }
}
