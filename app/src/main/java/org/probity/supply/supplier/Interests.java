package org.probity.supply.supplier;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.Me;
import org.springframework.stereotype.Component;

/** Whether any room knows of an interest that one of us has in a supplier. */
@Component
public class Interests {
    private final List<Interest> known;

    Interests(List<Interest> known) {
        this.known = List.copyOf(known);
    }

    public boolean in(UUID supplier, Me who) {
        return known.stream().anyMatch(it -> it.in(supplier, who.account()));
    }
}
