package org.probity.people.community;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** By how many days and how many people the community goes. */
final class CommunityRule {
    static final String ROOM = "community";
    static final RuleKey ANSWER_DAYS = key("answer-days", 1, 20);
    static final RuleKey TOKENS = key("tokens-a-month", 1, 50);
    /** Never fewer than fifty: a place in which one can be told by how one writes is not named. */
    static final RuleKey GROUP_LEAST = key("group-least", 50, 5000);
    static final RuleKey VOICE_DAYS = key("voice-days", 7, 365);
    static final RuleKey JUDGE_DAYS = key("judge-days", 3, 90);
    static final RuleKey KEEP_MONTHS = key("keep-months", 6, 120);
    static final List<RuleKey> ALL = List.of(ANSWER_DAYS, TOKENS, GROUP_LEAST, VOICE_DAYS, JUDGE_DAYS, KEEP_MONTHS);

    private CommunityRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "community.rule." + code, least, most, Role.UNION);
    }
}
