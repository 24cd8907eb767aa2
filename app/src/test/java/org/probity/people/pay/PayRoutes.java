package org.probity.people.pay;

import java.util.Set;
import org.probity.SubjectRoutes;

class PayRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var file = "/app/pay/files/{id:[0-9a-f-]{36}}";
        return Set.of(file, file + "/count", file + "/letters", file + "/gap", "/app/pay/gap/{id:[0-9a-f-]{36}}/reasons", "/app/pay/letters/{id:[0-9a-f-]{36}}/letter-{lang}.pdf", "/app/pay/looks/{look:[0-9a-f-]{36}}");
    }
}
