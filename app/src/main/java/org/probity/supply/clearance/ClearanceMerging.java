package org.probity.supply.clearance;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** What was done goes along. What was answered and what was allowed was so for that record: an exception is made anew, knowingly. */
@Component
class ClearanceMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("clearance.deed", "clearance.merge.deeds", "kind", "document"),
                Stays.all("clearance.answer", "clearance.merge.answers"),
                Stays.all("clearance.exception", "clearance.exceptions"));
    }
}
