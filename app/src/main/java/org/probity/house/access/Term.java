package org.probity.house.access;

import java.util.UUID;

/**
 * A role that only opens something while a room says so: an assurer's while they are engaged, a customer's until the day they were invited to.
 * Asked at every request, so that what ends, ends at once; {@link Me} does not have a role that does not run.
 */
public interface Term {
    Role role();

    boolean runs(UUID account);
}
