package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/**
 * How a grade came about, as both sides read it: the same table for the one who graded and for the one who is graded. A supplier is not told of lists: what
 * two of us confirmed stands there as that.
 *
 * @param own whether the one who is graded reads it
 */
public record CardView(Scheme scheme, Scorecard card, boolean own, boolean replayed) {
    /** The grade computed again from what is kept, beside what was given: they agree, or the page says that they do not. */
    static CardView of(Scheme scheme, Scorecard card, boolean own) {
        var again = scheme.score(card.inputs());
        var agrees = switch (again) {
            case Scheme.Score.Graded(var score, var grade) -> score.equals(card.score()) && grade == card.grade();
            case Scheme.Score.NotGradable _ -> card.score() == null;
        };
        return new CardView(scheme, card, own, agrees);
    }

    public Optional<Grade> grade() {
        return Optional.ofNullable(card.grade());
    }

    /** Two places, rounded down: 59.99 is not shown as 60. */
    public static Optional<BigDecimal> shown(Scorecard card) {
        return Optional.ofNullable(card.score()).map(it -> it.round(2, RoundingMode.DOWN));
    }

    public State state(Screen s) {
        return state(s, card);
    }

    public static State state(Screen s, Scorecard card) {
        if (card.grade() == null) {
            return State.none(s.t("evaluation.no-grade"));
        }
        var words = s.t("evaluation.grade." + card.grade());
        return switch (card.grade()) {
            case A, B -> State.good(words);
            case C -> State.warn(words);
            case D -> State.bad(words);
        };
    }

    public String missing(Screen s) {
        return switch (scheme.score(card.inputs())) {
            case Scheme.Score.Graded _ -> "";
            case Scheme.Score.NotGradable(List<String> missing) -> missing.stream().map(it -> s.t("evaluation.criterion." + it))
                    .collect(Collectors.joining(s.t("evaluation.and-also")));
        };
    }

    public boolean shut() {
        return scheme.criteria().stream().anyMatch(it -> it.gate() && BigDecimal.ZERO.compareTo(card.inputs().getOrDefault(it.code(), BigDecimal.ONE)) == 0);
    }

    public Table<Criterion> table(Screen s) {
        return Table.of(s, scheme.criteria())
                .caption(s.t("evaluation.how"))
                .head("evaluation.criterion", it -> s.t("evaluation.criterion." + it.code()))
                .text("evaluation.measured", it -> measured(s, it))
                .number("evaluation.weight", it -> it.gate() ? s.t("evaluation.gate") : s.number(Optional.ofNullable(it.weight()).orElseThrow().stripTrailingZeros().setScale(0)))
                .number("evaluation.mark", it -> mark(s, it));
    }

    private String measured(Screen s, Criterion it) {
        var measured = card.measures().get(it.code());
        if (measured == null) {
            return s.t("evaluation.without." + it.without());
        }
        return measured.facts().entrySet().stream().map(fact -> fact(s, fact)).collect(Collectors.joining(s.t("evaluation.and-next")));
    }

    private String fact(Screen s, Map.Entry<String, String> fact) {
        var number = fact.getValue().matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
        return fact.getKey().equals("reason") ? fact.getValue()
                : own && fact.getKey().equals("listed") ? s.t("evaluation.fact-own.listed")
                : s.t("evaluation.fact." + fact.getKey(), number ? new BigDecimal(new BigDecimal(fact.getValue()).stripTrailingZeros().toPlainString()) : fact.getValue());
    }

    private String mark(Screen s, Criterion it) {
        var mark = card.inputs().get(it.code());
        if (mark == null) {
            return "–";
        }
        return it.gate() ? s.t(mark.signum() == 0 ? "evaluation.gate-shut" : "evaluation.gate-open") : s.number(mark.setScale(2, RoundingMode.DOWN));
    }
}
