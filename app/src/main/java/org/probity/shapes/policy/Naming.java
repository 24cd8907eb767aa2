package org.probity.shapes.policy;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.probity.house.inbox.Words;

/** What in other rooms hangs on a clause: a bean of this type is shown beside the clauses it names. */
public interface Naming {
    record Named(UUID clause, Words what, String href) {}

    List<Named> naming(Collection<UUID> clauses);
}
