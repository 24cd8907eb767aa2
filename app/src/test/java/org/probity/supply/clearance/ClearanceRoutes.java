package org.probity.supply.clearance;

import java.util.Set;
import org.probity.SubjectRoutes;

class ClearanceRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/api/clearances/{id}", "/app/clearance/answers/{id}", "/app/clearance/answers/{id}/exception", "/app/clearance/exceptions/{id}/approval",
                "/app/clearance/exceptions/{id}/rejection", "/app/clearance/exceptions/{id}/withdrawal", "/app/clearance/exceptions/{id}/end");
    }
}
