package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.inbox.Words;
import org.probity.house.ui.parts.State;

/**
 * What of a room a supplier owes, has sent, or has met, for the one list their contacts work from. A bean of this type speaks there. What is an
 * obligation stands on the list already, by its kind.
 */
public interface Owing {
    /** Whose turn it is. */
    enum Turn {
        /** Theirs. */
        YOURS,
        /** Theirs, once more: it came back with a reason. */
        AGAIN,
        /** Ours: it lies with a person. */
        OURS,
        /** Nobody's: it is met. */
        DONE
    }

    /**
     * One line of the list.
     *
     * @param what its name
     * @param ask what is to come from them, in few words
     * @param act what they are to do, as one verb; stands on the button
     * @param why why we ask
     * @param next what happens after they have done it
     * @param due by when; nothing that is due any more: empty
     * @param until last day on which what is met holds
     * @param state how it stands, in few words
     * @param begun whether this contact has begun and saved a draft
     */
    record Owed(
            Words what, Words ask, Words act, Words why, Words next, String href, Turn turn, Optional<LocalDate> due, Optional<LocalDate> until, StateOf state,
            boolean begun) {
        public boolean waits() {
            return turn == Turn.YOURS || turn == Turn.AGAIN;
        }

        public boolean late(LocalDate today) {
            return waits() && due.filter(today::isAfter).isPresent();
        }
    }

    /** A state in the reader's language. */
    @FunctionalInterface
    interface StateOf {
        State in(org.probity.house.ui.Screen s);
    }

    /** All lines of a supplier; in any order. */
    List<Owed> of(Supplier supplier, LocalDate today, Me me);
}
