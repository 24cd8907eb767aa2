package org.probity.shapes.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.rule.Rules.Rule;

/**
 * A room's numbers with every earlier one, and the form to decide another; {@code RulesPiece} shows it within a page of the room.
 *
 * @param keys the room's own
 * @param decides whether whoever looks may change them
 */
public record RulesView(RuleKey[] keys, List<Rule> rules, boolean decides, LocalDate today, Map<UUID, String> names, Map<String, String> typed, List<Reason> reasons) {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What was typed, or today. */
    public String day() {
        return of("fromDay").isEmpty() ? today.toString() : of("fromDay");
    }

    public Table<Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("rule.title"))
                .head("rule.rule", it -> words(s, it.key()))
                .number("rule.value", Rule::value)
                .day("rule.from", Rule::fromDay)
                .text("rule.source", Rule::source)
                .text("rule.by", it -> it.setBy() == null ? s.t("rule.with-the-house") : names.getOrDefault(it.setBy(), "–"));
    }

    private String words(Screen s, String code) {
        return Arrays.stream(keys).filter(it -> it.code().equals(code)).findFirst().map(it -> s.t(it.words())).orElse(code);
    }

    public List<Option> options(Screen s) {
        return Arrays.stream(keys).map(it -> new Option(it.code(), s.t(it.words()))).toList();
    }
}
