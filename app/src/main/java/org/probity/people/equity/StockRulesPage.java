package org.probity.people.equity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** What the rules of markets allow, each number with its source, and whether it refuses or is told. */
public record StockRulesPage(List<Listing.Rule> rules, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, field.equals("from") ? today.toString() : "");
    }

    public Table<Listing.Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("equity.rules"))
                .head("equity.rule", it -> s.t("equity.rule." + it.code()))
                .text("equity.market", it -> s.t("equity.market." + it.market()))
                .number("equity.allowed", it -> it.value().stripTrailingZeros().toPlainString())
                .day("equity.from", Listing.Rule::fromDay)
                .text("equity.holds", it -> s.t(it.certain() ? "equity.refuses" : "equity.is-told"))
                .text("equity.source", Listing.Rule::source);
    }

    public List<Option> codes(Screen s) {
        return Stream.of(Listing.Code.values()).map(it -> new Option(it.name(), s.t("equity.rule." + it))).toList();
    }

    public List<Option> markets(Screen s) {
        return Stream.of(StockPlan.Market.values()).map(it -> new Option(it.name(), s.t("equity.market." + it))).toList();
    }
}
