package org.probity.people.reward;

import java.util.Set;
import org.probity.SubjectRoutes;

class RewardRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var plan = "/app/reward/plans/{id:[0-9a-f-]{36}}";
        var period = "/app/reward/periods/{id:[0-9a-f-]{36}}";
        return Set.of(plan, plan + "/ruling", period, period + "/paper", period + "/split", period + "/ruling", period + "/payments", period + "/weights", "/app/reward/parts/{split:[0-9a-f-]{36}}");
    }
}
