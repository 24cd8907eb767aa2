package org.probity.supply.audit;

import org.probity.house.access.Role;

/** The four departments a team comes from. */
public enum Department {
    PROCUREMENT(Role.BUYER), QUALITY(Role.QUALITY), PROCESS(Role.PROCESS), EHS(Role.EHS);

    private final Role role;

    Department(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }
}
