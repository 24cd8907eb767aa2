package org.probity.people.community;

import java.util.Set;
import org.probity.SubjectRoutes;

class CommunityRoutes implements SubjectRoutes {
    /** The board is everybody's who works here; its counts are everybody's. */
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/community/{name:board}.js", "/community/rounds/{round:[0-9a-f-]{36}}/tokens");
    }

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/community/threads/{id:[0-9a-f-]{36}}", "/app/community/posts/{id:[0-9a-f-]{36}}/look", "/app/community/panel/{id:[0-9a-f-]{36}}");
    }
}
