package org.probity.people.equity;

import java.math.RoundingMode;
import org.probity.house.ui.Screen;
import org.probity.vest.Condition;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Trigger;

/** Steps in words for who holds shares by them. */
final class StepWords {
    private StepWords() {}

    static String when(Screen s, Condition it) {
        return switch (it.trigger()) {
            case Trigger.Start() -> s.t("equity.when.start");
            case Trigger.Happens() -> s.t("equity.when.happens", it.id());
            case Trigger.On(var day) -> s.t("equity.when.on", s.day(day));
            case Trigger.After(var period, var base) -> s.t(period.months() ? period.occurrences() > 1 ? "equity.when.each-months" : "equity.when.months"
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
