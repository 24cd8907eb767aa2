package org.probity.people.care;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** Our own numbers beside those of law: dated rows with their source. Counsel keeps how much is carried over, human resources what the company grants beyond the law. */
public final class CareRule {
    static final String ROOM = "care";
    static final RuleKey CARRY_DAYS = new RuleKey(ROOM, "carry-days-most", "care.rule.carry-days-most", 0, 30, Role.LEGAL);
    public static final RuleKey COMPANY_DAYS = new RuleKey(ROOM, "company-days", "care.rule.company-days", 0, 60, Role.HR);
    public static final List<RuleKey> ALL = List.of(CARRY_DAYS, COMPANY_DAYS);

    private CareRule() {}
}
