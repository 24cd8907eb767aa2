package org.probity.supply.blacklist;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** What one person proposes to decide. @param form as typed */
public record BanPage(Matter it, Ground guidance, Form form, List<Reason> reasons) implements Page {
    /** As typed. */
    public record Form(String length, String until, String receipts, String payments, String reason) {}

    public List<Option> lengths(Screen s) {
        return List.of(new Option("TIME", s.t("blacklist.for-a-time")), new Option("GOOD", s.t("blacklist.for-good"), s.t("blacklist.for-good-hint")));
    }

    public String usual(Screen s) {
        return guidance.months() == null ? s.t("blacklist.usually-for-good") : s.t("blacklist.usually-months", guidance.months());
    }
}
