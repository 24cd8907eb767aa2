package org.probity.people.care;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** Our own number beside those of law: a dated row with its source, which counsel keeps. */
final class CareRule {
    static final String ROOM = "care";
    static final RuleKey CARRY_DAYS = new RuleKey(ROOM, "carry-days-most", "care.rule.carry-days-most", 0, 30, Role.LEGAL);
    static final List<RuleKey> ALL = List.of(CARRY_DAYS);

    private CareRule() {}
}
