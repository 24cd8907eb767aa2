package org.probity.people.education;

import java.util.Set;
import org.probity.SubjectRoutes;

class EducationRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var programme = "/app/education/programmes/{id:[0-9a-f-]{36}}";
        var one = "/app/education/supports/{id:[0-9a-f-]{36}}";
        return Set.of(programme, programme + "/application", one, one + "/offer", one + "/refusal", one + "/approval", one + "/rejection", one + "/withdrawal", one + "/proofs", one + "/result",
                one + "/files/{file:[0-9a-f-]{36}}");
    }
}
