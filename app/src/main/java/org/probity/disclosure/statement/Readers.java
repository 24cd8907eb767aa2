package org.probity.disclosure.statement;

import java.util.HashMap;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.shapes.figure.FigureValue;

/** Lays figures open for whoever reads them, with the places of their evidence in the log. */
final class Readers {
    private Readers() {}

    static FigureView view(Log log, FigureValue value, boolean named) {
        var places = new HashMap<UUID, Log.Placed>();
        log.places(value.rows().stream().flatMap(row -> row.evidence().stream()).map(FigureValue.Proof::record).distinct().toList())
                .forEach(place -> places.put(place.record(), place));
        return new FigureView(value, named, places);
    }
}
