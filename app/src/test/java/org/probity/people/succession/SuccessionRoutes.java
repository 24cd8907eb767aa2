package org.probity.people.succession;

import java.util.Set;
import org.probity.SubjectRoutes;

class SuccessionRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/succession/{id:[0-9a-f-]{36}}";
        return Set.of(one, one + "/criteria", one + "/requirements", one + "/requirements/{requirement:[0-9a-f-]{36}}/end", one + "/holder", one + "/candidates",
                "/app/succession/namings/{naming:[0-9a-f-]{36}}/end", "/app/my/succession/{naming:[0-9a-f-]{36}}");
    }
}
