package org.probity.house.inbox;

import java.util.List;
import org.probity.house.access.Me;

/** What of a room waits for a person. A bean of this type speaks on the desk. */
public interface Waiting {
    List<Duty> waiting(Me me);
}
