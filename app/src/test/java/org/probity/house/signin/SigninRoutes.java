package org.probity.house.signin;

import java.util.Set;
import org.probity.SubjectRoutes;

class SigninRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/settings/kept/{name}");
    }
}
