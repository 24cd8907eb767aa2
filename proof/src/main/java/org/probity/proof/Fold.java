package org.probity.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How rows become one number. The list is closed: every verifier implements exactly these, in exact arithmetic, so that a stranger's
 * recomputation can only agree or disagree, never "roughly" agree. Only included rows are fed.
 */
public sealed interface Fold {

    /** Periods longer than this are no reporting periods. */
    int DAYS_MAX = 3_700;

    /** How many rows. */
    record Count() implements Fold {}

    /** The sum of an input. */
    record Sum(String input) implements Fold {}

    /** The sum of one input over the sum of another: hours per person, kilograms traced of kilograms bought. */
    record RatioOfSums(String over, String under) implements Fold {}

    /** The part of the rows whose input {@code met} is 1; it must be 0 or 1. */
    record Share(String met) implements Fold {}

    record Mean(String input) implements Fold {}

    /** The middle value; between the two middle ones when their number is even. */
    record Median(String input) implements Fold {}

    /**
     * The strict reading of "100 %": for each day of the period, the rows that met of the rows that owed on that day; of these shares the
     * smallest. Days on which nobody owed anything do not count.
     */
    record MinOverDays(LocalDate from, LocalDate to) implements Fold {
        public MinOverDays {
            if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
                throw new Malformed("fold.form", "no period of at most " + DAYS_MAX + " days");
            }
        }
    }

    /**
     * A score: a row that fails one gate (input 0 instead of 1) scores 0, another scores the weighted mean of its marks. The value is the
     * mean over the rows; a single row makes it that row's score.
     */
    record GatesThenWeights(SortedSet<String> gates, Map<String, BigDecimal> weights) implements Fold {
        public GatesThenWeights {
            gates = Collections.unmodifiableSortedSet(new TreeSet<>(gates));
            weights = Collections.unmodifiableMap(new TreeMap<>(weights));
            if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> weight.signum() <= 0)) {
                throw new Malformed("fold.form", "weights above zero are needed");
            }
        }
    }

    /**
     * A whole that was split to its smallest unit: first over groups, each by its factor times the weights of its rows, then over the rows of each group by their weights. Each part is rounded down and
     * what is left over goes one by one to the largest remainders, of equal ones to the lesser group and the earlier row. The value is the sum of the parts, and each part must be what the split of that sum
     * gives: parts that were moved are no figure.
     *
     * @param group input that says by a number to which group a row belongs @param factor input with the group's factor, the same in all of its rows
     * @param over inputs that are multiplied @param under inputs that divide; a row of which one is 0 weighs nothing @param part input with what the row got
     */
    record Split(String group, String factor, SortedSet<String> over, SortedSet<String> under, String part) implements Fold {
        public Split {
            over = Collections.unmodifiableSortedSet(new TreeSet<>(over));
            under = Collections.unmodifiableSortedSet(new TreeSet<>(under));
            if (over.isEmpty()) {
                throw new Malformed("fold.form", "weights of something are needed");
            }
        }
    }

    /**
     * @param value empty when there is nothing to divide by: no value is not the value 0
     * @param worstDay of {@link MinOverDays}: the first day that has the value
     */
    record Result(Optional<Fraction> value, Optional<LocalDate> worstDay) {
        static Result of(Fraction value) {
            return new Result(Optional.of(value), Optional.empty());
        }

        static Result none() {
            return new Result(Optional.empty(), Optional.empty());
        }
    }

    /** Takes the rows one by one; holds no more of them than the fold needs. */
    interface Tally {
        void add(Facts row);

        Result result();
    }

    /** Which inputs every included row must have. */
    default Set<String> inputs() {
        return switch (this) {
            case Count() -> Set.of();
            case Sum(String input) -> Set.of(input);
            case RatioOfSums(String over, String under) -> new TreeSet<>(List.of(over, under));
            case Share(String met) -> Set.of(met);
            case Mean(String input) -> Set.of(input);
            case Median(String input) -> Set.of(input);
            case MinOverDays _ -> Set.of();
            case GatesThenWeights(SortedSet<String> gates, Map<String, BigDecimal> weights) -> {
                TreeSet<String> all = new TreeSet<>(gates);
                all.addAll(weights.keySet());
                yield all;
            }
            case Split(String group, String factor, SortedSet<String> over, SortedSet<String> under, String part) -> {
                TreeSet<String> all = new TreeSet<>(List.of(group, factor, part));
                all.addAll(over);
                all.addAll(under);
                yield all;
            }
        };
    }

    default Tally tally() {
        return switch (this) {
            case Count() -> new Tallies.Sums(_ -> BigDecimal.ONE, _ -> BigDecimal.ZERO) {
                @Override
                public Result result() {
                    return Result.of(Fraction.of(over));
                }
            };
            case Sum(String input) -> new Tallies.Sums(row -> Tallies.value(row, input), _ -> BigDecimal.ZERO) {
                @Override
                public Result result() {
                    return Result.of(Fraction.of(over));
                }
            };
            case RatioOfSums(String over, String under) -> new Tallies.Sums(row -> Tallies.value(row, over), row -> Tallies.value(row, under));
            case Share(String met) -> new Tallies.Sums(row -> Tallies.flag(row, met), _ -> BigDecimal.ONE);
            case Mean(String input) -> new Tallies.Sums(row -> Tallies.value(row, input), _ -> BigDecimal.ONE);
            case Median(String input) -> new Tallies.Middle(input);
            case MinOverDays(LocalDate from, LocalDate to) -> new Tallies.DayByDay(from, to);
            case GatesThenWeights fold -> new Tallies.Scores(fold);
            case Split fold -> new Parts(fold);
        };
    }

    default String word() {
        return switch (this) {
            case Count() -> "count";
            case Sum _ -> "sum";
            case RatioOfSums _ -> "ratio-of-sums";
            case Share _ -> "share";
            case Mean _ -> "mean";
            case Median _ -> "median";
            case MinOverDays _ -> "min-over-days";
            case GatesThenWeights _ -> "gates-then-weights";
            case Split _ -> "split";
        };
    }

    default Json.Obj json() {
        return switch (this) {
            case Count() -> Json.object("name", word());
            case Sum(String input) -> Json.object("input", input, "name", word());
            case RatioOfSums(String over, String under) -> Json.object("name", word(), "over", over, "under", under);
            case Share(String met) -> Json.object("met", met, "name", word());
            case Mean(String input) -> Json.object("input", input, "name", word());
            case Median(String input) -> Json.object("input", input, "name", word());
            case MinOverDays(LocalDate from, LocalDate to) -> Json.object("from", from, "name", word(), "to", to);
            case GatesThenWeights(SortedSet<String> gates, Map<String, BigDecimal> weights) -> {
                TreeMap<String, String> texts = new TreeMap<>();
                weights.forEach((name, weight) -> texts.put(name, Facts.decimal(weight)));
                yield Json.object("gates", gates, "name", word(), "weights", texts);
            }
            case Split(String group, String factor, SortedSet<String> over, SortedSet<String> under, String part) ->
                    Json.object("factor", factor, "group", group, "name", word(), "over", over, "part", part, "under", under);
        };
    }

    static Fold from(Json json) {
        Fields fields = Fields.of(json, "fold");
        Fold fold = switch (fields.text("name")) {
            case "count" -> new Count();
            case "sum" -> new Sum(fields.text("input"));
            case "ratio-of-sums" -> new RatioOfSums(fields.text("over"), fields.text("under"));
            case "share" -> new Share(fields.text("met"));
            case "mean" -> new Mean(fields.text("input"));
            case "median" -> new Median(fields.text("input"));
            case "min-over-days" -> new MinOverDays(fields.day("from"), fields.day("to"));
            case "gates-then-weights" -> {
                TreeSet<String> gates = names(fields, "gates");
                TreeMap<String, BigDecimal> weights = new TreeMap<>();
                fields.object("weights").members().forEach((name, weight) -> weights.put(name,
                        weight instanceof Json.Str(String text) ? Facts.decimal(text) : Facts.decimal("")));
                yield new GatesThenWeights(gates, weights);
            }
            case "split" -> new Split(fields.text("group"), fields.text("factor"), names(fields, "over"), names(fields, "under"), fields.text("part"));
            default -> throw fields.wrong("name", "is no fold known here");
        };
        fields.noOthers();
        // Gates have one order, as everything else that is hashed.
        if (!fold.json().equals(json)) {
            throw new Malformed("fold.form", "names out of order");
        }
        return fold;
    }

    private static TreeSet<String> names(Fields fields, String member) {
        TreeSet<String> names = new TreeSet<>();
        for (Json item : fields.list(member)) {
            if (!(item instanceof Json.Str(String name) && names.add(name))) {
                throw fields.wrong(member, "holds something other than different names");
            }
        }
        return names;
    }
}
