package org.probity.supply.exchange;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** What was learned and talked about goes along, with the lists of the occasions this room holds. */
@Component
class ExchangeMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("gathering.side", "exchange.merge.exchanges", "occasion").in("party")
                        .unless("EXISTS (SELECT FROM gathering.side AS other WHERE other.party = :stays AND other.occasion = it.occasion)"),
                Moves.all("gathering.presence", "exchange.merge.presences", "id").in("party"),
                Moves.all("gathering.invitation", "exchange.merge.invitations", "occasion", "circle", "guest").in("party"),
                Moves.all("gathering.follow_up", "exchange.merge.follow-ups", "id").in("party"),
                Moves.all("exchange.asked", "exchange.merge.invitations", "campaign", "circle", "guest").in("party"),
                Moves.all("exchange.taking", "exchange.merge.attempts", "taking").in("party"));
    }
}
