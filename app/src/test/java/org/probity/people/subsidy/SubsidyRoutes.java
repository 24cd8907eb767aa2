package org.probity.people.subsidy;

import java.util.Set;
import org.probity.SubjectRoutes;

class SubsidyRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var claim = "/app/subsidies/claims/{id:[0-9a-f-]{36}}";
        return Set.of(claim, claim + "/withdrawal", claim + "/agreement", claim + "/refusal", "/app/subsidies/receipts/{id:[0-9a-f-]{36}}", "/app/subsidies/payments/{id:[0-9a-f-]{36}}");
    }
}
