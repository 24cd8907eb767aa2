package org.probity.people.education;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** How long a service bond may be and how much of the cost it may ask back: dated rows with their source, which counsel keeps. */
final class EducationRule {
    static final String ROOM = "education";
    static final RuleKey BOND_MONTHS = key("bond-months-most", 120);
    static final RuleKey PENALTY_PERCENT = key("penalty-percent-most", 100);
    static final List<RuleKey> ALL = List.of(BOND_MONTHS, PENALTY_PERCENT);

    private EducationRule() {}

    private static RuleKey key(String code, int most) {
        return new RuleKey(ROOM, code, "education.rule." + code, 0, most, Role.LEGAL);
    }
}
