package org.probity.people.care;

import java.util.Set;
import org.probity.SubjectRoutes;

class CareRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/care/leaves/{id:[0-9a-f-]{36}}";
        return Set.of(one, one + "/agreement", one + "/refusal", one + "/withdrawal", one + "/return", "/app/care/accounts/{id:[0-9a-f-]{36}}", "/app/care/granted/{id:[0-9a-f-]{36}}", "/app/care/cover/{id:[0-9a-f-]{36}}", "/app/care/closed/{id:[0-9a-f-]{36}}", "/app/care/closings/{id:[0-9a-f-]{36}}");
    }
}
