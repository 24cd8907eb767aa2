package org.probity.people.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probity.reckon.Decomposition;
import org.probity.reckon.Gap;
import org.probity.reckon.Regression;

/**
 * People of a file and what an hour brought them: how far women's pay and men's lies apart, in numbers. Keeps nothing and asks nobody; what may be told of it is {@link Gaps}'.
 *
 * @param all also those whose sex no document says
 */
record Paid(List<One> all, List<One> women, List<One> men) {
    /** Women and men of each quarter from which one of them is not told. */
    private static final int FEW = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Paid of(List<One> all) {
        return new Paid(all, all.stream().filter(it -> it.who().woman()).toList(), all.stream().filter(it -> it.who().man()).toList());
    }

    Paid grade(String grade) {
        return of(all.stream().filter(it -> it.who().grade().equals(grade)).toList());
    }

    /** Short codes before long ones, so that 9 comes before 10. */
    List<String> grades() {
        return all.stream().map(it -> it.who().grade()).distinct().sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder())).toList();
    }

    record One(Worked who, Pay pay) {
        /** For an hour, in thousandths of a fen. */
        long hourly(long fen) {
            return BigDecimal.valueOf(fen).movePointRight(3).divide(pay.hours(), 0, RoundingMode.HALF_UP).longValueExact();
        }

        long total() {
            return hourly(pay.total());
        }

        long fixed() {
            return hourly(pay.of(Pay.Part.FIXED));
        }

        long variable() {
            return hourly(pay.variable());
        }
    }

    record Adjusted(BigDecimal value, BigDecimal low, BigDecimal high, BigDecimal r2, int considered) {}

    /** What is held alike: of each person whether a woman, the columns and the logarithm of what an hour brings. @param kinds what each column is of */
    record Held(boolean[] women, double[][] columns, double[] values, int[] kinds) {
        private static final List<Gaps.Share> KINDS = List.of(Gaps.Share.YEARS, Gaps.Share.GRADE, Gaps.Share.PLACE);

        Optional<Adjusted> adjusted() {
            var with = new double[values.length][kinds.length + 1];
            for (int at = 0; at < values.length; at++) {
                with[at][0] = women[at] ? 1 : 0;
                System.arraycopy(columns[at], 0, with[at], 1, kinds.length);
            }
            return Regression.of(with, values).map(it -> {
                var sex = it.terms().get(1);
                return new Adjusted(less(sex.value()), less(sex.high()), less(sex.low()), BigDecimal.valueOf(it.r2()).setScale(4, RoundingMode.HALF_UP), kinds.length);
            });
        }

        /** None where fewer than thirty of a sex are left. */
        List<Gaps.Part> parts() {
            var hers = IntStream.range(0, women.length).filter(it -> women[it]).count();
            if (hers < Gaps.LEAST || women.length - hers < Gaps.LEAST) {
                return List.of();
            }
            return Decomposition.of(women, columns, values, kinds).map(it -> {
                var parts = new ArrayList<>(List.of(part(Gaps.Share.ALL, it.all()), part(Gaps.Share.EXPLAINED, it.explained()), part(Gaps.Share.LEFT, it.unexplained())));
                IntStream.range(0, it.parts().size()).filter(kind -> IntStream.of(kinds).anyMatch(one -> one == kind)).forEach(kind -> parts.add(part(KINDS.get(kind), it.parts().get(kind))));
                return List.copyOf(parts);
            }).orElse(List.of());
        }

        private static Gaps.Part part(Gaps.Share share, Decomposition.Part it) {
            return new Gaps.Part(share, hundredths(it.value()), hundredths(it.low()), hundredths(it.high()));
        }

        private static BigDecimal hundredths(double logarithm) {
            return BigDecimal.valueOf(100 * logarithm).setScale(2, RoundingMode.HALF_UP);
        }
    }

    record Ratio(@Nullable BigDecimal ratio, @Nullable BigDecimal growth, int people) {}

    Optional<BigDecimal> mean(ToLongFunction<One> of) {
        return Gap.mean(women.stream().map(of::applyAsLong).toList(), men.stream().map(of::applyAsLong).toList());
    }

    Optional<BigDecimal> median(ToLongFunction<One> of) {
        return Gap.median(women.stream().map(of::applyAsLong).toList(), men.stream().map(of::applyAsLong).toList());
    }

    /** How many of them get any, in per cent. */
    static BigDecimal variable(List<One> people) {
        return share(people.stream().filter(it -> it.pay().variable() > 0).count(), people.size());
    }

    private static BigDecimal share(long some, long all) {
        return BigDecimal.valueOf(some).multiply(HUNDRED).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    }

    /**
     * Women among the quarters from the lowest, in per cent. Whom equal pay would cut apart stays in the order of ids, which are about nobody. All or none: one that was left out would follow from the other three.
     */
    List<BigDecimal> quartiles() {
        var order = all.stream().filter(it -> it.who().sex() != null).sorted(Comparator.comparingLong(One::total)).toList();
        var quarters = IntStream.rangeClosed(1, 4).mapToObj(no -> order.subList(order.size() * (no - 1) / 4, order.size() * no / 4)).toList();
        var hers = quarters.stream().map(it -> it.stream().filter(one -> one.who().woman()).count()).toList();
        var enough = IntStream.range(0, 4).allMatch(at -> hers.get(at) >= FEW && quarters.get(at).size() - hers.get(at) >= FEW);
        return enough ? IntStream.range(0, 4).mapToObj(at -> share(hers.get(at), quarters.get(at).size())).toList() : List.of();
    }

    /** Years, grade and place, for least squares of the logarithm of what an hour brings; a grade or place of fewer than five goes with the most frequent one. */
    Held held() {
        var all = new ArrayList<>(women);
        all.addAll(men);
        all.removeIf(it -> it.total() <= 0);
        var grades = told(all, it -> it.who().grade());
        var sites = told(all, it -> it.who().site());
        var columns = new double[all.size()][1 + grades.size() + sites.size()];
        var values = new double[all.size()];
        var hers = new boolean[all.size()];
        for (int at = 0; at < all.size(); at++) {
            var it = all.get(at);
            hers[at] = it.who().woman();
            columns[at][0] = it.who().tenure();
            set(columns[at], 1, grades.indexOf(it.who().grade()));
            set(columns[at], 1 + grades.size(), sites.indexOf(it.who().site()));
            values[at] = Math.log(it.total());
        }
        return new Held(hers, columns, values, IntStream.rangeClosed(0, grades.size() + sites.size()).map(it -> it == 0 ? 0 : it <= grades.size() ? 1 : 2).toArray());
    }

    private static void set(double[] row, int from, int at) {
        if (at >= 0) {
            row[from + at] = 1;
        }
    }

    /** How much less, in per cent, of a difference of logarithms. */
    private static BigDecimal less(double logarithm) {
        return BigDecimal.valueOf(100 * (1 - Math.exp(logarithm))).setScale(2, RoundingMode.HALF_UP);
    }

    /** What is held alike by a column of its own: all that are frequent but the most frequent, to which the others are compared. */
    private static List<String> told(List<One> all, java.util.function.Function<One, String> of) {
        var counts = new TreeMap<String, Integer>();
        all.forEach(it -> counts.merge(of.apply(it), 1, Integer::sum));
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        return counts.entrySet().stream().filter(it -> it.getValue() >= 5 && !it.getKey().equals(most)).map(Map.Entry::getKey).toList();
    }

    /** Of those who were here all year: the highest by the median of everybody else; and how both grew since the year before, of whoever was paid in both. @param earlier what people were paid then */
    Ratio ratio(Map<UUID, Pay> earlier) {
        var whole = all.stream().filter(it -> it.who().whole()).sorted(Comparator.comparingLong((One it) -> it.pay().total()).reversed()).toList();
        if (whole.size() <= Gaps.LEAST) {
            return new Ratio(null, null, whole.size());
        }
        var middle = Gap.twiceMedian(whole.subList(1, whole.size()).stream().map(it -> it.pay().total()).toList());
        var ratio = middle == 0 ? null : BigDecimal.valueOf(2 * whole.getFirst().pay().total()).divide(BigDecimal.valueOf(middle), 2, RoundingMode.HALF_UP);
        var both = whole.stream().filter(it -> earlier.containsKey(it.who().person()) && earlier.get(it.who().person()).total() > 0).toList();
        if (both.size() <= Gaps.LEAST || !both.getFirst().equals(whole.getFirst())) {
            return new Ratio(ratio, null, whole.size());
        }
        // Ten-thousandths of a per cent.
        var grown = both.stream().map(it -> BigDecimal.valueOf(it.pay().total()).multiply(BigDecimal.valueOf(1_000_000)).divide(BigDecimal.valueOf(earlier.get(it.who().person()).total()), 0, RoundingMode.HALF_UP).longValueExact() - 1_000_000)
                .toList();
        var typical = Gap.twiceMedian(grown.subList(1, grown.size()));
        return new Ratio(ratio, typical == 0 ? null : BigDecimal.valueOf(2 * grown.getFirst()).divide(BigDecimal.valueOf(typical), 2, RoundingMode.HALF_UP), whole.size());
    }
}
