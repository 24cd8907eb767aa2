package org.probity.shapes.policy;

import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** Writing the next version of a rule, both languages side by side. @param no which version it will be */
public record DraftPage(Policy policy, int no, Typed typed, List<Reason> reasons) implements Page {
    /** As it stands in the form. */
    public record Typed(String titleEn, String titleZh, String changeEn, String changeZh, String textEn, String textZh, String fromDay) {}

    public String path() {
        return PolicyWeb.path(policy);
    }
}
