package org.probity.people.reward;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.shapes.decision.Decisions.Decision;

/** A plan with its formula, its shares and what grades and ratings weigh. @param own whether the reader put it forward */
public record PlanPage(Plan it, Plan.Factors factors, Decision decision, boolean keeps, boolean own, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/reward/plans/" + it.id();
    }

    public boolean waits() {
        return decision.open();
    }

    public String stands(Screen s) {
        return s.t(it.agreed() ? "reward.agreed" : decision.open() ? "reward.waiting" : "reward.not-agreed");
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(new Fact(s.t("reward.stands"), stands(s)), new Fact(s.t("reward.formula"), s.t("reward.formula." + it.formula())), new Fact(s.t("reward.from"), s.time(it.fromDay()))));
        add(facts, s, "reward.base-cost", it.baseCost());
        add(facts, s, "reward.base-output", it.baseOutput());
        add(facts, s, "reward.ceiling", it.ceiling());
        add(facts, s, "reward.rate", it.rate());
        add(facts, s, "reward.hurdle", it.hurdle());
        add(facts, s, "reward.share", it.share());
        add(facts, s, "reward.reserve", it.reserve());
        facts.add(new Fact(s.t("reward.draws"), s.t(it.draws() ? "reward.yes" : "reward.no")));
        facts.add(new Fact(s.t("reward.source"), it.source()));
        return facts;
    }

    private static void add(List<Fact> facts, Screen s, String key, @Nullable BigDecimal number) {
        if (number != null) {
            facts.add(new Fact(s.t(key), s.number(number)));
        }
    }

    public Table<Map.Entry<String, BigDecimal>> grades(Screen s) {
        return table(s, "reward.grades", "reward.grade", factors.grades());
    }

    public Table<Map.Entry<String, BigDecimal>> ratings(Screen s) {
        return table(s, "reward.ratings", "reward.rating", factors.ratings());
    }

    private static Table<Map.Entry<String, BigDecimal>> table(Screen s, String caption, String head, Map<String, BigDecimal> factors) {
        return Table.of(s, List.copyOf(factors.entrySet())).caption(s.t(caption)).head(head, it -> PartPage.named(s, it.getKey())).number("reward.factor", it -> PartPage.plain(it.getValue()));
    }
}
