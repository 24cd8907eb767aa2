package org.probity.people.aid;

import java.util.Set;
import org.probity.SubjectRoutes;

class AidRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/aid/applications/{id:[0-9a-f-]{36}}";
        return Set.of(one, one + "/files", one + "/files/{file:[0-9a-f-]{36}}", one + "/withdrawal", one + "/signature", one + "/yes", one + "/no", one + "/recusal",
                "/app/aid/runs/{id:[0-9a-f-]{36}}", "/app/aid/runs/{id:[0-9a-f-]{36}}/collected", "/app/aid/handings/{id:[0-9a-f-]{36}}", "/app/aid/remarks/{id:[0-9a-f-]{36}}/reply", "/app/aid/scale/{id:[0-9a-f-]{36}}/agreement", "/app/aid/scale/{id:[0-9a-f-]{36}}/refusal");
    }
}
