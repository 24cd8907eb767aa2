package org.probity.people.learning;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;

class LearningRoutes implements SubjectRoutes {
    /** Whoever knows the address of somebody's calendar reads it. */
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/calendar/{secret:[A-Za-z0-9_-]{32}}.ics");
    }

    @Override
    public Set<String> keptFromContacts() {
        var id = ":[0-9a-f-]{36}}";
        return Stream.of("/app/trainings/{id" + id, "/app/trainings/{id" + id + "/sessions/new", "/app/trainings/{id" + id + "/sessions", "/app/trainings/sessions/{session" + id,
                "/app/trainings/sessions/{session" + id + "/lost", "/app/trainings/sessions/{session" + id + "/door", "/app/trainings/sessions/{session" + id + "/sheet", "/app/trainings/rules/{proposal" + id, "/api/trainings/{year}", "/api/trainings/sessions/{day}", "/app/trainings/people/{person" + id,
                "/app/my-training/feedback/{session" + id, "/app/my-training/sessions/{session" + id + "/enrolment", "/app/my-training/enrolments/{id" + id + "/withdrawal",
                "/app/my-training/{session" + id + "/certificate-{lang}.pdf", "/app/trainings/sessions/{session" + id + "/enrolments", "/app/trainings/sessions/{session" + id + "/withdrawal",
                "/app/trainings/{id" + id + "/online", "/app/trainings/{id" + id + "/online/draft", "/app/trainings/{id" + id + "/online/draft/look",
                "/app/trainings/{id" + id + "/online/publication", "/app/trainings/{id" + id + "/online/end", "/app/trainings/editions/{edition" + id,
                "/app/my-training/online/{course" + id, "/app/my-training/takings/{taking" + id, "/app/my-training/takings/{taking" + id + "/pages",
                "/app/my-training/takings/{taking" + id + "/quiz", "/app/my-training/takings/{taking" + id + "/result", "/app/my-training/takings/{taking" + id + "/certificate-{lang}.pdf",
                "/app/learning/here/{session" + id + "/{code}", "/app/learning/here/{session" + id + "/{code}/leaving").collect(Collectors.toSet());
    }
}
