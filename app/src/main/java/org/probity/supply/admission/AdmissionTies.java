package org.probity.supply.admission;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.audit.Ties;
import org.springframework.stereotype.Component;

/** Whoever proposed or decided that a supplier is on the qualified list, or is not, does not audit it: they would look at their own decision. */
@Component
class AdmissionTies implements Ties {
    private final Standing standing;
    private final Decisions decisions;

    AdmissionTies(Standing standing, Decisions decisions) {
        this.standing = standing;
        this.decisions = decisions;
    }

    @Override
    public Optional<String> between(UUID supplier, UUID account) {
        return standing.of(supplier).stream().flatMap(it -> decisions.about(Admission.MATTER, it.id()).stream())
                .filter(it -> it.outcome() != Outcome.WITHDRAWN)
                .flatMap(it -> Stream.concat(Stream.of(it.proposedBy()), Stream.ofNullable(it.ruledBy())))
                .anyMatch(account::equals) ? Optional.of("admission.tie.decided") : Optional.empty();
    }
}
