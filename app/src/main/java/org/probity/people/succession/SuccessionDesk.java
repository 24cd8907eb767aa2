package org.probity.people.succession;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Whoever was asked and has not answered. */
@Component
class SuccessionDesk implements Waiting {
    private final Namings namings;
    private final Directory directory;

    SuccessionDesk(Namings namings, Directory directory) {
        this.namings = namings;
        this.directory = directory;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return directory.personOf(me).stream().flatMap(it -> namings.of(it).stream()).filter(it -> it.state() == Naming.State.ASKED)
                .map(it -> new Duty(Words.of("succession.desk.answer"), s -> it.what(s.lang()), Words.of("succession.state.ASKED"), "succession.mine", MineWeb.MINE, Optional.empty())).toList();
    }
}
