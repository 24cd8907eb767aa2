package org.probity.people.dialogue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.gathering.Occasions;
import org.springframework.stereotype.Component;

/** Who reads what of a meeting, asked once for each person and page. */
@Component
class Reading {
    private final Occasions occasions;
    private final Places places;

    Reading(Occasions occasions, Places places) {
        this.occasions = occasions;
        this.places = places;
    }

    /**
     * What somebody may.
     *
     * @param everything they call meetings or supervise
     * @param leads human resources everywhere; otherwise heads and their deputies below what they lead
     * @param works where they work, and everything above
     * @param takesPart meetings to which they were asked, or at which they were
     */
    record Reader(boolean everything, boolean callsMeetings, Set<UUID> leads, Set<UUID> works, Set<UUID> takesPart) {
        boolean leads(Meeting it) {
            return callsMeetings || leads.contains(it.place());
        }

        /** That there is one, when and where, and its agenda: everybody who works there, too. */
        boolean sees(Meeting it) {
            return inside(it) || works.contains(it.place());
        }

        /** Minutes, and points before they are published. */
        boolean inside(Meeting it) {
            return everything || leads.contains(it.place()) || takesPart.contains(it.id());
        }

        /** Points, answers and measures. */
        boolean readsPoints(Meeting it) {
            return inside(it) || it.published() != null && sees(it);
        }

        Set<UUID> places() {
            var all = new HashSet<>(leads);
            all.addAll(works);
            return all;
        }
    }

    /** What waits for somebody does not ask where they work. */
    Reader ofDesk(Me me) {
        return new Reader(Places.supervises(me), me.is(Role.HR), places.ledBy(me), Set.of(), occasions.takenPartIn(Meetings.KIND, me));
    }

    Reader of(Me me) {
        return new Reader(Places.supervises(me), me.is(Role.HR), places.ledBy(me), places.of(me), occasions.takenPartIn(Meetings.KIND, me));
    }
}
