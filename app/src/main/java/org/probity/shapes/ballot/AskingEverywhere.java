package org.probity.shapes.ballot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.OnEveryPage;
import org.probity.house.ui.Page;
import org.springframework.stereotype.Component;

/**
 * Everybody of the house asks for tokens, wherever they come in; each page costs one short question of the database for it. While no round is open there is nothing on
 * the page, and a browser asks once for the rounds that are open: again when another one begins, or when somebody else signs in there.
 */
@Component
class AskingEverywhere implements OnEveryPage {
    private final Set<String> purposes;
    private final Rounds rounds;
    private final Clock clock;

    AskingEverywhere(List<Roll> rolls, Rounds rounds, Clock clock) {
        this.purposes = rolls.stream().flatMap(it -> it.purposes().stream()).collect(Collectors.toUnmodifiableSet());
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Optional<Page> on(Me me) {
        return purposes.isEmpty() || me.roles().stream().anyMatch(Role::outside) || me.is(Role.ASSURER) ? Optional.empty()
                : rounds.word(purposes, LocalDate.now(clock)).map(it -> Ask.of(me.account(), it));
    }
}
