package org.probity.shapes.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Measures that wait for a person: their own, and those that others say are done where they lead. */
@Component
class MeasureDesk implements Waiting {
    private final Measures measures;

    MeasureDesk(Measures measures) {
        this.measures = measures;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return me.supplier().isPresent() ? List.of()
                : Stream.concat(measures.owedBy(me.account()).stream().map(it -> duty(it, "measure.desk.do")), measures.toSee(me).stream().map(it -> duty(it, "measure.desk.see"))).toList();
    }

    private static Duty duty(Measure it, String act) {
        return new Duty(Words.of(act), s -> it.what() + " · " + it.number(), Words.of("measure.state." + it.state()), it.kind(), "/app/measures/" + it.id(), Optional.of(it.dueDay()));
    }
}
