package org.probity.customs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Of what something is made: by first step (whoever brought the material in), how many of 10^18 parts. Divisions round down; what that loses, and what nobody
 * can share out because a mass is missing, is in no part and so shows as a sum below the whole.
 *
 * @param steps ascending
 * @param unclear parts of which nobody says how they were shared
 */
public record Mix(int[] steps, long[] parts, long unclear) {
    public static final long WHOLE = 1_000_000_000_000_000_000L;

    /** So much of something. @param mass nought or more */
    record Portion(Mix mix, long mass) {}

    static Mix of(int step) {
        return new Mix(new int[] {step}, new long[] {WHOLE}, 0);
    }

    /** Everything mixed in proportion to its mass; where no mass is known, one thing alone is itself and several are unclear. */
    static Mix of(List<Portion> portions) {
        var weighed = portions.stream().filter(it -> it.mass() > 0).toList();
        if (weighed.size() == 1) {
            return weighed.getFirst().mix();
        }
        if (weighed.isEmpty()) {
            return portions.size() == 1 ? portions.getFirst().mix() : of(portions.stream().map(it -> new Portion(it.mix(), 1)).toList()).unsure();
        }
        var first = weighed.getFirst().mix();
        if (weighed.stream().allMatch(it -> it.mix() == first)) {
            return first;
        }
        var total = BigInteger.valueOf(weighed.stream().mapToLong(Portion::mass).sum());
        var sums = new TreeMap<Integer, BigInteger>();
        var unclear = BigInteger.ZERO;
        for (var it : weighed) {
            var mass = BigInteger.valueOf(it.mass());
            for (var n = 0; n < it.mix().steps.length; n++) {
                sums.merge(it.mix().steps[n], mass.multiply(BigInteger.valueOf(it.mix().parts[n])), BigInteger::add);
            }
            unclear = unclear.add(mass.multiply(BigInteger.valueOf(it.mix().unclear)));
        }
        var steps = sums.keySet().stream().mapToInt(it -> it).toArray();
        var parts = sums.values().stream().mapToLong(it -> it.divide(total).longValueExact()).toArray();
        return new Mix(steps, parts, unclear.divide(total).longValueExact());
    }

    Mix unsure() {
        return new Mix(steps, parts, WHOLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mix it && Arrays.equals(steps, it.steps) && Arrays.equals(parts, it.parts) && unclear == it.unclear;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + Arrays.hashCode(parts);
    }
}
