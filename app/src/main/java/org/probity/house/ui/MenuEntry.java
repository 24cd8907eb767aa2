package org.probity.house.ui;

import java.util.OptionalLong;
import java.util.Set;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/** A line of the side menu. A room makes it a bean; who holds none of its roles does not see it. */
public interface MenuEntry {
    Wing wing();

    /** Smaller stands higher within the wing. */
    int order();

    /** Message key of its words. */
    String key();

    /** Where it leads; pages below this path show it as the current one. */
    String href();

    Set<Role> roles();

    /** How many things wait there for this person. Asked on every page, so it must be one quick query. */
    default OptionalLong count(Me me) {
        return OptionalLong.empty();
    }
}
