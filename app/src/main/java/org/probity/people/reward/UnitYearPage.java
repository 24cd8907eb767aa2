package org.probity.people.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Sum;

/** What a year would give, or gave: how many people and units, and nobody by name. @param preview null: it was given, waits, or cannot be @param giving null: nothing was put forward */
public record UnitYearPage(UnitPlans.Named plan, int year, Units.@Nullable Preview preview, Units.@Nullable Giving giving, boolean own, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/reward/unit-plans/" + plan.id() + "/years/" + year;
    }

    public String title(Screen s) {
        return s.t("reward.units-of", plan.name(s.lang()), String.valueOf(year));
    }

    public boolean waits() {
        return giving != null && !giving.agreed();
    }

    public String stands(Screen s) {
        return s.t(giving == null ? preview == null ? "reward.not-yet" : "reward.would-be" : giving.agreed() ? "reward.agreed" : "reward.waiting");
    }

    public List<Sum> sums(Screen s) {
        if (giving != null) {
            return List.of(new Sum(s.t("reward.members"), s.number(giving.members())), new Sum(s.t("reward.units-number"), s.number(giving.units())), new Sum(s.t("reward.base-value"), PartPage.plain(giving.base())));
        }
        return preview == null ? List.of() : List.of(new Sum(s.t("reward.members"), s.number(preview.given().size())), new Sum(s.t("reward.units-number"), s.number(preview.units())),
                new Sum(s.t("reward.capped"), s.number(preview.capped())), new Sum(s.t("reward.without"), s.number(preview.without())), new Sum(s.t("reward.base-value"), PartPage.plain(preview.base())));
    }

    public String seen() {
        return preview == null ? "" : preview.seen();
    }
}
