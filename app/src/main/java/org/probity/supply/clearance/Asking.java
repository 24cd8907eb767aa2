package org.probity.supply.clearance;

import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.crowd.Crowd;
import org.probity.supply.clearance.Clearances.Asked;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts questions of many programs that come within the same moment into one statement. That statement begins after the question came, so it
 * sees whatever was committed before the question, and the answer is given when PostgreSQL says that it is kept. Nothing is remembered: a
 * process that dies has answered nothing it has not kept.
 */
@Component
class Asking {
    /** A statement takes so many at the most; more wait for the next, a millisecond later. */
    private static final int TOGETHER = 200;

    private final Crowd<Asked, Optional<Clearance>> crowd;

    Asking(Clearances clearances, @Value("${probity.clearance.lanes:2}") int lanes) {
        this.crowd = new Crowd<>(lanes, TOGETHER, all -> {
            var answers = clearances.answer(all).stream().collect(Collectors.toMap(Clearance::id, it -> it));
            return all.stream().map(it -> Optional.ofNullable(answers.get(it.id()))).toList();
        });
    }

    /** The answer, kept; empty when the register knows no such supplier, category or site. */
    Optional<Clearance> ask(Asked asked) {
        return crowd.ask(asked);
    }
}
