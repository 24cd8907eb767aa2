package org.probity.people.performance;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;

class PerformanceRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var mine = "/app/my/commitments/{cycle}";
        var team = "/app/my/team/{cycle}/{person}";
        var cycle = "/app/performance/{cycle:[0-9a-f-]{36}}";
        var session = "/app/performance/sessions/{session}";
        return Stream.of(
                        Stream.of("/sheet", "/signature", "/acknowledgement", "/appeal", "/notes/{kind}").map(it -> mine + it),
                        Stream.of("", "/agreement", "/return", "/rating", "/look", "/otherwise", "/notes/{kind}").map(it -> team + it),
                        Stream.of("", "/comparison", "/reminder", "/closing", "/closing/approval", "/closing/rejection", "/closing/withdrawal", "/sessions", "/files", "/people/{person}").map(it -> cycle + it),
                        Stream.of("", "/moves", "/recusals", "/end").map(it -> session + it),
                        Stream.of("", "/{scheme}/approval", "/{scheme}/rejection", "/{scheme}/withdrawal").map(it -> "/app/performance/schemes/{code}" + it),
                        Stream.of("/app/performance/appeals/{appeal}", "/app/performance/files/{kind}.csv"))
                .flatMap(it -> it).collect(Collectors.toSet());
    }
}
