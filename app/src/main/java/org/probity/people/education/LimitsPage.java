package org.probity.people.education;

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

/** What law allows of service bonds, with every earlier number and its source. */
public record LimitsPage(List<Rule> rules, boolean decides, LocalDate today, Map<UUID, String> names, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** @param setBy null: came with the house */
    public record Rule(String key, LocalDate fromDay, int value, String source, @Nullable UUID setBy) {}

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("education.limits"))
                .head("education.rule", it -> s.t("education.rule." + it.key()))
                .number("education.value", Rule::value)
                .day("education.from", Rule::fromDay)
                .text("education.source", Rule::source)
                .text("education.by", it -> it.setBy() == null ? s.t("education.with-the-house") : names.getOrDefault(it.setBy(), "–"));
    }

    public List<Option> keys(Screen s) {
        return Arrays.stream(Rules.Key.values()).map(it -> new Option(it.code, s.t("education.rule." + it.code))).toList();
    }
}
