package org.probity.shapes.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;

/** Who is entitled to tokens of a room's rounds. A bean of this type makes its rounds be asked for when somebody signs in. */
public interface Roll {
    /** Of rounds, as given to {@link Rounds#open}. */
    Set<String> purposes();

    /** As whom this account gets tokens of a round: one id for each person, whatever accounts they have. None: they are not entitled. */
    Optional<UUID> person(Me me, Round round);

    /** The same of several rounds, for a roll that can say it in one go: by round, without those for which they are not entitled. */
    default Map<UUID, UUID> people(Me me, List<Round> rounds) {
        var people = new HashMap<UUID, UUID>();
        rounds.forEach(round -> person(me, round).ifPresent(it -> people.put(round.id(), it)));
        return Map.copyOf(people);
    }

    /** A word of a round that everybody on the roll is given alike with their tokens, such as one that opens a board; its hash is shown to everybody, so that nobody can be given another one. */
    default Map<UUID, String> words(List<Round> rounds) {
        return Map.of();
    }
}
