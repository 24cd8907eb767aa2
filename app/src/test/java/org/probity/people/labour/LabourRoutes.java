package org.probity.people.labour;

import java.util.Set;
import org.probity.SubjectRoutes;

class LabourRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var person = "/app/labour/people/{person}";
        var finding = "/app/labour/findings/{id}";
        var rule = "/app/labour/union/{policy:[0-9a-f-]{36}}";
        var seen = "/app/labour/union/findings/{id}";
        var incident = "/app/labour/incidents/{id}";
        return Set.of(rule, rule + "/making", rule + "/making/{step}", rule + "/review", rule + "/findings", rule + "/objection", rule + "/objection/lifting", seen, seen + "/doing", seen + "/verification",
                incident, incident + "/steps", incident + "/handlers", finding, finding + "/taking", finding + "/doing", finding + "/verification", person + "/papers", person + "/papers/{paper}/withdrawal", person + "/held",
                person + "/held/{held}/return", person + "/papers/{any}/withdrawal", person + "/held/{any}/return", person, person + "/identity", person + "/contracts", "/app/labour/import/template/{kind}", "/app/labour/import/{batch}", "/app/labour/time/lost/{lost}",
                "/app/labour/numbers/{proposal}", "/app/labour/breaches/{id}/paper");
    }
}
