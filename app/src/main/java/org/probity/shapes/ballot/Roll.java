package org.probity.shapes.ballot;

import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;

/** Who is entitled to tokens of a room's rounds. A bean of this type makes its rounds be asked for when somebody signs in. */
public interface Roll {
    /** Of rounds, as given to {@link Rounds#open}. */
    String purpose();

    /** As whom this account gets tokens of a round: one id for each person, whatever accounts they have. None: they are not entitled. */
    Optional<UUID> person(Me me, Round round);
}
