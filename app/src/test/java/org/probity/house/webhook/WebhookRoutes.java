package org.probity.house.webhook;

import java.util.Set;
import org.probity.SubjectRoutes;

class WebhookRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/webhooks/{id}/kinds");
    }
}
