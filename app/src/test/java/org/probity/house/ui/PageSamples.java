package org.probity.house.ui;

import java.util.List;

/**
 * Instances of a room's pages, with content a page really gets: full, empty, refused. Each room has one in its tests, with a constructor
 * without parameters; {@link EveryPageTest} finds it, shows each page in both languages, and fails for a page that nobody gave.
 */
public interface PageSamples {
    List<Page> pages();

    /** Pieces that stand inside another room's page and therefore have no heading and frame of their own. */
    default List<Page> pieces() {
        return List.of();
    }
}
