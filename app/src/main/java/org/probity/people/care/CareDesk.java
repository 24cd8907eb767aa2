package org.probity.people.care;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Requests for leave wait for whoever leads, what tells of health or family, and those of whom nobody leads, for human resources. */
@Component
class CareDesk implements Waiting {
    private final Leaves leaves;
    private final Leading leading;
    private final Directory directory;

    CareDesk(Leaves leaves, Leading leading, Directory directory) {
        this.leaves = leaves;
        this.leading = leading;
        this.directory = directory;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var led = directory.personOf(me).map(leading::waiting).orElse(List.of());
        var ours = me.is(Role.HR) ? leading.forResources().stream().filter(it -> !leaves.own(it, me)).toList() : List.<Leave>of();
        return Stream.concat(led.stream(), ours.stream()).distinct().map(it -> new Duty(Words.of("care.desk.answer"), s -> it.person(s.lang()) + " · " + CarePage.days(s, it), Words.of("care.state.ASKED"),
                "care.title", "/app/care/leaves/" + it.id(), Optional.of(it.fromDay()))).toList();
    }
}
