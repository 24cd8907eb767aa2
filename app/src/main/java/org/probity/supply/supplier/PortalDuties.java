package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/** What a supplier owes beside proofs: a bean of this type adds lines to the one list its contacts work from. */
public interface PortalDuties {
    /**
     * @param more what it is about, in a few words
     * @param waits whether it is the supplier's turn; the others stand under what is with us
     */
    record Line(Words what, Words more, String href, LocalDate dueDay, Function<Screen, State> state, boolean waits) {
        boolean late(LocalDate today) {
            return waits && today.isAfter(dueDay);
        }
    }

    List<Line> of(UUID supplier);
}
