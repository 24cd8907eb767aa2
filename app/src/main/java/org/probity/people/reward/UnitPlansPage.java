package org.probity.people.reward;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** Plans of time units, and the form that proposes one. */
public record UnitPlansPage(List<UnitPlans.Named> all, boolean keeps, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, switch (field) {
            case "fromYear" -> String.valueOf(today.getYear());
            case "dividends" -> "0, 1/3, 2/3, 1, 1";
            case "sizes" -> "16 A = 6000\n16 B+ = 4000\n16 B = 2000\n17 A = 9000\n17 B+ = 6000\n17 B = 3000";
            case "caps" -> "16 = 20000\n17 = 30000";
            case "leaving" -> "VOLUNTARY_RETIREMENT = TO_TERM\nINVOLUNTARY_DEATH = TO_TERM\nINVOLUNTARY_DISABILITY = TO_TERM";
            default -> "";
        });
    }

    public Table<UnitPlans.Named> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("reward.unit-plans"))
                .head("reward.plan", it -> new Link(it.name(s.lang()), "/app/reward/unit-plans/" + it.id()))
                .id("reward.code", UnitPlans.Named::code)
                .text("reward.from-year", it -> String.valueOf(it.fromYear()))
                .text("reward.stands", it -> s.t(it.agreed() ? "reward.agreed" : "reward.waiting"));
    }
}
