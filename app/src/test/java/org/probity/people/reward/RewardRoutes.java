package org.probity.people.reward;

import java.util.Set;
import org.probity.SubjectRoutes;

class RewardRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var plan = "/app/reward/plans/{id:[0-9a-f-]{36}}";
        var period = "/app/reward/periods/{id:[0-9a-f-]{36}}";
        var units = "/app/reward/unit-plans/{id:[0-9a-f-]{36}}";
        var year = units + "/years/{year:[0-9]{4}}";
        return Set.of(period + "/package", units, units + "/ruling", units + "/words", units + "/leavers", year, year + "/ruling", year + "/payments", "/app/reward/lists/{list:[0-9a-f-]{36}}",
                plan, plan + "/ruling", period, period + "/paper", period + "/split", period + "/ruling", period + "/payments", period + "/weights", "/app/reward/parts/{split:[0-9a-f-]{36}}");
    }
}
