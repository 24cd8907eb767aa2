package org.probity.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the days brought by themselves on the last journey. Kept in memory only: the rooms hold the records, this is for looking on. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class TravelDiary {
    /** @param day on which it happened; @param number of papers */
    record Line(LocalDate day, boolean lapsed, UUID party, int number) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void reminded(Obligations.Reminded reminded) {
        lines.add(new Line(reminded.day(), false, reminded.party(), reminded.obligations().size()));
    }

    /** Only what lapsed of this year: of a past year nobody has anything to do. */
    @TransactionalEventListener
    void moved(Obligations.Moved moved) {
        var it = moved.obligation();
        var until = it.validUntil();
        if (it.state() == State.LAPSED && until != null && it.waits(until.plusDays(1))) {
            lines.add(new Line(until.plusDays(1), true, it.party(), 1));
        }
    }

    void begin() {
        lines.clear();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
