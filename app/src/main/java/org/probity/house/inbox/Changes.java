package org.probity.house.inbox;

import java.time.Instant;
import java.util.List;
import org.probity.house.access.Me;
import org.probity.house.ui.parts.Mark;

/** What happened in a room that a person should know of. A bean of this type speaks on the desk. */
public interface Changes {
    /**
     * @param what the few words in bold, such as a supplier's name
     * @param more what happened to it
     */
    record Change(Mark mark, Words what, Words more, Instant at, String href) {}

    /** In any order. */
    List<Change> since(Instant moment, Me me);
}
