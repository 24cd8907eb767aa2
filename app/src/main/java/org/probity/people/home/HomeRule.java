package org.probity.people.home;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** What a bed must have, what it may cost, how fast things are done and what brings points: dated rows with their source, which counsel keeps and everybody reads. */
final class HomeRule {
    static final String ROOM = "home";
    /** Tenths of a square metre for each bed. */
    static final RuleKey AREA_LEAST = key("area-least", 20, 300);
    static final RuleKey BEDS_MOST = key("beds-most", 1, 50);
    static final RuleKey PEOPLE_TOILET_MOST = key("people-toilet-most", 1, 50);
    static final RuleKey RENT_MOST = key("rent-most", 0, 100_000);
    static final RuleKey ANSWER_DAYS = key("answer-days", 1, 60);
    static final RuleKey MEND_DAYS = key("mend-days", 1, 365);
    static final RuleKey MEND_DANGER_DAYS = key("mend-danger-days", 0, 365);
    static final RuleKey POINTS_YEAR = key("points-year", 0, 1_000);
    static final RuleKey POINTS_YEARS_MOST = key("points-years-most", 0, 1_000);
    static final RuleKey POINTS_FAR = key("points-far", 0, 1_000);
    static final RuleKey POINTS_NIGHTS = key("points-nights", 0, 1_000);
    static final RuleKey POINTS_FIRST = key("points-first", 0, 1_000);
    static final RuleKey POINTS_MONTH = key("points-month", 0, 1_000);
    static final List<RuleKey> ALL = List.of(AREA_LEAST, BEDS_MOST, PEOPLE_TOILET_MOST, RENT_MOST, ANSWER_DAYS, MEND_DAYS, MEND_DANGER_DAYS, POINTS_YEAR, POINTS_YEARS_MOST, POINTS_FAR, POINTS_NIGHTS, POINTS_FIRST,
            POINTS_MONTH);

    private HomeRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "home.rule." + code, least, most, Role.LEGAL);
    }
}
