package org.probity.people.aid;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Applications wait for each member of the committee who has not spoken; what is urgent says by when. No name stands on a desk. */
@Component
class AidDesk implements Waiting {
    private final Applications applications;
    private final Fund fund;

    AidDesk(Applications applications, Fund fund) {
        this.applications = applications;
        this.fund = fund;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return applications.waiting(me).stream().map(it -> new Duty(Words.of(it.dueAt() != null && it.urgentAt() == null ? "aid.desk.urgent" : "aid.desk.say"), _ -> it.number(),
                Words.of("aid.state." + it.state()), "aid.title", "/app/aid/applications/" + it.id(), Optional.ofNullable(it.dueAt()).map(fund::day))).toList();
    }
}
