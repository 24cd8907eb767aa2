package org.probity.people.succession;

import org.probity.house.access.Role;
import org.probity.shapes.rule.RuleKey;

/** What key positions go by. */
enum SuccessionRule implements RuleKey {
    CRITERIA_LEAST("criteria-least", 1, 6), READY_LEAST("ready-least", 1, 9), DEEP_LEAST("deep-least", 1, 9), SOON_MONTHS("soon-months", 1, 120), LEVEL_MONTHS("level-months", 1, 60),
    AGAIN_MONTHS("again-months", 1, 24), COURSE_MONTHS("course-months", 1, 60), POTENTIAL_MONTHS("potential-months", 1, 60);

    static final String ROOM = "succession";

    private final String code;
    private final int least;
    private final int most;

    SuccessionRule(String code, int least, int most) {
        this.code = code;
        this.least = least;
        this.most = most;
    }

    @Override
    public String room() {
        return ROOM;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String words() {
        return "succession.rule." + code;
    }

    @Override
    public int least() {
        return least;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public Role decides() {
        return Role.HR;
    }
}
