package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Typed;

/**
 * A rule book as somebody types it: bands, days and source, and for each criterion that was ever used its weight, its scale and what happens without
 * data. Without a weight a criterion is not looked at; a gate is in the book or not.
 */
public record RuleForm(Map<String, String> typed) {
    /** Longest name of the regulation a rule book follows. */
    static final int SOURCE = 300;
    /** Longest reason for a change. */
    static final int REASONS = 2_000;
    private static final int DAYS_MOST = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public RuleForm {
        typed = Map.copyOf(typed);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** What stands in the fields before somebody changes it: the rule book that holds, the scales of what it leaves out, and a day it could be changed from. */
    static RuleForm from(Optional<Scheme> scheme, List<Criterion> known, LocalDate first) {
        var fields = new HashMap<String, String>(Map.of("fromDay", first.toString()));
        known.forEach(it -> scale(fields, it));
        scheme.ifPresent(it -> {
            fields.put("aFrom", plain(it.aFrom()));
            fields.put("bFrom", plain(it.bFrom()));
            fields.put("cFrom", plain(it.cFrom()));
            fields.put("appealDays", String.valueOf(it.appealDays()));
            fields.put("aDays", String.valueOf(it.aDays()));
            fields.put("cDays", String.valueOf(it.cDays()));
            fields.put("dDays", String.valueOf(it.dDays()));
            fields.put("source", it.source());
            for (var criterion : it.criteria()) {
                if (criterion.weight() == null) {
                    fields.put("gate." + criterion.code(), "true");
                } else {
                    fields.put("weight." + criterion.code(), plain(criterion.weight()));
                    scale(fields, criterion);
                }
            }
        });
        return new RuleForm(fields);
    }

    private static void scale(Map<String, String> fields, Criterion it) {
        if (it.worst() != null && it.best() != null) {
            fields.put("worst." + it.code(), plain(it.worst()));
            fields.put("best." + it.code(), plain(it.best()));
            fields.put("without." + it.code(), it.without().name());
        }
    }

    /**
     * The rule book that was meant; its version is not given yet.
     *
     * <p>Refusals: {@code evaluation.book-day-wrong}; {@code evaluation.book-band-wrong} not a number from 0 to 100; {@code evaluation.book-bands-order}
     * A does not begin above B, B above C, C above 0; {@code evaluation.book-days-wrong} not 1 to {@value #DAYS_MOST}; {@code evaluation.book-weight-wrong};
     * {@code evaluation.book-scale-wrong} no numbers, or twice the same; {@code evaluation.book-without-missing}; {@code evaluation.book-weighs-nothing};
     * {@code evaluation.book-source-wrong}; {@code evaluation.book-reasons-wrong}.
     *
     * @param known every criterion there is a measure of
     */
    Answer<Scheme> read(List<Criterion> known) {
        var reasons = new ArrayList<Reason>();
        var from = Typed.day(of("fromDay"));
        if (from.isEmpty()) {
            reasons.add(new Reason("fromDay", "evaluation.book-day-wrong", List.of()));
        }
        var a = band("aFrom", reasons);
        var b = band("bFrom", reasons);
        var c = band("cFrom", reasons);
        if (reasons.stream().noneMatch(it -> it.field().endsWith("From")) && !(a.compareTo(b) > 0 && b.compareTo(c) > 0 && c.signum() > 0)) {
            reasons.add(new Reason("aFrom", "evaluation.book-bands-order", List.of()));
        }
        var appeal = days("appealDays", reasons);
        var aDays = days("aDays", reasons);
        var cDays = days("cDays", reasons);
        var dDays = days("dDays", reasons);
        var criteria = known.stream().flatMap(it -> criterion(it, reasons).stream()).toList();
        if (reasons.isEmpty() && criteria.stream().allMatch(Criterion::gate)) {
            reasons.add(new Reason("", "evaluation.book-weighs-nothing", List.of()));
        }
        if (of("source").isEmpty() || of("source").length() > SOURCE) {
            reasons.add(new Reason("source", "evaluation.book-source-wrong", List.of(SOURCE)));
        }
        if (of("reasons").isEmpty() || of("reasons").length() > REASONS) {
            reasons.add(new Reason("reasons", "evaluation.book-reasons-wrong", List.of(REASONS)));
        }
        return reasons.isEmpty() ? Answer.done(new Scheme(0, from.orElseThrow(), a, b, c, appeal, aDays, cDays, dDays, of("source"), criteria))
                : new Answer.Refused<>(reasons);
    }

    private Optional<Criterion> criterion(Criterion it, List<Reason> reasons) {
        if (it.gate()) {
            return of("gate." + it.code()).isEmpty() ? Optional.empty() : Optional.of(it);
        }
        var weight = of("weight." + it.code());
        if (weight.isEmpty()) {
            return Optional.empty();
        }
        if (!weight.matches("[0-9]{1,3}(\\.[0-9]{1,4})?") || new BigDecimal(weight).signum() == 0) {
            reasons.add(new Reason("weight." + it.code(), "evaluation.book-weight-wrong", List.of()));
            return Optional.empty();
        }
        var worst = of("worst." + it.code());
        var best = of("best." + it.code());
        if (!scale(worst) || !scale(best) || new BigDecimal(worst).compareTo(new BigDecimal(best)) == 0) {
            reasons.add(new Reason("worst." + it.code(), "evaluation.book-scale-wrong", List.of()));
            return Optional.empty();
        }
        for (var without : Criterion.Without.values()) {
            if (without.name().equals(of("without." + it.code()))) {
                return Optional.of(new Criterion(it.code(), it.dimension(), new BigDecimal(weight), new BigDecimal(worst), new BigDecimal(best), it.unit(), without));
            }
        }
        reasons.add(new Reason("without." + it.code(), "evaluation.book-without-missing", List.of()));
        return Optional.empty();
    }

    private static boolean scale(String typed) {
        return typed.matches("[0-9]{1,8}(\\.[0-9]{1,4})?");
    }

    private BigDecimal band(String field, List<Reason> reasons) {
        var typed = of(field);
        if (typed.matches("[0-9]{1,3}(\\.[0-9]{1,4})?") && new BigDecimal(typed).compareTo(HUNDRED) <= 0) {
            return new BigDecimal(typed);
        }
        reasons.add(new Reason(field, "evaluation.book-band-wrong", List.of()));
        return BigDecimal.ZERO;
    }

    private int days(String field, List<Reason> reasons) {
        var typed = of(field);
        if (typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= DAYS_MOST) {
            return Integer.parseInt(typed);
        }
        reasons.add(new Reason(field, "evaluation.book-days-wrong", List.of(DAYS_MOST)));
        return 0;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
