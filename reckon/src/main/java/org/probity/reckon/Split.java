package org.probity.reckon;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.apache.commons.numbers.fraction.BigFraction;

/** Divides a whole by weights so that the parts add up to it exactly: each gets its share rounded down, and the units left over go by the largest remainder. */
public final class Split {

    private Split() {}

    /**
     * @param whole what there is, in its smallest unit
     * @param weights not negative, one of them above zero; equal remainders go to whoever comes first, so the caller's order must not depend on chance
     */
    public static List<Long> of(long whole, List<BigFraction> weights) {
        if (whole < 0 || weights.stream().anyMatch(weight -> weight.signum() < 0) || weights.stream().allMatch(weight -> weight.signum() == 0)) {
            throw new IllegalArgumentException(whole + " by " + weights.size() + " weights, none below zero and not all zero");
        }
        var common = weights.stream().map(BigFraction::getDenominator).reduce(BigInteger.ONE, Split::leastCommonMultiple);
        var numbers = weights.stream().map(weight -> weight.getNumerator().multiply(common.divide(weight.getDenominator()))).toList();
        var all = numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<Long>();
        var rests = new ArrayList<BigInteger>();
        for (var number : numbers) {
            var share = BigInteger.valueOf(whole).multiply(number).divideAndRemainder(all);
            parts.add(share[0].longValueExact());
            rests.add(share[1]);
        }
        var left = whole - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size()).boxed().sorted(Comparator.comparing((Integer at) -> rests.get(at)).reversed()).limit(left)
                .forEach(at -> parts.set(at, parts.get(at) + 1));
        return List.copyOf(parts);
    }

    /**
     * As {@link #of}, for parts that have a key of their own: equal remainders go to the lesser key, so that the same weights give the same parts wherever and in whatever
     * order they are computed.
     */
    public static <K extends Comparable<? super K>> SortedMap<K, Long> among(long whole, Map<K, BigFraction> weights) {
        var ordered = new TreeMap<K, BigFraction>(weights);
        var parts = of(whole, List.copyOf(ordered.values()));
        var shares = new TreeMap<K, Long>();
        var at = 0;
        for (var key : ordered.keySet()) {
            shares.put(key, parts.get(at++));
        }
        return shares;
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
