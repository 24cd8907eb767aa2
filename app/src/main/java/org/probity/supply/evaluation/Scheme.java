package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;

/**
 * The rule book of a time: criteria, and from which score which grade. Scores lie between 0 and 100.
 *
 * @param fromDay periods that begin on it or later go by it
 * @param appealDays after the grade was given, within which a supplier may object
 * @param aDays after the grade was given, until the larger share is agreed
 * @param cDays until the corrective plan is
 * @param dDays until somebody else follows
 */
public record Scheme(
        int version, LocalDate fromDay, BigDecimal aFrom, BigDecimal bFrom, BigDecimal cFrom, int appealDays, int aDays, int cDays, int dDays, String source,
        List<Criterion> criteria) {
    public Scheme {
        criteria = List.copyOf(criteria);
    }

    /** What a set of inputs comes to. */
    public sealed interface Score {
        record Graded(Fraction score, Grade grade) implements Score {}

        /** @param missing the criteria that say: no grade without us */
        record NotGradable(List<String> missing) implements Score {}
    }

    /**
     * The score of one supplier: 0 when a gate is shut, else the weighted mean of the marks there are. Computed by the same fold that verifiers
     * run, so that there is one arithmetic.
     */
    Score score(Map<String, BigDecimal> inputs) {
        var missing = criteria.stream().filter(it -> it.without() == Criterion.Without.NO_GRADE && !inputs.containsKey(it.code())).map(Criterion::code).toList();
        if (!missing.isEmpty()) {
            return new Score.NotGradable(missing);
        }
        if (criteria.stream().allMatch(it -> it.gate() || !inputs.containsKey(it.code()))) {
            return new Score.NotGradable(criteria.stream().filter(it -> !it.gate()).map(Criterion::code).toList());
        }
        var tally = fold(inputs).tally();
        tally.add(Facts.of(inputs));
        return tally.result().value().<Score>map(it -> new Score.Graded(it, grade(it))).orElseGet(() -> new Score.NotGradable(List.of()));
    }

    /** Gates then weights, over the criteria of which something is known. */
    Fold fold(Map<String, BigDecimal> inputs) {
        var gates = new TreeSet<String>();
        var weights = new TreeMap<String, BigDecimal>();
        for (var it : criteria) {
            if (inputs.containsKey(it.code())) {
                if (it.weight() == null) {
                    gates.add(it.code());
                } else {
                    weights.put(it.code(), it.weight());
                }
            }
        }
        return new Fold.GatesThenWeights(gates, weights);
    }

    /** By the exact score: 59.9999 is below 60, however it is shown. */
    Grade grade(Fraction score) {
        return reaches(score, aFrom) ? Grade.A : reaches(score, bFrom) ? Grade.B : reaches(score, cFrom) ? Grade.C : Grade.D;
    }

    private static boolean reaches(Fraction score, BigDecimal from) {
        return score.compareTo(Fraction.of(from)) >= 0;
    }

    /** Whether grades would follow from both alike; from which day, and who says so, is not looked at. */
    boolean saysTheSame(Scheme other) {
        return said().equals(other.said());
    }

    private List<String> said() {
        return Stream.concat(
                Stream.of(aFrom, bFrom, cFrom).map(RuleForm::plain),
                Stream.concat(Stream.of(appealDays, aDays, cDays, dDays).map(String::valueOf),
                        criteria.stream().sorted(Comparator.comparing(Criterion::code)).map(Criterion::said))).toList();
    }

    /** By how many days after the grade its consequence shall be carried out; none when nothing is to be done. */
    int days(Grade.Consequence kind) {
        return switch (kind) {
            case MORE_SHARE -> aDays;
            case KEEP -> 0;
            case CORRECTIVE_PLAN -> cDays;
            case TERMINATION -> dDays;
        };
    }

    Optional<Criterion> criterion(String code) {
        return criteria.stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
