package org.probity.people.labour;

import java.util.Arrays;
import java.util.List;
import org.probity.house.access.Role;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Tab;

/** The pages of the room, as its tabs show them to whoever may open them. */
public enum Part {
    CHECKS("/app/labour", Role.HR, Role.LEGAL, Role.UNION),
    PEOPLE("/app/labour/people", Role.HR),
    COMPOSITION("/app/labour/composition", Role.HR, Role.LEGAL, Role.UNION),
    IMPORT("/app/labour/import", Role.HR),
    TIME("/app/labour/time", Role.HR),
    ROSTER("/app/labour/roster", Role.HR),
    INCIDENTS("/app/labour/incidents", Role.HR, Role.LEGAL, Role.UNION),
    INDICATORS("/app/labour/indicators", Role.HR, Role.LEGAL, Role.UNION),
    UNION("/app/labour/union", Role.HR, Role.LEGAL, Role.UNION),
    BREACHES("/app/labour/breaches", Role.HR, Role.LEGAL, Role.UNION),
    NUMBERS("/app/labour/numbers", Role.HR, Role.LEGAL, Role.UNION),
    BASES("/app/labour/bases", Role.HR, Role.LEGAL, Role.UNION),
    CALENDAR("/app/labour/calendar", Role.HR, Role.LEGAL, Role.UNION);

    final String href;
    private final Role[] roles;

    Part(String href, Role... roles) {
        this.href = href;
        this.roles = roles;
    }

    public static List<Tab> tabs(Screen s, Part here) {
        return Arrays.stream(values()).filter(it -> s.is(it.roles)).map(it -> new Tab(s.t("labour.part." + it), it.href, it == here)).toList();
    }
}
