package org.probity.people.education;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.people.education.Support.State;
import org.probity.shapes.decision.Decisions;
import org.springframework.stereotype.Component;

/** Applications that wait for an amount, and amounts that wait for a second person. */
@Component
class EducationDesk implements Waiting {
    private final Supports supports;
    private final Decisions decisions;

    EducationDesk(Supports supports, Decisions decisions) {
        this.supports = supports;
        this.decisions = decisions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var offers = me.is(Role.HR) || me.is(Role.UNION) ? decisions.waitingFor(Supports.MATTER, me).stream().flatMap(it -> supports.find(it.subject()).stream()).filter(it -> !supports.own(it, me))
                .map(it -> duty("education.desk.rule", it)) : Stream.<Duty>empty();
        var applied = me.is(Role.HR) ? supports.lines(org.probity.house.ui.Query.all("/app/education/supports").with("state", "APPLIED")).stream()
                .filter(it -> it.state() == State.APPLIED && !supports.own(it, me)).map(it -> duty("education.desk.offer", it)) : Stream.<Duty>empty();
        return Stream.of(offers, applied).flatMap(it -> it).toList();
    }

    private static Duty duty(String act, Support it) {
        return new Duty(Words.of(act), s -> it.number() + " · " + it.title(s.lang()), Words.of("education.state." + it.state()), "education.title", "/app/education/supports/" + it.id(),
                Optional.empty());
    }
}
