package org.probity.people.equity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Sum;

/** A package of another house before it counts: everything that is wrong with it, or what it would bring. @param checked null: nothing was brought yet */
public record StockImportPage(StockPlan plan, EquityPackages.@Nullable Checked checked, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/reward/stock-plans/" + plan.id();
    }

    public Table<EquityPackages.Fault> faults(Screen s) {
        return table(s, "equity.faults-found", checked == null ? List.of() : checked.faults());
    }

    public Table<EquityPackages.Fault> warnings(Screen s) {
        return table(s, "equity.warnings", checked == null ? List.of() : checked.warnings());
    }

    private static Table<EquityPackages.Fault> table(Screen s, String caption, List<EquityPackages.Fault> all) {
        return Table.of(s, all).caption(s.t(caption)).head("equity.about", it -> it.at().isEmpty() ? "–" : it.at()).text("equity.what", it -> s.t(it.key(), it.at(), "", ""));
    }

    public List<Sum> sums(Screen s) {
        return checked == null ? List.of() : List.of(new Sum(s.t("equity.grants"), s.number(checked.grants())), new Sum(s.t("equity.holders"), s.number(checked.people())), new Sum(s.t("equity.shares"), s.number(checked.shares())));
    }
}
