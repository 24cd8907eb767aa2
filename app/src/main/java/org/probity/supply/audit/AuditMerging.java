package org.probity.supply.audit;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** Visits go along; of two lines in the plan of a year the one of the record that stays counts. */
@Component
class AuditMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("audit.audit", "audit.merge.audits", "id"),
                Moves.all("audit.planned", "audit.merge.planned", "id")
                        .unless("EXISTS (SELECT FROM audit.planned AS other WHERE other.supplier = :stays AND other.year = it.year)"));
    }
}
