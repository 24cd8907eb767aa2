package org.probity.people.pay;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;

/** Whom to look at and why, before anything is shown. */
public record LookPage(Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String title(Screen s) {
        return s.t("pay.look");
    }
}
