package org.probity.people.labour;

import java.util.Set;
import org.probity.SubjectRoutes;

class LabourRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var person = "/app/labour/people/{person}";
        return Set.of(person, person + "/identity", person + "/contracts", "/app/labour/import/template/{kind}", "/app/labour/import/{batch}", "/app/labour/time/lost/{lost}",
                "/app/labour/numbers/{proposal}");
    }
}
