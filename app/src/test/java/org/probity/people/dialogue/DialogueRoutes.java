package org.probity.people.dialogue;

import java.util.Set;
import org.probity.SubjectRoutes;

class DialogueRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var one = "/app/dialogue/meetings/{id:[0-9a-f-]{36}}";
        var letter = "/app/dialogue/letters/{id:[0-9a-f-]{36}}";
        return Set.of(letter, letter + "/answer", letter + "/telling", one, one + "/agenda", one + "/invitations", one + "/minutes", one + "/reading", one + "/points", one + "/publication", "/app/dialogue/points/{point:[0-9a-f-]{36}}/reply");
    }
}
