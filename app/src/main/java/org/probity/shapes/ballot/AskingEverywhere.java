package org.probity.shapes.ballot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.OnEveryPage;
import org.probity.house.ui.Page;
import org.springframework.stereotype.Component;

/** Everybody of the house asks for tokens, wherever they come in. Nothing is asked of the database for it; a browser asks once a day, and where no round is open the answer is an empty list. */
@Component
class AskingEverywhere implements OnEveryPage {
    private final List<Roll> rolls;
    private final Clock clock;

    AskingEverywhere(List<Roll> rolls, Clock clock) {
        this.rolls = List.copyOf(rolls);
        this.clock = clock;
    }

    @Override
    public Optional<Page> on(Me me) {
        return rolls.isEmpty() || me.roles().stream().anyMatch(Role::outside) || me.is(Role.ASSURER) ? Optional.empty() : Optional.of(Ask.of(me.account(), LocalDate.now(clock)));
    }
}
