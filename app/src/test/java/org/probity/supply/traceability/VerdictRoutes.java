package org.probity.supply.traceability;

import java.util.Set;
import org.probity.SubjectRoutes;

class VerdictRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/traceability/items/{number:[0-9]{1,9}}/known", "/app/traceability/events/{id:[0-9]{1,18}}/effects", "/app/traceability/claims/{proposal:[0-9a-f-]{36}}", "/app/traceability/rules/{proposal:[0-9a-f-]{36}}");
    }
}
