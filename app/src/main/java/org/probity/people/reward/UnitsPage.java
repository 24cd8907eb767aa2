package org.probity.people.reward;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.vest.UnitPlan.Line;

/** One's own time units: each giving with all its lines, so that a holder can reckon them again. */
public record UnitsPage(List<UnitHoldings.Held> held, boolean keeps) implements Page {
    public String title(Screen s, UnitHoldings.Held it) {
        return s.t("reward.units-of", it.plan().name(s.lang()), String.valueOf(it.giving().year()));
    }

    public String given(Screen s, UnitHoldings.Held it) {
        return s.t(it.given().capped() ? "reward.units-given-capped" : "reward.units-given", it.given().units(), PartPage.named(s, it.given().grade()), it.given().rating(), PartPage.plain(it.giving().base()));
    }

    public Table<Line> table(Screen s, UnitHoldings.Held held) {
        return Table.of(s, held.lines())
                .caption(held.plan().code() + " · " + s.t("reward.units-lines", String.valueOf(held.giving().year())))
                .head("reward.year", it -> String.valueOf(it.year()))
                .text("reward.what", it -> s.t(kind(it)))
                .text("reward.how", it -> how(s, held, it))
                .number("reward.amount", it -> it instanceof Line.Waits ? "–" : it instanceof Line.Void ? "" : RewardPage.yuan(s, it.paid()));
    }

    private static String kind(Line line) {
        return switch (line) {
            case Line.Dividend _ -> "reward.line.dividend";
            case Line.Settlement _ -> "reward.line.settlement";
            case Line.Void _ -> "reward.line.void";
            case Line.Waits it -> it.forValue() ? "reward.line.waits-value" : "reward.line.waits-dividend";
        };
    }

    private static String how(Screen s, UnitHoldings.Held held, Line line) {
        var units = s.number(held.given().units());
        return switch (line) {
            case Line.Dividend it -> it.part().signum() == 0 ? s.t("reward.how.nothing") : units + " × " + it.part().toString().replace(" ", "") + " × " + it.each().toPlainString();
            case Line.Settlement it -> units + " × (" + it.value().toPlainString() + " − " + PartPage.plain(it.base()) + ")" + (it.served().equals(org.apache.commons.numbers.fraction.BigFraction.ONE) ? "" : " × " + it.served().toString().replace(" ", ""));
            case Line.Void _, Line.Waits _ -> "";
        };
    }
}
