package org.probity.people.aid;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** Lines that went to whoever pays. */
public record HandingPage(Payouts.Handing handing, List<Payouts.Payout> lines) implements Page {
    public Table<Payouts.Payout> table(Screen s) {
        return DeskPage.lines(s, lines).caption(s.t("aid.handed"));
    }
}
