package org.probity.people.amenity;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** How far ahead and how many seats somebody books. */
final class AmenityRule {
    static final String ROOM = "amenity";
    static final RuleKey AHEAD_DAYS = new RuleKey(ROOM, "ahead-days", "amenity.rule.ahead-days", 1, 90, Role.HR);
    static final RuleKey BOOKINGS_MOST = new RuleKey(ROOM, "bookings-most", "amenity.rule.bookings-most", 1, 200, Role.HR);
    static final List<RuleKey> ALL = List.of(AHEAD_DAYS, BOOKINGS_MOST);

    private AmenityRule() {}
}
