package org.probity.formats.epcis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Refusal;

/// Hands out good events, keeps what was refused, and says in the end what came of it.
final class Tally {

    private final Limits limits;
    private final ObjLongConsumer<Event> each;
    private final List<Refusal> refusals = new ArrayList<>();
    private long events;
    private long refusedEvents;
    private Reading.@Nullable Document document;
    private @Nullable Refusal broken;

    Tally(Limits limits, ObjLongConsumer<Event> each) {
        this.limits = limits;
        this.each = each;
    }

    /// The number of the next event.
    long next() {
        return events + refusedEvents + 1;
    }

    /// @param event what the draft became, or null
    void event(@Nullable Event event, Draft draft) {
        if (event != null) {
            long number = next();
            events++;
            try {
                each.accept(event, number);
            } catch (RuntimeException failure) {
                throw new TakerFailed(failure);
            }
        } else {
            refusedEvents++;
            draft.refusals.forEach(this::refuse);
        }
    }

    void refuse(Refusal refusal) {
        if (refusals.size() < limits.refusals()) {
            refusals.add(refusal);
        }
    }

    void document(Reading.Document document) {
        this.document = document;
    }

    void broken(Refused refused) {
        Position at = refused.at.event() > 0 || events + refusedEvents == 0 ? refused.at : new Position(next(), refused.at.path(), refused.at.line());
        broken = new Refusal(at, refused.reason, List.of(refused.args));
    }

    Reading reading() {
        return new Reading(document, events, refusedEvents, refusals, broken);
    }
}
