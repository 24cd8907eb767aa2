package org.probity.supply.esg;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** A plan that runs goes along. A risk was computed of one record as it stood; the next review computes that of both together. */
@Component
class EsgMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("esg.plan", "esg.merge.plans", "id"),
                Stays.all("esg.assessment", "esg.merge.assessments"));
    }
}
