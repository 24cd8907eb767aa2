package org.probity.shapes.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param two what is said by two; none: one person decides
 */
public record RulesView(
        List<RuleKey> keys, List<Rule> rules, boolean decides, LocalDate today, Map<UUID, String> names, Map<String, String> typed, List<Reason> reasons, Optional<Two> two) {
    /** @param agrees whether whoever looks may agree to what another proposed */
    public record Two(List<RulesByTwo.Proposed> waiting, UUID me, boolean agrees) {
        public Two {
            waiting = List.copyOf(waiting);
        }

        public boolean mine(RulesByTwo.Proposed it) {
            return it.proposedBy().equals(me);
        }
    }

    public RulesView(List<RuleKey> keys, List<Rule> rules, boolean decides, LocalDate today, Map<UUID, String> names, Map<String, String> typed, List<Reason> reasons) {
        this(keys, rules, decides, today, names, typed, reasons, Optional.empty());
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What was typed, or the first day that may be. */
    public String day() {
        return of("fromDay").isEmpty() ? today.plusDays(two.isEmpty() ? 0 : 1).toString() : of("fromDay");
    }

    public Table<Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("rule.title"))
                .head("rule.rule", it -> words(s, it.key()))
                .number("rule.value", Rule::value)
                .day("rule.from", Rule::fromDay)
                .text("rule.source", Rule::source)
                .text("rule.by", it -> it.setBy() == null ? s.t("rule.with-the-house")
                        : names.getOrDefault(it.setBy(), "–") + (it.agreedBy() == null ? "" : " · " + names.getOrDefault(it.agreedBy(), "–")));
    }

    /** Everybody whom the page names. */
    public static Set<UUID> people(List<Rule> rules, List<RulesByTwo.Proposed> waiting) {
        return Stream.concat(rules.stream().flatMap(it -> Stream.of(Optional.ofNullable(it.setBy()), Optional.ofNullable(it.agreedBy())).flatMap(Optional::stream)),
                waiting.stream().map(RulesByTwo.Proposed::proposedBy)).collect(Collectors.toSet());
    }

    public String words(Screen s, String code) {
        return keys.stream().filter(it -> it.code().equals(code)).findFirst().map(it -> s.t(it.words())).orElse(code);
    }

    public List<Option> options(Screen s) {
        return keys.stream().map(it -> new Option(it.code(), s.t(it.words()))).toList();
    }
}
