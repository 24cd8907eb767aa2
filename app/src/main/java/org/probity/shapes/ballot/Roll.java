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

    /** A word that everybody on the roll is given alike with their tokens, such as one that opens a board; its hash is shown to everybody, so that nobody can be given another one. */
    default Optional<String> word(Round round) {
        return Optional.empty();
    }
}
