package org.probity.supply.blacklist;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** The notice to a supplier and until when it may answer. @param form as typed */
public record HearingPage(Matter it, Form form, List<Reason> reasons) implements Page {
    /** As typed. */
    public record Form(String due, String notice) {
        static final Form EMPTY = new Form("", "");
    }
}
