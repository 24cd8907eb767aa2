package org.probity.supply.green;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** Proofs go along; whether the other category asks for them is for its criteria to say. */
@Component
class GreenMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(Moves.all("green.proof", "green.merge.proofs", "id"));
    }
}
