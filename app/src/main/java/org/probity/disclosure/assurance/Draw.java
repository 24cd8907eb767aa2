package org.probity.disclosure.assurance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * Chooses rows by a seed. Whoever has the seed and the package draws the same rows; nothing else goes into it, no clock and no chance.
 *
 * <p>Each row gets the SHA-256 of the seed, one line feed and the row's code, all as UTF-8; rows stand in the order of these hashes. The
 * guide's chapter for assurers says the same with an example that a shell can compute.
 */
public final class Draw {
    public enum Method { SIMPLE, BY_STRENGTH, BY_VALUE }

    /** Who stands for a row's weakest evidence, the weakest first, in the words of the package. */
    enum Strength { NONE, DECLARATION, SYSTEM, PRIMARY }

    /** @param value what a draw by value weighs; the input that the control total sums */
    record Item(String code, Strength weakest, BigDecimal value) {}

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private Draw() {}

    static List<String> take(Method method, List<Item> items, String seed, int size) {
        var ordered = items.stream().sorted(Comparator.comparing(item -> hash(seed, item.code()))).toList();
        return switch (method) {
            case SIMPLE -> ordered.stream().map(Item::code).limit(size).toList();
            case BY_STRENGTH -> inTurns(ordered, size);
            case BY_VALUE -> byValue(ordered, seed, size);
        };
    }

    /** The order of a row, in hex, as a reader computes it. */
    static String hash(String seed, String code) {
        return HexFormat.of().formatHex(sha256(seed, code));
    }

    /** One row of each strength in turn, the weakest first, until there are enough: weak evidence is looked at more than its share. */
    private static List<String> inTurns(List<Item> ordered, int size) {
        var groups = new EnumMap<Strength, Iterator<Item>>(Strength.class);
        for (var strength : Strength.values()) {
            groups.put(strength, ordered.stream().filter(item -> item.weakest() == strength).iterator());
        }
        var taken = new ArrayList<String>();
        while (taken.size() < Math.min(size, ordered.size())) {
            for (var group : groups.values()) {
                if (group.hasNext() && taken.size() < size) {
                    taken.add(group.next().code());
                }
            }
        }
        return taken;
    }

    /**
     * Systematic sampling by value: {@code size} points at equal distance along the running sum, the first at a place that the seed
     * chooses. A row that holds several points is taken once, so that fewer rows than points may come out. Whole numbers throughout.
     */
    private static List<String> byValue(List<Item> ordered, String seed, int size) {
        var places = ordered.stream().mapToInt(item -> item.value().scale()).max().orElse(0);
        var values = ordered.stream().map(item -> item.value().setScale(Math.max(0, places)).unscaledValue()).toList();
        var sum = values.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var start = new BigInteger(1, Arrays.copyOf(sha256(seed, "start"), 8));
        var taken = new ArrayList<String>();
        var before = BigInteger.ZERO;
        var point = 0;
        for (var i = 0; i < ordered.size(); i++) {
            var after = before.add(values.get(i));
            var limit = after.multiply(BigInteger.valueOf(size)).multiply(TWO_TO_64);
            var hit = false;
            while (point < size && BigInteger.valueOf(point).multiply(TWO_TO_64).add(start).multiply(sum).compareTo(limit) < 0) {
                hit = true;
                point++;
            }
            if (hit) {
                taken.add(ordered.get(i).code());
            }
            before = after;
        }
        return taken;
    }

    private static byte[] sha256(String seed, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + "\n" + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }
}
