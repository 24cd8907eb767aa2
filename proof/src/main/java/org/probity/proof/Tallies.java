package org.probity.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The arithmetic behind each {@link Fold}. */
final class Tallies {

    private Tallies() {}

    static BigDecimal value(Facts row, String input) {
        BigDecimal value = row.inputs().get(input);
        if (value == null) {
            throw new Malformed("fold.input", "a row lacks the input " + input);
        }
        return value;
    }

    static BigDecimal flag(Facts row, String input) {
        BigDecimal value = value(row, input);
        if (value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0) {
            throw new Malformed("fold.input", "the input " + input + " is neither 0 nor 1");
        }
        return value;
    }

    /** One sum over another; division comes last. */
    static class Sums implements Fold.Tally {
        private final Function<Facts, BigDecimal> overOf;
        private final Function<Facts, BigDecimal> underOf;
        BigDecimal over = BigDecimal.ZERO;
        private BigDecimal under = BigDecimal.ZERO;

        Sums(Function<Facts, BigDecimal> overOf, Function<Facts, BigDecimal> underOf) {
            this.overOf = overOf;
            this.underOf = underOf;
        }

        @Override
        public void add(Facts row) {
            over = over.add(overOf.apply(row));
            under = under.add(underOf.apply(row));
        }

        @Override
        public Fold.Result result() {
            return under.signum() == 0 ? Fold.Result.none() : Fold.Result.of(Fraction.of(over).over(Fraction.of(under)));
        }
    }

    /** Keeps all values: a median cannot be had for less. */
    static class Middle implements Fold.Tally {
        private final String input;
        private final List<BigDecimal> values = new ArrayList<>();

        Middle(String input) {
            this.input = input;
        }

        @Override
        public void add(Facts row) {
            values.add(value(row, input));
        }

        @Override
        public Fold.Result result() {
            if (values.isEmpty()) {
                return Fold.Result.none();
            }
            Collections.sort(values);
            int n = values.size();
            BigDecimal twice = values.get((n - 1) / 2).add(values.get(n / 2));
            return Fold.Result.of(Fraction.of(twice).times(Fraction.of(1, 2)));
        }
    }

    /** Counts per day by noting only where stretches begin and end. */
    static class DayByDay implements Fold.Tally {
        private final LocalDate from;
        private final int days;
        private final long[] owedSteps;
        private final long[] metSteps;

        DayByDay(LocalDate from, LocalDate to) {
            this.from = from;
            this.days = (int) ChronoUnit.DAYS.between(from, to) + 1;
            this.owedSteps = new long[days + 1];
            this.metSteps = new long[days + 1];
        }

        @Override
        public void add(Facts row) {
            row.owed().forEach(stretch -> step(owedSteps, stretch));
            for (Facts.Days met : row.met()) {
                // Met counts only on days on which the row owed.
                for (Facts.Days owed : row.owed()) {
                    LocalDate start = met.from().isAfter(owed.from()) ? met.from() : owed.from();
                    LocalDate end = met.to().isBefore(owed.to()) ? met.to() : owed.to();
                    if (!end.isBefore(start)) {
                        step(metSteps, new Facts.Days(start, end));
                    }
                }
            }
        }

        private void step(long[] steps, Facts.Days stretch) {
            long start = Math.max(0, ChronoUnit.DAYS.between(from, stretch.from()));
            long end = Math.min(days - 1, ChronoUnit.DAYS.between(from, stretch.to()));
            if (start <= end) {
                steps[(int) start]++;
                steps[(int) end + 1]--;
            }
        }

        @Override
        public Fold.Result result() {
            Fold.Result worst = Fold.Result.none();
            long owed = 0;
            long met = 0;
            for (int day = 0; day < days; day++) {
                owed += owedSteps[day];
                met += metSteps[day];
                if (owed > 0) {
                    Fraction share = Fraction.of(met, owed);
                    if (worst.value().isEmpty() || share.compareTo(worst.value().get()) < 0) {
                        worst = new Fold.Result(Optional.of(share), Optional.of(from.plusDays(day)));
                    }
                }
            }
            return worst;
        }
    }

    static class Scores implements Fold.Tally {
        private final Fold.GatesThenWeights fold;
        private BigDecimal marks = BigDecimal.ZERO;
        private long rows;

        Scores(Fold.GatesThenWeights fold) {
            this.fold = fold;
        }

        @Override
        public void add(Facts row) {
            boolean open = true;
            for (String gate : fold.gates()) {
                open &= flag(row, gate).signum() != 0;
            }
            BigDecimal score = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> weight : fold.weights().entrySet()) {
                score = score.add(weight.getValue().multiply(value(row, weight.getKey())));
            }
            marks = open ? marks.add(score) : marks;
            rows++;
        }

        @Override
        public Fold.Result result() {
            BigDecimal weights = fold.weights().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return rows == 0 ? Fold.Result.none() : Fold.Result.of(Fraction.of(marks).over(Fraction.of(weights.multiply(BigDecimal.valueOf(rows)))));
        }
    }
}
