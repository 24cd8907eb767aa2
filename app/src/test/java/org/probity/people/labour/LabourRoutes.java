package org.probity.people.labour;

import java.util.Set;
import org.probity.SubjectRoutes;

class LabourRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var person = "/app/labour/people/{person}";
        var finding = "/app/labour/findings/{id}";
        return Set.of(finding, finding + "/taking", finding + "/doing", finding + "/verification", person + "/papers", person + "/papers/{paper}/withdrawal", person + "/held",
                person + "/held/{held}/return", person + "/papers/{any}/withdrawal", person + "/held/{any}/return", person, person + "/identity", person + "/contracts", "/app/labour/import/template/{kind}", "/app/labour/import/{batch}", "/app/labour/time/lost/{lost}",
                "/app/labour/numbers/{proposal}");
    }
}
