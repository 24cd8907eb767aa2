package org.probity.disclosure.targets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.figure.Figures;
import org.springframework.stereotype.Component;

/** On the desk of whoever answers for a target: that it falls behind. On the publisher's: that one waits for approval. */
@Component
class TargetsDesk implements Waiting {
    private final Targets targets;
    private final Figures figures;
    private final Decisions decisions;
    private final Clock clock;

    TargetsDesk(Targets targets, Figures figures, Decisions decisions, Clock clock) {
        this.targets = targets;
        this.figures = figures;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        if (me.is(Role.PUBLISHER)) {
            decisions.waitingFor(Targets.MATTER, me).stream().flatMap(it -> targets.find(it.subject()).stream())
                    .forEach(it -> duty(it, "targets.desk.approve", "targets.waits", Optional.empty()).ifPresent(duties::add));
        }
        var year = LocalDate.now(clock).getYear();
        var holding = targets.now(year);
        figures.all().stream().flatMap(figure -> Stream.ofNullable(holding.get(figure.key())))
                .filter(it -> it.responsible().equals(me.account()) && targets.lately(it).filter(Target.Standing.BEHIND::equals).isPresent())
                .forEach(it -> duty(it, "targets.desk.act", "targets.behind", Optional.of(LocalDate.of(year, 12, 31))).ifPresent(duties::add));
        return duties;
    }

    private Optional<Duty> duty(Target target, String act, String stands, Optional<LocalDate> due) {
        return figures.find(target.figure()).map(figure -> new Duty(Words.of(act),
                s -> s.t(figure.messages()) + " " + target.year() + ": " + target.shown(s, figure.unit()), Words.of(stands), "targets.title", "/app/targets", due));
    }
}
