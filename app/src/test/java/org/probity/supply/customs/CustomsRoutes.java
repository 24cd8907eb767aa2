package org.probity.supply.customs;

import java.util.Set;
import org.probity.SubjectRoutes;

class CustomsRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var pack = CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}";
        return Set.of(pack, pack + "/cancel", pack + "/again", pack + "/cleared", pack + "/handouts", pack + "/handouts/{handout:[0-9a-f-]{36}}/pack.zip", pack + "/handouts/{handout:[0-9a-f-]{36}}/pack.pdf");
    }
}
