package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.vest.GainSplit;
import org.probity.vest.RandomGrants;
import org.probity.vest.UnitPlan;

/// What people are paid beside their wage, reckoned for ten thousand: one pool over units and people; a thousand random pools, each of which must add up; five grants each through five years of
/// time units; a hundred thousand random grants that must be whole on every day.
///
/// Arguments: `--quick` (a tenth of the pools and grants). Ends with 0 when all goals are met, 1 when some are short.
public final class RewardBench {
    private static final int PEOPLE = 10_000;
    private static final int UNITS = 40;
    private static boolean met = true;

    private RewardBench() {}

    public static void main(String[] args) {
        var part = List.of(args).contains("--quick") ? 10 : 1;
        System.out.printf(Locale.ROOT, "# JDK %s, %d processors, load %.1f%n", Runtime.version(), Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var random = new SplittableRandom(111);
        pools(random, 20);
        var weights = weights(random);
        var factors = factors(random);
        var begun = System.nanoTime();
        var one = GainSplit.of(69_000_000L, factors, weights);
        goal("one pool over 10,000 people, seconds", seconds(begun), 1);
        wrong("its parts are not the pool", one.people().values().stream().mapToLong(Long::longValue).sum() != 69_000_000L);
        begun = System.nanoTime();
        pools(random, 1_000 / part);
        System.out.printf(Locale.ROOT, "reward %d random pools add up, %.1f s%n", 1_000 / part, seconds(begun));
        begun = System.nanoTime();
        var paid = units(random);
        goal("10,000 x 5 grants of units through five years, seconds", seconds(begun), 3);
        System.out.printf(Locale.ROOT, "reward units paid %d fen%n", paid);
        begun = System.nanoTime();
        for (int round = 0; round < 100_000 / part; round++) {
            RandomGrants.look(random);
        }
        System.out.printf(Locale.ROOT, "reward %d random grants are whole on each of eight days, %.1f s%n", 100_000 / part, seconds(begun));
        System.exit(met ? 0 : 1);
    }

    private static Map<Integer, BigFraction> factors(SplittableRandom random) {
        var factors = new HashMap<Integer, BigFraction>();
        for (int unit = 0; unit < UNITS; unit++) {
            factors.put(unit, BigFraction.of(random.nextInt(8, 14), 10));
        }
        return factors;
    }

    private static Map<Integer, GainSplit.Weight<Integer>> weights(SplittableRandom random) {
        var ratings = List.of(BigFraction.of(3, 2), BigFraction.of(6, 5), BigFraction.ONE, BigFraction.ONE, BigFraction.of(1, 2), BigFraction.ZERO);
        var weights = new HashMap<Integer, GainSplit.Weight<Integer>>();
        for (int person = 0; person < PEOPLE; person++) {
            var scheduled = random.nextInt(10) == 0 ? random.nextInt(1, 66) : 66;
            weights.put(person, new GainSplit.Weight<>(random.nextInt(UNITS), BigFraction.of(random.nextInt(10, 21), 10), ratings.get(random.nextInt(ratings.size())),
                    GainSplit.attendance(scheduled - random.nextInt(4), scheduled)));
        }
        return weights;
    }

    private static void pools(SplittableRandom random, int many) {
        for (int round = 0; round < many; round++) {
            var pool = random.nextLong(0, 100_000_000_000L);
            wrong("parts of " + pool + " are not the pool", GainSplit.of(pool, factors(random), weights(random)).people().values().stream().mapToLong(Long::longValue).sum() != pool);
        }
    }

    /** Five grants each, a year apart; dividends and values of nine years. */
    private static long units(SplittableRandom random) {
        var plan = new UnitPlan(UnitPlan.USUAL, UnitPlan.USUAL_LEAVING);
        var dividend = new HashMap<Integer, BigDecimal>();
        var value = new HashMap<Integer, BigDecimal>();
        for (int year = 2022; year <= 2031; year++) {
            dividend.put(year, BigDecimal.valueOf(random.nextInt(10, 90), 2));
            value.put(year, BigDecimal.valueOf(random.nextInt(100, 900), 2));
        }
        var reasons = UnitPlan.Reason.values();
        long paid = 0;
        for (int person = 0; person < PEOPLE; person++) {
            var left = random.nextInt(8) == 0 ? Optional.of(new UnitPlan.Left(reasons[random.nextInt(reasons.length)], random.nextInt(2023, 2030), BigFraction.of(random.nextInt(1, 60), 60)))
                    : Optional.<UnitPlan.Left>empty();
            var all = new ArrayList<UnitPlan.Line>();
            for (int year = 2022; year < 2027; year++) {
                all.addAll(plan.lines(new UnitPlan.Given(random.nextInt(100, 20_000), value.get(year), year), dividend, value, left, 2031));
            }
            paid += all.stream().mapToLong(UnitPlan.Line::paid).sum();
        }
        return paid;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void goal(String what, double seconds, double most) {
        System.out.printf(Locale.ROOT, "reward %s, %.3f, at most %.0f, %s%n", what, seconds, most, seconds <= most ? "met" : "short");
        met &= seconds <= most;
    }

    private static void wrong(String what, boolean so) {
        if (so) {
            throw new IllegalStateException(what);
        }
    }
}
