package org.probity.vest;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.reckon.Split;

/**
 * Who gets how much of a pool: first units, each by its factor times the weights of its people, then the people of each by their weights. The largest remainder gets what is left
 * over, the lesser key of two that are equal; the sum is the pool, whatever comes in.
 */
public record GainSplit<U extends Comparable<? super U>, P extends Comparable<? super P>>(SortedMap<U, Long> units, SortedMap<P, Long> people) {

    /** What somebody did in the period; each at least nothing. */
    public record Weight<U>(U unit, BigFraction grade, BigFraction rating, BigFraction attendance) {
        public BigFraction product() {
            return grade.multiply(rating).multiply(attendance);
        }
    }

    /** Days paid of days scheduled; what law calls presence counts as such. Nobody was there more than always, and who was to be there on no day has no share. */
    public static BigFraction attendance(long present, long scheduled) {
        return scheduled <= 0 ? BigFraction.ZERO : BigFraction.of(Math.clamp(present, 0, scheduled), scheduled);
    }

    /** @throws IllegalArgumentException when there is something to share and nobody has a weight, or something is less than nothing */
    public static <U extends Comparable<? super U>, P extends Comparable<? super P>> GainSplit<U, P> of(long pool, Map<U, BigFraction> factors, Map<P, Weight<U>> weights) {
        var members = new TreeMap<U, TreeMap<P, BigFraction>>();
        weights.forEach((person, weight) -> members.computeIfAbsent(weight.unit(), _ -> new TreeMap<>()).put(person, weight.product()));
        var sums = new TreeMap<U, BigFraction>();
        members.forEach((unit, of) -> sums.put(unit, factors.getOrDefault(unit, BigFraction.ZERO).multiply(of.values().stream().reduce(BigFraction.ZERO, BigFraction::add))));
        if (sums.values().stream().allMatch(it -> it.signum() == 0)) {
            throw new IllegalArgumentException("nobody has a weight");
        }
        var units = Split.among(pool, sums);
        var people = new TreeMap<P, Long>();
        units.forEach((unit, part) -> {
            var of = members.get(unit);
            if (part == 0) {
                of.keySet().forEach(it -> people.put(it, 0L));
            } else {
                people.putAll(Split.among(part, of));
            }
        });
        return new GainSplit<>(units, people);
    }
}
