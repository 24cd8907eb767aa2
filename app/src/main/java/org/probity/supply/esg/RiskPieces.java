package org.probity.supply.esg;

import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.probity.house.log.Log;
import org.springframework.stereotype.Component;

/** A risk with the places of its records in the log. */
@Component
class RiskPieces {
    private final Log log;

    RiskPieces(Log log) {
        this.log = log;
    }

    RiskPiece of(Risk risk) {
        var places = new HashMap<UUID, Log.Placed>();
        log.places(risk.points().stream().map(Risk.Point::record).filter(Objects::nonNull).distinct().toList()).forEach(it -> places.put(it.record(), it));
        return new RiskPiece(risk, places);
    }
}
