package org.probity.house.ui;

import java.util.Optional;
import org.probity.house.access.Me;

/** Something that stands at the end of every page of whoever is signed in, mostly unseen. A room makes it a bean; it is asked for each page, so it asks the database one short question at most. */
public interface OnEveryPage {
    /** @return a piece whose template writes no frame; none: it is not for them */
    Optional<Page> on(Me me);
}
