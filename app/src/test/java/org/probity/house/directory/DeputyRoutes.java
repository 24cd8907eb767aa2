package org.probity.house.directory;

import java.util.Set;
import org.probity.SubjectRoutes;

class DeputyRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/directory/people/{person}/deputies", "/app/directory/people/{person}/deputies/{standin}/taking-back",
                "/app/my/deputy/{standin}/taking-back");
    }
}
