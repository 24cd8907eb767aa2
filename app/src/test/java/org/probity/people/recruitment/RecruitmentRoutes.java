package org.probity.people.recruitment;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;

class RecruitmentRoutes implements SubjectRoutes {
    /** What strangers read and send; a private link opens one application, whoever holds it. */
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/jobs/{number:J[0-9]{4}-[0-9]{4,9}}", "/jobs/mine/{secret:[A-Za-z0-9_-]{43}}", "/jobs/mine/{secret:[A-Za-z0-9_-]{43}}/withdrawal", "/jobs/mine/{secret:[A-Za-z0-9_-]{43}}/acceptance",
                "/jobs/mine/{secret:[A-Za-z0-9_-]{43}}/declining");
    }

    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/recruitment/{id:[0-9a-f-]{36}}";
        var application = "/app/recruitment/applications/{id:[0-9a-f-]{36}}";
        return Stream.concat(Stream.of("/app/recruitment/own/{secret}", "/app/recruitment/words/{proposal:[0-9a-f-]{36}}"), Stream.concat(Stream.of("", "/approval", "/rejection", "/withdrawal", "/interviewers", "/opening", "/taking-down").map(one::concat),
                Stream.of("", "/screening", "/marks", "/others", "/motion", "/approval", "/rejection", "/withdrawal", "/offer", "/hire", "/declined", "/refusal", "/file").map(application::concat)))
                .collect(Collectors.toSet());
    }
}
