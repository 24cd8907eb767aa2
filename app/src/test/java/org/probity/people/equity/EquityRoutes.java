package org.probity.people.equity;

import java.util.Set;
import org.probity.SubjectRoutes;

class EquityRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var plan = "/app/reward/stock-plans/{id:[0-9a-f-]{36}}";
        return Set.of(plan, plan + "/ruling", plan + "/grantings", plan + "/grantings/{granting:[0-9a-f-]{36}}/ruling", plan + "/events", plan + "/events/{event:[0-9a-f-]{36}}/ruling", plan + "/sooner", plan + "/sooner/{asked:[0-9a-f-]{36}}/ruling", plan + "/package", plan + "/entering", plan + "/import",
                "/app/reward/equity/{given:[0-9a-f-]{36}}/exercise", "/app/reward/equity/statement-{lang}.pdf");
    }
}
