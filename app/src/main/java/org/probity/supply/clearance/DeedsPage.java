package org.probity.supply.clearance;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** Where a report of orders, receipts and payments is brought in by hand. @param form as typed */
public record DeedsPage(Form form, List<Reason> reasons) implements Page {
    /** As typed. */
    public record Form(String source, String rows) {
        static final Form EMPTY = new Form("", "");
    }
}
