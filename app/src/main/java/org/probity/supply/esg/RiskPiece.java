package org.probity.supply.esg;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Seal;
import org.probity.house.ui.parts.State;

/** Points laid open, side by side: each with the record it rests on. Stands on our page of a supplier and on its own. */
public record RiskPiece(Risk risk, Map<UUID, Log.Placed> places) implements Page {
    public List<String> pillars() {
        return Risk.PILLARS;
    }

    public State band(Screen s, String pillar) {
        return risk.side(pillar).map(it -> RiskWords.band(s, it)).orElse(State.none("–"));
    }

    public boolean none(String pillar) {
        return risk.of(pillar).isEmpty();
    }

    public Table<Risk.Point> table(Screen s, String pillar) {
        return Table.of(s, risk.of(pillar))
                .head("esg.because", it -> RiskWords.why(s, it))
                .number("esg.points", Risk.Point::points)
                .text("esg.rests-on", it -> it.record() == null ? Optional.of(s.t("esg.on-a-rule"))
                        : Optional.of(Optional.ofNullable(places.get(it.record())).map(place -> new Seal(Seal.Status.LOGGED, s.t("esg.log-entry", place.index()), ""))
                                .orElse(new Seal(Seal.Status.YET, s.t("esg.log-yet"), ""))));
    }
}
