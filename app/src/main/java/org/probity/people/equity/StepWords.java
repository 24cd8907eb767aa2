package org.probity.people.equity;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Function;
import org.probity.house.ui.Screen;
import org.probity.people.equity.Holdings.Holding;
import org.probity.vest.Condition;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Trigger;
import org.probity.vest.Vesting.Instalment;

/** Steps in words for who holds shares by them, at the screen and on paper. */
final class StepWords {
    private StepWords() {}

    /** Where words come from. */
    interface Said {
        String t(String key, Object... args);
    }

    static String when(Screen s, Condition it) {
        return when(s::t, s::day, it);
    }

    /** Why an instalment comes on its day. */
    static String why(Said said, Function<LocalDate, String> day, Holding it, Instalment one) {
        if (one.step().isEmpty()) {
            return said.t(it.facts().sooner().stream().anyMatch(sooner -> sooner.day().equals(one.day())) ? "equity.came-sooner" : "equity.written-day");
        }
        return it.conditions().stream().filter(step -> step.id().equals(one.step())).findFirst().map(step -> when(said, day, step)).orElse(one.step());
    }

    private static String when(Said said, Function<LocalDate, String> written, Condition it) {
        return switch (it.trigger()) {
            case Trigger.Start() -> said.t("equity.when.start");
            case Trigger.Happens() -> said.t("equity.when.happens", it.id());
            case Trigger.On(var day) -> said.t("equity.when.on", written.apply(day));
            case Trigger.After(var period, var base) -> said.t(period.months() ? period.occurrences() > 1 ? "equity.when.each-months" : "equity.when.months"
                    : period.occurrences() > 1 ? "equity.when.each-days" : "equity.when.days", period.length(), base, period.occurrences());
        };
    }

    static String share(Screen s, Condition it) {
        return switch (it.brings()) {
            case Brings.Number(var of) -> s.t("equity.brings.shares", of.toString());
            case Brings.Share(var of, var remainder) -> {
                var percent = of.multiply(100);
                var words = percent.getDenominator().bitLength() == 1 || percent.bigDecimalValue(4, RoundingMode.HALF_UP).stripTrailingZeros().scale() <= 2
                        && StockPlan.exact(percent.bigDecimalValue(2, RoundingMode.HALF_UP)).equals(percent)
                        ? s.measure(percent.bigDecimalValue(2, RoundingMode.HALF_UP), "%") : of.toString().replace(" ", "");
                yield remainder ? s.t("equity.brings.rest", words) : words;
            }
        };
    }
}
