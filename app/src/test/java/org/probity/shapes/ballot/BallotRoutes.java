package org.probity.shapes.ballot;

import java.util.Set;
import org.probity.SubjectRoutes;

class BallotRoutes implements SubjectRoutes {
    /** Tokens are issued to whoever is entitled to the round; to all others there is no such round. Scripts name nothing; the key of a round is for everybody. */
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/app/ballot/{round:[0-9a-f-]{36}}/tokens", "/ballot/{name:blind|ask}.js", "/ballot/rounds/{round:[0-9a-f-]{36}}");
    }
}
