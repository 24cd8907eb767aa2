package org.probity.people.succession;

import java.util.Set;
import org.probity.SubjectRoutes;

class SuccessionRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/succession/{id:[0-9a-f-]{36}}";
        var project = "/app/succession/projects/{id:[0-9a-f-]{36}}";
        return Set.of(project, project + "/members", project + "/consultants", project + "/consultants/{account:[0-9a-f-]{36}}/day", project + "/consultants/{account:[0-9a-f-]{36}}/end",
                project + "/grid", "/app/succession/members/{naming:[0-9a-f-]{36}}", "/app/consultant/people/{naming:[0-9a-f-]{36}}", one, one + "/criteria", one + "/requirements", one + "/requirements/{requirement:[0-9a-f-]{36}}/end", one + "/holder", one + "/candidates",
                "/app/succession/namings/{naming:[0-9a-f-]{36}}/end", "/app/my/succession/{naming:[0-9a-f-]{36}}");
    }
}
