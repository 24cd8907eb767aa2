package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;

/** What passes, how often one may try, what counts as attended: with every earlier number, and those that wait for a second person. @param me who looks */
public record RulesPage(List<Rule> rules, List<Rules.Proposed> waiting, UUID me, boolean decides, LocalDate today, Map<UUID, String> names, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** @param setBy null: came with the house @param agreedBy null: from before two had to agree */
    public record Rule(String key, LocalDate fromDay, int value, String source, @Nullable UUID setBy, @Nullable UUID agreedBy) {}

    public boolean mine(Rules.Proposed it) {
        return it.proposedBy().equals(me);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("exchange.rules"))
                .head("exchange.rule", it -> s.t("exchange.rule." + it.key()))
                .number("exchange.value", Rule::value)
                .day("exchange.from", Rule::fromDay)
                .text("exchange.source", Rule::source)
                .text("exchange.by", it -> it.setBy() == null ? s.t("exchange.with-the-house")
                        : names.getOrDefault(it.setBy(), "–") + (it.agreedBy() == null ? "" : " · " + names.getOrDefault(it.agreedBy(), "–")));
    }

    public List<Option> keys(Screen s) {
        return Arrays.stream(Rules.Key.values()).map(it -> new Option(it.code, s.t("exchange.rule." + it.code))).toList();
    }
}
