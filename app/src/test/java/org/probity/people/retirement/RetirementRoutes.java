package org.probity.people.retirement;

import java.util.Set;
import org.probity.SubjectRoutes;

class RetirementRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var person = "/app/retirement/people/{id:[0-9a-f-]{36}}";
        var choice = "/app/retirement/choices/{id:[0-9a-f-]{36}}";
        return Set.of(person, person + "/handovers", person + "/benefits", person + "/visits", person + "/engagements", choice + "/withdrawal", choice + "/answer", "/app/retirement/handovers/{id:[0-9a-f-]{36}}/done");
    }
}
