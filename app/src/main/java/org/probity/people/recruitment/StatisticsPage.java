package org.probity.people.recruitment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.State;
import org.probity.people.recruitment.Fairness.Attribute;
import org.probity.people.recruitment.Fairness.Line;
import org.probity.people.recruitment.Fairness.Within;
import org.probity.reckon.Group;

/** Whether choices treat groups alike, stage by stage; cells of few people are closed, and it is said which and why. */
public record StatisticsPage(Fairness.Told told, Query query) implements Page {
    public List<Chip> chips(Screen s) {
        var year = told.year();
        return List.of(Chip.of(query, "year", String.valueOf(year - 1), String.valueOf(year - 1)), new Chip(String.valueOf(year), query.with("year", String.valueOf(year)).href(), true, OptionalLong.empty()),
                Chip.of(query, "year", String.valueOf(year + 1), String.valueOf(year + 1)), Chip.of(query, "within", "", s.t("recruitment.within.POSTING")),
                Chip.of(query, "within", Within.UNIT.name(), s.t("recruitment.within.UNIT")));
    }

    public boolean nothing() {
        return told.stages().stream().allMatch(it -> it.of() == 0);
    }

    public long closed() {
        return told.lines().stream().filter(Line::closed).count();
    }

    public int least() {
        return told.lines().stream().filter(Line::closed).mapToInt(Line::least).max().orElse(0);
    }

    public Chart funnel(Screen s) {
        var all = told.stages();
        var bars = new ArrayList<Chart.Bar>();
        bars.add(new Chart.Bar(s.t("recruitment.decided-first"), BigDecimal.valueOf(all.getFirst().of()), s.number(all.getFirst().of()), Chart.Fill.SECOND));
        all.forEach(it -> bars.add(new Chart.Bar(s.t("recruitment.went-on." + it.stage()), BigDecimal.valueOf(it.on()), s.number(it.on()), Chart.Fill.SECOND)));
        return Chart.funnel(s.t("recruitment.funnel-says", all.getFirst().of(), all.getLast().on()), bars);
    }

    public Table<Fairness.Whole> stages(Screen s) {
        return Table.of(s, told.stages()).caption(s.t("recruitment.stages"))
                .head("recruitment.stage", it -> s.t("recruitment.stage." + it.stage()))
                .number("recruitment.decided-on", Fairness.Whole::of)
                .number("recruitment.on", Fairness.Whole::on)
                .number("recruitment.unsaid", Fairness.Whole::unsaid);
    }

    public Table<Line> table(Screen s, Attribute attribute) {
        return Table.of(s, told.lines().stream().filter(it -> it.attribute() == attribute).toList()).caption(s.t("recruitment.by." + attribute))
                .head("recruitment.stage", it -> s.t("recruitment.stage." + it.stage()))
                .text("recruitment.group", it -> share(s, it, it.one()))
                .text("recruitment.best", it -> share(s, it, it.best()))
                .text("recruitment.ratio", it -> it.ratio() == null ? Optional.empty() : Optional.of(exact(it.ratio())))
                .text("recruitment.fisher", it -> it.compared() ? Optional.of(probability(it.fisher())) : Optional.empty())
                .text("recruitment.adjusted", it -> it.compared() ? Optional.of(probability(it.adjusted())) : Optional.empty())
                .text("recruitment.odds", it -> it.odds() == null ? Optional.empty() : Optional.of(s.t("recruitment.odds-of", decimal(it.odds()), probability(it.within()), it.strata())))
                .state("recruitment.word", it -> word(s, it));
    }

    public boolean any(Attribute attribute) {
        return told.lines().stream().anyMatch(it -> it.attribute() == attribute);
    }

    private static String share(Screen s, Line it, Group group) {
        var name = s.t("recruitment." + (it.attribute() == Attribute.SEX ? "sex." : "age.") + group.name());
        return it.closed() ? name : s.t("recruitment.share-of", name, group.chosen(), group.of());
    }

    /** The fraction as it is, and to three places for the eye. */
    private static String exact(BigFraction it) {
        return it.getNumerator() + "/" + it.getDenominator() + " ≈ " + decimal(it);
    }

    private static String decimal(BigFraction it) {
        return new BigDecimal(it.getNumerator()).divide(new BigDecimal(it.getDenominator()), 3, RoundingMode.DOWN).toPlainString();
    }

    private static String probability(double p) {
        return BigDecimal.valueOf(p).round(new MathContext(2)).toString();
    }

    private static State word(Screen s, Line it) {
        if (it.verdict() == null) {
            return State.none(s.t("recruitment.closed-cells", it.least()));
        }
        var words = s.t("recruitment.verdict." + it.verdict());
        return switch (it.verdict()) {
            case NO_SIGN -> State.good(words);
            case SMALL_SAMPLE -> State.note(words);
            case DETECTABLE_BUT_SMALL -> State.warn(words);
            case BOTH -> State.bad(words);
        };
    }
}
