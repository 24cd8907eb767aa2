package org.probity.supply.screening;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** A hit goes along and goes on to bar; what a run saw is what it saw. */
@Component
class ScreeningMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("screening.alert", "screening.merge.alerts", "id")
                        .unless("EXISTS (SELECT FROM screening.alert AS other WHERE other.supplier = :stays AND other.list = it.list AND other.code = it.code"
                                + " AND other.likeness = it.likeness AND other.subject = it.subject)"),
                Stays.all("screening.result", "screening.merge.results"));
    }
}
