package org.probity.people.survey;

import java.util.List;
import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** From how many people on anything is told. Each can be raised and none lowered below where it began; a round keeps what held as it was launched. */
final class SurveyRule {
    static final String ROOM = "survey";
    static final int LEAST_EVER = 10;
    static final int TWENTY = 20;
    private static final int FORTNIGHT = 14;
    static final RuleKey LEAST = key("least", LEAST_EVER, 100);
    static final RuleKey COMMENT_LEAST = key("comment-least", TWENTY, 200);
    static final RuleKey RATE_LEAST = key("rate-least", TWENTY, 200);
    static final RuleKey TARGET = key("target", 1, 100);
    static final RuleKey AGAIN_DAYS = key("again-days", FORTNIGHT, 365);
    static final List<RuleKey> ALL = List.of(LEAST, COMMENT_LEAST, RATE_LEAST, AGAIN_DAYS, TARGET);

    private SurveyRule() {}

    private static RuleKey key(String code, int least, int most) {
        return new RuleKey(ROOM, code, "survey.rule." + code, least, most, Role.HR);
    }
}
