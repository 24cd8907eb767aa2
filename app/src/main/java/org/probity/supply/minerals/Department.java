package org.probity.supply.minerals;

import java.util.Arrays;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/** Who must agree to a paper. Which kinds need whom stands in {@code minerals.review_rule}, by the day from which it counts. */
public enum Department {
    SOURCING(Role.SOURCING_OFFICER),
    QUALITY(Role.QUALITY);

    private final Role role;

    Department(Role role) {
        this.role = role;
    }

    /** Who speaks for it. */
    Role role() {
        return role;
    }

    /** Whether this person speaks for any. */
    static boolean any(Me me) {
        return Arrays.stream(values()).anyMatch(it -> me.is(it.role));
    }
}
