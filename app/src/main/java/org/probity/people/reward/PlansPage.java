package org.probity.people.reward;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/** Plans by which gains are shared, and the form that proposes one. */
public record PlansPage(List<Plan> all, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, switch (field) {
            case "reserve" -> "20";
            case "share" -> "75";
            case "grades" -> "NONE = 1\n14 = 1\n15 = 1.1\n16 = 1.2\n17 = 1.4\n18 = 1.6\n19 = 1.8\n20 = 2";
            case "ratings" -> "NONE = 1\nA = 1.5\nB+ = 1.2\nB = 1\nC = 0.5\nD = 0";
            default -> "";
        });
    }

    public List<Option> formulas(Screen s) {
        return Stream.of(Plan.Formula.values()).map(it -> new Option(it.name(), s.t("reward.formula." + it))).toList();
    }

    public Table<Plan> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("reward.plans"))
                .head("reward.plan", it -> new Link(it.name(s.lang()), "/app/reward/plans/" + it.id()))
                .id("reward.code", Plan::code)
                .text("reward.formula", it -> s.t("reward.formula." + it.formula()))
                .text("reward.from", it -> s.time(it.fromDay()))
                .text("reward.stands", it -> s.t(it.agreed() ? "reward.agreed" : "reward.waiting"));
    }
}
