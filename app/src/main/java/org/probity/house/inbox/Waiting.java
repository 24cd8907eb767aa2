package org.probity.house.inbox;

import java.util.List;
import org.probity.house.access.Me;

/** What of a room waits for a person. A bean of this type speaks on the desk. */
public interface Waiting {
    List<Duty> waiting(Me me);

    /** The same in the same order, for the desk, which shows some of it and counts all; a room of which thousands wait leaves the words for later. */
    default List<? extends Awaits> counted(Me me) {
        return waiting(me);
    }
}
