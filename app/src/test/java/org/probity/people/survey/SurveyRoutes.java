package org.probity.people.survey;

import java.util.Set;
import org.probity.SubjectRoutes;

class SurveyRoutes implements SubjectRoutes {
    /** Ballots are nobody's; their list is everybody's. */
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/survey/{name:answer|kiosk}.js", "/survey/rounds/{id:[0-9a-f-]{36}}/ballots");
    }

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/survey/{id:[0-9a-f-]{36}}", "/app/survey/{id:[0-9a-f-]{36}}/answer", "/app/survey/{id:[0-9a-f-]{36}}/release", "/app/survey/{id:[0-9a-f-]{36}}/cuts",
                "/app/survey/{id:[0-9a-f-]{36}}/groups/{cell:[0-9a-f-]{36}}", "/app/survey/{id:[0-9a-f-]{36}}/slips", "/app/survey/{id:[0-9a-f-]{36}}/slips/paper", "/app/survey/{id:[0-9a-f-]{36}}/sheets");
    }
}
