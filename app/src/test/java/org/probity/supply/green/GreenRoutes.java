package org.probity.supply.green;

import java.util.Set;
import org.probity.SubjectRoutes;

class GreenRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var category = "/app/green/{category:[a-z0-9-]+}";
        return Set.of(category, category + "/sets", category + "/sets/{book}/ruling", "/app/green/proofs/{id}", "/app/green/proofs/{id}/file", "/app/green/proofs/{id}/review");
    }
}
