package org.probity.house.inbox;

import java.util.List;
import org.probity.house.ui.Page;

/**
 * What a search found, by room.
 *
 * @param words as typed; empty: nothing was asked yet
 */
public record FindPage(String words, List<Group> groups) implements Page {
    /** @param heading its message key */
    public record Group(String heading, List<Finds.Hit> hits) {
        public boolean full() {
            return hits.size() >= Finds.MOST;
        }
    }

    public long count() {
        return groups.stream().mapToLong(group -> group.hits().size()).sum();
    }
}
