package org.probity.supply.traceability;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** Sites go along, since they are the company's under whichever number it stood; files stay with the record under which they were sent. */
@Component
class TraceabilityMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("traceability.place", "traceability.merge.places", "uri", "no"),
                Stays.all("traceability.capture", "traceability.merge.captures"),
                // Who agreed to be named agreed under the name of then: whoever is merged is asked again.
                Stays.all("traceability.open_name", "traceability.merge.names"));
    }
}
