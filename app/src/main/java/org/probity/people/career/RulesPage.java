package org.probity.people.career;

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

/** The rules of certification with every earlier number, and which level of one ladder stands beside which of the other. */
public record RulesPage(List<Rule> rules, List<Step> ladders, boolean decides, LocalDate today, Map<UUID, String> names, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** @param setBy null: came with the house */
    public record Rule(String key, LocalDate fromDay, int value, String source, @Nullable UUID setBy) {}

    /** A grade and the level of each ladder that leads to it. */
    public record Step(int grade, @Nullable Integer professional, @Nullable Integer managerial) {
        @Nullable Integer level(Ladder ladder) {
            return switch (ladder) {
                case P -> professional;
                case M -> managerial;
            };
        }

        String says(Screen s) {
            return professional != null && managerial != null ? s.t("career.equal", "P" + professional, "M" + managerial, grade)
                    : s.t("career.leads-to", professional != null ? "P" + professional : "M" + managerial, grade);
        }
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Rule> table(Screen s) {
        return Table.of(s, rules)
                .caption(s.t("career.rules"))
                .head("career.rule", it -> s.t("career.rule." + it.key()))
                .number("career.value", Rule::value)
                .day("career.from", Rule::fromDay)
                .text("career.source", Rule::source)
                .text("career.by", it -> it.setBy() == null ? s.t("career.with-the-house") : names.getOrDefault(it.setBy(), "–"));
    }

    public Table<Step> ladderTable(Screen s) {
        return Table.of(s, ladders)
                .caption(s.t("career.ladders"))
                .head("career.grade", it -> String.valueOf(it.grade()))
                .text("career.ladder.P", it -> it.professional() == null ? "" : "P" + it.professional())
                .text("career.ladder.M", it -> it.managerial() == null ? "" : "M" + it.managerial());
    }

    public List<Option> keys(Screen s) {
        return Arrays.stream(Rules.Key.values()).map(it -> new Option(it.code, s.t("career.rule." + it.code))).toList();
    }
}
