package org.probity.supply.traceability;

import java.util.Set;
import org.probity.SubjectRoutes;

class QueryRoutes implements SubjectRoutes {
    private static final String ONE = "/app/traceability/queries/{id:[0-9a-f-]{36}}";
    private static final String TOLD = ONE + "/subscriptions";
    private static final String CALLED = "/api/traceability/queries/{name}";

    @Override
    public Set<String> keptFromContacts() {
        return Set.of(ONE, ONE + "/end", TOLD, TOLD + "/{subscription:[0-9a-f-]{36}}/end", TOLD + "/{subscription:[0-9a-f-]{36}}/resume",
                CALLED, CALLED + "/events", CALLED + "/subscriptions", CALLED + "/subscriptions/{id}");
    }
}
