package org.probity.people.reward;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.ui.Answer;
import org.probity.people.reward.Splits.Left;
import org.probity.people.reward.Splits.Person;
import org.probity.people.reward.Splits.Reckoned;
import org.probity.people.reward.Splits.UnitPart;
import org.probity.people.reward.Weighing.Weighed;
import org.probity.proof.Hash;
import org.probity.vest.Gain;
import org.probity.vest.GainSplit;
import org.springframework.stereotype.Component;

/** What a period brings to whom, as everything stands now: the pool by the plan's formula, shared over units and their people. Keeps nothing; the hash is over all that went in. */
@Component
class Reckoning {
    /** The sum of fewer people than this would tell what one of them got. */
    static final int FEW = 5;

    private final Plans plans;
    private final Periods periods;
    private final Weighing weighing;
    private final PaySeal seal;
    private final GainBook book;

    Reckoning(Plans plans, Periods periods, Weighing weighing, PaySeal seal, GainBook book) {
        this.plans = plans;
        this.periods = periods;
        this.weighing = weighing;
        this.seal = seal;
        this.book = book;
    }

    /** Refusals: those of {@link Splits#reckon} but who asks and what is settled. */
    Answer<Reckoned> of(Period period) {
        var plan = plans.find(period.plan()).orElseThrow();
        var factors = plans.factors(plan.id());
        var pool = period.release() ? released(book.standing(plan)) : plan.pool(plan.gain(period.cost(), period.output(), period.wage()), book.standing(plan));
        var units = periods.units(period);
        var sealing = seal.sealing();
        var people = new ArrayList<Person>();
        var out = new ArrayList<Left>();
        for (var it : weighing.of(period)) {
            if (it.why() != null) {
                out.add(new Left(it.person(), it.number(), it.nameEn(), it.nameZh(), it.why()));
                continue;
            }
            var grade = factors.grade(it.grade());
            var rating = factors.rating(it.rating());
            if (grade.isEmpty() || rating.isEmpty()) {
                return Answer.refused("", "reward.factor-missing", grade.isEmpty() ? it.grade() : it.rating(), it.number());
            }
            people.add(new Person(it.person(), new Part(sealing.code(period.id(), it.person()), unit(it), it.grade(), grade.get(), it.rating(), it.assessment(), rating.get(), it.scheduled(),
                    Math.min(it.absent(), it.scheduled()), 0)));
        }
        if (pool.paid() == 0) {
            return Answer.done(told(period, plan, pool, units, List.of(), Map.of(), Map.of(), out));
        }
        var unitFactors = new TreeMap<String, BigFraction>();
        units.forEach(it -> unitFactors.put(it.code(), Plan.exact(it.factor())));
        var weights = new HashMap<String, GainSplit.Weight<String>>();
        people.forEach(it -> weights.put(it.part().code(), it.part().weight()));
        if (weights.size() < people.size()) {
            throw new IllegalStateException("two people of " + period.id() + " have one code");
        }
        if (people.stream().noneMatch(it -> it.part().weight().product().signum() > 0 && unitFactors.getOrDefault(it.part().unit(), BigFraction.ZERO).signum() > 0)) {
            return Answer.refused("", "reward.nobody");
        }
        var small = people.stream().collect(Collectors.groupingBy(it -> it.part().unit(), TreeMap::new, Collectors.counting())).entrySet().stream()
                .filter(it -> it.getValue() < FEW).findFirst();
        if (small.isPresent()) {
            return Answer.refused("", "reward.unit-small", small.get().getKey(), FEW);
        }
        var split = GainSplit.of(pool.paid(), unitFactors, weights);
        return Answer.done(told(period, plan, pool, units, people, split.units(), split.people(), out));
    }

    /** All that is held, to the people whose it is. */
    private static Gain.Pool released(long held) {
        return new Gain.Pool(held, held, 0, 0, 0, held);
    }

    private static String unit(Weighed it) {
        return java.util.Objects.requireNonNull(it.unit());
    }

    private static Reckoned told(Period period, Plan plan, Gain.Pool pool, List<Periods.Unit> units, List<Person> people, Map<String, Long> unitParts, Map<String, Long> parts, List<Left> out) {
        var with = people.stream().map(it -> new Person(it.person(), it.part().with(parts.getOrDefault(it.part().code(), 0L)))).sorted(Comparator.comparing(it -> it.part().code())).toList();
        var members = new HashMap<String, Integer>();
        with.forEach(it -> members.merge(it.part().unit(), 1, Integer::sum));
        var told = units.stream().map(it -> new UnitPart(it.unit(), it.code(), it.nameEn(), it.nameZh(), it.factor(), members.getOrDefault(it.code(), 0), unitParts.getOrDefault(it.code(), 0L))).toList();
        var all = new StringBuilder(period.id() + "\n" + plan.id() + "\n" + pool + "\n");
        told.forEach(it -> all.append(it.unit()).append('\t').append(it.factor().stripTrailingZeros().toPlainString()).append('\t').append(it.amount()).append('\n'));
        with.forEach(it -> all.append(it.person()).append('\t').append(it.part().words()).append('\n'));
        out.forEach(it -> all.append(it.person()).append('\t').append(it.why()).append('\n'));
        return new Reckoned(period, plan, pool, told, with, out, Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).hex());
    }
}
