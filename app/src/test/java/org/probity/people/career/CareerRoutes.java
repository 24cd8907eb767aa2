package org.probity.people.career;

import java.util.Set;
import org.probity.SubjectRoutes;

class CareerRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/careers/applications/{id:[0-9a-f-]{36}}";
        var edition = "/app/careers/editions/{id:[0-9a-f-]{36}}";
        var round = "/app/careers/rounds/{id:[0-9a-f-]{36}}";
        var move = "/app/careers/moves/{opening:[0-9a-f-]{36}}/{person:[0-9a-f-]{36}}";
        var sketch = "/app/careers/tracks/{code}/sketch";
        return Set.of(edition, sketch, sketch + "/title", sketch + "/items", sketch + "/items/end", sketch + "/proposal", sketch + "/end", round, round + "/openings", round + "/choices", round + "/people/{person:[0-9a-f-]{36}}", round + "/match", move, move + "/release", move + "/contract",
                move + "/first-day", move + "/return", "/app/careers/tracks/{code}", "/app/careers/tracks/{code}/application", "/app/careers/tracks/{code}/case.json", edition + "/approval", edition + "/rejection", edition + "/withdrawal", one, one + "/withdrawal",
                one + "/panel", one + "/findings", one + "/decision", one + "/files/{file:[0-9a-f-]{36}}", one + "/badge-{lang}.pdf");
    }
}
