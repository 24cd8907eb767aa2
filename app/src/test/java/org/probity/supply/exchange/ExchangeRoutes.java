package org.probity.supply.exchange;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;

class ExchangeRoutes implements SubjectRoutes {
    /** A campaign asks many suppliers; who it does not ask finds nothing there. */
    @Override
    public Set<String> ofNoSupplier() {
        var course = "/app/learning/{campaign:[0-9a-f-]{36}}/{course}";
        var told = Stream.of("", "/pages", "/quiz", "/result", "/certificate-{lang}.pdf").map(it -> course + it).collect(Collectors.toCollection(HashSet::new));
        told.add("/app/learning/trainings/{session:[0-9a-f-]{36}}/certificate-{lang}.pdf");
        return told;
    }

    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/campaigns/{id:[0-9a-f-]{36}}";
        return Set.of(one, one + "/trainings", one + "/trainings/new", "/app/campaigns/rules/{proposal}", "/app/courses/{code}", "/api/exchanges/{year}");
    }
}
