package org.probity.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The arithmetic of {@link Fold.Split}: splits the sum of all parts anew, and each must come out as it stands. */
final class Parts implements Fold.Tally {
    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

    private record Row(Fraction weight, BigInteger part) {}

    private static final class Group {
        private final BigDecimal factor;
        private final List<Row> rows = new ArrayList<>();

        Group(BigDecimal factor) {
            this.factor = factor;
        }
    }

    private final Fold.Split fold;
    private final SortedMap<BigDecimal, Group> groups = new TreeMap<>();
    private BigInteger whole = BigInteger.ZERO;

    Parts(Fold.Split fold) {
        this.fold = fold;
    }

    @Override
    public void add(Facts row) {
        BigDecimal factor = positive(row, fold.factor());
        Group group = groups.computeIfAbsent(Tallies.value(row, fold.group()), _ -> new Group(factor));
        if (group.factor.compareTo(factor) != 0) {
            throw new Malformed("fold.input", "a group has two factors");
        }
        Fraction weight = Fraction.of(1, 1);
        for (String input : fold.over()) {
            weight = weight.times(Fraction.of(positive(row, input)));
        }
        for (String input : fold.under()) {
            BigDecimal under = positive(row, input);
            weight = under.signum() == 0 ? Fraction.of(0, 1) : weight.over(Fraction.of(under));
        }
        BigDecimal part = positive(row, fold.part());
        if (part.stripTrailingZeros().scale() > 0) {
            throw new Malformed("fold.input", "a part is no whole number");
        }
        group.rows.add(new Row(weight, part.toBigIntegerExact()));
        whole = whole.add(part.toBigIntegerExact());
    }

    private static BigDecimal positive(Facts row, String input) {
        BigDecimal value = Tallies.value(row, input);
        if (value.signum() < 0) {
            throw new Malformed("fold.input", "the input " + input + " is below zero");
        }
        return value;
    }

    @Override
    public Fold.Result result() {
        if (groups.isEmpty()) {
            return Fold.Result.none();
        }
        if (whole.compareTo(HIGHEST) > 0) {
            throw new Malformed("fold.input", "more is split than can be counted");
        }
        if (whole.signum() > 0) {
            List<Group> all = List.copyOf(groups.values());
            List<BigInteger> parts = split(whole, all.stream().map(group -> Fraction.of(group.factor).times(sum(group.rows.stream().map(Row::weight).toList()))).toList());
            for (int i = 0; i < all.size(); i++) {
                check(all.get(i), parts.get(i));
            }
        }
        return Fold.Result.of(new Fraction(whole, BigInteger.ONE));
    }

    private static void check(Group group, BigInteger part) {
        List<BigInteger> parts = part.signum() == 0 ? group.rows.stream().map(_ -> BigInteger.ZERO).toList() : split(part, group.rows.stream().map(Row::weight).toList());
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).equals(group.rows.get(i).part())) {
                throw new Malformed("fold.input", "a row has the part " + group.rows.get(i).part() + ", and its weight gives it " + parts.get(i));
            }
        }
    }

    private static Fraction sum(List<Fraction> weights) {
        BigInteger common = common(weights);
        return new Fraction(weights.stream().map(weight -> weight.numerator().multiply(common.divide(weight.denominator()))).reduce(BigInteger.ZERO, BigInteger::add), common);
    }

    private static BigInteger common(List<Fraction> weights) {
        BigInteger common = BigInteger.ONE;
        for (Fraction weight : weights) {
            common = common.divide(common.gcd(weight.denominator())).multiply(weight.denominator());
        }
        return common;
    }

    private static List<BigInteger> split(BigInteger whole, List<Fraction> weights) {
        BigInteger common = common(weights);
        List<BigInteger> numbers = weights.stream().map(weight -> weight.numerator().multiply(common.divide(weight.denominator()))).toList();
        BigInteger all = numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (all.signum() == 0) {
            throw new Malformed("fold.input", "something is split and nobody weighs anything");
        }
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        BigInteger left = whole;
        for (BigInteger number : numbers) {
            BigInteger[] share = whole.multiply(number).divideAndRemainder(all);
            parts.add(share[0]);
            rests.add(share[1]);
            left = left.subtract(share[0]);
        }
        IntStream.range(0, parts.size()).boxed().sorted(Comparator.comparing((Integer at) -> rests.get(at)).reversed()).limit(left.longValueExact())
                .forEach(at -> parts.set(at, parts.get(at).add(BigInteger.ONE)));
        return parts;
    }
}
