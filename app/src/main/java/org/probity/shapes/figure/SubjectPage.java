package org.probity.shapes.figure;

import java.util.Set;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/**
 * Who sees the rows of a figure by name before it is frozen, and where their subjects have pages of their own: a room makes a bean of it for what it
 * counts of people. Whoever else may look at the figure sees its rows under their codes.
 *
 * @param figure its key
 * @param below the address to which the subject's id is added, such as {@code /app/trainings/sessions/}; empty where it has no page
 */
public record SubjectPage(String figure, String below, Set<Role> readers) {
    public SubjectPage {
        readers = Set.copyOf(readers);
    }

    public boolean shownTo(Me me) {
        return readers.stream().anyMatch(me::is);
    }
}
