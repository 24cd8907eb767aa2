package org.probity.people.succession;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** What key positions go by. */
final class SuccessionRule {
    static final String ROOM = "succession";
    static final RuleKey CRITERIA_LEAST = key("criteria-least", 1, 6);
    static final RuleKey READY_LEAST = key("ready-least", 1, 9);
    static final RuleKey DEEP_LEAST = key("deep-least", 1, 9);
    static final RuleKey SOON_MONTHS = key("soon-months", 1, 120);
    static final RuleKey LEVEL_MONTHS = key("level-months", 1, 60);
    static final RuleKey AGAIN_MONTHS = key("again-months", 1, 24);
    static final RuleKey COURSE_MONTHS = key("course-months", 1, 60);
    static final RuleKey POTENTIAL_MONTHS = key("potential-months", 1, 60);
    static final List<RuleKey> ALL = List.of(CRITERIA_LEAST, READY_LEAST, DEEP_LEAST, SOON_MONTHS, LEVEL_MONTHS, AGAIN_MONTHS, COURSE_MONTHS, POTENTIAL_MONTHS);

    private SuccessionRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "succession.rule." + code, least, most, Role.HR);
    }
}
