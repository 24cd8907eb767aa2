package org.probity.people.recruitment;

import java.util.Arrays;
import java.util.List;
import org.probity.house.access.Role;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Tab;

/** The pages of the room, as its tabs show them to whoever may open them. */
public enum Part {
    REQUESTS("/app/recruitment", Role.HR),
    PLANS("/app/recruitment/plans", Role.HR, Role.UNION),
    ACTIVITIES("/app/recruitment/activities", Role.HR),
    STATISTICS("/app/recruitment/statistics", Role.HR, Role.UNION),
    NOTICE("/app/recruitment/notice", Role.HR, Role.LEGAL, Role.UNION),
    WORDS("/app/recruitment/words", Role.HR, Role.LEGAL, Role.UNION),
    RULES("/app/recruitment/rules", Role.HR);

    final String href;
    private final Role[] roles;

    Part(String href, Role... roles) {
        this.href = href;
        this.roles = roles;
    }

    public static List<Tab> tabs(Screen s, Part here) {
        return Arrays.stream(values()).filter(it -> s.is(it.roles)).map(it -> new Tab(s.t("recruitment.part." + it), it.href, it == here)).toList();
    }
}
