package org.probity.people.recruitment;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** What recruitment goes by. */
final class RecruitmentRule {
    static final String ROOM = "recruitment";
    static final RuleKey LETTERS_A_DAY = new RuleKey(ROOM, "letters-a-day", "recruitment.rule.letters-a-day", 1, 50, Role.HR);
    static final RuleKey ANSWER_DAYS = new RuleKey(ROOM, "answer-days", "recruitment.rule.answer-days", 1, 90, Role.HR);
    static final List<RuleKey> ALL = List.of(LETTERS_A_DAY, ANSWER_DAYS);

    private RecruitmentRule() {}
}
