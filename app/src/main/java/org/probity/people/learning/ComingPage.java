package org.probity.people.learning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/**
 * Where a phone comes to that has read the square at a door.
 *
 * @param it the session; none: it is over, or was called off
 * @param seen that they read the code in time; empty: it has changed since
 * @param presence of whoever looks, when they are there
 */
public record ComingPage(Optional<Session> it, String code, String seen, @Nullable UUID presence, @Nullable Instant since, boolean known, ZoneId zone, List<Reason> reasons) implements Page {
    public String path() {
        return "/app/learning/here/" + it.map(session -> session.session().toString()).orElse("") + "/" + code;
    }

    public String clock(Instant at) {
        return Trainings.clock(at, zone);
    }
}
