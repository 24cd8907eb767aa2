package org.probity.house.ui;

import java.util.List;
import org.probity.house.access.Me;

/** The narrowings of a list that a person may come back to by name. A room that keeps them is a bean of this type; without one there are none. */
public interface KeptViews {
    /** @param shared by somebody else, with a role of the one who looks */
    record Kept(String name, String href, boolean shared) {}

    /** @param path of the list */
    List<Kept> of(Me me, String path);
}
