package org.probity.people.subsidy;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Claims wait for human resources, never for whoever made them. */
@Component
class SubsidyDesk implements Waiting {
    private final Subsidies subsidies;

    SubsidyDesk(Subsidies subsidies) {
        this.subsidies = subsidies;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return !me.is(Role.HR) ? List.of() : subsidies.waiting().stream().filter(it -> !subsidies.own(it, me)).map(it -> new Duty(Words.of("subsidy.desk-answer"), s -> it.person(s.lang()) + " · " + it.scheme(s.lang()),
                Words.of("subsidy.state.CLAIMED"), "subsidy.title", SubsidyWeb.ALL + "/claims/" + it.id(), Optional.<java.time.LocalDate>empty())).toList();
    }
}
