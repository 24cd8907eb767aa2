package org.probity.house.inbox;

import java.util.List;
import org.probity.house.access.Me;

/** What a room finds by any name, Chinese or Latin. A bean of this type is a group of what the search shows. */
public interface Finds {
    /** So many of a group are shown; whoever needs more narrows the room's own list. */
    int MOST = 10;

    /** @param more what tells it from others of the same name */
    record Hit(Words what, Words more, String href) {}

    /** Groups stand in this order. */
    int order();

    /** Message key of the group's heading. */
    String group();

    /** Nothing that this person may not open. At most {@link #MOST}. */
    List<Hit> find(String words, Me me);
}
