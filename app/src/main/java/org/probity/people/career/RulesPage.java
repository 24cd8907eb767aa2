package org.probity.people.career;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.shapes.rule.RulesView;

/** The rules of certification with every earlier number, and which level of one ladder stands beside which of the other. */
public record RulesPage(RulesView view, List<Step> ladders) implements Page {
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

    public Table<Step> ladderTable(Screen s) {
        return Table.of(s, ladders)
                .caption(s.t("career.ladders"))
                .head("career.grade", it -> String.valueOf(it.grade()))
                .text("career.ladder.P", it -> it.professional() == null ? "" : "P" + it.professional())
                .text("career.ladder.M", it -> it.managerial() == null ? "" : "M" + it.managerial());
    }
}
