package org.probity.people.career;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** How long a level holds, how many sit on a panel, when a reminder goes out, how people change posts. */
final class CareerRule {
    static final String ROOM = "career";
    static final RuleKey VALID_MONTHS = key("valid-months", 1, 120);
    static final RuleKey PANEL_LEAST = key("panel-least", 3, 15);
    static final RuleKey PANEL_OUTSIDE = key("panel-outside", 1, 15);
    static final RuleKey AGAIN_MONTHS = key("again-months", 1, 24);
    static final RuleKey REMIND_DAYS = key("remind-days", 1, 365);
    static final RuleKey ROLE_MONTHS = key("role-months", 0, 60);
    static final RuleKey CHOICES_MOST = key("choices-most", 1, 20);
    static final RuleKey RELEASE_DAYS = key("release-days", 1, 180);
    static final RuleKey DEFER_DAYS = key("defer-days", 0, 180);
    static final RuleKey RETURN_MONTHS = key("return-months", 0, 24);
    static final List<RuleKey> ALL = List.of(VALID_MONTHS, PANEL_LEAST, PANEL_OUTSIDE, AGAIN_MONTHS, REMIND_DAYS, ROLE_MONTHS, CHOICES_MOST, RELEASE_DAYS, DEFER_DAYS, RETURN_MONTHS);

    private CareerRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "career.rule." + code, least, most, Role.HR);
    }
}
