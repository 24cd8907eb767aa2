package org.probity.shapes.measure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.SubjectRoutes;

class MeasureRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Stream.of("", "/done", "/ruling", "/dropping", "/owner", "/result", "/files/{file:[0-9a-f-]{36}}").map(it -> "/app/measures/{id:[0-9a-f-]{36}}" + it).collect(Collectors.toSet());
    }
}
