package org.probity.people.home;

import java.util.Set;
import org.probity.SubjectRoutes;

class HomeRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var stay = "/app/homes/stays/{id:[0-9a-f-]{36}}";
        var fault = "/app/homes/faults/{id:[0-9a-f-]{36}}";
        var house = "/app/homes/houses/{id:[0-9a-f-]{36}}";
        var application = "/app/homes/applications/{id:[0-9a-f-]{36}}";
        return Set.of(stay, stay + "/acceptance", stay + "/refusal", stay + "/withdrawal", stay + "/walks", stay + "/confirmation", stay + "/notice", stay + "/faults", fault, fault + "/mending", fault + "/return", house,
                house + "/rooms", house + "/removals", application, application + "/offers", application + "/withdrawal", "/app/homes/photos/{id:[0-9a-f-]{36}}");
    }
}
