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
        var stock = "/app/reward/stock-plans/{id:[0-9a-f-]{36}}";
        return Set.of(stock, stock + "/ruling", stock + "/grantings", stock + "/grantings/{granting:[0-9a-f-]{36}}/ruling", stock + "/events", stock + "/sooner", stock + "/package", stock + "/entering", stock + "/import",
                "/app/reward/equity/{given:[0-9a-f-]{36}}/exercise", "/app/reward/equity/statement-{lang}.pdf", period + "/package", units, units + "/ruling", units + "/words", units + "/leavers", year, year + "/ruling", year + "/payments", plan, plan + "/ruling", period, period + "/paper", period + "/split", period + "/ruling", period + "/payments", period + "/weights", "/app/reward/parts/{split:[0-9a-f-]{36}}");
    }
}
