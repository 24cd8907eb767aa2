package org.probity.people.aid;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** The fund's own numbers: dated rows with their source, which the union keeps. Money is in thousands of yuan. */
final class AidRule {
    static final String ROOM = "aid";
    /** So many of the committee speak before something is decided. */
    static final RuleKey QUORUM = key("quorum", 2, 15);
    /** So many months somebody gave before they ask, unless it is urgent. */
    static final RuleKey MONTHS = key("months-given-least", 0, 36);
    /** What one person gets within twelve months, at most. */
    static final RuleKey YEAR_CAP = key("year-cap-thousands", 1, 1000);
    /** What always stays in the fund. */
    static final RuleKey FLOOR = key("floor-thousands", 0, 1000);
    /** What two may let out at once. */
    static final RuleKey URGENT = key("urgent-thousands", 1, 100);
    static final RuleKey URGENT_HOURS = key("urgent-hours", 1, 240);
    /** Fewer people than this are told together with others. */
    static final RuleKey TOLD_FROM = key("told-from", 3, 50);
    static final List<RuleKey> ALL = List.of(QUORUM, MONTHS, YEAR_CAP, FLOOR, URGENT, URGENT_HOURS, TOLD_FROM);

    private AidRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "aid.rule." + code, least, most, Role.UNION);
    }
}
