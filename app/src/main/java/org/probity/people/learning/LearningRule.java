package org.probity.people.learning;

import java.util.List;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** What training goes by. The numbers say who has completed a course and which satisfaction is shown, so no one person sets them. */
final class LearningRule {
    static final String ROOM = "learning";
    /** Who may say yes to a number that another proposed: for those who are trained, the union too. */
    static final Set<Role> AGREES = Set.of(Role.HR, Role.UNION);
    static final List<RuleKey> ALL = List.of(key("completed-percent", 1, 100), key("feedback-days", 1, 90), key("answered-percent", 1, 100), key("answered-least", 5, 100),
            key("yearly-due-month", 1, 12), key("quiz-percent", 1, 100), key("quiz-tries", 1, 20), key("online-percent-least", 1, 100), key("online-percent-most", 100, 300));

    private LearningRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "learning.rule." + code, least, most, Role.HR);
    }
}
