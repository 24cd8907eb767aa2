package org.probity.people.reward;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/** Periods and what they brought, and the form by which finance's figures come in. */
public record PeriodsPage(List<Period> all, List<Plan> plans, boolean keeps, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Option> options(Screen s) {
        return plans.stream().filter(Plan::agreed).map(it -> new Option(it.id().toString(), it.name(s.lang()) + " (" + it.code() + ", " + s.day(it.fromDay()) + ")")).toList();
    }

    public boolean says() {
        return keeps && plans.stream().anyMatch(Plan::agreed);
    }

    private String plan(Screen s, Period it) {
        return plans.stream().filter(one -> one.id().equals(it.plan())).map(one -> one.name(s.lang())).findFirst().orElse("–");
    }

    public Table<Period> table(Screen s) {
        return Table.of(s, all)
                .caption(s.t("reward.periods"))
                .head("reward.period", it -> new Link(RewardPage.days(s, it) + (it.release() ? " · " + s.t("reward.released") : ""), "/app/reward/periods/" + it.id()))
                .text("reward.plan", it -> plan(s, it))
                .text("reward.source", Period::source)
                .text("reward.stands", it -> s.t(it.settled() ? "reward.shared" : "reward.not-shared"));
    }
}
