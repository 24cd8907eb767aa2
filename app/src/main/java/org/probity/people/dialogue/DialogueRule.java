package org.probity.people.dialogue;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** How long whoever leads a place may take to answer. */
final class DialogueRule {
    static final String ROOM = "dialogue";
    static final RuleKey ANSWER_DAYS = new RuleKey(ROOM, "answer-days", "dialogue.rule.answer-days", 1, 30, Role.UNION);
    static final List<RuleKey> ALL = List.of(ANSWER_DAYS);

    private DialogueRule() {}
}
